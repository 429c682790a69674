// Outputs of a program with hostile texts, held against those with harmless ones by a reader of each format: the structure is the same, and
// every text arrived as it is.

import { spawnSync } from "node:child_process";
import { loadAll } from "js-yaml";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { htmlText } from "../../compiler/output/xml.ts";
import { branchFilter } from "../../compiler/targets/ci/github-steps.ts";
import { oneForm } from "../../compiler/text/one-form.ts";
import {
  bicepSkeleton,
  listLines,
  markdownSkeleton,
  readCsv,
  rSkeleton,
  shellSigns,
  withoutHereDocuments,
} from "./output-skeletons.ts";
import { readDockerfile } from "./read-dockerfile.ts";
import type { PythonPair } from "./same-python.ts";

/** The outputs with harmless texts, and what was read of them so far. */
export interface OutputTwin {
  readonly files: ReadonlyMap<string, OutputFile>;
  readonly read: Map<string, unknown>;
}

export function outputTwin(files: readonly OutputFile[]): OutputTwin {
  return { files: new Map(files.map((file) => [file.path, file])), read: new Map() };
}

export interface Comparing {
  readonly twin: OutputTwin;
  /** For a harmless text, the hostile one that stands in its place. */
  readonly texts: ReadonlyMap<string, string>;
  /** Takes down in words what is wrong. */
  readonly hold: (isRight: boolean, what: () => string) => void;
}

interface At extends Comparing {
  /** The part of an output, in words. */
  readonly where: string;
}

/** The pieces of Python of a release that differ from those of its twin; what the program brings itself is compared as a text. */
export function pythonIn(file: OutputFile, { texts, twin: { files, read } }: Comparing): readonly PythonPair[] {
  const twin = files.get(file.path);
  if (twin === undefined || file.text === twin.text || !file.path.endsWith("values.yaml")) return [];
  const pieces = extraConfig(loadAll(file.text));
  return Object.entries(extraConfig(readOnce(twin, read, loadAll))).flatMap(([name, piece]) => {
    const text = pieces[name];
    const isOwn = typeof piece !== "string" || texts.has(piece);
    return isOwn || typeof text !== "string" || text === piece
      ? []
      : [{ text, twin: piece, where: `${file.path} ${name}` }];
  });
}

function extraConfig(documents: unknown): Readonly<Record<string, unknown>> {
  const [document] = Array.isArray(documents) ? documents : [];
  const hub = typeof document === "object" && document !== null && "hub" in document ? document.hub : undefined;
  const found = typeof hub === "object" && hub !== null && "extraConfig" in hub ? hub.extraConfig : undefined;
  return typeof found === "object" && found !== null ? { ...found } : {};
}

/** Holds an output against its twin, by a reader of its format. */
export function readBack(file: OutputFile, comparing: Comparing): void {
  const { path, text } = file;
  const { files, read } = comparing.twin;
  const twin = files.get(path);
  if (twin === undefined || twin.text === text || path.endsWith("hubc-manifest.json")) return;
  const at: At = { ...comparing, where: path };
  if (path.endsWith(".json")) same(readJson(text), readOnce(twin, read, readJson), at);
  else if (/\.ya?ml$/.test(path)) same(loadAll(text), readOnce(twin, read, loadAll), at);
  else if (path.endsWith(".csv")) sameTable(readCsv(text), readCsv(twin.text), at);
  else {
    const skeleton = skeletons.find(([pattern]) => pattern.test(path))?.[1];
    if (skeleton === undefined) return;
    const [one, other] = [skeleton(text), readOnce(twin, read, skeleton)].map((found) => JSON.stringify(found));
    at.hold(one === other, () => `${path}: ${one} for ${other}`);
  }
  if (!isScript.test(path)) return;
  // Only read, never run.
  const { stderr, status } = spawnSync("bash", ["-n"], { input: text, encoding: "utf8" });
  at.hold(status === 0, () => `${path}: ${stderr}`);
}

const isScript = /\.sh$|\/(?:start|postBuild)$/;

/** What stays the same whatever the texts are, by the path of an output; the first that fits. */
const skeletons: readonly (readonly [pattern: RegExp, skeleton: (text: string) => unknown])[] = [
  [/Dockerfile$/, (text) => readDockerfile(withoutHereDocuments(text)).map(({ keyword }) => keyword)],
  [/\.html$/, tags],
  [/\.ics$/, properties],
  [/\.md$/, markdownSkeleton],
  [/\.R$/, rSkeleton],
  [/\.bicep$/, bicepSkeleton],
  [/\.txt$|CODEOWNERS$/, listLines],
  [isScript, shellSigns],
];

/** A twin is read once, however many texts it is held against. */
function readOnce(twin: OutputFile, read: OutputTwin["read"], reader: (text: string) => unknown): unknown {
  if (!read.has(twin.path)) read.set(twin.path, reader(twin.text));
  return read.get(twin.path);
}

