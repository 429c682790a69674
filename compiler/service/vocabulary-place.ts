// Places of the vocabulary by their paths: `course`, `course.memory`, `hub.auth.google.client-id`. A path names kinds, variants,
// blocks and settings; names of a program's own, such as the label of a block, are not part of it.

import type { BlockSchema, BlockUse, Setting } from "../schema/block.ts";
import { kindSchema, vocabulary } from "../schema/vocabulary.ts";
import { closest } from "../text/edit-distance.ts";

/** A setting, or something with a body: a kind, one of its variants, or a block. */
export type Place = SettingPlace | BodyPlace;

export interface SettingPlace {
  readonly kind: "setting";
  readonly path: string;
  readonly setting: Setting<unknown>;
}

export interface BodyPlace {
  readonly kind: "body";
  readonly path: string;
  readonly doc: string;
  /** How its first line is written: `content NAME { … }`. */
  readonly form: string;
  readonly example: string | undefined;
  /** One schema, or one for each variant, by its name. */
  readonly schemas: Readonly<Record<string, BlockSchema>>;
  readonly hasVariants: boolean;
}

/** What a path leads to, several where a name is both a setting and a block; else the nearest path that leads somewhere. */
export function findPlaces(
  path: string,
): { readonly places: readonly Place[] } | { readonly nearest: string | undefined } {
  const [first = "", ...rest] = path.split(".");
  const kind = kindPlace(first);
  if (kind === undefined) return { nearest: nearestOther(path) };
  let places: readonly Place[] = [kind];
  for (const word of rest) places = places.flatMap((place) => stepInto(place, word));
  return places.length > 0 ? { places } : { nearest: nearestOther(path) };
}

/** A kind of declaration as a place. */
export function kindPlace(kind: string): BodyPlace | undefined {
  const entry = kindSchema(kind);
  if (entry === undefined) return undefined;
  const variant = entry.variants === undefined ? "" : kind === "policy" ? " KIND" : " VARIANT";
  return {
    kind: "body",
    path: kind,
    doc: entry.doc,
    form: `[abstract] ${kind}${variant} NAME [extends PARENT] { … }`,
    example: undefined,
    schemas: entry.variants ?? (entry.schema === undefined ? {} : { [kind]: entry.schema }),
    hasVariants: entry.variants !== undefined,
  };
}

/** A block of a body as a place. */
export function blockPlace(use: BlockUse, within: Pick<BodyPlace, "path">): BodyPlace {
  const schema = typeof use.schema === "function" ? use.schema() : use.schema;
  return {
    kind: "body",
    path: `${within.path}.${use.key}`,
    doc: use.doc,
    form: `${use.key}${labelForm(use)} { … }`,
    example: use.example,
    schemas: use.variants ?? (schema === undefined ? {} : { [use.key]: schema }),
    hasVariants: use.variants !== undefined,
  };
}

function labelForm(use: BlockUse): string {
  const forms = { none: "", name: " NAME", text: ' "…"', range: " FIRST .. LAST", variant: " VARIANT" };
  return forms[use.label];
}

function stepInto(place: Place, word: string): readonly Place[] {
  if (place.kind === "setting") return [];
  const variant = place.hasVariants && Object.hasOwn(place.schemas, word) ? place.schemas[word] : undefined;
  if (variant !== undefined) {
    const form = place.form.replace("VARIANT", word).replace("KIND", word);
    const path = `${place.path}.${word}`;
    return [
      {
        ...place,
        path,
        form,
        doc: variant.doc,
        example: undefined,
        schemas: { [word]: variant },
        hasVariants: false,
      },
    ];
  }
  const within = (name: string) => (place.hasVariants ? { ...place, path: `${place.path}.${name}` } : place);
  const places = Object.entries(place.schemas).flatMap(([name, schema]) => placesIn(schema, word, within(name)));
  return distinct(places);
}

/** Where a variant is left out, what several of them say alike is one place: that of the first. */
function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Map<unknown, Place>();
  for (const place of places) {
    const key =
      place.kind === "body"
        ? Object.values(place.schemas)[0]
        : [place.setting.type.name, place.setting.doc, place.setting.example].join("\n");
    if (!seen.has(key)) seen.set(key, place);
  }
  return [...seen.values()];
}

function placesIn(schema: BlockSchema, word: string, within: BodyPlace): readonly Place[] {
  const setting = Object.hasOwn(schema.settings, word) ? schema.settings[word] : undefined;
  const use = Object.hasOwn(schema.blocks, word) ? schema.blocks[word] : undefined;
  const places: Place[] = [];
  const path = `${within.path}.${word}`;
  if (setting !== undefined) places.push({ kind: "setting", path, setting });
  if (use !== undefined) places.push(blockPlace(use, within));
  const any = schema.anySetting;
  if (places.length > 0 || any === undefined || word === "") return places;
  return [{ kind: "setting", path, setting: { ...any, key: word } }];
}

/** Never the path that was asked for. */
function nearestOther(path: string): string | undefined {
  const nearest = nearestPath(path);
  return nearest === path ? undefined : nearest;
}

/** The path with each wrong word replaced by the nearest right one; for a single word, the first path that ends with it. */
function nearestPath(path: string): string | undefined {
  const words = path.split(".");
  const kind = closest(
    words[0] ?? "",
    vocabulary.map((entry) => entry.kind),
  );
  if (kind === undefined) return everyPath().find((known) => known.endsWith(`.${path}`));
  let places: readonly Place[] = [kindPlace(kind)].filter((place) => place !== undefined);
  const mended: string[] = [kind];
  for (const word of words.slice(1)) {
    const known = [...new Set(places.flatMap(wordsIn))];
    const meant = closest(word, known);
    if (meant === undefined) break;
    places = places.flatMap((place) => stepInto(place, meant));
    mended.push(meant);
  }
  return mended.join(".");
}

/** Every word that may follow a place in a path. */
function wordsIn(place: Place): readonly string[] {
  if (place.kind === "setting") return [];
  const names = Object.values(place.schemas).flatMap((schema) => [
    ...Object.keys(schema.settings),
    ...Object.keys(schema.blocks),
  ]);
  return place.hasVariants ? [...Object.keys(place.schemas), ...names] : names;
}

const MOST_WORDS = 5;

/**
 * Every path of the vocabulary that has fewer words than `mostWords`, the shorter ones first and of these what people write most; a
 * variant is never left out.
 */
export function everyPath(mostWords = MOST_WORDS): readonly string[] {
  const paths: string[] = [];
  const kinds = new Set(["course", "image", "hub", ...vocabulary.map(({ kind }) => kind)]);
  let level: readonly Place[] = [...kinds].flatMap((kind) => kindPlace(kind) ?? []);
  for (let words = 1; words < mostWords && level.length > 0; words += 1) {
    paths.push(...level.map(({ path }) => path));
    level = level.flatMap((place) => {
      const next = place.kind === "body" && place.hasVariants ? Object.keys(place.schemas) : wordsIn(place);
      return next.flatMap((word) => stepInto(place, word));
    });
  }
  return paths;
}
