// Every setting of the vocabulary does something: it is changed in a small program, and what comes out of the two is compared.

import { expect, test } from "vitest";
import { baseOf, changeOf, type SettingChange } from "../support/setting-changes.ts";
import { changesNothing } from "../support/setting-exceptions.ts";
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
test("the walk reaches everything", () => {
  expect(settings.length).toBeGreaterThan(600);
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
