import type { Course } from "../../model/model.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Links of a course without an image of its own open what its external hub offers. */
export const appNotOnHub = defineRule<{ what: string; app: string; hub: string; apps: readonly string[] }>({
  code: "course/app-not-on-hub",
  title: "An app that servers of the external hub don't offer",
  why: "The course names no image, so its servers have what the hub gives them. A link into an app that is not there opens an error page.",
  message: ({ what, app, hub, apps }) =>
    `${what} \`${app}\`, and hub \`${hub}\` offers ${apps.map((one) => `\`${one}\``).join(", ")}: choose one of them, or add it to \`apps\` of the hub where its servers have it.`,
  judges: "parts",
  check: ({ courses, externalHubs }, report) => {
    for (const { name: hub, apps } of externalHubs) {
      const offered: readonly string[] = apps.map(({ value }) => value);
      if (offered.length === 0) continue;
      for (const course of courses.filter((course) => course.hub.value === hub && course.image.value === ""))
        for (const { what, app, span } of openedBy(course))
          if (!offered.includes(app)) report({ what, app, hub, apps: offered }, { span });
    }
  },
});

/** The app of the course, and that of each link which names another. */
function openedBy({ name, openWith, contents, span }: Course): { what: string; app: string; span: Span }[] {
  const links = contents.flatMap(({ open }) => open);
  const first = contents[0]?.span ?? span;
  const usual = links.some(({ app }) => app === undefined) || openWith.how === "set";
  return [
    ...(usual
      ? [
          {
            what: `Course \`${name}\` opens`,
            app: openWith.value,
            span: openWith.how === "default" ? first : openWith.span,
          },
        ]
      : []),
    ...links.flatMap((link) =>
      link.app === undefined ? [] : [{ what: `The link \`${link.name}\` opens`, app: link.app, span: link.span }],
    ),
  ];
}
