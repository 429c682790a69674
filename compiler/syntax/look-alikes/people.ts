// Lists of people as mails, spreadsheets and lists of other languages write them.

import { limits } from "../../text/limits.ts";
import { asText, inCode, type LookAlike, type PastedLines } from "./look-alike.ts";

const mailbox = /[^<>,;[\]="]*<([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/g;

/** `members = Ada Lovelace <ada@x.edu>, Bob <bob@x.edu>`: the address alone is the name. */
export const mailboxes: LookAlike = (line) => {
  const [, head = "", value = ""] =
    /^(\s*[\w-]+\s*[=:]\s*)\[?([^"\]#]*<[^<>]+@[^<>]+>[^"\]#]*)\]?\s*$/.exec(line) ?? [];
  const found = Array.from(value.matchAll(mailbox), ([, address = ""]) => address);
  if (found.length === 0 || value.replace(mailbox, "").replace(/[\s,;]/g, "") !== "") return undefined;
  const [first = ""] = value.match(mailbox) ?? [];
  const text = `${head.replace(":", " =").replace(/\s+=/, " =")}[${found.map(asText).join(", ")}]`;
  const message = `Of a person only the address is written: \`${asText(found[0] ?? "")}\`, not \`${first.trim()}\`.`;
  return { text, message, certain: true };
};

const listHead = /^\s*[\w.-]+\s*[+-]?=\s*\[/;

/** `["oski"; "ann"]`, `["oski" and "ann"]`. */
export const otherSeparators: LookAlike = (line) => {
  if (!listHead.test(line) || /^\s*require\b/.test(line)) return undefined;
  let found: string | undefined;
  const text = inCode(line, (code) =>
    code.replace(/\s*;\s*|\s+(?:and|und|et|y|&|\|)\s+/g, (sign) => {
      found ??= sign.trim();
      return ", ";
    }),
  );
  if (found === undefined) return undefined;
  return { text, message: `The items of a list are parted by commas, not by \`${found}\`.`, certain: true };
};

const peopleHead = String.raw`^(\s*(?:members|admins|operators|users|staff|people)\s*[+-]?=\s*)`;
const separated = new RegExp(String.raw`${peopleHead}([^"'[\](){}#<>]+[,;][^"'[\](){}#<>]*)$`);
const apart = new RegExp(String.raw`${peopleHead}\[?\s*([a-z0-9][\w.@+-]*(?:\s+[a-z0-9][\w.@+-]*)+)\s*\]?\s*$`);

/** `members = oski, ann` and `members = [oski ann]`: several people, none in quotes. */
export const bareMembers: LookAlike = (line) => {
  const [, head = "", value = ""] = separated.exec(line) ?? apart.exec(line) ?? [];
  const names = value.split(separated.test(line) ? /\s*[,;]\s*/ : /\s+/).filter((name) => name.trim() !== "");
  if (names.length < 2 || names.some((name) => /^(?:and|or)$/.test(name))) return undefined;
  const list = `[${names.map((name) => asText(name.trim())).join(", ")}]`;
  const message = `People are a list of names in quotes: \`${list}\`, not \`${value.trim()}\`.`;
  return { text: head + list, message, certain: separated.test(line) };
};

const personLine = /^\s*(?:[-*•]\s+)?["']?([A-Za-z0-9][\w.@+-]*)["']?\s*,?\s*$/;

/** The people of a group on lines of their own, without `members`; or with a bullet before each, in a list. */
export function peopleLines(lines: readonly string[], at: number): PastedLines | undefined {
  const first = lines[at] ?? "";
  const before = (lines[at - 1] ?? "").trimEnd();
  const inGroup = /^\s*group\s+[\w-]+\s*\{$/.test(before);
  const inList = /=\s*\[$/.test(before) && /^\s*[-*•]\s/.test(first);
  if (!inGroup && !inList) return undefined;
  const names: string[] = [];
  for (const line of lines.slice(at)) {
    const name = line.length > limits.slipLine ? undefined : personLine.exec(line)?.[1];
    if (name === undefined) break;
    names.push(name);
  }
  if (names.length === 0) return undefined;
  // A word beside settings may be anything.
  if (inGroup && !/^\s*\}/.test(lines[at + names.length] ?? "")) return undefined;
  const indent = /^\s*/.exec(first)?.[0] ?? "";
  const list = names.map(asText);
  if (inList) {
    const message = "An item of a list has no sign before it, and a name stands in quotes.";
    return { lines: names.length, text: list.map((name) => `${indent}${name},`).join("\n"), message };
  }
  const text = `members = [${list.join(", ")}]`;
  return {
    lines: names.length,
    text: indent + text,
    message: `The people of a group are its \`members\`: \`${text}\`.`,
  };
}
