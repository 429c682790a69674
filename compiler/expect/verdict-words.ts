// Why a requirement fails, for whom and where, in words; and the places that decided it.

import type { Subject } from "../access/membership.ts";
import type { RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Release } from "../model/model.ts";
import type { Verdict } from "../policy/verdict.ts";
import { andList, firstOf } from "../text/and-list.ts";
import { printDate } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import type { TestedDay } from "./days-to-test.ts";
import type { Expectation, Requirement } from "./expectation.ts";
import type { Facts, Reason } from "./fact-block.ts";
import { namedFacts } from "./named-facts.ts";

/** One situation in which a requirement was asked. */
export interface Asked {
  readonly day: TestedDay;
  readonly release: Release;
  readonly subject: Subject;
  readonly facts: Facts;
}

/** `ada`, `a member of data8-staff`, `a student of data8`, `somebody in no group`. */
export function whoWords(subject: Subject | undefined, { course, subject: said }: Expectation): string {
  if (subject?.kind === "person") return `\`${subject.name}\``;
  const groups = subject?.groups ?? [];
  if (groups.length === 0 && said === undefined && course !== undefined) return `a student of \`${course}\``;
  return groups.length === 0 ? "somebody in no group" : `a member of ${andList(groups.map((group) => `\`${group}\``))}`;
}

/** Each value once: "`server.memory.to` is `2GiB`". */
export function causesOf({ causes }: Verdict): readonly string[] {
  return [...new Set(causes.map(({ words }) => words))];
}

/** Why facts that the requirement names are as they are, where that is not their own value. */
export function reasonsOf(requirement: Requirement, facts: Facts): readonly string[] {
  return [...new Set(reasonsFor(requirement, facts).map(({ because }) => because))];
}

function reasonsFor({ node }: Requirement, { reasons }: Facts): readonly Reason[] {
  const paths = namedFacts(node);
  return [...reasons].flatMap(([name, reason]) =>
    paths.some((path) => path === name || path.startsWith(`${name}.`)) ? [reason] : [],
  );
}

/** The places of the values and of the reasons, each once. */
export function relatedTo(requirement: Requirement, { causes }: Verdict, facts: Facts): readonly RelatedPlace[] {
  const values = causes.map(({ span, words }): RelatedPlace => ({ span, message: `${capital(words)}.` }));
  const because = reasonsFor(requirement, facts).flatMap(({ because: words, places }) =>
    places.map((span): RelatedPlace => ({ span, message: `${capital(words)}.` })),
  );
  const found = new Map<string, RelatedPlace>();
  for (const one of [...values, ...because]) {
    const key = placeKey(one.span);
    if (!found.has(key) && !isSame(one.span, requirement.span)) found.set(key, one);
  }
  return [...found.values()].slice(0, mostPlaces);
}

const mostPlaces = 5;

function placeKey({ file, start, end }: Span): string {
  return `${file.path} ${start} ${end}`;
}

function isSame(one: Span, other: Span): boolean {
  return one.file === other.file && one.start === other.start;
}

/** On which days and in which stage, where that is not all that was asked. */
export function whereWords(
  failing: readonly Asked[],
  { all, days }: { readonly all: readonly Asked[]; readonly days: readonly TestedDay[] },
): string {
  const found = new Set(failing.map(({ day }) => day));
  const ranges = days.filter((day) => found.has(day)).map(dayWords);
  const onDays = found.size === days.length && days.length > 1 ? "on every day" : `on ${firstOf(ranges, 3)}`;
  const stages = new Set(failing.map(({ release }) => release.name));
  const isEverywhere = stages.size === new Set(all.map(({ release }) => release.name)).size;
  return isEverywhere ? onDays : `${onDays}, in ${andList([...stages])}`;
}

function dayWords({ day, to }: TestedDay): string {
  if (to === day) return printDate(day);
  return Number.isFinite(to) ? `${printDate(day)} to ${printDate(to)}` : `${printDate(day)} and later`;
}

function capital(text: string): string {
  return /^[a-z]+ /.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}
