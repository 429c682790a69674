// A values file as helm reads it, with the place of every key and value. Helm reads YAML 1.1 without its times and its numbers of base 60
// (helm 3.17 with sigs.k8s.io/yaml 1.4, whose resolver is that of go-yaml 2).

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Tags,
  visit,
} from "yaml";
import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { ChartData, ChartEntry, ChartMap, ChartScalar } from "../schema/values/chart-data.ts";
import { limits } from "../text/limits.ts";
import { positionAt, type SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { duplicateKey, notAMap, severalDocuments, yamlSyntax } from "./yaml-diagnostics.ts";

interface ReadFile {
  readonly values: ChartMap | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** By the file, which never changes: layouts, audit and import read the same ones, and the chart around many hubs is read for each of them. */
const filesRead = new WeakMap<SourceFile, ReadFile>();

/** The values of a file; undefined, reported, where helm would read none. */
export function readValues(file: SourceFile, report: Report): ChartMap | undefined {
  const known = filesRead.get(file);
  const diagnostics: Diagnostic[] = [];
  const found = known ?? { values: readFile(file, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
  if (known === undefined) filesRead.set(file, found);
  for (const diagnostic of found.diagnostics) report(diagnostic);
  return found.values;
}

function readFile(file: SourceFile, report: Report): ChartMap | undefined {
  const documents = parse(file.text);
  if (documents === undefined) {
    report(diagnose(yamlSyntax, { problem: tooDeep }, { span: lineAt(file, 0) }));
    return undefined;
  }
  const [first, second] = documents;
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error !== undefined) {
    const span = placeOf(error, file);
    report(diagnose(yamlSyntax, { problem: problemOf(error) }, { span }));
    return undefined;
  }
  if (second !== undefined && second.contents !== null)
    report(diagnose(severalDocuments, {}, { span: lineAt(file, second.range[0]) }));
  if (first === undefined || first.contents === null) return { kind: "map", entries: [], span: lineAt(file, 0) };
  const reading: Reading = { file, report, anchored: anchoredIn(first), parts: 0, depth: 0, problem: undefined };
  const data = dataOf(first.contents, reading);
  if (reading.problem !== undefined) {
    const { span, problem } = reading.problem;
    report(diagnose(yamlSyntax, { problem }, { span }));
    return undefined;
  }
  if (data.kind === "map") return data;
  if (data.kind === "scalar" && data.value === null) return { kind: "map", entries: [], span: data.span };
  report(
    diagnose(
      notAMap,
      { found: data.kind === "list" ? "a list" : "one value" },
      { span: lineAt(file, data.span.start) },
    ),
  );
  return undefined;
}

const tooDeep = "it is nested too deeply to be read";

/** What the library calls a part within which the stack of calls is full; where in its line that is depends on the machine. */
const TOO_DEEP = "RESOURCE_EXHAUSTION";

/**
 * The documents of a text; undefined where it is nested too deep for the library. Lines that stand too far out make it nest without end, too:
 * then it is the documents of the text's beginning, up to where the library says so.
 */
function parse(text: string): readonly Document.Parsed[] | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  let [right, tooLong] = [0, text.length];
  for (let round = 0; round < ROUNDS; round++) {
    const end = text.indexOf("\n", (right + tooLong) / 2) + 1;
    if (end === 0 || end >= tooLong) break;
    const documents = parsed(text.slice(0, end));
    if (documents?.some(({ errors }) => errors.length > 0)) return documents;
    if (documents === undefined) tooLong = end;
    else right = end;
  }
  return undefined;
}

const ROUNDS = 24;

function parsed(text: string): readonly Document.Parsed[] | undefined {
  const known = (tags: Tags) =>
    tags.filter((tag) => typeof tag === "string" || (tag.format !== "TIME" && !tag.tag.endsWith(":timestamp")));
  const options = {
    version: "1.1",
    uniqueKeys: false,
    customTags: known,
    prettyErrors: false,
    logLevel: "error",
  } as const;
  try {
    const documents = parseAllDocuments(text, options);
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the stack of calls is full
    throw error;
  }
}

type YamlError = Document.Parsed["errors"][number];

function placeOf({ code, pos }: YamlError, file: SourceFile): Span {
  // What is missing is missing behind the last character.
  const [from, end] = pos.map((at) => Math.min(at, file.text.length)) as [number, number]; // as it was
  if (code === TOO_DEEP) return lineAt(file, from === 0 ? 0 : file.text.lastIndexOf("\n", from - 1) + 1);
  const start = code === "BAD_INDENT" ? behindBlanks(file.text, from) : from;
  return { file, start, end: Math.min(Math.max(end, start + 1), file.text.length) };
}

/** The library says of a key that stands too far in or out where the blanks and comments above it begin. */
function behindBlanks(text: string, from: number): number {
  const blanks = /(?:[ \t\r\n]|#[^\n]*)*/y;
  blanks.lastIndex = from;
  const length = blanks.exec(text)?.[0].length ?? 0;
  return from + length < text.length ? from + length : from;
}

function problemOf({ code, message }: { readonly code: string; readonly message: string }): string {
  if (code === TOO_DEEP) return tooDeep;
  if (code === "TAB_AS_INDENT") return "a tab can't indent: use spaces";
  const words =
    message
      .split("\n")[0]
      ?.trim()
      .replace(/[.:]+$/, "") ?? "";
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function lineAt(file: SourceFile, offset: number): Span {
  const end = file.text.indexOf("\n", offset);
  return { file, start: offset, end: end < 0 ? file.text.length : end };
}

/** What each alias stands for: the last anchor of its name above it. The library looks for it in the whole document each time. */
function anchoredIn(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const named = new Map<string, Node>();
  const anchored = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const found = named.get(node.source);
        if (found !== undefined) anchored.set(node, found);
      } else if (node.anchor !== undefined) named.set(node.anchor, node);
    },
  });
  return anchored;
}

