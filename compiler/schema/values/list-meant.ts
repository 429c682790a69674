// What was most likely meant where a list is expected and something else stands.

import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { ValueNode } from "../../syntax/tree.ts";
import type { ValueReader } from "../value-type.ts";

/** `"a.edu, b.edu"` as an item of a list: two items, where each of them is accepted. */
export function severalMeant(node: ValueNode, reader: ValueReader, accepts: (text: string) => boolean): readonly Fix[] {
  const { text } = reader.file;
  const several = /^"([^"\\$]+)"$/.exec(text.slice(node.start, node.end))?.[1]?.split(/\s*[,;]\s*|\s+/) ?? [];
  const isItem = /[[,]\s*$/.test(text.slice(Math.max(0, node.start - 100), node.start));
  if (!isItem || several.length < 2 || !several.every(accepts)) return [];
  const items = several.map((item) => `"${item}"`).join(", ");
  return [reader.offer(`Write \`${items}\``, node, items)];
}

/** The list of texts that `node` was meant to be, as a fix: of one text or name, or of several in one text. */
export function listMeant(node: ValueNode, reader: ValueReader): readonly Fix[] {
  const written = reader.file.text.slice(node.start, node.end);
  if (node.kind === "path" && node.names.length === 1) return [writeList(`["${written}"]`)];
  if (node.kind !== "text") return [];
  if (/^"[^\s,;"]+"$/.test(written)) return [writeList(`[${written}]`)];
  const several = /^"([^"\\$]+)"$/.exec(written)?.[1]?.split(/\s*[,;]\s*/) ?? [];
  const isSeveral = several.length > 1 && several.every((item) => /^[\w.@+-]+$/.test(item));
  if (!isSeveral) return [];
  const list = `[${several.map((item) => `"${item}"`).join(", ")}]`;
  return [reader.offer(`Write a list: \`${list}\``, node, list)];

  function writeList(list: string): Fix {
    return reader.fix(`Write a list: \`${list}\``, node, list);
  }
}
