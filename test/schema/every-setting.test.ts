// Every setting of the vocabulary does something, and all who should know it do: it is changed in a small program, and what comes out of the two programs is compared.

import { readFileSync } from "node:fs";
import { dump, load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import type { ProgramFacts } from "../../compiler/plan/facts.ts";
import { planned, snapshotOf } from "../../compiler/service/plan.ts";
import { wordsForKey } from "../../compiler/targets/helm/settings-of-values.ts";
import { factsOf } from "../../compiler/targets/program-facts.ts";
import { imported } from "../support/imported-values.ts";
import { baseOf, changeOf, type Outcome, type SettingChange } from "../support/setting-changes.ts";
import { changesNothing, explainedByOthers, notImported, notPlanned } from "../support/setting-exceptions.ts";
import { settingCases, settingPrograms } from "../support/setting-programs.ts";
import { type SettingPlace, settingPlaces } from "../support/vocabulary-walk.ts";

interface Changed {
  /** From the declaration: `hub/cull/idle`. */
  readonly way: string;
  /** `` `idle` in `cull` of a hub ``. */
  readonly title: string;
  readonly place: SettingPlace;
  readonly change: SettingChange | undefined;
}

/** What it deploys differs, in values at these paths or in objects. */
interface Deployed extends Omit<Changed, "change"> {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly paths: readonly string[];
}

const settings: readonly Changed[] = changedSettings();
/** Those that change values or objects of a release. What stages say their hubs say too. */
const deployed = settings.flatMap(({ change, ...one }): Deployed[] => {
  const { before, after } = change ?? {};
  if (before === undefined || after === undefined || one.way.startsWith("hub/stage/")) return [];
  const paths = changedPaths(before, after);
  const objects = before.deployed().some(({ text }, i) => after.deployed()[i]?.text !== text);
  return paths.length > 0 || objects ? [{ ...one, before, after, paths }] : [];
});

test("the walk reaches everything", () => {
  expect(settings.length).toBeGreaterThan(600);
  expect(deployed.length).toBeGreaterThan(250);
  const ways = new Set(settings.map(({ way }) => way));
  expect([...Object.keys(settingCases), ...Object.keys(changesNothing)].filter((way) => !ways.has(way))).toEqual([]);
});

test("each setting changes an output or a finding", () => {
  const dead = settings.filter(({ change, way }) => change === undefined && !Object.hasOwn(changesNothing, way));
  expect(
    dead.map(
      ({ title, place: { kind } }) =>
        `${title} changes no output: read it in model/${kind === "hub" ? "build-release.ts" : `build-${kind}.ts`}, ${kind === "hub" ? "write it in targets/helm/helm-values.ts" : "use it in targets/"}; where a program of test/support/setting-programs.ts lacks what it needs, add a case there`,
    ),
  ).toEqual([]);
});

test("what is said to change nothing changes nothing", () => {
  const live = settings.filter(({ change, way }) => change !== undefined && Object.hasOwn(changesNothing, way));
  expect(live.map(({ title }) => `${title} changes something: take it off test/support/setting-exceptions.ts`)).toEqual(
    [],
  );
});

test("each fact that a plan compares is in the program by which its words are held", () => {
  const held = factKeys(
    JSON.parse(readFileSync(new URL("../fixtures/plans/vocabulary/facts.json", import.meta.url), "utf8")),
  );
  const made = settings.flatMap(({ change }) => [change?.before, change?.after].flatMap((one) => one?.model ?? []));
  const unheld = new Set([...new Set(made)].flatMap((model) => [...factKeys(factsOf(model))]));
  expect(unheld.size).toBeGreaterThan(80);
  for (const key of held) unheld.delete(key);
  expect([...unheld].map((key) => `say it in test/fixtures/plans/vocabulary/facts.hub: ${key}`)).toEqual([]);
});

/** What is in a place has a fact for each place. */
function factKeys({ subjects }: ProgramFacts): ReadonlySet<string> {
  return new Set(
    subjects.flatMap(({ kind, facts }) =>
      Object.keys(facts).map((key) => `${kind} ${key.replace(/^place of the (\w+) .*/, "place of the $1")}`),
    ),
  );
}

describe("of settings that are deployed", () => {
  test("each value of the chart is led back to the setting", () => {
    const unnamed = deployed.filter(
      ({ paths, place }) => paths.length > 0 && !paths.some((path) => isNamed(wordsForKey(path), place)),
    );
    expect(
      withReasons(unnamed, explainedByOthers, ({ title, paths }) => {
        const words = paths.slice(0, 3).map((path) => `${path} (${wordsForKey(path) ?? "nothing"})`);
        return `${title} writes ${words.join(", ")}: name it in targets/helm/settings-of-values.ts`;
      }),
    ).toEqual([]);
  });

  test("each of a hub is said again by an import of what it writes", () => {
    const ofHubs = deployed.filter(({ way, paths }) => way.startsWith("hub/") && paths.length > 0);
    const groups = importGroups(ofHubs);
    const earlier = new Map([...new Set(groups.map(({ values }) => values))].map((one) => [one, imported(one).text]));
    const unsure = groups.flatMap(({ values, members, others }) => {
      const [was, is] = [earlier.get(values) ?? "", imported(others).text];
      return members.filter(({ place }) => linesWith(place, was) === linesWith(place, is));
    });
    // No program may write what several changes come to together: then one alone tells.
    const lost = unsure.filter(({ before, after, place }) => {
      const [changed] = changedValues(before, after);
      if (changed === undefined) return false;
      const was = earlier.get(changed.text) ?? imported(changed.text).text;
      return linesWith(place, was) === linesWith(place, imported(changed.other).text);
    });
    expect(
      withReasons(
        lost,
        notImported,
        ({ title, paths }) =>
          `an import of ${paths.slice(0, 3).join(", ")} does not say ${title}: read it in import/recognise/`,
      ),
    ).toEqual([]);
  });

  test("a plan tells each change", () => {
    const untold = deployed.filter(({ before, after }) => {
      const { plan } = planned(snapshotOf(builtOf(before)), builtOf(after), { readYaml, settle: (found) => found });
      return plan.changes.every(({ code }) => code.endsWith("-restarts"));
    });
    expect(
      withReasons(
        untold,
        notPlanned,
        ({ title }) => `a plan says nothing of ${title}: add a fact to plan/hub-facts.ts, or plan/program-facts.ts`,
      ),
    ).toEqual([]);
  });
});

function changedSettings(): readonly Changed[] {
  const bases = settingPrograms.map(baseOf);
  const places = new Map(
    settingPlaces()
      .map((place) => [place.setting, place] as const)
      .reverse(),
  );
  return [...places.values()].reverse().map((place) => {
    const [way, title] = [wayOf(place), titleOf(place)];
    const { program, values } = settingCases[way] ?? {};
    return {
      way,
      title,
      place,
      change: changeOf(place, program === undefined ? bases : [baseOf(program), ...bases], values),
    };
  });
}

function blocksOf({ steps }: SettingPlace): readonly string[] {
  return steps.slice(1).map(({ use, variant }) => [use?.key, variant].filter(Boolean).join(" "));
}

function wayOf(place: SettingPlace): string {
  return [[place.kind, place.variant].filter(Boolean).join(" "), ...blocksOf(place), place.key].join("/");
}

function titleOf(place: SettingPlace): string {
  const kind = [place.kind, place.variant].filter(Boolean).join(" ");
  return [
    `\`${place.key}\``,
    ...blocksOf(place)
      .map((block) => `in \`${block}\``)
      .reverse(),
    `of a ${kind}`,
  ].join(" ");
}

/** What fails without a reason, and reasons for which nothing fails. */
function withReasons<T extends { readonly way: string }>(
  failing: readonly T[],
  reasons: readonly (readonly [RegExp, string])[],
  messageOf: (one: T) => string,
): readonly string[] {
  const unused = reasons.filter(([ways]) => !failing.some(({ way }) => ways.test(way)));
  return [
    ...failing
      .filter(({ way }) => !reasons.some(([ways]) => ways.test(way)))
      .map((one) => `${one.way}: ${messageOf(one)}`),
    ...unused.map(([ways]) => `nothing fails by ${ways.source}: take it off test/support/setting-exceptions.ts`),
  ];
}

/** Words for the kinds, as explanations name them. */
const words: Readonly<Record<string, RegExp>> = {
  course: /\bcourses?\b/,
  group: /\bgroups?\b/,
  image: /\bimages?\b/,
  provider: /\bprovider|\bpools?\b/,
  storage: /\bhomes\b|\bstorages?\b|\bmount\b/,
  project: /\bproject\b/,
};

function isNamed(said: string | undefined, place: SettingPlace): boolean {
  if (said === undefined) return false;
  const inner = place.steps.slice(1).flatMap(({ use }) => (use === undefined ? [] : [use.key]));
  const names = [place.key, ...inner];
  return (
    names.some((name) => new RegExp(`(?<![\\w-])${name}s?(?![\\w-])`).test(said)) ||
    words[place.kind]?.test(said) === true
  );
}

/** Paths of leaves that differ in the values of any release; a list is a leaf. */
function changedPaths(before: Outcome, after: Outcome): readonly string[] {
  return [
    ...new Set(
      changedValues(before, after).flatMap(({ had, has }) =>
        differing(had, has).map((leaf) => leaf.replaceAll("\0", ".")),
      ),
    ),
  ];
}

interface ChangedValues {
  readonly text: string;
  readonly other: string;
  readonly had: ReadonlyMap<string, string>;
  readonly has: ReadonlyMap<string, string>;
}

/** The values of each release that differ, as they were, and the leaves of both. */
function changedValues(before: Outcome, after: Outcome): readonly ChangedValues[] {
  const texts = new Map(after.deployed().map(({ path, text }) => [path, text]));
  return before.deployed().flatMap(({ path, text }) => {
    const other = texts.get(path);
    if (!path.endsWith("/values.yaml") || other === undefined || other === text) return [];
    return [{ text, other, had: leaves(load(text)), has: leaves(load(other)) }];
  });
}

function differing(had: ReadonlyMap<string, string>, has: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...had.keys(), ...has.keys()])].filter((leaf) => had.get(leaf) !== has.get(leaf));
}

