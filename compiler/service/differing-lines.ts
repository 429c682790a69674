// The lines in which the wrong and the right program of a diagnostic differ: a whole program hides the one line that it is about.

import { structuredPatch } from "diff";

/** Lines of the wrong and of the right program, without those that no reader needs. */
export interface DifferingLines {
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** Programs of up to so many lines are shown whole. */
const SHORT = 8;

/** Stands for lines that are alike in both programs. */
const LEFT_OUT = "…";

/** Each changed stretch with a line before and after it, and the headers of the blocks that it stands in; short programs are whole. */
export function differingLines({ wrong, right }: { readonly wrong: string; readonly right: string }): DifferingLines {
  const [before, after] = [linesOf(wrong), linesOf(right)];
  if (Math.max(before.length, after.length) <= SHORT) return { wrong: before, right: after };
  const { hunks } = structuredPatch("", "", `${before.join("\n")}\n`, `${after.join("\n")}\n`, "", "", { context: 1 });
  const kept = (own: "-" | "+") => (line: string) => line.startsWith(own) || line.startsWith(" ");
  const stretches = hunks.map(({ oldStart, newStart, lines }) => ({
    wrong: { start: oldStart - 1, count: lines.filter(kept("-")).length },
    right: { start: newStart - 1, count: lines.filter(kept("+")).length },
  }));
  return {
    wrong: withHeaders(
      before,
      stretches.map(({ wrong }) => wrong),
    ),
    right: withHeaders(
      after,
      stretches.map(({ right }) => right),
    ),
  };
}

interface Stretch {
  readonly start: number;
  readonly count: number;
}

function withHeaders(lines: readonly string[], stretches: readonly Stretch[]): readonly string[] {
  const shown = new Set<number>();
  for (const { start, count } of stretches) {
    for (let at = start; at < start + count; at += 1) shown.add(at);
    for (const at of headersOf(lines, start)) shown.add(at);
  }
  const result: string[] = [];
  let last = -1;
  for (const at of [...shown].sort((a, b) => a - b)) {
    if (at > last + 1) result.push(`${indentOf(lines[at])}${LEFT_OUT}`);
    result.push(lines[at] ?? "");
    last = at;
  }
  if (last < lines.length - 1) result.push(LEFT_OUT);
  return result;
}

/** The lines that open the blocks around a line. */
function headersOf(lines: readonly string[], at: number): readonly number[] {
  const headers: number[] = [];
  let indent = indentOf(lines[at]).length;
  for (let i = at - 1; i >= 0 && indent > 0; i -= 1) {
    const line = lines[i] ?? "";
    if (line.trim() === "" || indentOf(line).length >= indent) continue;
    headers.push(i);
    indent = indentOf(line).length;
  }
  return headers;
}

function indentOf(line: string | undefined): string {
  return /^ */.exec(line ?? "")?.[0] ?? "";
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split("\n");
}
