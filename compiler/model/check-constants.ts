// A constant is read where it is used, by the type that is expected there. What is wrong with it whatever it is used for is
// found here, so that a text that looks like a secret is refused in an unused constant, too.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Memory } from "../diagnostics/memory.ts";
import { areAnsweredAlike, type Noting, type Question, type Surroundings } from "../names/surroundings.ts";
import type { ValueReader } from "../schema/value-type.ts";
import { contentsOrSecret } from "../schema/values/references.ts";
import { textOf } from "../schema/values/scalars.ts";
import type { LetNode, ValueNode } from "../syntax/tree.ts";
import { constantReader, nothingFilled } from "./constants.ts";

/** What checking needs beside the constants. */
export interface ConstantsContext {
  readonly surroundings: Surroundings;
  /** The surroundings, with what is asked of them noted. */
  readonly noting: Noting;
  readonly memory: Memory;
  readonly report: Report;
}

/** Checks the texts, files and secrets of every constant. */
export function checkConstants(constants: readonly LetNode[], context: ConstantsContext): void {
  const { surroundings, noting, memory, report } = context;
  const holds = (questions: readonly Question[]) => areAnsweredAlike(questions, surroundings);
  memory.recallEach({ each: constants, step: "check constant", holds, report }, (found, declared) => {
    if (!checked.has(declared.value.kind)) return unasked;
    const questions: Question[] = [];
    const reading = {
      surroundings: noting(questions, declared.file),
      report: found,
      number: undefined,
      following: [],
      filled: nothingFilled(),
    };
    checkValue(declared.value, constantReader(declared, reading, found));
    return questions;
  });
}

const unasked: readonly Question[] = [];

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
