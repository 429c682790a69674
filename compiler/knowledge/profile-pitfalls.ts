// What KubeSpawner makes of a list of profiles, and of the traits that a choice sets: a slip there is found by nobody until somebody
// starts a server. Source: kubespawner 7.0.0, spawner.py (_get_initialized_profile_list, _load_profile, _apply_overrides) and
// templates/form.html; each finding was tried with it, 2026-11.

import { closest } from "../text/edit-distance.ts";
import { bytesIn } from "./byte-specification.ts";
import type { ChartPitfall } from "./chart-pitfall.ts";
import type { Chart } from "./charts/charts.ts";
import { traitsOf } from "./hub-traits.ts";
import {
  describeJson,
  isList,
  isMap,
  type Json,
  type JsonMap,
  type JsonPath,
  printed,
  valueAt,
} from "./json-schema.ts";
import { ofTheChart, overridePitfalls } from "./override-pitfalls.ts";

/** What does not work in `singleuser.profileList`. */
export function profilePitfalls(values: JsonMap, chart: Chart): ChartPitfall[] {
  const path = ["singleuser", "profileList"];
  const profiles = valueAt(values, path.join("."));
  if (!isList(profiles)) return [];
  const base = { chart, amounts: standingAmounts(values) };
  return [
    ...profiles.flatMap((profile, i) => profileFindings(profile, [...path, i], base)),
    ...severalDefaults(profiles.map((profile, i) => [[...path, i], profile])),
    ...repeatedSlugs(profiles, path),
  ];
}

/** Amounts that hold where no choice sets them, by trait. */
type Amounts = Readonly<Record<string, Json | undefined>>;

/** What profiles stand on. */
interface Base {
  readonly chart: Chart;
  readonly amounts: Amounts;
}

function standingAmounts(values: JsonMap): Amounts {
  const at = (path: string) => valueAt(values, `singleuser.${path}`);
  return {
    mem_guarantee: at("memory.guarantee"),
    mem_limit: at("memory.limit"),
    cpu_guarantee: at("cpu.guarantee"),
    cpu_limit: at("cpu.limit"),
  };
}

const keysOf = {
  profile: ["display_name", "slug", "description", "default", "kubespawner_override", "profile_options"],
  option: ["display_name", "choices", "unlisted_choice"],
  choice: ["display_name", "default", "kubespawner_override"],
  unlisted: [
    "enabled",
    "display_name",
    "display_name_in_choices",
    "validation_regex",
    "validation_message",
    "kubespawner_override",
  ],
} as const;

function profileFindings(profile: Json, path: JsonPath, base: Base): ChartPitfall[] {
  if (!isMap(profile)) return [wrong(path, "a map for each profile", profile)];
  const nameless: ChartPitfall[] =
    "display_name" in profile
      ? []
      : [{ paths: [path], problem: "has no `display_name`, without which no server starts" }];
  const own = overrideAt(profile, path, base);
  const chosen = { ...base, amounts: { ...base.amounts, ...own.override } };
  const options = profile["profile_options"];
  return [
    ...nameless,
    ...misspeltKeys(profile, path, keysOf.profile),
    ...misplacedTraits(profile, path, base.chart),
    ...others("string", profile, path, ["display_name", "slug", "description"]),
    ...others("boolean", profile, path, ["default"]),
    ...own.found,
    ...belowGuarantee(own.override, chosen.amounts, [...path, "kubespawner_override"]),
    ...(options === undefined ? [] : optionsFindings(options, [...path, "profile_options"], chosen)),
  ];
}

function optionsFindings(options: Json, path: JsonPath, base: Base): ChartPitfall[] {
  if (!isMap(options)) return [wrong(path, "a map of options, each by a key of its own", options)];
  return Object.entries(options).flatMap(([key, option]) => optionFindings(option, [...path, key], base));
}

function optionFindings(option: Json, path: JsonPath, base: Base): ChartPitfall[] {
  if (!isMap(option)) return [wrong(path, "a map", option)];
  const { choices, unlisted_choice: unlisted } = option;
  const count = isMap(choices) ? Object.keys(choices).length : 0;
  const none: ChartPitfall = {
    paths: [path],
    problem: "has no `choices` to begin with, without which no server starts: give at least one",
  };
  return [
    ...misspeltKeys(option, path, keysOf.option),
    ...nameless(option, path),
    ...others("string", option, path, ["display_name"]),
    ...(choices !== undefined && !isMap(choices)
      ? [wrong([...path, "choices"], "a map of choices, each by a key of its own", choices)]
      : count === 0 && !takesTyped(unlisted) && !hasNear(option, "choices", keysOf.option)
        ? [none]
        : []),
    ...(isMap(choices) ? choicesFindings(choices, [...path, "choices"], base) : []),
    ...(unlisted === undefined ? [] : unlistedFindings(unlisted, [...path, "unlisted_choice"], base)),
  ];
}

