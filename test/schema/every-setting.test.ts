// Every setting of the vocabulary does something, and all who should know it do: it is changed in a small program, and what comes out of the two programs is compared.

import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { planned, snapshotOf } from "../../compiler/service/plan.ts";
import { wordsForKey } from "../../compiler/targets/helm/settings-of-values.ts";
import { baseOf, changeOf, type Outcome, type SettingChange } from "../support/setting-changes.ts";
import { changesNothing, explainedByOthers, notPlanned } from "../support/setting-exceptions.ts";
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

const settings: readonly Changed[] = changedSettings();
/** Those that change values or objects of a release. What stages say their hubs say too. */
const deployed = settings.flatMap(({ change, ...one }) => {
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
  const texts = ({ deployed: files }: Outcome) =>
    new Map(files().flatMap(({ path, text }) => (path.endsWith("/values.yaml") ? [[path, text] as const] : [])));
  const [was, is] = [texts(before), texts(after)];
  const found = [...was].flatMap(([path, text]) => {
    const other = is.get(path);
    if (other === undefined || other === text) return [];
    const [had, has] = [leaves(load(text)), leaves(load(other))];
    return [...new Set([...had.keys(), ...has.keys()])].filter((leaf) => had.get(leaf) !== has.get(leaf));
  });
  return [...new Set(found)];
}

function leaves(value: unknown, path: readonly string[] = []): ReadonlyMap<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return new Map([[path.join("."), JSON.stringify(value)]]);
  return new Map(Object.entries(value).flatMap(([key, one]) => [...leaves(one, [...path, key])]));
}

function builtOf({ model, deployed: files }: Outcome) {
  return { model, files: files() };
}
