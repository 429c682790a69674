// What can be wrong with secrets: their values, their paths, and where they stand.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const secretLiteral = defineDiagnostic<{ suggestion: string }>({
  code: "secret/literal",
  title: "A secret is written down",
  why: "What stands in a file is read by everybody who has the repository, for ever. The file names a secret; its value stays in the cluster's secret store.",
  message: ({ suggestion }) =>
    `This setting takes \`secret("${suggestion}")\`, never the value itself; if this one is real, change it where it was issued.`,
});

export const looksLikeSecret = defineDiagnostic<{ what: string }>({
  code: "secret/looks-like-secret",
  title: "A text that looks like a secret",
  why: "Tokens and private keys in a file are read by everybody who has the repository, for ever.",
  message: ({ what }) =>
    `This looks like ${what}: keep it in the secret store and write \`secret("path/key")\`; if it is real, revoke it.`,
});

export const badSecretPath = defineDiagnostic<{ found: string }>({
  code: "secret/bad-path",
  title: "A secret's path has the wrong form",
  why: "The path becomes a key of a Kubernetes Secret, so its segments hold only `a-z`, `0-9`, `.`, `_` and `-`, joined by `/`.",
  message: ({ found }) =>
    `${found} is no secret's path: a text with segments of \`a-z\`, \`0-9\`, \`.\`, \`_\`, \`-\`, joined by \`/\`.`,
});

export const secretAsPath = defineDiagnostic({
  code: "secret/as-path",
  title: "A secret in place of its path",
  why: 'In `secret("…")` stands where a secret is kept, such as `google/client-secret`; what stands there is written into values, notes and scripts, and read by everybody who has the repository.',
  message: () =>
    'This looks like a secret itself, where the path to it stands: write a path such as `secret("app/client-secret")`; if it is real, change it where it was issued.',
});

export const secretInText = defineDiagnostic<{ name: string }>({
  code: "secret/in-text",
  title: "A secret inside a text",
  why: "A text ends up in plain files. What is made of a secret is secret too.",
  message: ({ name }) => `\`${name}\` is a secret and can't stand inside a text.`,
});

export const secretInClear = defineDiagnostic<{ path: string; instead: string }>({
  code: "secret/in-clear",
  title: "A secret of the hub's is written down",
  why: "Values and Python are plain files. What stands in them is read by everybody who has the repository, for ever: with the hub's key for cookies, anybody signs in as anybody.",
  message: ({ path, instead }) =>
    `\`${path}\` would hold a secret in clear: ${instead}. If this one is in use, change it where it was issued.`,
});