/** What a person types is enough where it may be typed (kubespawner 7.0.0, spawner.py, _load_profile). */
function takesTyped(unlisted: Json | undefined): boolean {
  return unlisted !== undefined && isMap(unlisted) && unlisted["enabled"] === true;
}

function choicesFindings(choices: JsonMap, path: JsonPath, base: Base): ChartPitfall[] {
  const each = Object.entries(choices).flatMap(([key, choice]): ChartPitfall[] => {
    const at = [...path, key];
    if (!isMap(choice)) return [wrong(at, "a map", choice)];
    const { override, found } = overrideAt(choice, at, base);
    return [
      ...misspeltKeys(choice, at, keysOf.choice),
      ...misplacedTraits(choice, at, base.chart),
      ...nameless(choice, at),
      ...others("string", choice, at, ["display_name"]),
      ...others("boolean", choice, at, ["default"]),
      ...found,
      ...belowGuarantee(override, { ...base.amounts, ...override }, [...at, "kubespawner_override"]),
    ];
  });
  return [...each, ...severalDefaults(Object.entries(choices).map(([key, choice]) => [[...path, key], choice]))];
}

/** A pattern that is not whole, by which no name that somebody types is judged: no such server starts. What Python alone knows is left aside. */
function patternProblem(pattern: Json | undefined, path: JsonPath): ChartPitfall[] {
  if (typeof pattern !== "string") return [];
  try {
    new RegExp(pattern);
    return [];
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "";
    const [, what] =
      /: (Unterminated \w+(?: \w+)?|Unmatched '\)'|Lone quantifier brackets|Nothing to repeat|Missing \))/.exec(why) ??
      [];
    const isPythons = /\(\?(?:P|[aiLmsux]+[):]|>|#|\()|[*+?}]\+/.test(pattern);
    if (what === undefined || isPythons) return [];
    return [
      {
        paths: [path],
        problem: `is no pattern that Python takes (${what.toLowerCase()}), so that no server with a typed name starts`,
        marks: "value",
      },
    ];
  }
}

function unlistedFindings(unlisted: Json, path: JsonPath, { chart }: Base): ChartPitfall[] {
  if (!isMap(unlisted)) return [wrong(path, "a map", unlisted)];
  const idle: ChartPitfall = {
    paths: [path],
    problem: "has no `kubespawner_override`, so that what people type does nothing",
  };
  const isIdle =
    unlisted["enabled"] === true &&
    unlisted["kubespawner_override"] === undefined &&
    !hasNear(unlisted, "kubespawner_override", keysOf.unlisted);
  return [
    ...misspeltKeys(unlisted, path, keysOf.unlisted),
    ...others("boolean", unlisted, path, ["enabled"]),
    ...others(
      "string",
      unlisted,
      path,
      keysOf.unlisted.filter((key) => /^(?:display|validation)/.test(key)),
    ),
    ...patternProblem(unlisted["validation_regex"], [...path, "validation_regex"]),
    ...overrideAt(unlisted, path, { chart, how: "typed" }).found,
    ...(isIdle ? [idle] : []),
  ];
}

/** The traits that a profile or a choice sets; `typed` ones have what a person types for `{value}`. */
function overrideAt(
  holder: JsonMap,
  path: JsonPath,
  { chart, how = "plain" }: { readonly chart: Chart; readonly how?: "plain" | "typed" },
): { readonly override: JsonMap; readonly found: readonly ChartPitfall[] } {
  const override = holder["kubespawner_override"];
  const at = [...path, "kubespawner_override"];
  if (override === undefined) return { override: {}, found: [] };
  if (!isMap(override)) return { override: {}, found: [wrong(at, "a map of traits", override)] };
  return { override, found: overridePitfalls(override, at, { chart, how }) };
}

/** A limit below the guarantee, one of them set by the choice, the other by what it is merged onto. */
function belowGuarantee(object: JsonMap, all: Amounts, path: JsonPath): ChartPitfall[] {
  return ["mem", "cpu"].flatMap((kind): ChartPitfall[] => {
    const [limit, guarantee] = [`${kind}_limit`, `${kind}_guarantee`];
    const set = [limit, guarantee].find((trait) => object[trait] !== undefined);
    const [most, least] = [bytesIn(all[limit]), bytesIn(all[guarantee])];
    if (set === undefined || most === undefined || least === undefined || most <= 0 || most >= least) return [];
    const problem =
      set === limit
        ? `is below the guarantee, ${printed(all[guarantee])}, and Kubernetes refuses such servers: set \`${guarantee}\` too`
        : `is above the limit, ${printed(all[limit])}, and Kubernetes refuses such servers: set \`${limit}\` too`;
    return [{ paths: [[...path, set]], problem, marks: "value" }];
  });
}

