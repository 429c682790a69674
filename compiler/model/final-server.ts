// What a person's server has in the end: the course's size, or what the release's own values, traits and profiles make of it.

import { bytesIn } from "../knowledge/byte-specification.ts";
import { chartDefault } from "../knowledge/chart-values.ts";
import { isMap, type Json } from "../knowledge/json-schema.ts";
import { unlimited } from "../schema/values/quantities.ts";
import { isValueLeftOut, ownServerTrait } from "./final-values.ts";
import type { Range } from "./model.ts";
import { decidedByPython, type OwnTrait } from "./own-values.ts";
import { type ChosenTraits, choicesOf } from "./profile-choices.ts";
import type { Release } from "./release.ts";
import type { CourseSize } from "./server.ts";

/** Guarantee and limit; without a limit where it is undefined. */
export interface Amount {
  readonly from: number;
  readonly to: number | undefined;
}

/** Each amount that a server may have, more than one where people choose; `undecided` where only the hub knows. */
export type Amounts = readonly Amount[] | "undecided";

/** Labels of a pool's nodes: without choices that look for other nodes. */
type Which = "all" | Readonly<Record<string, string>>;

/** Bytes. `said`: what the course says, on the days that are asked about. None where nobody says anything. */
export function finalMemory(release: Release, said: Range<number> | undefined, which: Which = "all"): Amounts {
  return amounts(release, said, { guarantee: "mem_guarantee", limit: "mem_limit", path: "memory", which });
}

/** Cores. */
export function finalCpu(release: Release, said: Range<number> | undefined, which: Which = "all"): Amounts {
  return amounts(release, said, { guarantee: "cpu_guarantee", limit: "cpu_limit", path: "cpu", which });
}

interface Traits {
  readonly guarantee: string;
  readonly limit: string;
  readonly path: string;
  readonly which: Which;
}

/** Traits by which a choice looks for nodes of its own, by labels first. */
export const placing = ["node_selector", "node_affinity_required", "node_affinity_preferred"];

function amounts(release: Release, inCourse: Range<number> | undefined, traits: Traits): Amounts {
  const said = written(release, inCourse, traits);
  const usual = said === undefined ? [] : [{ from: said.from, to: limitIn(said) }];
  if (release.ownValues.length === 0) return usual;
  const names = [traits.guarantee, traits.limit];
  const own = names.map((name) => ownServerTrait(release, name));
  const all = choicesOf(release, traits.which === "all" ? names : [...names, ...placing]);
  const { which } = traits;
  const choices = isChoices(all) && which !== "all" ? all.filter((one) => isPlacedOn(one, which)) : all;
  if (choices === "undecided" || own.includes(decidedByPython)) return "undecided";
  const chosen = choices ?? [{}];
  if (own.every((trait) => trait === undefined) && chosen.every((one) => Object.keys(one).length === 0)) return usual;
  const standing = (part: "guarantee" | "limit", i: number): Json | undefined =>
    asJson(own[i]) ??
    (part === "guarantee" ? said?.from : said && limitIn(said)) ??
    chartDefault(release.chart, ["singleuser", traits.path, part]);
  const found = chosen.map((one) => ({
    from: bytesIn(valueIn(one, traits.guarantee, standing("guarantee", 0))) ?? 0,
    to: bytesIn(valueIn(one, traits.limit, standing("limit", 1))),
  }));
  return [...new Map(found.map((one) => [`${one.from} ${one.to}`, one])).values()];
}

/** What hubc writes of what the course says: a hub may tell it to leave out a part. */
function written(release: Release, said: Range<number> | undefined, { path }: Traits): Range<number> | undefined {
  // Where several courses share the hub, each server has its size from elsewhere.
  if (said === undefined || release.byCourse) return said;
  const leavesOut = (part: string) => isValueLeftOut(release, `singleuser.${path}.${part}`);
  if (leavesOut("guarantee") && leavesOut("limit")) return undefined;
  const usual = () => bytesIn(chartDefault(release.chart, ["singleuser", path, "guarantee"])) ?? 0;
  return { from: leavesOut("guarantee") ? usual() : said.from, to: leavesOut("limit") ? unlimited : said.to };
}

/** May servers of a choice come up on nodes with these labels, as far as it says so by labels alone? */
export function isPlacedOn(choice: ChosenTraits, labels: Readonly<Record<string, string>>): boolean {
  const [byLabels, ...others] = placing.map((trait) => choice[trait]);
  if (others.some((one) => one !== undefined)) return false;
  return (
    byLabels === undefined ||
    (isMap(byLabels) && Object.entries(byLabels).every(([key, value]) => labels[key] === value))
  );
}

function limitIn({ to }: Range<number>): number | undefined {
  return to === unlimited ? undefined : to;
}

function isChoices(choices: ReturnType<typeof choicesOf>): choices is readonly ChosenTraits[] {
  return choices !== undefined && choices !== "undecided";
}

function asJson(trait: ReturnType<typeof ownServerTrait>): Json | undefined {
  return trait === decidedByPython ? undefined : trait;
}

function valueIn(choice: ChosenTraits, trait: string, otherwise: Json | undefined): Json | undefined {
  return Object.hasOwn(choice, trait) ? choice[trait] : otherwise;
}

/** Do all servers run one image that the release's own values say, or the chart, and no course? */
export function isOwnImage(release: Release): boolean {
  const choices = choicesOf(release, ["image"]);
  if (choices !== undefined && (choices === "undecided" || choices.some((one) => one["image"] !== undefined)))
    return false;
  const trait = ownImage(release);
  return trait !== undefined && trait !== decidedByPython;
}

/** That image; undefined where it is another, or only half of it is said. */
export function ownImageOf(release: Release): string | undefined {
  const trait = isOwnImage(release) ? ownImage(release) : undefined;
  if (typeof trait === "string") return trait;
  if (typeof trait !== "object" || trait === null || !isMap(trait)) return undefined;
  const { name, tag } = trait;
  return typeof name === "string" && typeof tag === "string" ? `${name}:${tag}` : undefined;
}

/** `null` where nobody but the chart says it. */
function ownImage(release: Release): OwnTrait {
  return ownServerTrait(release, "image") ?? (isValueLeftOut(release, "singleuser.image.name") ? null : undefined);
}

/** Is it the course's image that a person's server runs, whatever they choose? */
export function runsCourseImage(release: Release): boolean {
  const choices = choicesOf(release, ["image"]);
  if (choices === "undecided" || ownImage(release) !== undefined) return false;
  return choices === undefined || choices.every((one) => one["image"] === undefined);
}

/** Are the devices those that the course says, such as GPUs? */
export function hasCourseDevices(release: Release): boolean {
  const traits = ["extra_resource_limits", "extra_resource_guarantees"];
  const choices = choicesOf(release, traits);
  if (choices === "undecided" || traits.some((trait) => ownServerTrait(release, trait) !== undefined)) return false;
  return choices === undefined || choices.every((one) => Object.keys(one).length === 0);
}

/** A size with the memory and the cores that come out as it says; what is replaced, chosen or not known is left out. */
export function withFinalSizes(size: CourseSize, release: Release): CourseSize {
  const isOwn = (said: Range<number> | undefined, final: Amounts) =>
    said === undefined ||
    (final.length === 1 && typeof final !== "string" && final[0]?.to === said.to && final[0].from === said.from);
  const memory = isOwn(size.memory?.value, finalMemory(release, size.memory?.value)) ? size.memory : undefined;
  const cpu = isOwn(size.cpu?.value, finalCpu(release, size.cpu?.value)) ? size.cpu : undefined;
  return { ...size, memory, cpu };
}
