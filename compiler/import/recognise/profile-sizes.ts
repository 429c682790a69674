// The choice of a size in a profile.

import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, type Statement, set } from "../piece.ts";
import type { Entry } from "./profile-entry.ts";
import { groupStatement, plainText, serverStatements } from "./profile-server.ts";

export function sizeOption(key: string, option: JsonMap, entry: Entry): readonly Statement[] {
  const { piece } = entry;
  const at = ["profile_options", key];
  const { choices, display_name: shown, ...more } = option;
  if (choices === undefined || !isMap(choices)) return entry.say(at, option, undefined);
  // KubeSpawner gets the choices in order of their keys, as helm hands them on.
  const keys = Object.keys(choices).toSorted();
  const usual =
    keys.find((one) => isMap(choices[one] ?? null) && (choices[one] as JsonMap)["default"] === true) ?? keys[0]; // a map, as just asked
  const sizes = keys.map((one) =>
    sizeBlock(one, choices[one], { at: [...at, "choices", one], entry, isUsual: one === usual && one !== keys[0] }),
  );
  const said = sizes.filter((statement) => statement !== undefined);
  if (said.length < sizes.length) return entry.say(at, option, undefined);
  const title = plainText(shown) ?? "Size";
  const form = [
    ...(title === "Size" ? [] : [set("title", quote(title), piece)]),
    ...(key === "size" ? [] : [set("key", quote(key), piece)]),
  ];
  return [
    ...(form.length === 0 ? [] : [block("size-choice", form, piece)]),
    ...said,
    ...Object.entries(more).flatMap(([name, value]) => entry.say([...at, name], value, undefined)),
  ];
}

interface Place {
  readonly at: readonly string[];
  readonly entry: Entry;
  readonly isUsual: boolean;
}

function sizeBlock(key: string, choice: Json | undefined, { at, entry, isUsual }: Place): Statement | undefined {
  if (choice === undefined || !isMap(choice)) return undefined;
  const {
    display_name: shown,
    kubespawner_override: override,
    description,
    default: _,
    allowed_groups: groups,
    ...more
  } = choice;
  const title = plainText(shown);
  if (title === undefined || override === undefined || !isMap(override)) return undefined;
  const { piece } = entry;
  const text = plainText(description);
  // That somebody may start the profile and has no size to choose, no program says.
  const isForAll = entry.recognising.refused.has(`sizes of ${piece}`);
  const body: Statement[] = [
    set("title", quote(title), piece),
    ...entry.say(
      [...at, "description"],
      description,
      text === undefined ? undefined : [set("description", quote(text), piece)],
    ),
    ...serverStatements([...at, "kubespawner_override"], override, entry),
    ...(isUsual ? [set("default", "true", piece)] : []),
    ...(groups === undefined
      ? []
      : entry.say([...at, "allowed_groups"], groups, isForAll ? undefined : groupStatement(groups, entry))),
  ];
  // A size has no page or image of its own.
  const isOfSize = ({ head }: Statement) => head !== "open-with" && head !== "image";
  for (const [word, value] of Object.entries(more)) body.push(...entry.say([...at, word], value, undefined));
  return body.every(isOfSize) ? block(`size ${quote(key)}`, body, piece) : undefined;
}
