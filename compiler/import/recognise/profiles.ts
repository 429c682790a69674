// The list of servers that people may choose, as profiles: images and sizes to choose from, pools, groups. What no word says of an entry
// stands in the entry's own `values`.

import { isList, isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, type Recognise, type Statement, set, valueAt } from "../piece.ts";
import { nameFrom } from "../print-data.ts";
import { type Entry, entryOf } from "./profile-entry.ts";
import { imageOption } from "./profile-images.ts";
import { groupStatement, plainText, serverStatements, slugOf } from "./profile-server.ts";
import { sizeOption } from "./profile-sizes.ts";

/** The name of the piece. */
export const profilesPiece = "profiles";

/** All of the list is said, or nothing. */
export const profiles: Recognise = (recognising) => {
  const list = valueAt(recognising.values, "singleuser.profileList");
  if (list === undefined || !isList(list) || list.length === 0) return [];
  const names = new Set<string>();
  const entries: Entry[] = [];
  const statements: Statement[] = [];
  for (const [i, item] of list.entries()) {
    const entry = entryOf(["singleuser", "profileList", String(i)], recognising);
    const statement = isMap(item) ? profileBlock(item, entry, names) : undefined;
    if (statement === undefined) return [];
    entries.push(entry);
    statements.push(statement);
  }
  const past = entries.flatMap((entry) => entry.past.map(({ path }) => path));
  return [{ name: profilesPiece, statements, claims: [["singleuser", "profileList"]], past }];
};

function profileBlock(item: JsonMap, entry: Entry, names: Set<string>): Statement | undefined {
  const { display_name: shown, slug, ...more } = item;
  const title = plainText(shown);
  if (title === undefined) return undefined;
  const called = typeof slug === "string" ? slug : slugOf(String(shown));
  if (!/^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/.test(called)) return undefined;
  let name = nameFrom(called);
  for (let i = 2; names.has(name); i++) name = `${nameFrom(called)}-${i}`;
  names.add(name);
  const { piece } = entry;
  const body: Statement[] = [
    set("title", quote(title), piece),
    ...(name === called ? [] : [set("slug", quote(called), piece)]),
  ];
  for (const [key, value] of Object.entries(more)) body.push(...fieldStatements(key, value, entry));
  return block(`profile ${name}`, [...body, ...entry.pastBlock()], piece);
}

function fieldStatements(key: string, value: Json, entry: Entry): readonly Statement[] {
  const { piece } = entry;
  const path = [key];
  switch (key) {
    case "description": {
      const text = plainText(value);
      return entry.say(
        path,
        value,
        text === undefined || text.includes("\n") ? undefined : [set(key, quote(text), piece)],
      );
    }
    case "default":
      return entry.say(path, value, value === true ? [set(key, "true", piece)] : value === false ? [] : undefined);
    case "allowed_groups":
      return entry.say(path, value, groupStatement(value, entry));
    case "kubespawner_override":
      return isMap(value) ? serverStatements(path, value, entry) : entry.say(path, value, undefined);
    case "profile_options":
      return isMap(value) ? optionStatements(value, entry) : entry.say(path, value, undefined);
    default:
      return entry.say(path, value, undefined);
  }
}

/** At most one option is for images, and one for sizes; what else is asked for has no word. */
function optionStatements(options: JsonMap, entry: Entry): readonly Statement[] {
  const statements: Statement[] = [];
  const kinds = new Set<string>();
  for (const [key, option] of Object.entries(options)) {
    const kind = isMap(option) ? kindOf(option) : undefined;
    if (!isMap(option) || kind === undefined || kinds.has(kind)) {
      statements.push(...entry.say(["profile_options", key], option, undefined));
      continue;
    }
    kinds.add(kind);
    statements.push(...(kind === "image" ? imageOption : sizeOption)(key, option, entry));
  }
  return statements;
}

function kindOf(option: JsonMap): "image" | "size" | undefined {
  const { choices, unlisted_choice: typed } = option;
  const overrides =
    choices !== undefined && isMap(choices)
      ? Object.values(choices).map((json) => (isMap(json) ? json["kubespawner_override"] : undefined))
      : [];
  const has = (keys: RegExp) =>
    overrides.length > 0 &&
    overrides.every((one) => one !== undefined && isMap(one) && Object.keys(one).some((key) => keys.test(key)));
  if (has(/^image$/)) return "image";
  if (overrides.length === 0 && typed !== undefined) return "image";
  return typed === undefined && has(/^(?:mem|cpu)_(?:limit|guarantee)$/) ? "size" : undefined;
}
