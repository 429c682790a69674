import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

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