interface Reading {
  readonly file: SourceFile;
  readonly report: Report;
  readonly anchored: ReadonlyMap<Alias, Node>;
  parts: number;
  depth: number;
  /** The first thing that makes it no values. */
  problem: { readonly span: Span; readonly problem: string } | undefined;
}

function dataOf(node: unknown, reading: Reading): ChartData {
  const span = spanOf(node, reading);
  reading.parts += 1;
  if (reading.parts > limits.yamlParts || reading.depth > limits.yamlDepth) {
    reading.problem ??= { span, problem: "it is nested too deeply to be read, or its anchors repeat too much" };
    return { kind: "scalar", value: null, span, from: undefined };
  }
  reading.depth += 1;
  try {
    if (isAlias(node)) {
      const anchored = reading.anchored.get(node);
      if (anchored === undefined) reading.problem ??= { span, problem: `no anchor \`${node.source}\` stands above it` };
      return dataOf(anchored, reading);
    }
    if (isMap(node)) return mapOf(node.items, span, reading);
    if (isSeq(node)) return { kind: "list", items: node.items.map((item) => dataOf(item, reading)), span };
    return scalarOf(node, span, reading);
  } finally {
    reading.depth -= 1;
  }
}

function mapOf(pairs: readonly Pair[], span: Span, reading: Reading): ChartMap {
  const entries = new Map<string, ChartEntry>();
  const merged = pairs.filter(({ key }) => isMergeKey(key));
  for (const { value } of merged)
    for (const entry of inherited(dataOf(value, reading))) if (!entries.has(entry.key)) entries.set(entry.key, entry);
  const own = new Map<string, Span>();
  for (const pair of pairs) {
    if (merged.includes(pair)) continue;
    const key = keyOf(pair.key, reading);
    const keySpan = spanOf(pair.key, reading);
    const before = own.get(key);
    if (before !== undefined) {
      const words = { key, line: positionAt(before.file, before.start).line };
      const related = [{ span: before, message: "What stands here is dropped." }];
      reading.report(diagnose(duplicateKey, words, { span: keySpan, related }));
    }
    own.set(key, keySpan);
    const value = pair.value === null ? nothingAt(keySpan) : dataOf(pair.value, reading);
    entries.set(key, { key, keySpan, value, doc: undefined });
  }
  return { kind: "map", entries: [...entries.values()], span };
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && (key.value === "<<" || (typeof key.value === "symbol" && key.value.description === "<<"));
}

/** `<<` takes a map, or several of which the first that has a key counts. */
function inherited(data: ChartData): readonly ChartEntry[] {
  if (data.kind === "list") return data.items.flatMap(inherited);
  return data.kind === "map" ? data.entries : [];
}

function keyOf(node: unknown, reading: Reading): string {
  if (isScalar(node)) return node.source ?? String(node.value);
  reading.problem ??= { span: spanOf(node, reading), problem: "a key is one word or text" };
  return "";
}

function nothingAt(span: Span): ChartScalar {
  return { kind: "scalar", value: null, span, from: undefined };
}

function scalarOf(node: unknown, span: Span, { file }: Reading): ChartScalar {
  const value = isScalar(node) ? node.value : null;
  if (value === null || typeof value === "number" || typeof value === "boolean")
    return { kind: "scalar", value, span, from: undefined };
  const text = String(value);
  const isLiteral = isScalar(node) && node.type === "BLOCK_LITERAL";
  return { kind: "scalar", value: text, span, from: isLiteral ? linesOf(text, span, file) : undefined };
}

/** Where each line of a text after `|` begins in the file: below its header, behind its indentation. */
function linesOf(text: string, { start }: Span, { text: whole }: SourceFile): { readonly lines: readonly number[] } {
  let at = whole.indexOf("\n", start) + 1;
  const lines = text.split("\n");
  const [first = ""] = lines.filter((line) => line !== "");
  const found: number[] = [];
  let indent = 0;
  for (const line of lines) {
    const end = whole.indexOf("\n", at);
    const written = whole.slice(at, end < 0 ? whole.length : end);
    if (line === first && found.every((one) => one >= 0) && indent === 0) indent = written.length - line.length;
    found.push(line === "" ? at : at + indent);
    at = end < 0 ? whole.length : end + 1;
  }
  return { lines: found };
}

function spanOf(node: unknown, { file }: Reading): Span {
  const range = isNode(node) ? node.range : undefined;
  const [start, end] = range ?? [0, 0];
  return { file, start, end: Math.max(end, start) };
}
