// The list of profiles as KubeSpawner fills it in: names from titles, and the first as the default where none says so (kubespawner 7.0,
// `_init_profile_list`). Choices come in order of their keys, since helm hands maps on so.

import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { slugOf } from "./recognise/profile-server.ts";

export function withProfilesFilledIn(values: JsonMap): JsonMap {
  const servers = values["singleuser"];
  const list = servers !== undefined && isMap(servers) ? servers["profileList"] : undefined;
  if (servers === undefined || !isMap(servers) || list === undefined || !isList(list) || list.length === 0)
    return values;
  const usual = Math.max(
    0,
    list.findIndex((json) => isMap(json) && json["default"] === true),
  );
  const filled = list.map((json, i) => (isMap(json) ? entryFilledIn(json, i === usual) : json));
  return { ...values, singleuser: { ...servers, profileList: filled.map(withOneMarkup) } };
}

/** Texts of the form are HTML, in which a quote and a single `&` may be written in two ways. */
function oneMarkup(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&(?![a-z]+;|#)/gi, "&amp;");
}

function withOneMarkup(value: Json): Json {
  if (isList(value)) return value.map(withOneMarkup);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isText =
        (key === "display_name" || key === "description" || key === "validation_message") && typeof inner === "string";
      return [key, isText ? oneMarkup(inner) : withOneMarkup(inner)];
    }),
  );
}

function entryFilledIn(entry: JsonMap, isUsual: boolean): JsonMap {
  const { default: _, profile_options: options, kubespawner_override: override, ...more } = entry;
  const title = typeof entry["display_name"] === "string" ? entry["display_name"] : "";
  const isBare = override === undefined || (isMap(override) && Object.keys(override).length === 0);
  return {
    ...more,
    slug: entry["slug"] ?? slugOf(title),
    ...(isUsual ? { default: true } : {}),
    ...(isBare ? {} : { kubespawner_override: override }),
    ...(options === undefined ? {} : { profile_options: isMap(options) ? optionsFilledIn(options) : options }),
  };
}

function optionsFilledIn(options: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [key, isMap(option) ? optionFilledIn(option) : option]),
  );
}

function optionFilledIn(option: JsonMap): JsonMap {
  const { choices } = option;
  if (choices === undefined || !isMap(choices)) return option;
  const keys = Object.keys(choices).toSorted();
  const usual = keys.find((key) => isDefault(choices[key])) ?? keys[0];
  const filled = keys.map((key): [string, Json] => {
    const choice = choices[key] ?? null;
    if (!isMap(choice)) return [key, choice];
    const { default: _, ...more } = choice;
    return [key, key === usual ? { ...more, default: true } : more];
  });
  return { ...option, choices: Object.fromEntries(filled) };
}

function isDefault(choice: Json | undefined): boolean {
  return choice !== undefined && isMap(choice) && choice["default"] === true;
}
