// Files that a hub puts into servers, or into its own pod.

import { defineBlock, nested, setting } from "../block.ts";
import { absolutePath, secretKeyName, secretName } from "../values/forms.ts";
import { contentsOrSecret } from "../values/references.ts";
import { choice, truth } from "../values/scalars.ts";

const data = defineBlock({
  name: "file data",
  doc: "What the file holds, as data: written as JSON, YAML or TOML, by the end of its path.",
  settings: {},
  free: [],
  unchecked: true,
});

export const file = defineBlock({
  name: "file",
  doc: "A file in every server, or in the hub's own pod.",
  settings: {
    path: setting({
      type: absolutePath,
      doc: "Where it appears.",
      example: '"/etc/gitconfig"',
      required: true,
    }),
    text: setting({
      type: contentsOrSecret,
      doc: "What it holds: a text, a file of the project, or a secret.",
      example: '"[safe]\\n\\tdirectory = *\\n"',
    }),
    secret: setting({
      type: secretName,
      doc: "What it holds, where a Kubernetes Secret that somebody else makes in the namespace holds it: the Secret's name.",
      example: '"user-gitconfig"',
    }),
    key: setting({
      type: secretKeyName,
      doc: "The key of `secret`.",
      example: '"gitconfig"',
      defaultDoc: "the last part of `path`",
    }),
    in: setting({
      type: choice("servers", "hub"),
      doc: "Whose file it is: every server's, or the hub's own.",
      example: "hub",
      default: "servers" as const,
    }),
    executable: setting({
      type: truth,
      doc: "It can be run as a program.",
      example: "true",
      defaultDoc: "`true` where its text begins with `#!`",
    }),
  },
  blocks: {
    data: nested(data, "data { ContentsManager.allow_hidden = true }"),
  },
  oneOf: [["text", "secret", "data"]],
});
