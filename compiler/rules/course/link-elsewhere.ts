import { defineRule } from "../rule.ts";
import { serviceLinks } from "./service-links.ts";

/** Links with the name of a service lead to it. */
export const linkElsewhere = defineRule<{ name: string; title: string; host: string; example: string }>({
  code: "course/link-elsewhere",
  severity: "warning",
  title: "A link that is not to the service that it is named after",
  why: "A site shows the link by its name, so that people expect the service. Mostly two addresses were mixed up.",
  message: ({ name, title, host, example }) =>
    `The link \`${name}\` leads to ${host}, not to ${title}, whose addresses look like ${example}: correct it, or give it another name.`,
  eachAlone: "courses",
  check: (course, report) => {
    for (const { name, url, host, service } of serviceLinks(course)) {
      const { title, example } = service;
      if (!service.host.test(host)) report({ name, title, host, example }, { span: url.span });
    }
  },
});
