import { defineRule } from "../rule.ts";
import { hubLinks } from "./hub-links.ts";

/** Links to hubs that are typed by hand are of a form that still works. */
export const oldHubLink = defineRule<{ what: string; part: string }>({
  code: "course/old-hub-link",
  severity: "warning",
  title: "A link in a form that nbgitpuller has given up",
  why: "`/interact`, `/git-sync` and the parameters `app` and `subPath` are from before nbgitpuller's `git-pull`, which keeps them only for links that are out already. A `content` with `open` makes the link, and checks what it names.",
  message: ({ what, part }) =>
    `${what} uses \`${part}\`, which nbgitpuller has given up: declare the repository as \`content\` and the page under \`open\`, and use the link that a build writes.`,
  eachAlone: "courses",
  check: (course, report, { urls }) => {
    for (const { what, url, path, query } of hubLinks(urls(course))) {
      const part = outdated(path, query);
      if (part !== undefined) report({ what, part }, { span: url.span });
    }
  },
});

/** Source: nbgitpuller 1.3, handlers.py: LegacyInteractRedirectHandler, LegacyGitSyncRedirectHandler, UIHandler. */
function outdated(path: string, query: string): string | undefined {
  const endpoint = /\/(interact|git-sync)\/?$/.exec(path)?.[1];
  if (endpoint !== undefined) return `/${endpoint}`;
  return /\/git-pull\/?$/.test(path) ? /[?&](app|subPath)=/i.exec(query)?.[1] : undefined;
}
