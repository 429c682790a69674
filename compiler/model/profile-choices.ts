// What people may choose between where a release brings a profile list of its own: every set of traits that a server can start with.

import { isList, isMap, type Json, type JsonMap, mapAt } from "../knowledge/json-schema.ts";
import { ownServerTrait } from "./final-values.ts";
import { decidedByPython } from "./own-values.ts";
import type { Release } from "./release.ts";

/** Values of some traits, as one choice sets them; what it leaves as it is, is absent. */
export type ChosenTraits = Readonly<Record<string, Json>>;

/**
 * The values of the traits in every choice of the release's own profile list, each once; undefined where it has no list of its own, and
 * `undecided` where people type a value themselves, or Python gives the list.
 */
export function choicesOf(
  release: Release,
  traits: readonly string[],
): readonly ChosenTraits[] | "undecided" | undefined {
  const profiles = ownProfiles(release);
  if (profiles === undefined || profiles === "undecided") return profiles;
  const found: ChosenTraits[] = [];
  for (const profile of profiles) {
    const choices = choicesOfProfile(profile, traits);
    if (choices === "undecided") return choices;
    found.push(...choices);
  }
  return distinct(found);
}

function ownProfiles(release: Release): readonly JsonMap[] | "undecided" | undefined {
  const trait = ownServerTrait(release, "profile_list");
  if (trait === decidedByPython) return "undecided";
  if (!isList(trait) || trait.length === 0) return undefined;
  return trait.filter(isMap);
}

function choicesOfProfile(profile: JsonMap, traits: readonly string[]): readonly ChosenTraits[] | "undecided" {
  let found: readonly ChosenTraits[] = [overrideOf(profile, traits)];
  for (const option of Object.values(mapAt(profile, "profile_options"))) {
    if (!isMap(option)) continue;
    const typed = mapAt(option, "unlisted_choice");
    if (typed["enabled"] === true && Object.keys(overrideOf(typed, traits)).length > 0) return "undecided";
    const choices = Object.values(mapAt(option, "choices")).map((choice) => overrideOf(choice, traits));
    if (choices.length > 0) found = distinct(found.flatMap((before) => choices.map((own) => ({ ...before, ...own }))));
  }
  return found;
}

function overrideOf(holder: Json, traits: readonly string[]): ChosenTraits {
  const override = isMap(holder) ? mapAt(holder, "kubespawner_override") : {};
  return Object.fromEntries(Object.entries(override).filter(([trait]) => traits.includes(trait)));
}

function distinct(choices: readonly ChosenTraits[]): ChosenTraits[] {
  return [...new Map(choices.map((one) => [JSON.stringify(Object.entries(one).sort()), one])).values()];
}
