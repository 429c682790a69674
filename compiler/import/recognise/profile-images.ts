// The choice of an image in a profile: images of the program by their titles, one that a person names, one that is built.

import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, type Statement, set } from "../piece.ts";
import { nameFrom } from "../print-data.ts";
import type { Entry } from "./profile-entry.ts";
import { hasTag, pageText, plainText } from "./profile-server.ts";
import { prebuiltText } from "./servers.ts";

export function imageOption(key: string, option: JsonMap, entry: Entry): readonly Statement[] {
  const { piece } = entry;
  const at = ["profile_options", key];
  const { choices = {}, unlisted_choice: typed, dynamic_image_building: builds, display_name: shown, ...more } = option;
  const images = isMap(choices) ? declaredImages(choices, [...at, "choices"], entry) : undefined;
  if (images === undefined) return entry.say(at, option, undefined);
  const asked = typed === undefined ? [] : typedImage(typed, [...at, "unlisted_choice"], entry);
  const title = plainText(shown) ?? "Image";
  const form = [
    ...(title === "Image" ? [] : [set("title", quote(title), piece)]),
    ...(key === "image" ? [] : [set("key", quote(key), piece)]),
  ];
  const isBuilt =
    builds !== undefined && isMap(builds) && builds["enabled"] === true && Object.keys(builds).length === 1;
  return [
    ...images,
    ...(form.length === 0 ? [] : [block("image-choice", form, piece)]),
    ...asked,
    ...entry.say(
      [...at, "dynamic_image_building"],
      builds,
      isBuilt ? [set("any-repository", "true", piece)] : undefined,
    ),
    ...Object.entries(more).flatMap(([name, value]) => entry.say([...at, name], value, undefined)),
  ];
}

interface ReadChoice {
  readonly key: string;
  readonly choice: JsonMap;
  readonly image: string;
  readonly title: string;
  readonly others: JsonMap;
}

function readChoice(key: string, choice: Json | undefined): ReadChoice | undefined {
  if (choice === undefined || !isMap(choice)) return undefined;
  const override = choice["kubespawner_override"];
  const title = plainText(choice["display_name"]);
  if (override === undefined || !isMap(override) || title === undefined) return undefined;
  const { image, ...others } = override;
  return typeof image === "string" && hasTag(image) ? { key, choice, image, title, others } : undefined;
}

/** KubeSpawner gets the choices in order of their keys, as helm hands them on. Undefined where one of them can't be an image of the program. */
function declaredImages(choices: JsonMap, at: readonly string[], entry: Entry): readonly Statement[] | undefined {
  const all = Object.keys(choices)
    .toSorted()
    .map((key) => readChoice(key, choices[key]));
  const read = all.filter((choice) => choice !== undefined);
  const contents = read.map(({ image, title }) => `${image} ${title}`);
  if (read.length < all.length || new Set(contents).size < contents.length) return undefined;
  if (read.length === 0) return [];
  const names = read.map((choice) => declaredImage(choice, [...at, choice.key], entry));
  const usual = read.findIndex(({ choice }) => choice["default"] === true);
  return [
    ...(usual <= 0 ? [] : [set("image", names[usual] ?? "", entry.piece)]),
    set("images", `[${names.join(", ")}]`, entry.piece),
  ];
}

/** Declares the image of a choice; what else the choice says goes past. */
function declaredImage({ key, choice, image, title, others }: ReadChoice, at: readonly string[], entry: Entry): string {
  const text = entry.isTakenBack([...at, "description"]) ? undefined : plainText(choice["description"]);
  // A key with `_` is no name of an object, and stays the key of the choice.
  const isSlug = imageName(key) !== key && /^[a-z][a-z0-9_-]*[a-z0-9]$/.test(key);
  const page = entry.isTakenBack([...at, "kubespawner_override", "default_url"])
    ? undefined
    : pageText(others["default_url"]);
  const body = [
    prebuiltText(image),
    ...(page === undefined ? [] : [`open-with = ${page}`]),
    ...(isSlug ? [`slug = ${quote(key)}`] : []),
    `title = ${quote(title)}`,
    ...(text === undefined ? [] : [`description = ${quote(text)}`]),
  ];
  const name = entry.recognising.declarations.declare("image", imageName(key), body.join("\n"));
  const written = (path: readonly string[]) => [...at.slice(0, -1), isSlug ? key : name, ...path];
  entry.say(
    [...at, "description"],
    choice["description"],
    text === undefined ? undefined : [],
    written(["description"]),
  );
  for (const [trait, value] of Object.entries(others)) {
    const said = trait === "default_url" && page !== undefined ? [] : undefined;
    entry.say([...at, "kubespawner_override", trait], value, said, written(["kubespawner_override", trait]));
  }
  for (const [word, value] of Object.entries(choice))
    if (!["display_name", "description", "default", "kubespawner_override"].includes(word))
      entry.say([...at, word], value, undefined, written([word]));
  return name;
}

/** The key, where it can be a name of the program; else one that stands in the same order. */
function imageName(key: string): string {
  return /^[a-z][a-z0-9-]*$/.test(key)
    ? key
    : /^[0-9]/.test(key)
      ? `image-${nameFrom(`x${key}`).slice(1)}`
      : nameFrom(key);
}

const texts: Readonly<Record<string, string>> = {
  display_name: "title",
  description: "description",
  validation_regex: "pattern",
  validation_message: "message",
};

function typedImage(typed: Json, at: readonly string[], entry: Entry): readonly Statement[] {
  const { piece } = entry;
  const isUsual = isMap(typed) && typed["enabled"] === true && isMap(typed["kubespawner_override"] ?? null);
  if (!isMap(typed) || !isUsual) return entry.say(at, typed, undefined);
  const { enabled: _, kubespawner_override: override, ...more } = typed;
  const { image, ...others } = override as JsonMap; // a map, as just asked
  if (image !== "{value}") return entry.say(at, typed, undefined);
  const body: Statement[] = [];
  for (const [word, value] of Object.entries(more)) {
    const setting = texts[word];
    const text = word === "validation_regex" && typeof value === "string" ? value : plainText(value);
    body.push(
      ...entry.say(
        [...at, word],
        value,
        setting === undefined || text === undefined ? undefined : [set(setting, quote(text), piece)],
      ),
    );
  }
  for (const [trait, value] of Object.entries(others))
    entry.say([...at, "kubespawner_override", trait], value, undefined);
  return [body.length === 0 ? set("any-image", "true", piece) : block("any-image", body, piece)];
}
