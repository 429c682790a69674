// Folders of a storage that a hub mounts into servers: everybody's, or those of some groups.

import { defineBlock, setting } from "../block.ts";
import { mountPath, sharePath } from "../values/forms.ts";
import { referencesTo, referenceTo } from "../values/references.ts";
import { truth } from "../values/scalars.ts";

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
    admins: setting({
      type: truth,
      doc: "Only the servers of the hub's `admins` have it, and those of `groups`.",
      example: "true",
      default: false,
    }),
  },
});
