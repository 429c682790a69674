// The syntax errors of a file, where a slip that is known by its look is said instead of what it breaks.

import { type Diagnostic, diagnose, type Fix } from "../../diagnostics/diagnostic.ts";
import { secretStretches } from "../../diagnostics/secret-stretches.ts";
import { secretsByName } from "../../diagnostics/secrets-by-name.ts";
import { limits } from "../../text/limits.ts";
import { lineIndexAt, type SourceFile } from "../../text/source-file.ts";
import { controlCharacter, lookAlike, tooManyErrors } from "../syntax-diagnostics.ts";
import { asWrittenHere, hintFor, type Reads } from "./as-written-here.ts";
import { asText, type PastedLines } from "./look-alike.ts";
import { pastedTree } from "./pasted-tree.ts";
import { pastedValues } from "./pasted-values.ts";
import { peopleLines } from "./people.ts";

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
  const diagnostics: Diagnostic[] = [];
  let next = 0;
  for (const error of errors) {
    const at = lineIndexAt(file, error.span.start);
    if (at < next && error.code !== tooManyErrors.code) continue;
    const isOther = error.code === controlCharacter.code || error.code === tooManyErrors.code;
    const mended = isOther ? undefined : mend(lines, at, reads);
    diagnostics.push(mended === undefined ? error : tellAt(error, { at, lines }, mended));
    if (mended !== undefined) next = at + mended.lines;
  }
  return diagnostics;
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
  const values = pastedValues(lines, at);
  if (values !== undefined) {
    const { text } = values;
    const readings = text !== undefined && reads(`hub h {\n${text}\n}\n`) ? [text] : [];
    // A course has no values: whoever pasted them knows what they belong to.
    return { lines: values.lines, message: values.message, readings, certain: false };
  }
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
  const pastedLines = peopleLines(lines, at) ?? yamlMap(lines, at) ?? brokenText(lines, at);
  return pastedLines === undefined
    ? undefined
    : { lines: pastedLines.lines, message: pastedLines.message, readings: [pastedLines.text], certain: true };
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

/** More lines than this are no text of one setting. */
const MOST_LINES = 20;

/** Reads a text that begins at the line `at` and ends with its quote some lines below: one line, with blanks between. */
function brokenText(
  lines: readonly string[],
  at: number,
): { readonly lines: number; readonly text: string; readonly message: string } | undefined {
  const [, head = "", first = ""] = /^(\s*[\w.-]+\s*=\s*)"([^"\\]*)$/.exec(lines[at] ?? "") ?? [];
  if (head === "") return undefined;
  const words = [first.trim()];
  for (const line of lines.slice(at + 1, at + MOST_LINES)) {
    if (line.length > limits.slipLine) return undefined;
    const [, inside = "", quote = ""] = /^([^"\\={}]*)("?)\s*$/.exec(line) ?? [undefined, undefined, undefined];
    if (inside === "" && quote === "") return undefined;
    words.push(inside.trim());
    if (quote === "") continue;
    const text = `${head}"${words.filter((word) => word !== "").join(" ")}"`;
    const message = 'A text in `"` ends on its own line: write it on one, or between `"""` and `"""`.';
    return { lines: words.length, text, message };
  }
  return undefined;
}

/** The lines that hold it, and what they are here. */
interface YamlList {
  readonly lines: number;
  readonly text: string;
}

/** What other tools call the packages of an image, and the block that holds them here. */
const packages: ReadonlyMap<string, string> = new Map([
  ["dependencies", "conda"],
  ["packages", "conda"],
  ["conda", "conda"],
  ["pip", "pip"],
  ["requirements", "pip"],
  ["apt", "apt"],
  ["cran", "cran"],
]);

