// Values of the JupyterHub chart as a values file writes them, pasted into a program.

import { secretStretches } from "../../diagnostics/secret-stretches.ts";
import { secretsByName } from "../../diagnostics/secrets-by-name.ts";
import { limits } from "../../text/limits.ts";
import { asText } from "./look-alike.ts";
import { isTree, readYamlLines, type Scalar, type Tree, type Value } from "./read-pasted.ts";

export interface PastedValues {
  readonly lines: number;
  readonly message: string;
  /** None where they hold more than names, lists and plain values, or a secret, or stand outside of every declaration. */
  readonly text: string | undefined;
}

// Keys at the top of the chart's values that hold others (chart 4.4.0, values.yaml); `cull` and `ingress` are blocks of a hub, too.
const chartsAlone = "singleuser|proxy|scheduling|prePuller|httpRoute|rbac|hub";
const begins = opening(chartsAlone);
const goesOn = opening(`${chartsAlone}|cull|ingress|global|custom`);
/** More lines than this are a file, for `hubc import`. */
const MOST_LINES = 200;

/** Reads what begins at the line `at` with a key of the chart, up to the last line that goes on with it. */
export function pastedValues(lines: readonly string[], at: number): PastedValues | undefined {
  const indent = begins.exec(lines[at] ?? "")?.[1];
  if (indent === undefined || !isDeeper(lines[at + 1] ?? "", indent)) return undefined;
  const section = sectionAt(lines, at, indent);
  const tree = holdsSecret(section) || indent === "" ? undefined : readYamlLines(section);
  // `hub:` alone may as well be a hub of the program.
  if (/^\s*hub:/.test(section[0] ?? "") && !tellsOfChart(section)) return undefined;
  return {
    lines: section.length,
    message:
      "These are values of the JupyterHub chart, as YAML writes them. A hub has them in a block `values { … }`, each written with `=`, where there is no word for them; `hubc import` makes a program of a whole file.",
    text: tree && `${indent}values {\n${bodyOf(tree, `${indent}  `)}${indent}}`,
  };
}

function opening(keys: string): RegExp {
  return new RegExp(String.raw`^(\s*)(?:${keys}):\s*(?:#.*)?$`);
}

function isDeeper(line: string, indent: string): boolean {
  return line.search(/\S/) > indent.length;
}

/** Without what the section ends with that is empty. */
function sectionAt(lines: readonly string[], at: number, indent: string): readonly string[] {
  let end = at + 1;
  for (let i = end; i < Math.min(lines.length, at + MOST_LINES); i++) {
    const line = lines[i] ?? "";
    if (line.trim() === "") continue;
    if (line.length > limits.slipLine || !(isDeeper(line, indent) || goesOn.exec(line)?.[1] === indent)) break;
    end = i + 1;
  }
  return lines.slice(at, end);
}

function holdsSecret(lines: readonly string[]): boolean {
  return lines.some((line) => secretsByName(line).length > 0 || secretStretches(line).length > 0);
}

/** Keys below `hub` that no hub of a program has. */
function tellsOfChart(section: readonly string[]): boolean {
  return section.some((line) => /^\s*(?:config|extraConfig|extraEnv|db|[a-z]+[A-Z]\w*|singleuser|proxy):/.test(line));
}

function bodyOf(tree: Tree, indent: string): string {
  return tree.map(([key, value]) => `${indent}${entryOf(key, value, indent)}\n`).join("");
}

function entryOf(key: string, value: Value, indent: string): string {
  const name = /^[A-Za-z][\w-]*$/.test(key) ? key : asText(key);
  if (isTree(value) && value.length > 0) return `${name} {\n${bodyOf(value, `${indent}  `)}${indent}}`;
  if (Array.isArray(value)) return `${name} = [${(value as readonly Scalar[]).map(writtenValue).join(", ")}]`;
  return `${name} = ${writtenValue(value as Scalar)}`;
}

function writtenValue({ text, quoted }: Scalar): string {
  return !quoted && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(text) ? text : asText(text);
}
