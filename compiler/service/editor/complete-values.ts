// Completions for a value: by its type, and by what of it stands there already.

import type { Examined } from "../../examine.ts";
import { constantReader, nothingFilled, type ReadingContext } from "../../model/constants.ts";
import { releaseNames } from "../../names/release-names.ts";
import { surroundingsIn } from "../../names/surroundings.ts";
import { type Shape, unknown, type ValueType } from "../../schema/value-type.ts";
import { quantityUnits } from "../../schema/values/quantities.ts";
import type { LetNode, ValueNode } from "../../syntax/tree.ts";
import { type Day, printDate } from "../../text/calendar.ts";
import { plainText } from "./body-schema.ts";
import { completeBody, declarationOffer } from "./complete-words.ts";
import { type Completion, completionsOf, type Lookup, type Offer, withoutRepeats } from "./completion.ts";
import type { Cursor, ValueCursor } from "./cursor.ts";
import { knownTexts } from "./known-texts.ts";
import { type Declared, referenceKind } from "./name-sites.ts";
import { choiceField } from "./snippet.ts";
import { secretPaths } from "./used-texts.ts";

/** What may stand at the cursor in a value. */
export function completeValue(cursor: ValueCursor, lookup: Lookup): readonly Completion[] {
  const { before, body, inList, path, type } = cursor;
  const last = before.at(-1);
  if (cursor.call !== undefined) return [];
  const isGoing = last !== undefined && last.image !== ".." && path.length === 0;
  if (isGoing && inList && !isList(type)) return [];
  if (isGoing) {
    const range = type?.shape.kind === "range" && !before.some(({ image }) => image === "..") ? rangeOffers(type) : [];
    return [
      ...completionsOf(range, cursor.typed, 0),
      ...(body ? completeBody(body, lookup).map((completion) => ({ ...completion, sort: `1${completion.sort}` })) : []),
    ];
  }
  const prefix = path.map((name) => `${name}.`).join("");
  const offers = valueOffers(cursor, lookup).filter(({ label }) => label.startsWith(prefix));
  return [...quantityCompletions(cursor, lookup), ...completionsOf(offers, cursor.typed, 1)];
}

/** Nested lists are lists of lists, which no type has: an item that stands is over. */
function isList(type: ValueType<unknown> | undefined): boolean {
  return type?.shape.kind === "list";
}

function rangeOffers(type: ValueType<unknown>): readonly Offer[] {
  return [{ label: "..", kind: "keyword", detail: "up to", doc: type.expected, insert: ".. " }];
}

function valueOffers(cursor: ValueCursor, lookup: Lookup): readonly Offer[] {
  const { type } = cursor;
  if (type === undefined) return cursor.schema?.free === undefined ? constantValueOffers(lookup) : plainOffers;
  const own = shapeOffers(type.shape, type, { cursor, lookup });
  const example = exampleOffer(cursor);
  return withoutRepeats([
    ...own,
    ...fittingConstants(cursor.inList ? (type.of ?? type) : type, lookup.known),
    ...example,
  ]);
}

const plainOffers: readonly Offer[] = ["true", "false", "null"].map((label) => ({ label, kind: "choice" }));

interface At {
  readonly cursor: ValueCursor;
  readonly lookup: Lookup;
}

function shapeOffers(shape: Shape, type: ValueType<unknown>, at: At): readonly Offer[] {
  switch (shape.kind) {
    case "choice":
      return shape.words.map((label) => ({ label, kind: "choice", detail: at.cursor.key }));
    case "reference":
      return references(shape.to, at);
    case "range": {
      const end = type.of ?? type;
      const start = end.of ?? end;
      const here = at.cursor.before.some(({ image }) => image === "..") ? end : start;
      return shapeOffers(here.shape, here, at);
    }
    case "list": {
      const items = shapeOffers(shape.of, type.of ?? type, at);
      const takesOne = shape.of.kind === "reference";
      return at.cursor.inList || takesOne
        ? items
        : [listOffer(shape.of), ...items.filter(({ kind }) => kind === "function")];
    }
    case "record":
      return [
        { label: "{ … }", kind: "value", detail: type.name, doc: type.expected, insert: "{  }", snippet: "{ $0 }" },
      ];
    case "either":
      return shape.of.flatMap((shape) =>
        shapeOffers(shape, shape.kind === "record" ? recordType(shape, type) : type, at),
      );
    default:
      return scalarOffers(type, at);
  }
}

/** A form of a type with several, which is described like the whole. */
function recordType(shape: Shape, type: ValueType<unknown>): ValueType<unknown> {
  return { ...type, shape };
}

function listOffer(of: Shape): Offer {
  const inner = of.kind === "choice" ? choiceField(1, of.words) : of.kind === "reference" ? "$0" : '"$0"';
  return { label: "[ … ]", kind: "value", detail: "a list", insert: "[]", snippet: `[${inner}]` };
}

