// What was most likely meant where a value of another form stands: two ends in a list or a map, a quantity between quotes.

import type { Fix } from "../../diagnostics/diagnostic.ts";
import { asWrittenHere } from "../../syntax/look-alikes/as-written-here.ts";
import { reads } from "../../syntax/parse.ts";
import type { BodyItem, SettingNode, ValueNode } from "../../syntax/tree.ts";
import { lowerWords, upperWords } from "../../text/range-ends.ts";
import type { ValueReader } from "../value-type.ts";

const literal = /^(?:\d{4}-\d\d-\d\d(?: \d{1,2}:\d\d)?|\d{1,2}:\d\d|-?\d+(?:\.\d+)?[A-Za-z%]*)$/;

function isLiteral(text: string): boolean {
  const ends = text.split(/\s*\.\.\s*/);
  return ends.length <= 2 && ends.every((end) => literal.test(end));
}

/** A quantity, a date or a time between quotes, where no text is expected: the same without them, written as it is here. */
export function withoutQuotes(inside: string, node: ValueNode, reader: ValueReader): readonly Fix[] {
  if (isLiteral(inside)) return [reader.fix("Leave out the quotes", node, inside)];
  if (inside === "" || !/\d/.test(inside) || /["\\\n]/.test(inside)) return [];
  const written = asWrittenHere(`at = ${inside}`, reads);
  const readings = written === undefined ? [] : [written.text, ...(written.other === undefined ? [] : [written.other])];
  return readings.flatMap((reading) => {
    const value = /^at = (.*)$/.exec(reading)?.[1];
    return value === undefined || !isLiteral(value) ? [] : [reader.offer(`Write \`${value}\``, node, value)];
  });
}

function settingsOf(items: readonly BodyItem[]): readonly SettingNode[] {
  return items.flatMap((item) => (item.kind === "setting" ? [item] : []));
}

/** The values of `limit = 2GiB` and `guarantee = 1GiB`, the lower end first; `undefined` where there is something else. */
export function endsInOrder(entries: readonly SettingNode[], text: string): readonly string[] | undefined {
  const ends = [lowerWords, upperWords].map((names) => {
    const setting = entries.find(
      ({ path }) => path.length === 1 && path[0]?.kind === "name" && names.has(path[0].text),
    );
    return setting && text.slice(setting.value.start, setting.value.end).replace(/^"(.*)"$/, "$1");
  });
  const [from, to] = ends;
  if (entries.length !== 2 || from === undefined || to === undefined) return undefined;
  return literal.test(from) && literal.test(to) ? [from, to] : undefined;
}

/** `[a, b]` and `{ start = a, end = b }` for `a .. b`. */
export function twoEnds(node: ValueNode, reader: ValueReader): readonly Fix[] {
  const named = node.kind === "map" ? endsInOrder(settingsOf(node.entries), reader.file.text) : undefined;
  if (named !== undefined) return [reader.offer(`Write \`${named.join(" .. ")}\``, node, named.join(" .. "))];
  const values =
    node.kind === "list"
      ? node.items
      : node.kind === "map"
        ? node.entries.flatMap((entry) => (entry.kind === "setting" ? [entry.value] : []))
        : [];
  const ends = values.map(({ start, end }) => reader.file.text.slice(start, end).replace(/^"(.*)"$/, "$1"));
  if (ends.length !== 2 || !ends.every((end) => literal.test(end))) return [];
  const range = ends.join(" .. ");
  return [reader.offer(`Write \`${range}\``, node, range)];
}
