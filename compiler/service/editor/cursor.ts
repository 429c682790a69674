// What may be typed at a cursor: a header, a word of a body, a label, a value, a package.

import type { BlockSchema, BlockUse } from "../../schema/block.ts";
import { schemaOf } from "../../schema/block.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { endsValue, isAssignment, isOpenBrace, isPackageLine, isWord, type Token } from "../../syntax/tokens.ts";
import type { PackageBlock, Range } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { schemaOfKind, useIn } from "./body-schema.ts";
import { type Frame, framesAt, type TypedStretch } from "./cursor-frames.ts";
import { fieldsOf } from "./name-sites.ts";

/** The declaration around a cursor. */
export interface CursorHolder {
  readonly kind: string;
  readonly variant: string | undefined;
  readonly name: string | undefined;
}

/** What is being typed: the stretch that a completion replaces, and its text up to the cursor. */
export interface Typed extends Range {
  readonly text: string;
}

interface CursorBase {
  readonly typed: Typed;
  readonly holder: CursorHolder | undefined;
  /** An assignment sign stands after the cursor already; or an opening brace. */
  readonly followedBy: "assignment" | "brace" | undefined;
}

export interface BodyCursor extends CursorBase {
  readonly at: "body";
  readonly schema: BlockSchema;
  /** Settings and blocks that the body has. */
  readonly keys: ReadonlySet<string>;
  /** Names before the cursor, where a key of several is being typed. */
  readonly path: readonly string[];
  /** In a block that holds anything, the names of the blocks around. */
  readonly within: readonly string[];
}

export interface ValueCursor extends CursorBase {
  readonly at: "value";
  /** Absent in a constant, and where the setting is not known. */
  readonly type: ValueType<unknown> | undefined;
  readonly schema: BlockSchema | undefined;
  /** The setting, or the entry of a map; in a free block, all names that lead to it, a line each. */
  readonly key: string;
  /** Tokens of the value before the cursor, inside the innermost bracket. */
  readonly before: readonly Token[];
  readonly inList: boolean;
  /** Inside the parentheses of `secret(…)` or `file(…)`. */
  readonly call: string | undefined;
  /** Names before the cursor, with dots between. */
  readonly path: readonly string[];
  /** Something complete stands before the cursor, so that the next setting may begin. */
  readonly body: BodyCursor | undefined;
}

export type Cursor =
  | (CursorBase & { readonly at: "header"; readonly words: readonly string[] })
  | BodyCursor
  | (CursorBase & { readonly at: "label"; readonly use: BlockUse; readonly words: readonly string[] })
  | (CursorBase & {
      readonly at: "fields";
      readonly fields: Readonly<Record<string, ValueType<unknown>>>;
      readonly keys: ReadonlySet<string>;
    })
  | ValueCursor
  /** `keys` holds the other lines. */
  | (CursorBase & { readonly at: "package"; readonly format: PackageBlock; readonly keys: ReadonlySet<string> });

/** What stands at an offset that is not in a comment; nothing where no completion makes sense. */
export function cursorAt(file: SourceFile, offset: number): Cursor | undefined {
  const { open, typed, next } = framesAt(file, offset);
  const frame = open.at(-1);
  if (frame === undefined) return undefined;
  let place: Place = { mode: "file" };
  for (const inner of open.slice(1)) place = inside(place, inner);
  const followedBy =
    next === undefined ? undefined : isAssignment(next) ? "assignment" : isOpenBrace(next) ? "brace" : undefined;
  const path = dottedBefore(frame.statement);
  const base = { typed: typedAt(file, offset, typed), holder: holderOf(place), followedBy } as const;
  return interpret({ place, frame, path, base });
}

type Place =
  | { readonly mode: "file" }
  | {
      readonly mode: "body";
      readonly schema: BlockSchema | undefined;
      readonly holder: CursorHolder;
      /** In a block that holds anything: the names that lead here. */
      readonly within: readonly string[];
    }
  | (ValuePlace & { readonly mode: "value" })
  | (ValuePlace & { readonly mode: "fields" });

interface ValuePlace {
  readonly type: ValueType<unknown> | undefined;
  readonly schema: BlockSchema | undefined;
  readonly key: string;
  readonly inList: boolean;
  readonly call: string | undefined;
  readonly holder: CursorHolder | undefined;
}

function holderOf(place: Place): CursorHolder | undefined {
  return place.mode === "file" ? undefined : place.holder;
}

/** The place inside a brace or bracket that opens at the end of `head`. */
function inside(place: Place, { sign, head }: Frame): Place {
  const signAt = head.findLastIndex(isAssignment);
  const value = place.mode === "value" ? place : signAt < 0 ? undefined : assigned(place, head.slice(0, signAt));
  if (value !== undefined) {
    if (sign === "[") return { ...value, mode: "value", type: value.type?.of ?? value.type, inList: true };
    if (sign === "(") return { ...value, mode: "value", call: head.at(-1)?.image };
    return { ...value, mode: "fields" };
  }
  const words = head.map(({ image }) => image);
  if (place.mode === "file") return bodyOf(words);
  if (place.mode === "body") return innerBody(place, words);
  return { ...place, mode: "value", type: undefined, inList: false, call: undefined };
}

/** The value of a setting, of a map's entry or of a constant. */
function assigned(place: Place, tokens: readonly Token[]): ValuePlace {
  const isFree = place.mode === "body" && place.schema?.free !== undefined;
  const key = isFree ? [...place.within, ...namesIn(tokens)].join("\n") : keyOf(tokens);
  const nothing = { type: undefined, schema: undefined, key, inList: false, call: undefined, holder: holderOf(place) };
  if (place.mode === "body")
    return { ...nothing, schema: place.schema, type: place.schema && settingType(place.schema, key) };
  if (place.mode !== "fields") return nothing;
  const fields = place.type && fieldsOf(place.type);
  return { ...nothing, schema: place.schema, type: fields && Object.hasOwn(fields, key) ? fields[key] : undefined };
}

