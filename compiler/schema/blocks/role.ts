// Roles of a hub: what members of groups may do by JupyterHub's API, under a name of the hub's own.

import { defineBlock, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { referencesTo } from "../values/references.ts";
import { text } from "../values/scalars.ts";

export const role = defineBlock({
  name: "role",
  doc: "What members of groups may do on this hub, as a role of JupyterHub's with this name. What they may on every hub is `may` in a group.",
  settings: {
    description: setting({
      type: text,
      doc: "What the role is for, as JupyterHub keeps it.",
      example: '"The department\'s staff sees and enters all servers."',
      defaultDoc: "nothing",
    }),
    groups: setting({
      type: referencesTo("group"),
      doc: "Who has it.",
      example: "data8-staff",
      required: true,
    }),
    scopes: setting({
      type: listOf(text),
      doc: "What it allows: JupyterHub's scopes. `!group=NAME` narrows one to the members of a group of the program.",
      example: '["admin-ui", "list:users", "access:servers"]',
      required: true,
    }),
  },
});
