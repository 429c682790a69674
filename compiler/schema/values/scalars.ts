// Texts, numbers, truths and choices.

import type { Fix } from "../../diagnostics/diagnostic.ts";
import { likelyPasswords } from "../../diagnostics/likely-passwords.ts";
import type { CallNode, TextNode, ValueNode } from "../../syntax/tree.ts";
import { closest } from "../../text/edit-distance.ts";
import { limits } from "../../text/limits.ts";
import { type TextUse, visible } from "../../text/unseen-characters.ts";
import type { SettingDefinition } from "../block.ts";
import { badText, notAChoice, notATruthValue, outOfBounds, tooLarge, wrongType } from "../schema-diagnostics.ts";
import { type Shape, type Unknown, unknown, type ValueReader, type ValueType } from "../value-type.ts";
import { describeValue } from "./describe-value.ts";
import { meantUrl, severalMeant, withoutQuotes } from "./meant-value.ts";
import { refuseSecretFile, refuseSecretText } from "./secret-looks.ts";
import { refuseCharacters, type TextRule } from "./text-characters.ts";

export const scalar: Shape = { kind: "scalar" };

/** Reports a value of the wrong type; unreadable values have been reported before. */
export function wrong(node: ValueNode, reader: ValueReader, expected: string): Unknown {
  const isWord = node.kind === "path" && node.names.length === 1 && expected.includes("text");
  const fixes = isWord ? [reader.fix("Put it in quotes", node, `"${node.names[0]?.text}"`)] : unquoted(node, reader);
  return wrongButFor(node, reader, { expected, fixes });
}

/** A date, a time or a number in quotes, where no text is expected. */
function unquoted(node: ValueNode, reader: ValueReader): readonly Fix[] {
  const inside = node.kind === "text" ? plain(node)?.trim() : undefined;
  return inside === undefined ? [] : withoutQuotes(inside, node, reader);
}

/** The same, with fixes that are known already. */
export function wrongButFor(
  node: ValueNode,
  reader: ValueReader,
  { expected, fixes }: { readonly expected: string; readonly fixes: readonly Fix[] },
): Unknown {
  if (node.kind === "unreadable") return unknown;
  const capital = expected.charAt(0).toUpperCase() + expected.slice(1);
  return reader.say(wrongType, { expected: capital, found: describeValue(node) }, node, { fixes });
}

/** Reads `node` as a constant where it is a bare word, else by `otherwise`. */
export function constantOr<T>(
  node: ValueNode,
  reader: ValueReader,
  type: ValueType<T>,
  otherwise: () => T | Unknown,
): T | Unknown {
  const constant = node.kind === "path" ? reader.constant(node, type) : undefined;
  return constant ?? otherwise();
}

/** The text of a text node, with constants filled in. */
export function textOf(node: TextNode, reader: ValueReader): string | Unknown {
  let text = "";
  for (const part of node.parts) {
    const piece = typeof part === "string" ? part : reader.interpolated(part.text, part);
    if (piece === unknown) return unknown;
    if (text.length + piece.length > limits.text)
      return reader.say(tooLarge, { found: "This text comes to more than 1 MiB" }, node);
    text += piece;
  }
  return refuseSecretText(text, node, reader) ? unknown : text;
}

interface TextOptions {
  readonly name: string;
  readonly expected: string;
  readonly accepts?: (text: string) => boolean;
  readonly what?: string;
  /** What is meant by a text that it does not accept; offered where it would. */
  readonly meant?: (text: string) => string | undefined;
  /** What it is for; a name, unless said. */
  readonly use?: TextUse;
  /** It can't be empty, where `accepts` does not say so. */
  readonly filled?: boolean;
  /** Browsers read it as HTML. */
  readonly html?: boolean;
}

/** A text that must satisfy `accepts`; `what` completes "… is not …". */
export function textType(options: TextOptions): ValueType<string> {
  const rule: TextRule = {
    use: options.use ?? "name",
    ...(options.filled ? { filled: true } : {}),
    ...(options.html ? { html: true } : {}),
  };
  const type: ValueType<string> = {
    name: options.name,
    expected: options.expected,
    shape: scalar,
    use: rule.use,
    read: (node, reader) =>
      constantOr(node, reader, type, () => {
        if (node.kind === "call" && node.name.text === "file") return readFileCall(node, reader, { ...options, rule });
        if ((node.kind === "path" || node.kind === "literal") && options.accepts?.(written(node, reader))) {
          const fixes = [reader.fix("Put it in quotes", node, quote(written(node, reader)))];
          return wrongButFor(node, reader, { expected: options.expected, fixes });
        }
        if (node.kind !== "text") return wrong(node, reader, options.expected);
        const value = textOf(node, reader);
        if (value === unknown) return unknown;
        if (/^\s*secret\(.*\)\s*$/.test(value)) return secretInQuotes(value, node, reader);
        if (!hasOtherLines(value, options.accepts) && refuseCharacters(value, { node }, reader, rule)) return unknown;
        if (options.accepts === undefined || options.accepts(value)) return value;
        const meant = options.meant?.(value);
        const isMeant = meant !== undefined && meant !== value && options.accepts(meant);
        const fixes = isMeant
          ? [reader.offer(`Write ${quote(meant)}`, node, quote(meant))]
          : severalMeant(node, reader, options.accepts);
        const words = { found: `\`${value}\``, expected: options.what ?? options.expected };
        return reader.say(badText, words, node, { fixes, hidden: likelyPasswords(value) });
      }),
    print: (value) => quote(value),
  };
  return type;
}

