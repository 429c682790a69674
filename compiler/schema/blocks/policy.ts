import { defineBlock, setting } from "../block.ts";
import type { ValueType } from "../value-type.ts";
import { listOf } from "../values/compounds.ts";
import { condition } from "../values/condition.ts";
import { prose, wrong } from "../values/scalars.ts";

/** A name of the kind that is governed; whether there is one is decided where the policy is. */
const declarationName: ValueType<string> = {
  name: "name",
  expected: "the name of a declaration",
  shape: { kind: "scalar" },
  read: (node, reader) => {
    const name = node.kind === "path" && node.names.length === 1 ? node.names[0]?.text : undefined;
    if (name === undefined) return wrong(node, reader, declarationName.expected);
    return node.kind === "path" && node.index !== undefined ? `${name}-${node.index}` : name;
  },
  print: (value) => value,
};

/** A policy governs declarations of the kind that its variant names. */
export const policy = defineBlock({
  name: "policy",
  doc: "A rule that every declaration of a kind must meet.",
  settings: {
    require: setting({
      type: condition,
      doc: "A condition over the settings of the declaration, or a list of them.",
      example: "memory.to <= 8GiB",
      required: true,
    }),
    message: setting({ type: prose, doc: "What to tell who breaks it.", example: '"Ask the DataHub team first."' }),
    except: setting({
      type: listOf(declarationName),
      doc: "Declarations that it does not govern.",
      example: "[astro128]",
    }),
  },
});
