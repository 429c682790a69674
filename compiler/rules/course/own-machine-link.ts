import { isLoopback } from "../../knowledge/local-names.ts";
import { defineRule } from "../rule.ts";
import { hostsOf } from "./hub-links.ts";

/** Addresses of a course lead to the same place for everybody. A hub that is itself tried on one machine may have links to it. */
export const ownMachineLink = defineRule<{ what: string; host: string }>({
  code: "course/own-machine-link",
  severity: "warning",
  title: "A link to the reader's own machine",
  why: "`localhost` and its like are the machine on which a page is opened, so the link works for whoever copied it from the browser and for nobody else.",
  message: ({ what, host }) =>
    `${what} leads to \`${host}\`, which is each reader's own machine: write an address that students can open.`,
  each: "courses",
  check: (course, report, model, shared) => {
    for (const { what, url, host } of shared.urls(course)) {
      if (isLoopback(host) && !hostsOf(model, course.hub.value).some(isLoopback))
        report({ what, host }, { span: url.span });
    }
  },
});
