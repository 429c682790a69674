import { isExampleHost } from "../../knowledge/example-hosts.ts";
import { defineRule } from "../rule.ts";

/** Addresses that a course names lead somewhere. */
export const exampleLink = defineRule<{ what: string; host: string }>({
  code: "course/example-link",
  severity: "warning",
  title: "A link to an address that is kept for examples",
  why: "`example.org` and its like belong to nobody who serves a course (RFC 2606). They stand in templates until somebody writes an address of their own, and students who follow the link see a page that says so.",
  message: ({ what, host }) => `${what} leads to \`${host}\`, which is kept for examples: write your own address.`,
  eachAlone: "courses",
  check: (course, report, { urls }) => {
    for (const { what, url, host } of urls(course)) {
      if (isExampleHost(host)) report({ what, host }, { span: url.span });
    }
  },
});
