// First lines of declarations as other languages write them.

import { kindsWithVariant } from "../read-header.ts";
import { declarationKinds } from "../tokens.ts";
import { asText, type LookAlike, type Rewritten } from "./look-alike.ts";

const plain = declarationKinds.filter((one) => !kindsWithVariant.has(one)).join("|");
const variant = [...kindsWithVariant].join("|");
const kind = String.raw`((?:abstract\s+)?(?:(?:${plain})|(?:${variant})\s+[a-z][\w-]*))`;
const name = String.raw`([A-Za-z][\w-]*)`;
/** The brace and what follows it, or nothing where the brace is missing as well. */
const rest = String.raw`\s*(\{.*|)$`;

/** Ways to write `kind name {`, of which the groups are the indentation, the kind, the name and the rest. */
const headers = [
  String.raw`^(\s*)${kind}\s+"([^"]*)"${rest}`,
  String.raw`^(\s*)${kind}\s*:\s*${name}${rest}`,
  String.raw`^(\s*)${kind}\s+${name}\s*(?::=|=>|[:=,;–—-]+>?)${rest}`,
  String.raw`^(\s*)${kind},?\s+(?:named|called)\s+"?([A-Za-z][\w -]*?)"?${rest}`,
  String.raw`^(\s*)${kind}\s+([\p{L}\p{N}](?:[^"{}=()[\]:]*[\p{L}\p{N}])?)${rest}`,
].map((pattern) => new RegExp(pattern, "u"));

const parent = String.raw`"?([A-Za-z][\w-]*(?:\.[\w-]+)*)"?`;
const parents = [
  new RegExp(
    String.raw`^(\s*)${kind}\s+"?${name}"?\s*(?:extends|from|inherits(?:\s+from)?|based\s+on|is|:|<|<-|->|=>)\s*${parent}\s*:?\s*\{(.*)$`,
    "i",
  ),
  new RegExp(String.raw`^(\s*)${kind}\s+"?${name}"?\s*\(\s*${parent}\s*\)\s*[:{]?(.*)$`),
];

/** `image intro from std.scipy {`, `image intro : std.scipy {`, `image intro extends "std.scipy" {`, `image intro(std.scipy):`. */
export const otherParent: LookAlike = (line) => {
  for (const pattern of parents) {
    const [, indent = "", what = "", named = "", from = "", after = ""] = pattern.exec(line) ?? [];
    if (from === "") continue;
    const head = `${what} ${named} extends ${from} {`;
    const message = `What another declaration builds on stands behind \`extends\`, without quotes: \`${head}\`.`;
    return { text: `${indent}${head}${after}`, message, certain: true };
  }
  return undefined;
};

/** `course(intro) {`, `course("intro"):`: a name between parentheses. */
const called = new RegExp(String.raw`^(\s*)${kind}\s*\(\s*["']?${name}["']?\s*\)\s*(?:[:=]\s*)?(\{.*|)$`);
/** `group("staff", members = ["oski"])`: settings between parentheses too. */
const calledWith = new RegExp(
  String.raw`^(\s*)${kind}\s*(?:\(\s*["']?${name}["']?\s*,|\s${name}\s*\()\s*(.+?)\s*,?\s*\)\s*$`,
);
/** `resource "group" "staff" {` of Terraform, `def course intro {`, `new course intro {`. */
const keyword = new RegExp(
  String.raw`^(\s*)(resource|data|module|def|define|declare|create|new|type|function|object|let|const|var|my|the|a|an)\s+["']?${kind}["']?\s+["']?${name}["']?${rest}`,
);

/** What stands around kind and name in other languages. */
export const foreignHeader: LookAlike = (line) => {
  const [, indent = "", word = "", what = "", named = "", after = ""] = keyword.exec(line) ?? [];
  if (what !== "") {
    const message = `A declaration begins with its kind: no \`${word}\` stands before \`${what} ${named}\`.`;
    return { text: `${indent}${what} ${named} ${after === "" ? "{" : after}`, message, certain: true };
  }
  return inParentheses(line);
};

