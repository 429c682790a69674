import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Course, Model } from "../../model/model.ts";
import { andList } from "../../text/and-list.ts";
import type { Rule } from "../rule.ts";
import { partsOf, writtenUrls } from "./written-urls.ts";

const old = defineDiagnostic<{ what: string; part: string }>({
  code: "course/old-hub-link",
  severity: "warning",
  title: "A link in a form that nbgitpuller has given up",
  why: "`/interact`, `/git-sync` and the parameters `app` and `subPath` are from before nbgitpuller's `git-pull`, which keeps them only for links that are out already. A `content` with `open` makes the link, and checks what it names.",
  message: ({ what, part }) =>
    `${what} uses \`${part}\`, which nbgitpuller has given up: declare the repository as \`content\` and the page under \`open\`, and use the link that a build writes.`,
});

const other = defineDiagnostic<{ what: string; host: string; hubs: readonly string[] }>({
  code: "course/other-hub-link",
  severity: "warning",
  title: "A link that opens material on another hub",
  why: "People would do their work on a hub where the course's image, memory and homes are not. It is what a link becomes that was copied from another course or from before a move.",
  message: ({ what, host, hubs }) =>
    `${what} opens material on ${host}, and the course is on ${andList(hubs)}: declare the repository as \`content\` and the page under \`open\`, and use the link that a build writes.`,
});

/** Links to hubs that are typed by hand are of a form that still works, and to the course's own hub. */
export const hubLinks: Rule = {
  diagnostics: [old, other],
  check: (model, report) => {
    for (const course of model.courses) {
      const links = toHubs(course);
      const hubs = links.length === 0 ? [] : hostsOf(model, course.hub.value);
      for (const { what, url, host, path, query } of links) {
        const part = outdated(path, query);
        if (part !== undefined) report(diagnose(old, { what, part }, { span: url.span }));
        if (hubs.length > 0 && !hubs.includes(host)) report(diagnose(other, { what, host, hubs }, { span: url.span }));
      }
    }
  },
};

/** Addresses of a hub's pages, and of those of a server. */
function toHubs(course: Course) {
  return writtenUrls(course)
    .filter(({ url }) => url.value.includes("/user"))
    .map((written) => ({ ...written, ...partsOf(written.url.value) }))
    .filter(({ path }) => /^(?:\/[^/]+)*\/hub\/user-redirect\/|^\/user\/[^/]+\//.test(path));
}

function hostsOf(model: Model, hub: string): string[] {
  return [...model.releases, ...model.externalHubs]
    .filter((one) => one.hub === hub)
    .map(({ domain }) => domain.value.toLowerCase());
}

/** Source: nbgitpuller 1.3, handlers.py: LegacyInteractRedirectHandler, LegacyGitSyncRedirectHandler, UIHandler. */
function outdated(path: string, query: string): string | undefined {
  const endpoint = /\/(interact|git-sync)\/?$/.exec(path)?.[1];
  if (endpoint !== undefined) return `/${endpoint}`;
  return /\/git-pull\/?$/.test(path) ? /[?&](app|subPath)=/i.exec(query)?.[1] : undefined;
}
