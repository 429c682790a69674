// What is found while the parts of a program come together.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const severalProjects = defineDiagnostic({
  code: "names/several-projects",
  title: "More than one `project`",
  why: "A project's settings hold for everything below its folder; two would contradict each other.",
  message: () => "There is already a `project` here: a program has at most one.",
});

export const leftToHub = defineDiagnostic<{ what: string; why: "hub" | "image"; hub: string }>({
  code: "course/left-to-hub",
  severity: "warning",
  title: "Something that only those who run an external hub can give",
  why: "Nothing is written for a hub with `external = true`. Sizes of servers, rights of staff, rosters, shared folders and what exams change are set where the hub is deployed, so that here they would be words without effect; and what an image must provide can be checked only of an image that the course names.",
  message: ({ what, why, hub }) =>
    why === "image"
      ? `Nobody checks ${what}: the course names no \`image\`, and what the servers of hub \`${hub}\` have is not known. Name an image, or remove it; \`apps\` of the hub says what its servers open.`
      : `${what} has no effect: hub \`${hub}\` is external, and those who run it decide this. Ask them for it, and remove it here.`,
});

export const externalHubSetting = defineDiagnostic<{ what: string; hub: string }>({
  code: "hub/external-setting",
  title: "A setting of a hub that somebody else runs",
  why: "With `external = true` nothing is written for the hub, so that what only its own deployment could hold would be without effect. Those who run the hub decide it.",
  message: ({ what, hub }) =>
    `Hub \`${hub}\` is external, so it can't have \`${what}\`: remove it, or \`external = true\` where the hub is yours to deploy. An external hub has \`domain\`, \`base-url\`, \`apps\` and \`contact\`.`,
});

export const ownHubSetting = defineDiagnostic<{ setting: "apps" | "base-url" }>({
  code: "hub/own-setting",
  title: "A setting of external hubs in one that is deployed from here",
  why: "`apps` and `base-url` tell what somebody else's hub is like. Of a hub of the program's own the images of its courses say what opens, and its `values` the path under which it answers.",
  message: ({ setting }) =>
    setting === "apps"
      ? "`apps` is for a hub with `external = true`: here the images of its courses say what servers open. Remove it."
      : '`base-url` is for a hub with `external = true`: here write `values { hub.baseUrl = "/jupyter/" }`.',
});
