// What was most likely meant where a value of another form stands: two ends in a list or a map, a quantity between quotes.

import type { Fix } from "../../diagnostics/diagnostic.ts";
import { asWrittenHere } from "../../syntax/look-alikes/as-written-here.ts";
import { reads } from "../../syntax/parse.ts";
import type { BodyItem, SettingNode, ValueNode } from "../../syntax/tree.ts";
import { closest } from "../../text/edit-distance.ts";
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

// What people copy in place of an address or a path, and what they mean by it.

/** A URL: of `git@github.com:o/r.git`, of `ssh://git@…`, of `git+https://…`, and of an address without its scheme. */
export function meantUrl(text: string): string | undefined {
  const [, host, path] = /^(?:ssh:\/\/)?git@([A-Za-z0-9.-]+)[:/]+(?:\d+\/)?(\S+)$/.exec(text) ?? [];
  if (host !== undefined && path !== undefined) return `https://${host}/${path.replace(/\.git$/, "")}`;
  const cloned = /^git clone\s+(https?:\/\/\S+?)(?:\.git)?$/.exec(text.trim())?.[1];
  if (cloned !== undefined) return cloned;
  const plain = text.replace(/^git\+(?=https?:\/\/)/, "").trim();
  if (plain !== text && /^https?:\/\/\S+$/.test(plain)) return plain;
  if (/^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/.test(text)) return `https://github.com/${text.replace(/\.git$/, "")}`;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) ? `https://${text}` : undefined;
}

/** A path in a repository: of the page that shows the file, and of a path that goes up and down again. */
export function meantRepositoryPath(text: string): string | undefined {
  const page = /^https?:\/\/[^/]+\/.+?\/(?:-\/)?(?:blob|tree|raw)\/[^/]+\/([^?#]+)/.exec(text)?.[1];
  if (page !== undefined) return page;
  if (/:\/\/|\\\\|^[A-Za-z]:/.test(text)) return undefined;
  const parts: string[] = [];
  for (const part of text.trim().replaceAll("\\", "/").split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join("/");
}

/** A host: of the address of one of its pages, and of the end of people's addresses. */
export function meantHost(text: string): string | undefined {
  const [, ofPeople] = /^(?:\*?@|\*\.)([A-Za-z0-9.-]+)$/.exec(text.trim()) ?? [];
  if (ofPeople !== undefined) return ofPeople;
  return /^https?:\/\/([A-Za-z0-9.-]+)(?::\d+)?(?:[/?#].*)?$/.exec(text.trim())?.[1];
}

// What people write for a time zone: its abbreviation, its name in a country, or a city. Source: the IANA database, 2025b, files northamerica and
// europe, for the abbreviations. Some stand for zones elsewhere too: CST is China's as well. So what is found here is offered, and not written.

/** By lower-case words, without `time`. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "America/New_York": "est edt et eastern",
    "America/Chicago": "cst cdt ct central",
    "America/Denver": "mst mdt mt mountain",
    "America/Los_Angeles": "pst pdt pt pacific",
    "Europe/Berlin": "cet cest mez mesz",
    "Europe/London": "bst uk",
    UTC: "utc z zulu",
  }).flatMap(([zone, words]) => words.split(" ").map((word) => [word, zone] as const)),
);

/** Of `EST`, `Pacific Time`, `US Eastern` or `New York` the zone by its IANA name. */
export function meantZone(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .replace(/\b(?:standard|daylight|summer|time|zone|us)\b|[/()]/g, " ")
    .trim();
  const known = named.get(words);
  if (known !== undefined) return known;
  const city = words.replace(/[\s_-]+/g, "_");
  const zones = Intl.supportedValuesOf("timeZone");
  return zones.find((zone) => zone.toLowerCase().split("/").at(-1) === city) ?? closest(text, zones);
}

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