/** `"secret(a/b)"`, which would be a text of these letters. */
function secretInQuotes(value: string, node: ValueNode, reader: ValueReader): Unknown {
  const path = /^\s*secret\(\s*['"]?([\w./-]+)['"]?\s*\)\s*$/.exec(value)?.[1];
  const right = `secret("${path ?? "…"}")`;
  const fixes = path === undefined ? [] : [reader.fix(`Write \`${right}\``, node, right)];
  const words = { found: `A text in which \`secret(…)\` stands`, expected: `a secret, which is written \`${right}\`` };
  return reader.say(badText, words, node, { fixes });
}

function written(node: ValueNode, reader: ValueReader): string {
  return reader.file.text.slice(node.start, node.end);
}

/** Has a text of another form several lines? Then that is what is wrong with it, and not the ends of the lines. */
function hasOtherLines(value: string, accepts: TextOptions["accepts"]): boolean {
  return accepts !== undefined && /[\r\n]/.test(value) && !accepts(value);
}

/** The text of a file, of which the same must hold as of one that is written, since both go to the same places. */
function readFileCall(
  node: CallNode,
  reader: ValueReader,
  { accepts, what, expected, rule }: TextOptions & { readonly rule: TextRule },
): string | Unknown {
  const { argument } = node;
  if (argument.kind !== "text") return wrong(argument, reader, "the path of a file, as a text");
  const path = textOf(argument, reader);
  const text = path === unknown ? unknown : reader.asset(path, argument);
  if (path === unknown || text === unknown || refuseSecretFile(text, node, reader, path)) return unknown;
  // Editors end the last line of a file, which says nothing about a text of one line.
  const value = rule.use === "name" ? text.replace(/\r?\n$/, "") : text;
  if (!hasOtherLines(value, accepts) && refuseCharacters(value, { node, path }, reader, rule)) return unknown;
  if (accepts === undefined) return value;
  if (accepts(value)) return value;
  const [first = "", ...more] = value.split(/\r?\n/);
  const line = more.length > 0 && accepts(first) ? 2 : 1;
  return reader.say(badText, { found: `Line ${line} of \`${path}\``, expected: what ?? expected }, node);
}

/** `"…"` with what needs it escaped. */
export function quote(text: string): string {
  const escaped = text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\$\{/g, "\\${");
  return `"${visible(escaped)}"`;
}

/** A name: of a person, a group, a claim, an account, or whatever else is found by it. */
export const text: ValueType<string> = textType({ name: "text", expected: "a text", filled: true });

/** What people read as the name of something: a course, a book, a person on a page. */
export const title: ValueType<string> = textType({ name: "text", expected: "a text", use: "prose", filled: true });

/** What people read, on several lines too. */
export const prose: ValueType<string> = textType({ name: "text", expected: "a text", use: "prose" });

/** What a program reads: commands, values, variables. */
export const html: ValueType<string> = textType({ name: "text", expected: "a text", use: "prose", html: true });

export const code: ValueType<string> = textType({ name: "text", expected: "a text", use: "code" });

/** All that a file may hold. */
export const contents: ValueType<string> = textType({ name: "text", expected: "a text", use: "contents" });

export const url: ValueType<string> = textType({
  name: "url",
  expected: 'a text with a URL, such as `"https://example.edu"`',
  what: "a URL: it begins with `https://` or `http://`, names a host and holds no blanks",
  accepts: isUrl,
  meant: meantUrl,
});

/** Does the text begin with `https://` or `http://`, name a host and hold no blanks? */
export function isUrl(text: string): boolean {
  return /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][^\s<>"\\^`{|}]*)?$/.test(
    text.replace(/^(https?:\/\/)[^/@\s]*@/, "$1"),
  );
}

/** The name that an identity provider has in SAML: a URL, or a URN such as `urn:mace:incommon:berkeley.edu`. */
export const entityId: ValueType<string> = textType({
  name: "entity id",
  expected: 'a text with an entity id, such as `"urn:mace:incommon:berkeley.edu"`',
  what: "an entity id: a URL, or a URN such as `urn:mace:incommon:berkeley.edu`",
  accepts: (value) => /^(?:https?:\/\/[^\s/]|urn:[A-Za-z0-9][A-Za-z0-9-]+:.)\S*$/.test(value),
});

/** A count or an amount without a unit; `whole` refuses fractions. */
export function numberType(options: {
  readonly name: string;
  readonly whole: boolean;
  readonly from: number;
  readonly to?: number;
}): ValueType<number> {
  const bounds =
    options.to === undefined ? `it is at least ${options.from}` : `it is from ${options.from} to ${options.to}`;
  const type: ValueType<number> = {
    name: options.name,
    expected: options.whole ? "a whole number" : "a number",
    shape: scalar,
    read: (node, reader) =>
      constantOr(node, reader, type, () => {
        const value =
          node.kind === "literal" && node.form === "number" && /^-?[\d.]+$/.test(node.raw)
            ? Number(node.raw)
            : Number.NaN;
        if (Number.isNaN(value) || (options.whole && !Number.isSafeInteger(value)))
          return wrongButFor(node, reader, { expected: type.expected, fixes: numberMeant(node, reader) });
        if (value < options.from || value > (options.to ?? Number.POSITIVE_INFINITY)) {
          return reader.say(outOfBounds, { found: String(value), bounds }, node);
        }
        return value;
      }),
    print: (value) => String(value),
    order: (value) => value,
  };
  return type;
}

const numberWords = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** `1.800` with a point between thousands, `twelve`, and `"12"`. */
function numberMeant(node: ValueNode, reader: ValueReader): readonly Fix[] {
  const source = written(node, reader);
  const grouped =
    node.kind === "literal" && /^\d{1,3}(?:\.\d{3})+$/.test(source) ? source.replaceAll(".", "") : undefined;
  const word = node.kind === "path" ? numberWords.indexOf(source.toLowerCase()) : -1;
  const number = grouped ?? (word < 0 ? undefined : String(word));
  return number === undefined ? unquoted(node, reader) : [reader.offer(`Write \`${number}\``, node, number)];
}

export const count: ValueType<number> = numberType({ name: "number", whole: true, from: 0 });

const lookalikes = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["no", "false"],
  ["off", "false"],
  ["True", "true"],
  ["False", "false"],
  ["1", "true"],
  ["0", "false"],
]);