function scalarOffers(type: ValueType<unknown>, at: At): readonly Offer[] {
  const { name } = type;
  const governed =
    at.cursor.holder?.kind === "policy" && at.cursor.key === "except" ? at.cursor.holder.variant : undefined;
  if (governed !== undefined) return references(governed, at).filter(({ label }) => !label.startsWith("std."));
  const secret = /\bsecret\b/.test(name) ? secretOffers(at.lookup) : [];
  if (name === "secret") return secret;
  if (!type.expected.includes("text") && !type.expected.includes('"')) return [];
  const texts = knownTexts(at.cursor, at.lookup).map(
    (known): Offer => ({ ...known, label: `"${known.label}"`, kind: "text" }),
  );
  return [...texts, ...secret, fileOffer];
}

const fileOffer: Offer = {
  label: 'file("…")',
  kind: "function",
  detail: "the text of a file",
  doc: "The text of a file of the project, never outside it.",
  insert: 'file("")',
  snippet: 'file("$0")',
};

function secretOffers({ names }: Lookup): readonly Offer[] {
  const known = secretPaths(names.trees).map(
    (path): Offer => ({ label: `secret("${path}")`, kind: "function", detail: "a secret" }),
  );
  const doc = "A reference to a secret: its value never reaches the compiler.";
  return [
    { label: 'secret("…")', kind: "function", detail: "a secret", doc, insert: 'secret("")', snippet: 'secret("$0")' },
    ...known,
  ];
}

/** Declarations of a kind by the names that a value may use; for pools, those of each provider. */
function references(kind: string, { cursor, lookup: { names } }: At): readonly Offer[] {
  if (kind === "pool") {
    return names.ofKind("provider", false).flatMap(({ name, declaration }) =>
      (declaration?.body ?? []).flatMap((item): readonly Offer[] => {
        const label = item.kind === "block" && item.name.text === "pool" ? item.labels[0] : undefined;
        const pool = label?.kind === "path" ? label.names[0]?.text : undefined;
        if (pool === undefined || item.kind !== "block") return [];
        return [{ label: `${name}.${pool}`, kind: "declaration", detail: "pool", doc: item.doc }];
      }),
    );
  }
  const isMany = cursor.type?.shape.kind === "list" || cursor.inList;
  const isItself = ({ name }: Declared) => cursor.holder?.kind === kind && cursor.holder.name === name;
  const own = names.ofKind(kind, false).filter((one) => one.declaration?.abstract !== true && !isItself(one));
  // No server starts from the image of the hub itself.
  const isForIt = ({ name }: Declared) => kind !== "image" || name !== "hub" || cursor.key === "hub-image";
  const library = names.ofKind(kind, true).filter((one) => one.declaration?.abstract !== true && isForIt(one));
  return [
    ...own.flatMap((one) => {
      const members =
        one.family === undefined ? [] : memberNumbers(one.family).map((number) => `${one.name}[${number}]`);
      const labels = one.family === undefined || isMany ? [one.name, ...members] : members;
      return labels.map((label) => declarationOffer(one, label));
    }),
    ...library.map((one) => declarationOffer(one, `std.${one.name}`)),
  ];
}

const mostMembers = 20;

function memberNumbers({ first, last }: { readonly first: number; readonly last: number }): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(mostMembers, last - first + 1)) }, (_, i) => first + i);
}

/** In the value of a constant anything may stand. */
function constantValueOffers(lookup: Lookup): readonly Offer[] {
  return [
    ...[...lookup.known.program.constants.values()].map(constantOffer),
    ...["true", "false"].map((label): Offer => ({ label, kind: "choice" })),
    ...secretOffers(lookup).slice(0, 1),
    fileOffer,
  ];
}

/** The example of the vocabulary, where nothing better is known. */
function exampleOffer({ schema, key, inList, before, type }: ValueCursor): readonly Offer[] {
  const setting = schema && (Object.hasOwn(schema.settings, key) ? schema.settings[key] : schema.anySetting);
  if (setting === undefined || inList || before.length > 0 || type !== setting.type) return [];
  if (setting.type.shape.kind === "choice" || referenceKind(setting.type) !== undefined) return [];
  const standing = setting.default === undefined ? undefined : setting.type.print(setting.default);
  const usual: readonly Offer[] = standing === undefined ? [] : [{ label: standing, kind: "value", detail: "default" }];
  return [...usual, { label: setting.example, kind: "value", detail: "example" }];
}

/** Units after the number that is being typed, and dates after what of one is. */
function quantityCompletions({ typed, type, before, holder }: ValueCursor, lookup: Lookup): readonly Completion[] {
  const scalar = type && scalarOf(type);
  if (scalar === undefined) return [];
  const units = quantityUnits[scalar];
  const number = /^-?\d+(?:\.\d+)?/.exec(typed.text)?.[0];
  if (units !== undefined && number !== undefined) {
    const offers = units.map((unit): Offer => ({ label: `${number}${unit}`, kind: "unit", detail: scalar }));
    return completionsOf(offers, typed, 0);
  }
  if (scalar !== "date" && scalar !== "moment") return [];
  const isEnd = before.at(-1)?.image === "..";
  const days = datesFor(holder?.kind === "course" ? holder.name : undefined, lookup, isEnd);
  return completionsOf(
    days.map(({ day, detail }): Offer => ({ label: printDate(day), kind: "value", detail })),
    typed,
    0,
  );
}

