// A line that can't be read, written as the language writes it: only where it can be read afterwards.

import type { LookAlike, Rewritten } from "./look-alike.ts";
import { lookAlikes } from "./look-alikes.ts";

/** Can this text be read without a syntax error? */
export type Reads = (text: string) => boolean;

/** Writes `line`, which has a syntax error, in the language's own way; `undefined` where no known slip explains the error. */
export function asWrittenHere(line: string, reads: Reads): Rewritten | undefined {
  const broken = placesWithError(line, reads);
  const isRead = (text: string) => broken.some((place) => reads(place(text)));
  for (const rows of lookAlikes) {
    const rewritten = rewrittenBy(rows, line, isRead);
    if (rewritten !== undefined) return rewritten;
  }
  return undefined;
}

/** The line with one row after the other applied, up to the first with which it can be read. The first that applies says what is wrong. */
function rewrittenBy(rows: readonly LookAlike[], line: string, isRead: Reads): Rewritten | undefined {
  let text = line;
  let message: string | undefined;
  let certain = true;
  for (const row of rows) {
    const rewritten = row(text);
    if (rewritten === undefined || rewritten.text === text) continue;
    message ??= rewritten.message;
    certain &&= rewritten.certain;
    text = rewritten.text;
    if (isRead(text)) return { ...rewritten, message, certain };
  }
  return undefined;
}

/** Puts a line where it may stand: in a body, among the items of a list, or outside of all declarations. */
const places: readonly ((line: string) => string)[] = [
  (line) => `abstract course x {\n${withPartners(line)}\n}\n`,
  (line) => `let x = [\n${withPartners(line)}\n]\n`,
  (line) => `${withPartners(line)}\n`,
];

/** The places in which the line can't be read. Where it can, it is not what is wrong. */
function placesWithError(line: string, reads: Reads): typeof places {
  return places.filter((place) => !reads(place(line)));
}

const closing: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
]);
const opening: ReadonlyMap<string, string> = new Map([
  ["}", "block {\n"],
  ["]", "x = ["],
  [")", "x = secret("],
]);

/** The line with what it needs before and behind it so that each of its brackets has a partner. */
function withPartners(line: string): string {
  const code = line.replace(/"(?:[^"\\]|\\.)*"|#.*$/g, "");
  const open: string[] = [];
  let before = "";
  for (const sign of code.match(/[{}[\]()]/g) ?? []) {
    const close = closing.get(sign);
    if (close !== undefined) open.push(close);
    else if (open.at(-1) === sign) open.pop();
    else before = (opening.get(sign) ?? "") + before;
  }
  const after = open.length === 0 ? "" : `\n${open.reverse().join("\n")}`;
  return `${before}${line}${after}`;
}

/** What can't be written in one way only, by what it looks like: said, and left to whoever wrote it. */
const hints: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /(?<![\w./-])\d{1,2}[/.]\d{1,2}(?![\w./-])/,
    "A date is written with its year: year, month and day, such as `2026-08-26`.",
  ],
  [
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b/i,
    "A date is written with its year: year, month and day, such as `2026-08-26`.",
  ],
  [
    /^\s*term\s*=\s*(?:[A-Za-z]|\d{4}-\d\d-\d\d\s*(?:,|[A-Za-z]|\.\.\s*\d\d?-))/,
    "A term is its first and its last day, each as year, month and day: `2026-08-26 .. 2026-12-18`.",
  ],
  [/^\s*time\s*=\s*[A-Za-z]/, "Times are written with 24 hours and joined by `..`: `10:00 .. 11:30`."],
  [/^\s*(?:students|peak)\s*=\s*(?:[A-Za-z]|\d+\s*[-–])/, "How many people is one whole number, such as `120`."],
  [/^\s*days\s*=\s*[A-Za-z]/, "Days are a list of short names: `[mon, wed]`."],
  [/^\s*memory\s*=\s*[A-Za-z]/, "Memory is a size, or two joined by `..`: `2GiB`, `1GiB .. 2GiB`."],
  [
    /^\s*(?:[!%$]\s*)?(?:pip3?|uv pip|conda|mamba)\s+install\s+(?:.*\s)?(?:-r|--requirement|--file)\b/,
    "Nothing is installed from another file: copy its lines into a block, `pip { … }` or `conda { … }`, one a line.",
  ],
  [
    /^\s*(?:resource|data|module|variable|output|locals)\s+(?:""\s*)*\{/,
    "A declaration begins with its kind, `provider`, `storage` and `policy` with a variant behind it, and then its name, all without quotes: `storage dynamic homes {`.",
  ],
  [
    /^\s*FROM\s+\S/,
    'What an image is built on is its `base`, with a tag: `base = "quay.io/jupyter/scipy-notebook:2026-08-25"`. Lines of a Dockerfile go into `dockerfile`.',
  ],
  [
    /^\s*"?(?:course|image|hub|group|provider|storage|project)"?\s*:\s*\{/,
    "A declaration begins with its kind and a name of its own: `course NAME {`.",
  ],
  [/"\s*\+|\+\s*"/, "Texts are not joined by `+`: write one text, with `${name}` where a `let` belongs."],
  [/(?<!\w)[fFrRbBuU]"/, "A text begins with its quotes: no letter stands before them."],
  [
    /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/,
    "This is a line that git leaves where a merge is open: take it out, and keep one of the two ways that stand beside it.",
  ],
  [
    /^\s*(?:import|include|from|source|use)\s+["'\w]/,
    "Nothing is imported: all `.hub` files of a folder are one program.",
  ],
  [
    /^\s*(?:if|for|while|elif|else)\b/,
    "There are no conditions and loops: what differs by stage or by date stands in `stage` and `during` blocks.",
  ],
];

/** What is known about a line that can't be read and not be rewritten. */
export function hintFor(line: string, reads: Reads): string | undefined {
  if (placesWithError(line, reads).length < places.length) return undefined;
  const code = line.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/#.*$/, "");
  return hints.find(([pattern]) => pattern.test(code))?.[1];
}
