// A constant is read where it is used, by the type that is expected there. What is wrong with it whatever it is used for is
// found here, so that a text that looks like a secret is refused in an unused constant, too.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Surroundings } from "../names/surroundings.ts";
import type { ValueReader } from "../schema/value-type.ts";
import { contentsOrSecret } from "../schema/values/references.ts";
import { textOf } from "../schema/values/scalars.ts";
import type { LetNode, ValueNode } from "../syntax/tree.ts";
import { constantReader, nothingFilled } from "./constants.ts";

/** Checks the texts, files and secrets of every constant. */
export function checkConstants(constants: readonly LetNode[], surroundings: Surroundings, report: Report): void {
  for (const declared of constants) {
    if (!checked.has(declared.value.kind)) continue;
    const reading = { surroundings, report, number: undefined, following: [], filled: nothingFilled() };
    checkValue(declared.value, constantReader(declared, reading, report));
  }
}

/** Kinds of values that hold texts, files or secrets. */
const checked: ReadonlySet<ValueNode["kind"]> = new Set(["text", "call", "list", "map"]);

function checkValue(node: ValueNode, reader: ValueReader): void {
  switch (node.kind) {
    case "text":
      textOf(node, reader);
      return;
    case "call":
      contentsOrSecret.read(node, reader);
      return;
    case "list":
      for (const item of node.items) checkValue(item, reader);
      return;
    case "map":
      for (const entry of node.entries) if (entry.kind === "setting") checkValue(entry.value, reader);
      return;
    default:
      return;
  }
}
