// A list as YAML writes it, on the lines below its name.

import { limits } from "../../text/limits.ts";
import { asText } from "./look-alike.ts";

/** The lines that hold it, and what they are here. */
export interface YamlList {
  readonly lines: number;
  readonly text: string;
}

/** Reads a list that begins at the line `at`: `name:` or `name =`, then lines of `- item`. */
export function yamlList(lines: readonly string[], at: number): YamlList | undefined {
  const [, head = ""] = /^(\s*(?:[^"#=]*\{\s*)?[\w.-]+)\s*[:=]\s*(?:#.*)?$/.exec(lines[at] ?? "") ?? [];
  if (head === "") return undefined;
  const items: string[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.length > limits.slipLine) return undefined;
    const [, item] = /^\s*[-*•]\s+(.*?)\s*$/.exec(line) ?? [];
    if (item === undefined) break;
    items.push(item);
  }
  if (items.length === 0) return undefined;
  // An item with a comment or a map in it is more than a text: whoever wrote it has to say what it is here.
  if (items.some((item) => /\s#|:\s|:$|["'].*["']./.test(item))) return undefined;
  const quoted = items.map((item) => asText(item.replace(/^(["'])(.*)\1$/, "$2")));
  return { lines: items.length + 1, text: `${head} = [${quoted.join(", ")}]` };
}