function scalarOf(type: ValueType<unknown>): string | undefined {
  if (type.of !== undefined) return scalarOf(type.of);
  return type.name;
}

/** Days that a date is likely to be: those of the course's term, of other courses' terms, and the day of the build. */
export function datesFor(
  course: string | undefined,
  { known }: Lookup,
  isEnd: boolean,
): readonly { readonly day: Day; readonly detail: string }[] {
  const { courses, on } = known.sound;
  const terms = [...courses].sort((a, b) => Number(b.name === course) - Number(a.name === course)).slice(0, 20);
  const days = terms.flatMap(({ name, term }) => {
    const first = { day: term.value.from, detail: `first day of ${name}` };
    const last = { day: term.value.to, detail: `last day of ${name}` };
    return isEnd ? [last, first] : [first, last];
  });
  const all = [...days, { day: on, detail: "the day of this build" }];
  return all.filter((one, i) => all.findIndex(({ day }) => day === one.day) === i).slice(0, 12);
}

// Completions inside quotes: constants to fill in, paths of secrets and files, and texts that are known for the setting.

/** Is the cursor in a text? */
export function isInText({ typed }: Cursor): boolean {
  return typed.text.startsWith('"');
}

/** What may stand in the text at the cursor of a value. */
export function completeText(cursor: ValueCursor, lookup: Lookup): readonly Completion[] {
  const inner = interpolation(cursor, lookup);
  if (inner !== undefined) return inner;
  const { typed } = cursor;
  if (typed.text.startsWith('"""')) return [];
  const texts = cursor.call === undefined ? knownTexts(cursor, lookup) : callTexts(cursor.call, lookup);
  const written = typed.text.slice(1); // the half-typed text itself is among those of the program
  return completionsOf(texts.filter(({ label }) => label !== written && label !== "").map(quoted), typed, 0);
}

/** After `${`, the constants, and in a hub what its releases have. */
export function interpolation({ typed, holder }: Cursor, { known }: Lookup): readonly Completion[] | undefined {
  const { text, start } = typed;
  const word = /\$\{[ \t]*([\w-]*)$/.exec(text)?.[1];
  if (word === undefined) return undefined;
  const end = start + text.length;
  const offers = [...known.program.constants.values()].map(constantOffer);
  const number: readonly Offer[] = [{ label: "n", kind: "constant", detail: "the number of a family's member" }];
  const ofRelease = holder?.kind === "hub" ? Object.entries(releaseNames) : [];
  const release = ofRelease.map(([label, doc]): Offer => ({ label, kind: "constant", detail: "of the release", doc }));
  return completionsOf([...offers, ...number, ...release], { text: word, start: end - word.length, end }, 0);
}

function callTexts(
  call: string,
  { known, names }: Lookup,
): readonly { readonly label: string; readonly detail: string }[] {
  if (call === "secret") return secretPaths(names.trees).map((label) => ({ label, detail: "a secret" }));
  if (call !== "file") return [];
  return [...known.sources.assets.keys()].sort().map((label) => ({ label, detail: "a file of this project" }));
}

function quoted(one: {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly doc?: string | undefined;
}): Offer {
  return { ...one, label: `"${one.label}"`, kind: "text" };
}

// Which constants of a program have a value that a setting takes.

/** A value that names nothing fits a type whatever the rest of the program says. */
const settled = new WeakMap<ValueType<unknown>, WeakMap<LetNode, boolean>>();

/** The constants that `type` takes, with their values. */
function fittingConstants(
  type: ValueType<unknown>,
  { program, sources }: Pick<Examined, "program" | "sources">,
): readonly Offer[] {
  if (type.shape.kind === "reference") return [];
  const silent = () => {}; // what is wrong with a constant is for the check to say
  const surroundings = surroundingsIn(program, sources.assets);
  const context: ReadingContext = {
    surroundings,
    report: silent,
    number: undefined,
    following: [],
    filled: nothingFilled(),
  };
  const known = settled.get(type) ?? new WeakMap<LetNode, boolean>();
  settled.set(type, known);
  return [...program.constants.values()].flatMap((node) => {
    const before = known.get(node);
    const fits = before ?? type.read(node.value, constantReader(node, context, silent)) !== unknown;
    if (before === undefined && namesNothing(node.value)) known.set(node, fits);
    return fits ? [constantOffer(node)] : [];
  });
}

/** A constant as it is offered, with the first line of its value. */
function constantOffer({ name, doc, value, file }: LetNode): Offer {
  const [detail] = file.text.slice(value.start, Math.min(value.end, value.start + 80)).split("\n");
  return { label: name.text, kind: "constant", detail, doc: doc ?? "A constant of this program." };
}

function namesNothing(value: ValueNode): boolean {
  if (value.kind === "range") return namesNothing(value.from) && namesNothing(value.to);
  return value.kind === "literal" || (value.kind === "text" && plainText(value) !== undefined);
}
