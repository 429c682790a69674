// Prints YAML trees: block style, two blanks a level, nothing ever folded, and one origin for each line.

import type { Span } from "../text/span.ts";
import { commentLines } from "./comment-lines.ts";
import { type LineBuffer, lineBuffer, type PrintedText, printedText, pushLine } from "./output-file.ts";
import { fitsLiteralBlock, yamlNumber, yamlString } from "./yaml-scalar.ts";
import type { YamlMapping, YamlNode, YamlScalar, YamlSequence } from "./yaml-tree.ts";

/** `header` is printed as comment lines at the top; `origin` is that of lines for which the tree has none. */
export interface PrintYamlOptions {
  readonly header?: readonly string[];
  readonly origin: Span | undefined;
}

/**
 * Prints documents one after the other, parted by `---`. The text depends on the trees alone, and js-yaml, PyYAML and the Go
 * library of helm and kubectl read back exactly the trees' data, but for halves of surrogate pairs, which become U+FFFD.
 * @throws Error where a tree holds NaN or an infinity.
 */
export function printYaml(documents: readonly YamlNode[], options: PrintYamlOptions): PrintedText {
  const out = lineBuffer();
  for (const text of options.header ?? []) {
    for (const line of commentLines(text)) pushLine(out, line, options.origin);
  }
  for (const [index, document] of documents.entries()) {
    const place: Place = { first: "", level: 0, origin: document.origin ?? options.origin };
    if (index > 0) pushLine(out, "---", place.origin);
    printComment(out, document, place);
    // At the root readers do not agree on the indentation of a literal block.
    if (document.kind === "scalar" && typeof document.value === "string")
      pushLine(out, yamlString(document.value), place.origin);
    else if (!isBlock(document)) pushLine(out, onOneLine(document), place.origin);
    else printBlock(out, document, place);
  }
  return printedText(out);
}

/** Where a node's members go: `first` stands before the first of them (an indentation, or dashes), `level` counts the others' indentation. */
interface Place {
  readonly first: string;
  readonly level: number;
  readonly origin: Span | undefined;
}

/** A node that takes lines of its own. */
type Block = YamlMapping | YamlSequence | (YamlScalar & { readonly value: string });

/** Readers look no further than 1024 characters for the colon of a key. */
const longestKey = 1000;

function isBlock(node: YamlNode): node is Block {
  if (node.kind === "mapping") return node.entries.length > 0;
  if (node.kind === "sequence") return node.items.length > 0;
  return typeof node.value === "string" && fitsLiteralBlock(node.value);
}

/** The text of a node that is no block. */
function onOneLine(node: YamlNode): string {
  if (node.kind === "mapping") return "{}";
  if (node.kind === "sequence") return "[]";
  if (typeof node.value === "string") return yamlString(node.value);
  return typeof node.value === "number" ? yamlNumber(node.value) : String(node.value);
}

/** A block in the place of its members; for a scalar those are its lines, and its header stands in `first`. */
function printBlock(out: LineBuffer, node: Block, place: Place): void {
  if (node.kind === "mapping") printEntries(out, node, place);
  else if (node.kind === "sequence") printItems(out, node, place);
  else printLiteral(out, node.value, place);
}

function printEntries(out: LineBuffer, node: YamlMapping, place: Place): void {
  const indent = indentation(place.level);
  let first = place.first;
  for (const entry of node.entries) {
    const { value } = entry;
    const origin = entry.origin ?? value.origin ?? place.origin;
    const key = yamlString(entry.key);
    if (value.comment !== undefined) printComment(out, value, { first, level: place.level, origin });
    if (key.length > longestKey) {
      pushLine(out, `${first}? ${key}`, origin);
      printAfter(out, value, { first: `${indent}: `, level: place.level + 1, origin });
    } else if (isBlock(value)) printUnderKey(out, { key, value, origin }, { ...place, first });
    else pushLine(out, `${first}${key}: ${onOneLine(value)}`, origin);
    first = indent;
  }
}

interface BlockEntry {
  readonly key: string;
  readonly value: Block;
  readonly origin: Span | undefined;
}

function printUnderKey(out: LineBuffer, entry: BlockEntry, place: Place): void {
  const { value, origin } = entry;
  const level = place.level + 1;
  const stem = `${place.first}${entry.key}:`;
  const inner = value.origin ?? origin;
  if (value.kind === "scalar") printLiteral(out, value.value, { first: `${stem} `, level, origin: inner });
  else {
    pushLine(out, stem, origin);
    printBlock(out, value, { first: indentation(level), level, origin: inner });
  }
}

function printItems(out: LineBuffer, node: YamlSequence, place: Place): void {
  const indent = indentation(place.level);
  let first = place.first;
  for (const item of node.items) {
    const origin = item.origin ?? place.origin;
    if (item.comment !== undefined) printComment(out, item, { first, level: place.level, origin });
    printAfter(out, item, { first: `${first}- `, level: place.level + 1, origin });
    first = indent;
  }
}

/** A node that begins on the line of the dash or colon before it. */
function printAfter(out: LineBuffer, node: YamlNode, place: Place): void {
  if (isBlock(node)) printBlock(out, node, place);
  else pushLine(out, place.first + onOneLine(node), place.origin);
}

function printLiteral(out: LineBuffer, text: string, place: Place): void {
  const start = text.charCodeAt(0);
  // A reader takes the first line's blanks for indentation unless it is told; a tab there is refused.
  const indicator = start === 0x20 || start === 0x09 ? "2" : "";
  const chomping = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
  pushLine(out, `${place.first}|${indicator}${chomping}`, place.origin);
  const indent = indentation(place.level);
  const lines = text.split("\n");
  if (chomping !== "-") lines.pop();
  for (const line of lines) pushLine(out, line === "" ? "" : indent + line, place.origin);
}

/** Comments of a first member stand above the dashes before it. */
function printComment(out: LineBuffer, node: YamlNode, place: Place): void {
  const indent = place.first.slice(0, place.first.length - place.first.trimStart().length);
  for (const text of node.comment ?? []) {
    for (const line of commentLines(text)) pushLine(out, indent + line, place.origin);
  }
}

const indentations: string[] = [""];

function indentation(level: number): string {
  const known = indentations[level];
  if (known !== undefined) return known;
  const made = "  ".repeat(level);
  indentations[level] = made;
  return made;
}
