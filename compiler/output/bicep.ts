// Bicep literals (Azure's language for resources), from the same trees that YAML is printed from.

import type { Span } from "../text/span.ts";
import type { OutputLine } from "./output-file.ts";
import type { YamlNode } from "./yaml-tree.ts";

/**
 * `text` as a Bicep string: `'`, `\`, line ends and the start of an interpolation are escaped, other control characters too.
 * Half a surrogate pair, which is no character, becomes U+FFFD.
 */
export function bicepString(text: string): string {
  const characters = [...text];
  const quoted = characters.map((character, i) =>
    character === "$" && characters[i + 1] === "{" ? "\\$" : (escapes[character] ?? shown(character)),
  );
  return `'${quoted.join("")}'`;
}

/**
 * A tree as a Bicep value. `first` stands before its first line, which carries on the line of the caller; members are indented
 * by two blanks more than `level` times two. Comments of the tree are not printed.
 */
export function bicepLines(
  node: YamlNode,
  place: { readonly first: string; readonly level: number; readonly origin: Span | undefined },
): OutputLine[] {
  const origin = node.origin ?? place.origin;
  const indent = "  ".repeat(place.level);
  const inner = { level: place.level + 1, origin };
  if (node.kind === "scalar") return [{ text: place.first + scalar(node.value), origin }];
  if (node.kind === "sequence") {
    if (node.items.length === 0) return [{ text: `${place.first}[]`, origin }];
    const items = node.items.flatMap((item) => bicepLines(item, { ...inner, first: `${indent}  ` }));
    return [{ text: `${place.first}[`, origin }, ...items, { text: `${indent}]`, origin }];
  }
  if (node.entries.length === 0) return [{ text: `${place.first}{}`, origin }];
  const members = node.entries.flatMap((entry) =>
    bicepLines(entry.value, { ...inner, first: `${indent}  ${bicepKey(entry.key)}: `, origin: entry.origin ?? origin }),
  );
  return [{ text: `${place.first}{`, origin }, ...members, { text: `${indent}}`, origin }];
}

const escapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function shown(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0xd800 && point < 0xe000) return "\\u{fffd}";
  return point < 0x20 || (point >= 0x7f && point < 0xa0) || point === 0x2028 || point === 0x2029
    ? `\\u{${point.toString(16)}}`
    : character;
}

function bicepKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : bicepString(key);
}

/** @throws Error for a number that is not whole: Bicep has no others. */
function scalar(value: string | number | boolean | null): string {
  if (typeof value === "string") return bicepString(value);
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new Error(`invariant: ${value} is no whole number, and Bicep has no others`);
  return String(value);
}
