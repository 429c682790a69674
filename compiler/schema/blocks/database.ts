// Where the hub keeps what it knows.

import { defineBlock, setting } from "../block.ts";
import { secretName } from "../values/forms.ts";
import { bytes } from "../values/quantities.ts";

export const database = defineBlock({
  name: "database",
  doc: "The volume of the hub's own database.",
  settings: {
    class: setting({
      type: secretName,
      doc: "Its storage class.",
      example: '"standard-rwo"',
      defaultDoc: "the cluster's default class",
    }),
    size: setting({
      type: bytes,
      doc: "How much it holds.",
      example: "2GiB",
      defaultDoc: "the chart's, which is 1GiB",
    }),
  },
});