/** The first of several is taken, and nothing says so. */
function severalDefaults(all: readonly (readonly [JsonPath, Json])[]): ChartPitfall[] {
  const marked = all.filter(([, one]) => isMap(one) && one["default"] === true);
  return marked.slice(1).map(([path]) => ({
    paths: [[...path, "default"]],
    problem: "is a second default, and only the first one is taken: keep one",
  }));
}

/** Two profiles with one slug: the first is started, whichever is chosen. */
function repeatedSlugs(profiles: readonly Json[], path: JsonPath): ChartPitfall[] {
  const seen = new Set<string>();
  return profiles.flatMap((profile, i): ChartPitfall[] => {
    const slug = isMap(profile) ? slugOf(profile) : undefined;
    if (slug === undefined) return [];
    const again = seen.has(slug);
    seen.add(slug);
    const at = isMap(profile) && "slug" in profile ? [...path, i, "slug"] : [...path, i, "display_name"];
    const problem = `gives the slug \`${slug}\` a second time, and the first profile that has it is started for both: give one of them a \`slug\` of its own`;
    return again ? [{ paths: [at], problem, marks: "value" }] : [];
  });
}

/** Its own, or the one made of plain names (python-slugify); of others it is not known here. */
function slugOf(profile: JsonMap): string | undefined {
  const { slug, display_name: name } = profile;
  if (slug !== undefined) return typeof slug === "string" ? slug : undefined;
  if (typeof name !== "string") return undefined;
  if (!/^[\x20-\x7e]*$/.test(name) || /['&]/.test(name)) return undefined;
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function nameless(object: JsonMap, path: JsonPath): ChartPitfall[] {
  if ("display_name" in object || hasNear(object, "display_name", keysOf.choice)) return [];
  return [{ paths: [path], problem: "has no `display_name`, so that the form shows an empty line for it" }];
}

/** Keys of one's own are fine, since hooks may read them; one that is nearly a known key is a slip. */
function misspeltKeys(map: JsonMap, path: JsonPath, known: readonly string[]): ChartPitfall[] {
  return Object.keys(map).flatMap((key): ChartPitfall[] => {
    const meant = meantKey(key, known);
    if (meant === undefined || meant in map) return [];
    const problem = `is no key that KubeSpawner reads, so that it does nothing: did you mean \`${meant}\`?`;
    return [{ paths: [[...path, key]], problem, suggestion: meant }];
  });
}

/** A trait beside `kubespawner_override` instead of in it: a size, an image or a GPU that nobody gets. */
function misplacedTraits(map: JsonMap, path: JsonPath, chart: Chart): ChartPitfall[] {
  const traits = traitsOf(chart, "KubeSpawner") ?? {};
  const known: readonly string[] = keysOf.profile;
  return Object.keys(map).flatMap((key): ChartPitfall[] => {
    const named = Object.hasOwn(ofTheChart, key) ? ofTheChart[key] : undefined;
    if (!(Object.hasOwn(traits, key) || named !== undefined) || known.includes(key)) return [];
    if (meantKey(key, known) !== undefined) return [];
    const problem =
      named === undefined
        ? "is a trait, which KubeSpawner reads in `kubespawner_override` only: move it there"
        : `is read by nobody here: write \`${named}\` in \`kubespawner_override\``;
    return [{ paths: [[...path, key]], problem }];
  });
}

function hasNear(map: JsonMap, key: string, known: readonly string[]): boolean {
  return Object.keys(map).some((one) => meantKey(one, known) === key);
}

/** The known key that one is written for; undefined for a known one, and for one that is near to none. */
function meantKey(key: string, known: readonly string[]): string | undefined {
  if (known.includes(key)) return undefined;
  const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll("-", "_");
  return known.includes(snake) ? snake : closest(key, known);
}

const words = { string: "a text", boolean: "`true` or `false`" } as const;

/** The values of these keys that are of another type. */
function others(type: keyof typeof words, map: JsonMap, path: JsonPath, keys: readonly string[]): ChartPitfall[] {
  return keys.flatMap((key) => {
    const value = map[key];
    return value === undefined || typeof value === type ? [] : [wrong([...path, key], words[type], value)];
  });
}

function wrong(path: JsonPath, expected: string, json: Json): ChartPitfall {
  return { paths: [path], problem: `takes ${expected}, not ${describeJson(json)}`, marks: "value" };
}
