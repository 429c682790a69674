// A list as YAML writes it, on the lines below its name.

import { limits } from "../../text/limits.ts";
import { asText } from "./look-alike.ts";

/** The lines that hold it, and what they are here. */
export interface YamlList {
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
export function yamlPackages(lines: readonly string[], at: number): YamlList | undefined {
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
export function yamlList(lines: readonly string[], at: number): YamlList | undefined {
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
