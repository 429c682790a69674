import { andList } from "../../text/and-list.ts";
import { defineRule } from "../rule.ts";
import { hostsOf, hubLinks } from "./hub-links.ts";

/** Links to hubs that are typed by hand are to the course's own hub. */
export const otherHubLink = defineRule<{ what: string; host: string; hubs: readonly string[] }>({
  code: "course/other-hub-link",
  severity: "warning",
  title: "A link that opens material on another hub",
  why: "People would do their work on a hub where the course's image, memory and homes are not. It is what a link becomes that was copied from another course or from before a move.",
  message: ({ what, host, hubs }) =>
    `${what} opens material on ${host}, and the course is on ${andList(hubs)}: declare the repository as \`content\` and the page under \`open\`, and use the link that a build writes.`,
  check: (model, report, shared) => {
    for (const course of model.courses) {
      const links = hubLinks(shared.urls(course));
      const hubs = links.length === 0 ? [] : hostsOf(model, course.hub.value);
      for (const { what, url, host } of links)
        if (hubs.length > 0 && !hubs.includes(host)) report({ what, host, hubs }, { span: url.span });
    }
  },
});