function settingType(schema: BlockSchema, key: string): ValueType<unknown> | undefined {
  return (Object.hasOwn(schema.settings, key) ? schema.settings[key] : schema.anySetting)?.type;
}

/** `[abstract] kind [variant] name …` */
function bodyOf(words: readonly string[]): Place {
  const [kind = "", first, second] = words[0] === "abstract" ? words.slice(1) : words;
  const hasVariant = schemaOfKind(kind, undefined) === undefined && schemaOfKind(kind, first) !== undefined;
  const variant = hasVariant ? first : undefined;
  const holder = { kind, variant, name: hasVariant ? second : first };
  return { mode: "body", schema: schemaOfKind(kind, variant), holder, within: [] };
}

function innerBody(place: Extract<Place, { readonly mode: "body" }>, words: readonly string[]): Place {
  if (place.schema?.free === undefined) return { ...place, schema: innerSchema(place.schema, words) };
  return { ...place, within: [...place.within, ...words.filter((word) => word !== ".").map(unquoted)] };
}

function innerSchema(schema: BlockSchema | undefined, [key = "", label]: readonly string[]): BlockSchema | undefined {
  const use = schema && useIn(schema, key);
  return use && schemaOf(use, use.variants === undefined ? undefined : label);
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.length === 1 ? unquoted(tokens[0]?.image ?? "") : "";
}

function namesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(({ image }) => image !== ".").map(({ image }) => unquoted(image));
}

function unquoted(image: string): string {
  return image.startsWith('"') && image.endsWith('"') ? image.slice(1, -1) : image;
}

function typedAt(file: SourceFile, offset: number, stretch: TypedStretch | undefined): Typed {
  if (stretch === undefined) return { start: offset, end: offset, text: "" };
  const { start, isOpen } = stretch;
  // A text that is not closed reaches over what follows it on its line: only what is before the cursor is being typed.
  const end = isOpen ? offset : Math.max(stretch.end, offset);
  return { start, end, text: file.text.slice(start, offset) };
}

/** The names of a path that the cursor goes on with: `std.` gives `std`. */
function dottedBefore(statement: readonly Token[]): readonly Token[] {
  let start = statement.length;
  while (start >= 2 && statement[start - 1]?.image === ".") {
    const word = statement[start - 2];
    if (word === undefined || !(isWord(word) || word.image.startsWith('"'))) break;
    start -= 2;
  }
  return statement.slice(start);
}

interface Input {
  readonly place: Place;
  readonly frame: Frame;
  readonly path: readonly Token[];
  readonly base: CursorBase;
}

function interpret({ place, frame, path, base }: Input): Cursor | undefined {
  const statement = frame.statement.slice(0, frame.statement.length - path.length);
  const names = namesIn(path);
  const [firstOfPath] = path;
  const typed = firstOfPath ? { ...base.typed, start: firstOfPath.start } : base.typed;
  const signAt = statement.findLastIndex(isAssignment);
  const rest = { ...base, typed, path: names };
  if (place.mode === "value") return { ...place, ...rest, at: "value", before: statement, body: undefined };
  if (signAt >= 0) {
    const value = assigned(place, statement.slice(0, signAt));
    const before = statement.slice(signAt + 1);
    return { ...value, ...rest, at: "value", before, body: nextItem({ place, frame, path, base }, before) };
  }
  if (place.mode === "file") {
    const words = [...statement, ...path].map(({ image }) => image);
    return words[0] === "let"
      ? undefined
      : { ...base, ...(words.includes("extends") ? { typed } : {}), at: "header", words };
  }
  if (place.mode === "fields") return fieldsCursor(place, { frame, base, statement });
  return bodyCursor(place.schema, { ...rest, within: place.within, statement, frame });
}

function fieldsCursor(
  place: ValuePlace,
  {
    frame,
    base,
    statement,
  }: { readonly frame: Frame; readonly base: CursorBase; readonly statement: readonly Token[] },
): Cursor | undefined {
  const fields = place.type && fieldsOf(place.type);
  return fields && statement.length === 0 ? { ...base, at: "fields", fields, keys: frame.keys } : undefined;
}

function bodyCursor(
  schema: BlockSchema | undefined,
  input: CursorBase & {
    readonly path: readonly string[];
    readonly within: readonly string[];
    readonly statement: readonly Token[];
    readonly frame: Frame;
  },
): Cursor | undefined {
  const { statement, frame, ...base } = input;
  if (schema === undefined) return undefined;
  if (schema.packages !== undefined) return { ...base, at: "package", format: schema.packages, keys: frame.keys };
  const [first, ...more] = statement;
  if (first === undefined) return { ...base, at: "body", schema, keys: frame.keys };
  const use = useIn(schema, first.image);
  return use && use.label !== "none" ? { ...base, at: "label", use, words: more.map(({ image }) => image) } : undefined;
}

/** After a complete value the next setting may begin on the same line. */
function nextItem({ place, frame, path, base }: Input, before: readonly Token[]): BodyCursor | undefined {
  const last = before.at(-1);
  if (place.mode !== "body" || place.schema === undefined || path.length > 0) return undefined;
  if (last === undefined || !endsValue(last) || isPackageLine(last)) return undefined;
  const [first] = frame.statement;
  const keys = new Set([...frame.keys, ...(first ? [first.image] : [])]);
  return { ...base, at: "body", schema: place.schema, keys, path: [], within: place.within };
}
