// What `hubc audit` finds in values files that the checks of a program have no code for.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const strayKey = defineDiagnostic<{ key: string; under: string }>({
  code: "audit/wrong-depth",
  language: "yaml",
  severity: "error",
  title: "Values of the chart at a depth where nothing reads them",
  why: "In a chart that depends on `jupyterhub`, helm hands that chart only what stands under its key. What stands beside the key is read by no template, and helm says nothing.",
  wrong:
    "jupyterhub:\n  hub:\n    concurrentSpawnLimit: 20\n  cull:\n    timeout: 3600\nsingleuser:\n  startTimeout: 600\n",
  right:
    "jupyterhub:\n  hub:\n    concurrentSpawnLimit: 20\n  cull:\n    timeout: 3600\n  singleuser:\n    startTimeout: 600\n",
  message: ({ key, under }) =>
    `\`${key}\` stands beside \`${under}\`, where no chart reads it: move it below \`${under}\`.`,
});

export const listReplaced = defineDiagnostic<{ path: string; lost: string; file: string }>({
  code: "audit/list-replaced",
  language: "yaml",
  severity: "info",
  title: "A list that takes the place of an inherited one",
  why: "Helm merges maps and replaces lists: what an earlier file lists is gone, and whoever adds to it there later sees no effect here.",
  wrong:
    "# file common.yaml\nhub:\n  config:\n    Authenticator:\n      admin_users: [ada, bea]\n# file prod.yaml\nhub:\n  config:\n    Authenticator:\n      admin_users: [carol]\n",
  right:
    "# file common.yaml\nhub:\n  config:\n    Authenticator:\n      admin_users: [ada, bea]\n# file prod.yaml\nhub:\n  config:\n    Authenticator:\n      admin_users: [ada, bea, carol]\n",
  message: ({ path, lost, file }) =>
    `This replaces the list \`${path}\` of ${file}, so that ${lost} no longer holds here.`,
});

export const movingTag = defineDiagnostic<{ image: string; why: string }>({
  code: "audit/moving-image",
  language: "yaml",
  severity: "warning",
  title: "An image that changes under its name",
  why: "What worked in the first lecture breaks in the tenth, and nodes that kept an old copy run two at once. Name a tag that stays, or a digest.",
  wrong: "singleuser:\n  image:\n    name: quay.io/jupyter/base-notebook\n    tag: latest\n",
  right: "singleuser:\n  image:\n    name: quay.io/jupyter/base-notebook\n    tag: 2026-01-05\n",
  message: ({ image, why }) => `\`${image}\`: ${why}.`,
});

export const openHub = defineDiagnostic<{ why: string }>({
  code: "audit/open-hub",
  language: "yaml",
  severity: "warning",
  title: "A hub that anybody in the world can enter",
  why: "Whoever has an account with the provider gets a server. If that is meant, allow this finding with the reason.",
  wrong:
    "hub:\n  config:\n    JupyterHub:\n      authenticator_class: github\n    OAuthenticator:\n      allow_all: true\n    GitHubOAuthenticator:\n      allowed_organizations: [campus]\n",
  right:
    'hub:\n  config:\n    JupyterHub:\n      authenticator_class: github\n    GitHubOAuthenticator:\n      allowed_organizations: [campus]\n      scope: ["read:org"]\n',
  message: ({ why }) => `Anybody can enter this hub: ${why}.`,
});

export const nobodyEnters = defineDiagnostic<{ section: string }>({
  code: "audit/nobody-may-enter",
  language: "yaml",
  severity: "error",
  title: "A hub that nobody can enter",
  why: "Since JupyterHub 5 nobody may sign in unless `allow_all`, a list of users or an option of the authenticator says so.",
  wrong:
    "hub:\n  config:\n    JupyterHub:\n      authenticator_class: google\n    GoogleOAuthenticator:\n      login_service: Campus\n",
  right:
    "hub:\n  config:\n    JupyterHub:\n      authenticator_class: google\n    GoogleOAuthenticator:\n      login_service: Campus\n      hosted_domain: [example.edu]\n      allow_all: true\n",
  message: ({ section }) =>
    `Nobody may sign in: \`${section}\` has neither \`allow_all\` nor users, groups or domains that may, and there are no admins.`,
});

export const writtenToken = defineDiagnostic<{ what: string }>({
  code: "audit/looks-like-secret",
  language: "yaml",
  severity: "error",
  title: "A text that looks like a secret",
  why: "Tokens and keys in a file are read by everybody who has the repository, for ever.",
  wrong:
    'singleuser:\n  extraFiles:\n    token:\n      mountPath: /etc/token\n      stringData: "-----BEGIN PRIVATE KEY-----"\n',
  right: 'singleuser:\n  extraFiles:\n    notes:\n      mountPath: /etc/notes\n      stringData: "Ask for a key."\n',
  message: ({ what }) =>
    `This looks like ${what}: take it out, into a Secret of the cluster or a file that sops encrypts. If it is real, revoke it.`,
});
