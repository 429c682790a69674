import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { linkServices } from "../../knowledge/link-services.ts";
import { eachPart } from "../each-part.ts";
import type { Rule } from "../rule.ts";
import { partsOf } from "./written-urls.ts";

const elsewhere = defineDiagnostic<{ name: string; title: string; host: string; example: string }>({
  code: "course/link-elsewhere",
  severity: "warning",
  title: "A link that is not to the service that it is named after",
  why: "A site shows the link by its name, so that people expect the service. Mostly two addresses were mixed up.",
  message: ({ name, title, host, example }) =>
    `The link \`${name}\` leads to ${host}, not to ${title}, whose addresses look like ${example}: correct it, or give it another name.`,
});

const form = defineDiagnostic<{ name: string; title: string; example: string }>({
  code: "course/link-form",
  severity: "warning",
  title: "An address that is not of a course",
  why: "The service's addresses of courses have a form of their own; this one leads to its front page or to nothing.",
  message: ({ name, title, example }) =>
    `The link \`${name}\` is no course's page of ${title}, which look like ${example}: copy the address from the course's page.`,
});

const invitation = defineDiagnostic<{ name: string }>({
  code: "course/slack-invitation",
  severity: "info",
  title: "An invitation that expires",
  why: "Slack's invitation links end after a while or a number of people, within the term. The workspace's own address stays, and people whose mail domain it accepts join there.",
  message: ({ name }) => `The link \`${name}\` is an invitation, which expires: link to the workspace itself.`,
});

/** Links with the name of a service lead to it. */
export const serviceLinks: Rule = {
  diagnostics: [elsewhere, form, invitation],
  check: eachPart(
    ({ courses }) => courses,
    ({ links }, report) => {
      for (const { name, url } of links) {
        const service = Object.hasOwn(linkServices, name) ? linkServices[name] : undefined;
        const { host, path } = partsOf(url.value);
        if (/^join\.slack\.com$/.test(host)) report(diagnose(invitation, { name }, { span: url.span }));
        if (service === undefined || url.value.startsWith("mailto:")) continue;
        const { title, example } = service;
        if (!service.host.test(host)) report(diagnose(elsewhere, { name, title, host, example }, { span: url.span }));
        else if (service.page && !service.page.test(path))
          report(diagnose(form, { name, title, example }, { span: url.span }));
      }
    },
  ),
};
