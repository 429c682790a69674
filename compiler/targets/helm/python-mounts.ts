// Volumes and mounts that pieces of Python add to every server, beside those that the values come to: at the home, at a place that is
// taken, or of a volume that nobody has.

import { isList, isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { addedMountPitfalls } from "../../knowledge/override-mounts.ts";
import { unfitAddition } from "../../knowledge/traits-made-by-chart.ts";
import type { OwnPythonSetting } from "../../model/own-python.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";

export interface PythonMountProblem {
  readonly trait: string;
  readonly problem: string;
  /** Where the piece adds it. */
  readonly span: Span;
}

const traits = ["volumes", "volume_mounts"] as const;
type MountTrait = (typeof traits)[number];

/** `values`: as they come out, with the chart's own. Nothing where a piece makes volumes or mounts that only the hub knows. */
export function pythonMountProblems(values: JsonMap, release: Release): readonly PythonMountProblem[] {
  const settings = release.ownCode.settings.filter(
    ({ className, trait }) => className === "KubeSpawner" && traits.some((one) => one === trait),
  );
  // What the hub would not even start with is said elsewhere.
  const isRead = (setting: OwnPythonSetting) =>
    addedBy(setting) !== undefined && unfitAddition(release.chart, setting) === undefined;
  if (settings.length === 0 || !settings.every(isRead)) return [];
  const added: Record<MountTrait, Record<string, Json>> = { volumes: {}, volume_mounts: {} };
  const places = new Map<string, Span>();
  for (const [i, setting] of settings.entries())
    for (const [key, one] of addedBy(setting) ?? []) {
      const name = typeof key === "string" ? key : `${i}.${key}`;
      const trait = setting.trait as MountTrait; // those of other traits are left out above
      added[trait][name] = one;
      places.set(`${trait} ${name}`, setting.span);
    }
  return addedMountPitfalls(values, added, []).flatMap(({ paths: [path], problem }) => {
    const [, trait, key] = path;
    const span = places.get(`${trait} ${key}`);
    return span === undefined ? [] : [{ trait: `KubeSpawner.${trait}`, problem, span }];
  });
}

/** What is added, by its key or its place in the list; undefined where it can't be read, or where all is set anew. */
function addedBy({ how, value }: OwnPythonSetting): readonly (readonly [string | number, Json])[] | undefined {
  if (how !== "adds") return undefined;
  if (isList(value)) return value.map((pythonData, i) => [i, pythonData]);
  return isMap(value) ? Object.entries(value) : undefined;
}
