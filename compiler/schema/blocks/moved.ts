// Work that was moved by hand, so that a build may look for it elsewhere.

import { defineBlock, setting } from "../block.ts";
import { text } from "../values/scalars.ts";

export const moved = defineBlock({
  name: "moved",
  doc: "Says that work was moved: what `hubc plan` and `hubc build` refuse because people's work would be left behind is fine between these two. Both are written as the refusal says them.",
  settings: {
    from: setting({
      type: text,
      doc: "Where it was; or `hub` and the name that the hub had.",
      example: '"10.0.0.2:/homes/{username}"',
      required: true,
    }),
    to: setting({
      type: text,
      doc: "Where it is now; or `hub` and its name.",
      example: '"10.0.0.3:/homes/{username}"',
      required: true,
    }),
  },
});
