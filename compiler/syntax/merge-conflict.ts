// What git leaves in a file where two people changed the same lines: both ways, between markers.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import { mergeConflict } from "./structure-diagnostics.ts";
import { namePattern } from "./tokens.ts";

type Part = "outside" | "ours" | "before" | "theirs";

/** What a marker begins, by the part that it ends; `before` is what both ways began with, where git was asked to show it. */
const next: Readonly<Record<Part, Readonly<Record<string, Part>>>> = {
  outside: { "<<<<<<<": "ours" },
  ours: { "|||||||": "before", "=======": "theirs" },
  before: { "=======": "theirs" },
  theirs: { ">>>>>>>": "outside" },
};

export interface OneSide {
  /** With blanks for what stands not on our side, so that every offset stays. */
  readonly text: string;
  /** Says at the first marker that the merge was left open. */
  readonly found: Diagnostic;
  /** Words on their side: one of them may be the name of a declaration. */
  readonly theirs: readonly string[];
}

/** The text as it is on our side of each conflict; absent where there is no conflict, or one has lost a marker. */
export function oneSide(file: SourceFile): OneSide | undefined {
  if (!file.text.includes("<<<<<<<")) return undefined;
  const starts: { readonly start: number; readonly end: number }[] = [];
  const kept: string[] = [];
  const theirs: string[] = [];
  let part: Part = "outside";
  let at = 0;
  for (const line of file.text.split(/(?<=\n)/)) {
    const [, marker = ""] = /^(<{7}|\|{7}|={7}|>{7})(?=\s|$)/.exec(line) ?? [];
    const begun: Part | undefined = next[part][marker];
    if (begun === "ours") starts.push({ start: at, end: at + line.trimEnd().length });
    const isKept: boolean = begun === undefined && (part === "outside" || part === "ours");
    kept.push(isKept ? line : line.replace(/[^\r\n]/g, " "));
    if (part === "theirs" && begun === undefined) theirs.push(...(line.match(names) ?? []));
    part = begun ?? part;
    at += line.length;
  }
  const [first, ...others] = starts;
  if (first === undefined || part !== "outside") return undefined;
  const found = diagnose(mergeConflict, { more: others.length }, { span: { file, ...first } });
  return { text: kept.join(""), found, theirs };
}

const names = new RegExp(namePattern, "g");
