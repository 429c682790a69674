// Programs made from the vocabulary: a small program that works, and declarations, blocks and settings of any kind in it, with values
// that are mostly those of their examples.

import type { BlockUse } from "../../compiler/schema/block.ts";
import type { Random } from "../support/random.ts";
import { smallProgram } from "../support/small-program.ts";
import { type SettingPlace, type Step, settingPlaces } from "../support/vocabulary-walk.ts";
import type { RandomProgram } from "./changed-program.ts";
import { anyValue, hostileText, quoted } from "./random-values.ts";
import type { Pool } from "./sample-programs.ts";

const byKind = groupByKind();
const assets: ReadonlyMap<string, string> = new Map([
  ["a.md", "# A\n\n{{title}}\n"],
  ["a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"],
  ["a.py", "c.JupyterHub.admin_access = False\n"],
  ["a.html.hbs", "<p>{{#each courses}}{{title}}{{/each}}</p>"],
  ["a.csv", "ada\ngrace\n"],
  ["odd.txt", "a\u0000b\ud800c\r\nd\u001b\u0085"],
]);

/** One to a dozen settings somewhere in it. */
export function madeProgram(random: Random, pool: Pool): RandomProgram {
  const inside = (kind: string) => lines(random, pool, kind, random.below(4));
  const kinds = [...byKind.keys()];
  const extra = Array.from({ length: random.below(3) }, () => {
    const kind = random.pick(kinds);
    return `${kind} ${nameFor(random)} {\n${lines(random, pool, kind, 1 + random.below(4))}\n}`;
  });
  const text = smallProgram({
    course: inside("course"),
    hub: inside("hub"),
    image: inside("image"),
    more: [`project p { registry = "ghcr.io/p/hubs"\n${inside("project")} }`, ...extra].join("\n"),
  });
  return { files: new Map([["p.hub", text]]), assets };
}

function groupByKind(): ReadonlyMap<string, readonly SettingPlace[]> {
  const groups = new Map<string, SettingPlace[]>();
  for (const place of settingPlaces()) {
    const kind = place.variant === undefined ? place.kind : `${place.kind} ${place.variant}`;
    groups.set(kind, [...(groups.get(kind) ?? []), place]);
  }
  return groups;
}

function lines(random: Random, pool: Pool, kind: string, count: number): string {
  const places = byKind.get(kind) ?? [];
  return Array.from({ length: count }, () => line(random, pool, random.pick(places))).join("\n");
}

function line(random: Random, pool: Pool, { steps, setting, key }: SettingPlace): string {
  const value = random.onceIn(3) ? anyValue(random, pool, [...assets.keys()]) : setting.example;
  const name = setting.key === "NAME" ? (random.onceIn(2) ? key : quoted(hostileText(random))) : key;
  return steps.reduceRight((inner, step) => {
    const { use } = step;
    if (use === undefined) return inner;
    const others = Object.values(step.schema.settings).filter((one) => one.required || random.onceIn(6));
    const more = others.filter((one) => one.key !== name).map((one) => `${one.key} = ${one.example}`);
    return `${use.key}${label(random, use, step)} {\n${[...more, inner].join("\n")}\n}`;
  }, `${name} = ${value}`);
}

function label(random: Random, use: BlockUse, { variant }: Step): string {
  switch (use.label) {
    case "none":
      return "";
    case "name":
      return ` ${nameFor(random)}`;
    case "text":
      return ` ${quoted(random.onceIn(3) ? hostileText(random) : "Label")}`;
    case "range":
      return ` ${random.pick(["2026-10-01 .. 2026-10-09", "2026-10-05 .. 2026-10-05", "2026-08-26 .. 2026-12-18"])}`;
    case "variant":
      return ` ${variant}`;
  }
}

function nameFor(random: Random): string {
  return random.pick([
    "a",
    "b",
    "c1",
    "prod",
    "staging",
    "users",
    "core",
    "x-y",
    "team[1..3]",
    "constructor",
    "Ada",
    "_",
  ]);
}