export const truth: ValueType<boolean> = {
  name: "truth",
  expected: "`true` or `false`",
  shape: { kind: "choice", words: ["true", "false"] },
  read: (node, reader) => {
    const word =
      node.kind === "path" && node.names.length === 1
        ? node.names[0]?.text
        : node.kind === "literal"
          ? node.raw
          : undefined;
    if (word === "true" || word === "false") return word === "true";
    const constant = node.kind === "path" ? reader.constant(node, truth) : undefined;
    if (constant !== undefined) return constant;
    if (word === undefined) return wrong(node, reader, truth.expected);
    const meant = lookalikes.get(word) ?? closest(word, ["true", "false"]);
    const fixes = meant === undefined ? [] : [reader.fix(`Write \`${meant}\``, node, meant)];
    return reader.say(notATruthValue, { found: word }, node, { fixes });
  },
  print: (value) => String(value),
};

/** A setting that is `true` or `false`, and `false` where nothing is said. */
export function flag(doc: string): SettingDefinition<boolean> {
  return { type: truth, doc, example: "true", default: false };
}

/** One of a few words. A bare word here is never a reference. */
export function choice<const W extends string>(...words: readonly W[]): ValueType<W> {
  const listed = words.map((word) => `\`${word}\``).join(", ");
  return {
    name: words.join(" | "),
    expected: `one of ${listed}`,
    shape: { kind: "choice", words },
    read: (node, reader) => {
      const written =
        node.kind === "path" && node.names.length === 1
          ? node.names[0]?.text
          : node.kind === "text"
            ? plain(node)
            : undefined;
      if (written === undefined) return wrong(node, reader, `one of ${listed}`);
      const word = words.find((candidate) => candidate === written);
      if (word !== undefined && node.kind === "path") return word;
      const suggestion = word ?? closest(written, words);
      const fixes = suggestion === undefined ? [] : [reader.fix(`Write \`${suggestion}\``, node, suggestion)];
      return reader.say(notAChoice, { found: written, words: listed, suggestion }, node, { fixes });
    },
    print: (value) => value,
  };
}

function plain(node: TextNode): string | undefined {
  return node.parts.length === 1 && typeof node.parts[0] === "string" ? node.parts[0] : undefined;
}
