import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const externalHubSetting = defineDiagnostic<{ what: string; hub: string }>({
  code: "hub/external-setting",
  severity: "error",
  title: "A setting of a hub that somebody else runs",
  why: "With `external = true` nothing is written for the hub, so that what only its own deployment could hold would be without effect. Those who run the hub decide it.",
  message: ({ what, hub }) =>
    `Hub \`${hub}\` is external, so it can't have \`${what}\`: remove it, or \`external = true\` where the hub is yours to deploy. An external hub has \`domain\`, \`base-url\`, \`apps\` and \`contact\`.`,
});
