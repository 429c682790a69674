import { defineRule } from "../rule.ts";
import { serviceLinks } from "./service-links.ts";

/** Links to a service lead to a course's page there. */
export const linkForm = defineRule<{ name: string; title: string; example: string }>({
  code: "course/link-form",
  severity: "warning",
  title: "An address that is not of a course",
  why: "The service's addresses of courses have a form of their own; this one leads to its front page or to nothing.",
  message: ({ name, title, example }) =>
    `The link \`${name}\` is no course's page of ${title}, which look like ${example}: copy the address from the course's page.`,
  eachAlone: "courses",
  check: (course, report) => {
    for (const { name, url, host, path, service } of serviceLinks(course)) {
      const { title, example, page } = service;
      if (service.host.test(host) && page && !page.test(path)) report({ name, title, example }, { span: url.span });
    }
  },
});
