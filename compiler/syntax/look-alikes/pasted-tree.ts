// A declaration as YAML or JSON writes it, pasted whole: names, and what belongs to them, by indentation or in braces.

import { limits } from "../../text/limits.ts";
import { lowerWords, upperWords } from "../../text/range-ends.ts";
import { kindsWithVariant } from "../read-header.ts";
import { declarationKinds } from "../tokens.ts";
import { packageBlocks } from "../tree.ts";
import { asText, type PastedLines } from "./look-alike.ts";
import { isTree, readJson, readYamlLines, type Scalar, type Tree, type Value } from "./read-pasted.ts";

const kinds = declarationKinds.filter((kind) => !kindsWithVariant.has(kind));
/** More lines than this are a file of another kind. */
const MOST_LINES = 200;

/** Reads the declaration that begins at the line `at`: `group:`, `groups:`, `group staff:`, `"group": {` or `{`. */
export function pastedTree(lines: readonly string[], at: number): PastedLines | undefined {
  const first = lines[at] ?? "";
  const isJson = /^\s*(?:\{|"[A-Za-z][\w-]*"\s*:\s*\{)\s*$/.test(first);
  const section = isJson ? bracedLines(lines, at) : deeperLines(lines, at);
  if (section === undefined) return undefined;
  const tree = isJson ? readJson(section) : readYamlLines(section);
  const declarations = tree === undefined ? undefined : declarationsOf(tree);
  const [head] = declarations ?? [];
  if (declarations === undefined || head === undefined) return undefined;
  const shown = head.slice(0, head.indexOf("{") + 1);
  return {
    lines: section.length,
    text: declarations.join("\n\n"),
    message: `This is ${isJson ? "JSON" : "YAML"}. Here a declaration is \`${shown} … }\`, and each setting in it is written with \`=\`.`,
  };
}

/** From a line that opens a brace to the one that closes it. */
function bracedLines(lines: readonly string[], at: number): readonly string[] | undefined {
  let depth = 0;
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES); i++) {
    const line = lines[i] ?? "";
    if (line.length > limits.slipLine) return undefined;
    for (const sign of line.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/[{}]/g) ?? []) depth += sign === "{" ? 1 : -1;
    if (depth <= 0) return lines.slice(at, i + 1);
  }
  return undefined;
}

/** `kind:` or `kind name:` in the first column, and the deeper lines below. */
function deeperLines(lines: readonly string[], at: number): readonly string[] | undefined {
  if (!/^[a-z]+(?:\s+[\w-]+)?\s*:\s*$/.test(lines[at] ?? "")) return undefined;
  let end = at + 1;
  for (let i = end; i < Math.min(lines.length, at + MOST_LINES); i++) {
    const line = lines[i] ?? "";
    if (line.length > limits.slipLine || /^[^\s#]/.test(line)) break;
    if (line.trim() !== "") end = i + 1;
  }
  return end > at + 1 ? lines.slice(at, end) : undefined;
}

/** Each kind with the names below it; `undefined` where something else stands there. */
function declarationsOf(tree: Tree): readonly string[] | undefined {
  const found: string[] = [];
  for (const [key, value] of tree) {
    const [word = "", name, ...more] = key.split(/\s+/);
    const kind = kinds.find((one) => one === word || `${one}s` === word);
    if (kind === undefined || more.length > 0 || !isTree(value)) return undefined;
    const named = name === undefined ? namesBelow(value) : ([[name, value]] as const);
    if (named === undefined) return undefined;
    for (const [own, settings] of named) {
      if (!/^[A-Za-z][\w-]*$/.test(own)) return undefined;
      found.push(`${kind} ${own} {\n${bodyOf(settings, "  ")}}`);
    }
  }
  return found;
}

/** `course: { data8: { … } }`, or `course: { name: data8, … }`. */
function namesBelow(value: Tree): readonly (readonly [name: string, settings: Tree])[] | undefined {
  const own = value.find(([key]) => key === "name" || key === "id")?.[1];
  if (own !== undefined && !isTree(own) && !Array.isArray(own)) {
    const name = (own as Scalar).text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    return [[name, value.filter(([key]) => key !== "name" && key !== "id")]];
  }
  const named = value.flatMap(([name, settings]) => (isTree(settings) ? [[name, settings] as const] : []));
  return named.length === value.length ? named : undefined;
}

function bodyOf(tree: Tree, indent: string): string {
  return tree.map(([key, value]) => `${indent}${entryOf(key, value, indent)}\n`).join("");
}

function entryOf(key: string, value: Value, indent: string): string {
  if (isTree(value)) {
    return rangeOf(key, value) ?? `${key} {\n${bodyOf(value, `${indent}  `)}${indent}}`;
  }
  if (!Array.isArray(value)) return `${key} = ${writtenValue(key, value as Scalar)}`;
  const items = value as readonly Scalar[];
  if (packageBlocks.some((block) => block === key)) {
    return `${key} {\n${items.map(({ text }) => `${indent}  ${text}\n`).join("")}${indent}}`;
  }
  return `${key} = [${items.map((item) => writtenValue(key, item)).join(", ")}]`;
}

/** `memory: { guarantee: 1GiB, limit: 2GiB }`: the two ends of a range. */
function rangeOf(key: string, tree: Tree): string | undefined {
  const from = tree.find(([name]) => lowerWords.has(name))?.[1];
  const to = tree.find(([name]) => upperWords.has(name))?.[1];
  if (tree.length !== 2 || from === undefined || to === undefined) return undefined;
  if (isTree(from) || isTree(to) || Array.isArray(from) || Array.isArray(to)) return undefined;
  return `${key} = ${(from as Scalar).text} .. ${(to as Scalar).text}`;
}

/** Settings whose words are names of declarations, or words of the language. */
const wordsOnly = new Set(["hub", "image", "staff", "roster", "provider", "homes", "pool", "days", "groups", "apps"]);
const end = String.raw`(?:\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|\d{1,2}:\d\d|\d+(?:\.\d+)?[A-Za-z%]+)`;
const quantity = new RegExp(String.raw`^(?:${end}|[\d.]+)(?:\s*\.\.\s*(?:${end}|[\d.]+))?$`);

function writtenValue(key: string, { text, quoted }: Scalar): string {
  const isName = wordsOnly.has(key) && /^[a-z][\w-]*(?:\.[\w-]+)*$/.test(text);
  const isNumber = /^[\d.]+$/.test(text);
  if (isName || (quantity.test(text) && !(quoted && isNumber))) return text;
  return !quoted && /^(?:true|false)$/.test(text) ? text : asText(text);
}
