// Settings below a name, as YAML writes them: `term:` with `start:` and `end:` on the lines below, or the settings of a block.

import { limits } from "../../text/limits.ts";

/** The lines that hold it, and what they are here. */
export interface YamlMap {
  readonly lines: number;
  readonly text: string;
  readonly message: string;
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
export function yamlMap(lines: readonly string[], at: number): YamlMap | undefined {
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
function folded(lines: readonly string[], head: string): YamlMap | undefined {
  const words = lines.map((line) => line.trim()).join(" ");
  if (/["\\]/.test(words)) return undefined;
  const message = "A text stands in quotes behind `=`, on the same line.";
  return { lines: lines.length + 1, text: `${head} = "${words.replaceAll("${", "\\${")}"`, message };
}
