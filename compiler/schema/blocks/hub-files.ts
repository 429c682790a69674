// Files that a hub puts into servers, or into its own pod.

import { defineBlock, nested, setting } from "../block.ts";
import { absolutePath, mountPath, secretKeyName, secretName, sharePath } from "../values/forms.ts";
import { contentsOrSecret, referencesTo, referenceTo } from "../values/references.ts";
import { choice, flag, truth } from "../values/scalars.ts";

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

export const mount = defineBlock({
  name: "mount",
  doc: "A folder of a storage that servers mount: everybody's, or only those of the groups and admins that are named.",
  settings: {
    path: setting({
      type: mountPath,
      doc: "Where it appears: under the home, or absolute.",
      example: '"shared"',
      required: true,
    }),
    folder: setting({
      type: sharePath,
      doc: "The folder of the storage. One that is not there is made empty and belongs to root, so that nobody writes into it.",
      example: '"_shared"',
      required: true,
    }),
    storage: setting({
      type: referenceTo("storage"),
      doc: "The storage that holds it.",
      example: "archive",
      defaultDoc: "the hub's `homes`",
    }),
    "read-only": setting({
      type: truth,
      doc: "Nobody writes into it here. Another mount of the same folder may.",
      example: "false",
      default: true,
    }),
    groups: setting({
      type: referencesTo("group"),
      doc: "Only the servers of their members have it.",
      example: "data8-staff",
      defaultDoc: "everybody's, where `admins` is not said either",
    }),
    admins: flag("Only the servers of the hub's `admins` have it, and those of `groups`."),
  },
});