function inParentheses(line: string): Rewritten | undefined {
  const [, indent = "", what = "", named = "", after = ""] = called.exec(line) ?? [];
  const message =
    "The name of a declaration stands behind its kind, and its settings between `{` and `}`, without parentheses";
  if (what !== "") {
    const right = `${what} ${named} {`;
    const text = `${indent}${right}${after.slice(1)}`;
    return { text, message: `${message}: \`${right}\`.`, certain: true };
  }
  const [, before = "", kindOf = "", one = "", other = "", inside = ""] = calledWith.exec(line) ?? [];
  if (kindOf === "") return undefined;
  const settings = inside.replace(/,\s*(?=[A-Za-z][\w-]*\s*=)/g, "  ");
  const right = `${kindOf} ${one || other} { ${settings} }`;
  return { text: before + right, message: `${message}: \`${right}\`.`, certain: true };
}

/** `course "Stat 159" {`, `course: stat {`, `course stat = {`, `course Stat 159 {`, `course stat:`. */
export const otherHeader: LookAlike = (line) => {
  if (/\bextends\b/.test(line)) return undefined;
  for (const pattern of headers) {
    const [, indent = "", what = "", written = "", after = ""] = pattern.exec(line) ?? [];
    const named = nameLike(written, what);
    // Within a body, `image: nb` is a setting.
    if (named === undefined || (after === "" && (indent !== "" || named === written))) continue;
    const text = `${indent}${what} ${named} ${after === "" ? "{" : after}`;
    // Where nothing but blanks or the brace differs, the name is not what is wrong.
    if (bare(text) === bare(line) && !written.includes(" ")) continue;
    const message = `A declaration begins with its kind and its name, which is one word without quotes: \`${what} ${named} {\`.`;
    return { text, message, certain: named === written && after !== "" };
  }
  return undefined;
};

/** `auth = google {`, `auth: google {`: a block with a word behind its name. */
export const namedBlock: LookAlike = (line) => {
  const [, indent = "", block = "", word = "", after = ""] =
    /^(\s+)([a-z][\w-]*)\s*[:=]\s*["']?([a-z][\w-]*)["']?\s*\{(.*)$/.exec(line) ?? [];
  if (block === "") return undefined;
  const right = `${block} ${word} {`;
  const message = `A block has its name and its brace, without \`=\` and quotes: \`${right}\`.`;
  return { text: `${indent}${right}${after}`, message, certain: true };
};

const person = String.raw`(?:"[^"]*"|[\w.@+-]+)`;
const people = String.raw`(${person}(?:[\s,]+${person})*)`;
const groups = [
  new RegExp(String.raw`^(\s*)group\s+${name}\s*[:=]?\s*\[\s*${people}\s*,?\s*\]\s*$`),
  new RegExp(String.raw`^(\s*)group\s+${name}\s*[:=]\s*${people}\s*$`),
  new RegExp(String.raw`^(\s*)group\s+${name}\s*\{\s*${people}\s*,?\s*\}\s*$`),
];

/** `group staff = ["oski"]`, `group staff: oski, ann`, `group staff { oski }`: people without their setting. */
export const peopleOfGroup: LookAlike = (line) => {
  for (const pattern of groups) {
    const [, indent = "", named = "", written = ""] = pattern.exec(line) ?? [];
    if (written === "") continue;
    const members = (written.match(new RegExp(person, "g")) ?? []).map((one) => asText(one.replaceAll('"', "")));
    const right = `group ${named} { members = [${members.join(", ")}] }`;
    return { text: indent + right, message: `The people of a group are its \`members\`: \`${right}\`.`, certain: true };
  }
  return undefined;
};

function bare(header: string): string {
  return header.replaceAll(/\s+/g, "").replace(/\{$/, "");
}

/** A name made of what was written: letters, digits and single hyphens, in lower case where something had to change. */
function nameLike(written: string, what: string): string | undefined {
  if (/^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/.test(written)) return written;
  const plain = written.replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = words.join("-");
  if (/^\d/.test(name)) return `${what.split(" ").at(-1)}-${name}`;
  return /^[a-z]/.test(name) ? name : undefined;
}
