// What git leaves in a file where two people changed the same lines: both ways, between markers.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import { mergeConflict } from "./structure-diagnostics.ts";

type Part = "outside" | "ours" | "before" | "theirs";

/** What a marker begins, by the part that it ends; `before` is what both ways began with, where git was asked to show it. */
const next: Readonly<Record<Part, Readonly<Record<string, Part>>>> = {
  outside: { "<<<<<<<": "ours" },
  ours: { "|||||||": "before", "=======": "theirs" },
  before: { "=======": "theirs" },
  theirs: { ">>>>>>>": "outside" },
};

/**
 * The text as it is on our side of each conflict, with blanks for all else, so that every offset stays; absent where there is no conflict, or
 * one has lost a marker. `found` says so at the first marker.
 */
export function oneSide(file: SourceFile): { readonly text: string; readonly found: Diagnostic } | undefined {
  if (!file.text.includes("<<<<<<<")) return undefined;
  const starts: { readonly start: number; readonly end: number }[] = [];
  const kept: string[] = [];
  let part: Part = "outside";
  let at = 0;
  for (const line of file.text.split(/(?<=\n)/)) {
    const [, marker = ""] = /^(<{7}|\|{7}|={7}|>{7})(?=\s|$)/.exec(line) ?? [];
    const begun: Part | undefined = next[part][marker];
    if (begun === "ours") starts.push({ start: at, end: at + line.trimEnd().length });
    const isKept: boolean = begun === undefined && (part === "outside" || part === "ours");
    kept.push(isKept ? line : line.replace(/[^\r\n]/g, " "));
    part = begun ?? part;
    at += line.length;
  }
  const [first, ...others] = starts;
  if (first === undefined || part !== "outside") return undefined;
  const found = diagnose(mergeConflict, { more: others.length }, { span: { file, ...first } });
  return { text: kept.join(""), found };
}
