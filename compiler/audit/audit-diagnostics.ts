// What `hubc audit` finds in values files that the checks of a program have no code for.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const strayKey = defineDiagnostic<{ key: string; under: string }>({
  code: "audit/wrong-depth",
  title: "Values of the chart at a depth where nothing reads them",
  why: "In a chart that depends on `jupyterhub`, helm hands that chart only what stands under its key. What stands beside the key is read by no template, and helm says nothing.",
  message: ({ key, under }) =>
    `\`${key}\` stands beside \`${under}\`, where no chart reads it: move it below \`${under}\`.`,
});

export const listReplaced = defineDiagnostic<{ path: string; lost: string; file: string }>({
  code: "audit/list-replaced",
  severity: "info",
  title: "A list that takes the place of an inherited one",
  why: "Helm merges maps and replaces lists: what an earlier file lists is gone, and whoever adds to it there later sees no effect here.",
  message: ({ path, lost, file }) =>
    `This replaces the list \`${path}\` of ${file}, so that ${lost} no longer holds here.`,
});

export const movingTag = defineDiagnostic<{ image: string; why: string }>({
  code: "audit/moving-image",
  severity: "warning",
  title: "An image that changes under its name",
  why: "What worked in the first lecture breaks in the tenth, and nodes that kept an old copy run two at once. Name a tag that stays, or a digest.",
  message: ({ image, why }) => `\`${image}\`: ${why}.`,
});

export const openHub = defineDiagnostic<{ why: string }>({
  code: "audit/open-hub",
  severity: "warning",
  title: "A hub that anybody in the world can enter",
  why: "Whoever has an account with the provider gets a server. If that is meant, allow this finding with the reason.",
  message: ({ why }) => `Anybody can enter this hub: ${why}.`,
});

export const nobodyEnters = defineDiagnostic<{ section: string }>({
  code: "audit/nobody-may-enter",
  title: "A hub that nobody can enter",
  why: "Since JupyterHub 5 nobody may sign in unless `allow_all`, a list of users or an option of the authenticator says so.",
  message: ({ section }) =>
    `Nobody may sign in: \`${section}\` has neither \`allow_all\` nor users, groups or domains that may, and there are no admins.`,
});

export const writtenToken = defineDiagnostic<{ what: string }>({
  code: "audit/looks-like-secret",
  title: "A text that looks like a secret",
  why: "Tokens and keys in a file are read by everybody who has the repository, for ever.",
  message: ({ what }) =>
    `This looks like ${what}: take it out, into a Secret of the cluster or a file that sops encrypts. If it is real, revoke it.`,
});

export const imageFile = defineDiagnostic<{ problem: string }>({
  code: "audit/image-file",
  title: "A file of an image that its build does not take",
  why: "An image is built minutes or hours after the change, by another machine, and its log is long. A line that conda, pip or R does not read ends the build, and a setting of no class does nothing.",
  message: ({ problem }) => problem,
});