/** The packages of an `environment.yml`, pasted: each kind in its block. */
function yamlPackages(lines: readonly string[], at: number): YamlList | undefined {
  const [, indent = "", name = ""] = /^(\s*)([a-z]+):\s*$/.exec(lines[at] ?? "") ?? [];
  const kind = packages.get(name);
  if (kind === undefined) return undefined;
  const own: string[] = [];
  const pip: string[] = [];
  let count = 1;
  for (const line of lines.slice(at + 1)) {
    const [, deep = "", item] =
      line.length > limits.slipLine ? [] : (/^(\s*)-\s+["']?([^\s"'#{[][^"'#]*?)["']?\s*$/.exec(line) ?? []);
    if (item === undefined) break;
    count += 1;
    if (item === "pip:") pip.push("");
    else if (pip.length > 0 && deep.length > indent.length) pip.push(item);
    else own.push(item);
  }
  if (own.length === 0 && pip.length === 0) return undefined;
  const blocks = [
    [kind, own],
    ["pip", pip.filter((item) => item !== "")],
  ] as const;
  const written = blocks.flatMap(([block, items]) =>
    items.length === 0 ? [] : [`${indent}${block} {`, ...items.map((item) => `${indent}  ${item}`), `${indent}}`],
  );
  return { lines: count, text: written.join("\n") };
}

/** Reads a list that begins at the line `at`: `name:` or `name =`, then lines of `- item`. */
function yamlList(lines: readonly string[], at: number): YamlList | undefined {
  const [, head = ""] = /^(\s*(?:[^"#=]*\{\s*)?[\w.-]+)\s*[:=]\s*(?:#.*)?$/.exec(lines[at] ?? "") ?? [];
  if (head === "") return undefined;
  const items: string[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.length > limits.slipLine) return undefined;
    const [, item] = /^\s*(?:[-*•]|\d+[.)])\s+(.*?)\s*$/.exec(line) ?? [];
    if (item === undefined) break;
    items.push(item);
  }
  if (items.length === 0) return undefined;
  // An item with a comment or a map in it is more than a text: whoever wrote it has to say what it is here.
  if (items.some((item) => /\s#|:\s|:$|["'].*["']./.test(item))) return undefined;
  const quoted = items.map((item) => asText(item.replace(/^(["'])(.*)\1$/, "$2")));
  return { lines: items.length + 1, text: `${head} = [${quoted.join(", ")}]` };
}

const starts = new Set([
  "start",
  "from",
  "first",
  "begin",
  "begins",
  "min",
  "minimum",
  "guarantee",
  "request",
  "requests",
]);
const ends = new Set(["end", "to", "last", "until", "ends", "max", "maximum", "limit", "limits"]);

/** Reads a map that begins at the line `at`: `name:` alone, then deeper lines of `name: value`. */
function yamlMap(lines: readonly string[], at: number): PastedLines | undefined {
  const [, indent = "", name = "", after = ""] =
    /^(\s*)["']?([A-Za-z][\w-]*)["']?\s*(?::|=)\s*([|>]?)-?\s*(?:#.*)?$/.exec(lines[at] ?? "") ?? [];
  if (name === "") return undefined;
  const deeper = deeperLines(lines.slice(at + 1), indent.length);
  if (deeper.length === 0) return undefined;
  if (after !== "") return folded(deeper, `${indent}${name}`);
  const entries = deeper.map((line) => /^\s*["']?([A-Za-z][\w-]*)["']?\s*:\s+([^\s#{[|>&*-].*?)\s*,?$/.exec(line));
  if (entries.some((entry) => entry === null)) return undefined;
  const settings = entries.map((entry) => [entry?.[1] ?? "", entry?.[2] ?? ""] as const);
  const range = asRange(settings);
  if (range !== undefined) {
    const text = `${name} = ${range}`;
    return {
      lines: deeper.length + 1,
      text: indent + text,
      message: `The two ends of \`${name}\` are joined by \`..\`: \`${text}\`.`,
    };
  }
  const inner = settings.map(([key, value]) => `${indent}  ${key} = ${value}`).join("\n");
  const message = `What belongs to \`${name}\` stands between braces, each with \`=\`: \`${name} { ${settings[0]?.[0]} = … }\`.`;
  return { lines: deeper.length + 1, text: `${indent}${name} {\n${inner}\n${indent}}`, message };
}

function deeperLines(lines: readonly string[], indent: number): readonly string[] {
  const deeper: string[] = [];
  for (const line of lines) {
    if (line.length > limits.slipLine || line.trim() === "" || line.search(/\S/) <= indent) break;
    deeper.push(line);
  }
  return deeper;
}

function asRange(settings: readonly (readonly [name: string, value: string])[]): string | undefined {
  const from = settings.find(([name]) => starts.has(name.toLowerCase()));
  const to = settings.find(([name]) => ends.has(name.toLowerCase()));
  return settings.length === 2 && from !== undefined && to !== undefined ? `${from[1]} .. ${to[1]}` : undefined;
}

/** `title: |` and a text on the lines below. */
function folded(lines: readonly string[], head: string): PastedLines | undefined {
  const words = lines.map((line) => line.trim()).join(" ");
  if (/["\\]/.test(words)) return undefined;
  const message = "A text stands in quotes behind `=`, on the same line.";
  return { lines: lines.length + 1, text: `${head} = "${words.replaceAll("${", "\\${")}"`, message };
}
