// The syntax errors of a file, where a slip that is known by its look is said instead of what it breaks.

import { type Diagnostic, diagnose, type Fix } from "../../diagnostics/diagnostic.ts";
import { secretStretches } from "../../diagnostics/secret-stretches.ts";
import { secretsByName } from "../../diagnostics/secrets-by-name.ts";
import { limits } from "../../text/limits.ts";
import { lineIndexAt, type SourceFile } from "../../text/source-file.ts";
import { controlCharacter, lookAlike, tooManyErrors } from "../syntax-diagnostics.ts";
import { asWrittenHere, hintFor, type Reads } from "./as-written-here.ts";
import { brokenText } from "./broken-text.ts";
import { pastedTree } from "./pasted-tree.ts";
import { peopleLines } from "./people.ts";
import { yamlList, yamlPackages } from "./yaml-list.ts";
import { yamlMap } from "./yaml-map.ts";

/** What stands on some lines, and what it is here. */
interface Mended {
  readonly lines: number;
  readonly message: string;
  /** What the lines become: one reading, or two of which a person chooses. */
  readonly readings: readonly string[];
  readonly certain: boolean;
}

/** The errors, in order, with each slip that is known told in its own words, once for all lines that it takes. */
export function withLookAlikes(errors: readonly Diagnostic[], file: SourceFile, reads: Reads): readonly Diagnostic[] {
  if (errors.length === 0) return errors;
  const lines = file.text.split(/\r\n|\n|\r/);
  const told: Diagnostic[] = [];
  let next = 0;
  for (const error of errors) {
    const at = lineIndexAt(file, error.span.start);
    if (at < next && error.code !== tooManyErrors.code) continue;
    const isOther = error.code === controlCharacter.code || error.code === tooManyErrors.code;
    const mended = isOther ? undefined : mend(lines, at, reads);
    told.push(mended === undefined ? error : tellAt(error, { at, lines }, mended));
    if (mended !== undefined) next = at + mended.lines;
  }
  return told;
}

function mend(lines: readonly string[], at: number, reads: Reads): Mended | undefined {
  const line = lines[at] ?? "";
  // What stands where a secret belongs is shown by no message, in no form.
  const holdsSecret = secretsByName(line).length > 0 || secretStretches(line).length > 0;
  if (line.length > limits.slipLine || holdsSecret) return undefined;
  const several = severalLines(lines, at, reads);
  if (several !== undefined) return several;
  const written = asWrittenHere(line, reads);
  if (written === undefined) {
    const message = hintFor(line, reads);
    return message === undefined ? undefined : { lines: 1, message, readings: [], certain: false };
  }
  const { text, other, message, certain } = written;
  return { lines: 1, message, readings: other === undefined ? [text] : [text, other], certain };
}

/** What stands on the line and goes on below it. */
function severalLines(lines: readonly string[], at: number, reads: Reads): Mended | undefined {
  const tree = pastedTree(lines, at);
  if (tree !== undefined && reads(`${tree.text}\n`)) {
    return { lines: tree.lines, message: tree.message, readings: [tree.text], certain: true };
  }
  const packages = yamlPackages(lines, at);
  if (packages !== undefined) {
    const message = "Packages stand in a block, one a line and without `-`: `conda { … }`, `pip { … }`, `apt { … }`.";
    return { lines: packages.lines, message, readings: [packages.text], certain: true };
  }
  const list = yamlList(lines, at);
  if (list !== undefined) {
    const message = "A list stands between `[` and `]`, and not on lines that begin with `-`.";
    return { lines: list.lines, message, readings: [list.text], certain: true };
  }
  const found = peopleLines(lines, at) ?? yamlMap(lines, at) ?? brokenText(lines, at);
  return found === undefined
    ? undefined
    : { lines: found.lines, message: found.message, readings: [found.text], certain: true };
}

function tellAt(
  error: Diagnostic,
  { at, lines }: { readonly at: number; readonly lines: readonly string[] },
  mended: Mended,
): Diagnostic {
  const { file } = error.span;
  if (mended.readings.length === 0) return diagnose(lookAlike, { message: mended.message }, { span: error.span });
  const start = file.lineStarts[at] ?? 0;
  const last = at + mended.lines - 1;
  const end = (file.lineStarts[last] ?? 0) + (lines[last] ?? "").length;
  const written = file.text.slice(start, end);
  const fixes = mended.readings.map((text): Fix => {
    const { from, to, insert } = difference(written, text);
    const edit = { span: { file, start: start + from, end: start + to }, text: insert };
    return { title: `Write \`${shown(text)}\``, edits: [edit], applies: mended.certain ? "always" : "when-chosen" };
  });
  const place = fixes[0]?.edits[0]?.span ?? { file, start, end };
  // Where something is only added, the mark is under what stands there.
  const words = start + Math.max(written.search(/\S/), 0);
  const span = place.start === place.end ? { file, start: words, end } : place;
  return diagnose(lookAlike, { message: mended.message }, { span, fixes });
}

/** The least that has to be replaced in `before` to give `after`. */
function difference(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

function shown(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