function leaves(value: unknown, path: readonly string[] = []): ReadonlyMap<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return new Map([[path.join("\0"), JSON.stringify(value)]]);
  return new Map(Object.entries(value).flatMap(([key, one]) => [...leaves(one, [...path, key])]));
}

interface ImportGroup {
  /** Values as they were, and with the changes of all members. */
  readonly values: string;
  readonly others: string;
  readonly members: readonly Deployed[];
}

/** Settings that change other leaves of the same values are imported at once, since an import takes a while. */
function importGroups(settings: readonly Deployed[]): readonly ImportGroup[] {
  const groups: { text: string; leaves: Map<string, string | undefined>; members: Deployed[] }[] = [];
  for (const one of settings) {
    const [changed] = changedValues(one.before, one.after);
    if (changed === undefined) continue;
    const { text, had, has } = changed;
    const own = differing(had, has);
    const fits = (taken: ReadonlyMap<string, unknown>) =>
      ![...taken.keys()].some((key) =>
        own.some((leaf) => `${key}\0`.startsWith(`${leaf}\0`) || `${leaf}\0`.startsWith(`${key}\0`)),
      );
    const known = groups.find((other) => other.text === text && fits(other.leaves));
    const group = known ?? { text, leaves: new Map<string, string | undefined>(), members: [] };
    if (known === undefined) groups.push(group);
    for (const leaf of own) group.leaves.set(leaf, has.get(leaf));
    group.members.push(one);
  }
  return groups.map(({ text, leaves: changed, members }) => ({
    values: text,
    others: dump(withLeaves(load(text), changed)),
    members,
  }));
}

/** The values with other leaves; undefined takes one out. */
function withLeaves(values: unknown, changed: ReadonlyMap<string, string | undefined>): unknown {
  const made = structuredClone(values);
  for (const [leaf, json] of changed) {
    const keys = leaf.split("\0");
    let at = made as Record<string, unknown>; // values are a map
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>; // a leaf lies below
    }
    const last = keys.at(-1) ?? "";
    if (json === undefined) delete at[last];
    else at[last] = JSON.parse(json);
  }
  return made;
}

/** The lines of an imported program that say it. */
function linesWith({ key, steps, setting }: SettingPlace, text: string): string {
  const word = setting.key === "NAME" ? steps.at(-1)?.use?.key : key;
  const lines =
    setting.key === "NAME" ? new RegExp(`^ *${word} \\{[^}]*\\}`, "gm") : new RegExp(`(?<![\\w-])${word} *[={].*`, "g");
  return (text.match(lines) ?? []).join("\n");
}

function builtOf({ model, deployed: files }: Outcome) {
  return { model, files: files() };
}