type Rows = readonly (readonly string[])[];

function sameTable(rows: Rows, twin: Rows, { texts, where, hold }: At): void {
  const widths = (table: Rows) => table.map((row) => row.length).join();
  hold(widths(rows) === widths(twin), () => `${where}: rows of ${widths(rows)} for ${widths(twin)}`);
  for (const [y, row] of twin.entries())
    for (const [x, cell] of row.entries()) {
      const expected = texts.get(cell);
      const found = rows[y]?.[x] ?? "";
      // A spreadsheet takes no cell for a formula.
      hold(!/^[=+@\t\r]/.test(found), () => `${where}: a formula, ${found}`);
      if (expected !== undefined)
        hold(found === expected || found === `'${expected}`, () => `${where}: ${found} for ${expected}`);
    }
}

/** JSON, behind lines of comment where its reader takes them, as that of development containers does. */
function readJson(text: string): unknown {
  return JSON.parse(text.replace(/^(?:\/\/.*\n)+/, ""));
}

/** The tags of a page with the names of their attributes, in order. */
function tags(html: string): readonly string[] {
  const found = html.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<(\/?[A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g);
  return [...found].map(([, name = "", rest = ""]) => {
    const names = rest.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(/[\w-]+(?==)/g);
    return [name, ...names].join(" ");
  });
}

/** The names of a calendar's lines, unfolded (RFC 5545, section 3.1). */
function properties(ics: string): readonly string[] {
  const lines = ics.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map((line) => /^[A-Z-]*/.exec(line)?.[0] ?? "");
}

/** What stands in an output for a text, by what reads it there. */
function formsOf(text: string): readonly string[] {
  return [
    text,
    // Names of profiles are HTML for KubeSpawner.
    htmlText(text),
    // KubeSpawner fills in variables as Python's `format` does.
    text.replace(/[{}]/g, "$&$&"),
    // GitHub's own way to write what would begin an expression.
    text.replaceAll("$" + "{{", "$" + "{{ '$" + "{{' }}"),
    // Domains and people.
    text.toLowerCase(),
    // Prose in one line, and paths below a folder.
    text.replace(/\s+/g, " ").trim(),
    text.trim(),
    text.replace(/^\/+/, ""),
    // Addresses of repositories, and the first line of a description in a list.
    text.replace(/\/+$/, ""),
    text.split("\n", 1)[0]?.trim() ?? "",
  ];
}

/** Is `data` what `twin` is, with hostile texts where the harmless ones are? Texts made of several are compared by their type. */
function same(data: unknown, twin: unknown, at: At): void {
  const { texts, where, hold } = at;
  if (typeof twin === "string") {
    const expected = texts.get(twin);
    const isSame = expected === undefined ? typeof data === "string" : formsOf(expected).some((one) => one === data);
    hold(isSame, () => `${where}: ${JSON.stringify(data)} for ${JSON.stringify(expected ?? twin)}`);
  } else if (Array.isArray(twin)) sameList(Array.isArray(data) ? data : [], twin, at);
  else if (typeof twin === "object" && twin !== null) {
    const own = new Map<string, unknown>(Object.entries(data ?? {}));
    const keys = Object.keys(twin).length;
    hold(own.size === keys, () => `${where}: ${own.size} keys for ${keys}`);
    for (const [key, value] of Object.entries(twin)) {
      const name = oneForm(texts.get(key) ?? key);
      hold(!texts.has(key) || own.has(name), () => `${where}: no key ${name}`);
      if (own.has(name)) same(own.get(name), value, { ...at, where: `${where}.${key}` });
    }
  } else hold(typeof data === typeof twin, () => `${where}: ${typeof data} for ${typeof twin}`);
}

function sameList(items: readonly unknown[], twin: readonly unknown[], at: At): void {
  const { texts, where, hold } = at;
  hold(items.length === twin.length, () => `${where}: ${items.length} items for ${twin.length}`);
  // A list of words may stand in the order of its words.
  if (!twin.every((one) => typeof one === "string")) {
    for (const [i, one] of twin.entries()) same(items[i], one, { ...at, where: `${where}[${i}]` });
    return;
  }
  for (const one of twin) {
    const expected = texts.get(one);
    if (expected === undefined) continue;
    // The names of people are in lower case, as JupyterHub keeps them.
    // A branch in a filter of GitHub's is a pattern that means it alone.
    // KubeSpawner fills in variables in the commands of containers as Python's `format` does.
    const filledIn = expected.replace(/[{}]/g, "$&$&");
    const forms = [expected, expected.toLowerCase(), branchFilter(expected), filledIn];
    const isThere = forms.some((form) => items.includes(form));
    hold(isThere, () => `${where}: no ${JSON.stringify(expected)} in ${JSON.stringify(items)}`);
  }
}
