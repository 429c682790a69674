// The characters that a text may hold, judged by what the text is for, wherever it comes from: written here, filled in from a constant,
// or read from a file.

import type { DiagnosticDefinition, Fix } from "../../diagnostics/diagnostic.ts";
import { placesInText } from "../../syntax/text-places.ts";
import type { CallNode, NameNode, Range, TextNode } from "../../syntax/tree.ts";
import { entitiesIn } from "../../text/html-entities.ts";
import { type Disguise, disguisedNames, disguisedWords } from "../../text/look-alikes.ts";
import {
  isPlain,
  type TextUse,
  type UnseenCharacter,
  unseenCharacters,
  visible,
} from "../../text/unseen-characters.ts";
import {
  emptyName,
  htmlEntity,
  lookAlikeLetters,
  lookAlikeName,
  lookAlikeWord,
  unseenCharacter,
  unseenWords,
} from "../text-diagnostics.ts";
import type { ValueReader } from "../value-type.ts";

/** What a text is for, and whether something in it has to be seen. */
export interface TextRule {
  readonly use: TextUse;
  /** It can't be empty. A name has no blanks around it either. */
  readonly filled?: boolean;
  /** Browsers read it as HTML. */
  readonly html?: boolean;
}

/** Where a text stands: the path of the file that a call names, where it is one. */
export interface TextPlace {
  readonly node: TextNode | NameNode | CallNode;
  readonly path?: string;
}

/** Reports the first thing that is wrong with the characters of a text, and tells whether it can't be used. */
export function refuseCharacters(text: string, place: TextPlace, reader: ValueReader, rule: TextRule): boolean {
  if (rule.use === "contents") return false;
  if (isPlain(text)) {
    sayEntities(text, place, reader, rule);
    return rule.filled === true && refuseEmpty(text, place, reader, rule);
  }
  const found = unseenCharacters(text, rule.use);
  if (found.length > 0) {
    sayUnseen(text, { found, place, use: rule.use }, reader);
    return true;
  }
  sayEntities(text, place, reader, rule);
  return (rule.filled === true && refuseEmpty(text, place, reader, rule)) || refuseDisguise(text, place, reader, rule);
}

interface Unseen {
  readonly found: readonly UnseenCharacter[];
  readonly place: TextPlace;
  readonly use: TextUse;
}

function sayUnseen(text: string, { found, place, use }: Unseen, reader: ValueReader): void {
  const [first] = found;
  if (first === undefined) return;
  const parameters = { text: subject(text, first.start, place), ...unseenWords(found) };
  const at = stretches(place, found, reader);
  const edits = found.map(({ code }, i) => ({ at: at[i], text: isAtEnd(text, found[i]) ? "" : instead(code) }));
  const title = found.length === 1 ? "Remove it" : "Remove them";
  const fixes: Fix[] = edits.every(({ at }) => at !== undefined)
    ? [
        {
          title: edits.some((edit) => edit.text !== "") ? "Write a plain blank for it" : title,
          edits: edits.flatMap((edit) =>
            edit.at === undefined ? [] : [{ span: { file: reader.file, ...edit.at }, text: edit.text }],
          ),
          // Another name may be another person.
          applies: use === "name" ? "when-chosen" : "always",
        },
      ]
    : [];
  reader.say(unseenCharacter, parameters, at[0] ?? place.node, { fixes });
}

/** One finding for the entities of HTML in a text that people read as it is, with the signs that they stand for as its fix. */
function sayEntities(text: string, place: TextPlace, reader: ValueReader, { use, html }: TextRule): void {
  const found = use === "prose" && html !== true ? entitiesIn(text) : [];
  const [first] = found;
  if (first === undefined) return;
  const at = stretches(place, found, reader);
  const edits = found.flatMap(({ sign }, i) => {
    const range = at[i];
    const written = sign === '"' ? '\\"' : sign;
    return range === undefined ? [] : [{ span: { file: reader.file, ...range }, text: written }];
  });
  const title = `Write ${[...new Set(found.map(({ sign }) => (sign === " " ? "a blank" : `\`${sign}\``)))].join(", ")}`;
  const fixes: Fix[] = edits.length === found.length ? [{ title, edits, applies: "always" }] : [];
  reader.say(htmlEntity, first, at[0] ?? place.node, { fixes });
}

function isAtEnd(text: string, range: Range | undefined): boolean {
  return range !== undefined && (range.start === 0 || range.end === text.length);
}

/** What ends a line or sets words apart becomes a blank; the rest goes. */
function instead(code: number): string {
  return /[\t\n\v\f\r\u0085\u2028\u2029\p{Zs}]/u.test(String.fromCodePoint(code)) ? " " : "";
}

function refuseEmpty(text: string, place: TextPlace, reader: ValueReader, { use }: TextRule): boolean {
  const trimmed = text.trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(trimmed)) {
    const found = trimmed === text ? "Nothing is written here" : "Nothing but blanks is written here";
    reader.say(emptyName, { found }, place.node);
    return true;
  }
  if (use !== "name" || trimmed === text) return false;
  const found = `\`${text}\` ${text.startsWith(trimmed.slice(0, 1)) ? "ends" : "begins"} with a blank`;
  const written = reader.file.text.slice(place.node.start, place.node.end);
  const isPlain = place.node.kind === "text" && written === `"${text}"`;
  reader.say(emptyName, { found }, place.node, {
    fixes: isPlain ? [reader.offer(`Write "${trimmed}"`, place.node, `"${trimmed}"`)] : [],
  });
  return true;
}

function refuseDisguise(text: string, place: TextPlace, reader: ValueReader, { use }: TextRule): boolean {
  if (use === "name") {
    const [first] = disguisedNames(text);
    if (first === undefined) return false;
    sayDisguise(lookAlikeName, first, { place, reader });
    return true;
  }
  const [first] = use === "prose" ? disguisedWords(text) : [];
  if (first !== undefined) sayDisguise(lookAlikeWord, first, { place, reader });
  return false;
}

function sayDisguise(
  definition: DiagnosticDefinition<{ word: string; letters: string; like: string }>,
  { word, start, like, letters }: Disguise,
  { place, reader }: { readonly place: TextPlace; readonly reader: ValueReader },
): void {
  const [at] = stretches(place, [{ start, end: start + word.length }], reader);
  const fixes = at === undefined ? [] : [reader.offer(`Write ${like}`, at, like)];
  reader.say(definition, { word, letters: lookAlikeLetters(letters), like }, at ?? place.node, { fixes });
}

/** The places of parts of a text, which stand in order; nothing where it stands in another file, or in a constant. */
function stretches(
  { node, path }: TextPlace,
  parts: readonly Range[],
  reader: ValueReader,
): readonly (Range | undefined)[] {
  if (path !== undefined || node.kind !== "text") return [];
  const places = placesInText(
    reader.file.text,
    node,
    parts.flatMap(({ start, end }) => [start, end]),
  );
  return parts.map((_, i) => {
    const [start, end] = [places[2 * i], places[2 * i + 1]];
    return start === undefined || end === undefined ? undefined : { start, end };
  });
}

const AROUND = 16;

/** How a message speaks of the text: what stands around the place, or the line of a file. */
function subject(text: string, at: number, { path }: TextPlace): string {
  if (path !== undefined) return `Line ${text.slice(0, at).split("\n").length} of \`${path}\``;
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + AROUND);
  // Not half of a pair at either end.
  const cut = text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
  const part = visible(cut.replace(/[\n\t]/g, " "));
  return `\`${from > 0 ? "…" : ""}${part}${to < text.length ? "…" : ""}\``;
}
