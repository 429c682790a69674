// Which releases a requirement admits, as far as plain numbers tell. Whoever asks wants to be sure that two lines exclude each other, so
// what can't be told admits everything.

import type { Requirement } from "../syntax/requirements/requirement.ts";

/** A release: its numbers, the first the major one. Trailing zeros mean nothing. */
export type ReleaseNumbers = readonly number[];

interface Bound {
  readonly release: ReleaseNumbers;
  readonly inclusive: boolean;
}

/** Releases between two bounds; at least those that a requirement admits, and perhaps more. */
export interface VersionRange {
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
}

/** All releases. */
export const everyVersion: VersionRange = { low: undefined, high: undefined };

/** The releases that a line admits. Alternatives, patterns, and versions with letters in them admit all. */
export function versionRange(requirement: Requirement): VersionRange {
  if (requirement.exact !== undefined) return rangeOf(`==${requirement.exact}`);
  return rangeOf(requirement.version ?? "");
}

/** The releases that a constraint such as `>=4,<4.6` admits. */
export function rangeOf(constraint: string): VersionRange {
  const clauses = constraint.split(",").map((clause) => clauseRange(clause.trim()));
  return clauses.reduce(intersection, everyVersion);
}

/** Is there no release that a line admits? Of alternatives, `>=5,<6|>=1,<2`, nothing is told. */
export function admitsNone(requirement: Requirement): boolean {
  return !requirement.version?.includes("|") && exclude(versionRange(requirement), everyVersion);
}

/** Is there no release that both admit? */
export function exclude(a: VersionRange, b: VersionRange): boolean {
  const { low, high } = intersection(a, b);
  if (low === undefined || high === undefined) return false;
  const order = compareReleases(low.release, high.release);
  return order > 0 || (order === 0 && !(low.inclusive && high.inclusive));
}

/** Does `outer` admit all that `inner` admits? */
export function isWithin(inner: VersionRange, outer: VersionRange): boolean {
  return lowest(inner.low, outer.low) === inner.low && highest(inner.high, outer.high) === inner.high;
}

/** Below 0, 0 or above 0, as `a` is before, the same as or after `b`. */
function compareReleases(a: ReleaseNumbers, b: ReleaseNumbers): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The numbers of a plain version, without a local part; undefined for one with letters in it. */
export function releaseNumbers(version: string): ReleaseNumbers | undefined {
  const plain = version.replace(/^v/, "").replace(/\+.*$/, "");
  return /^\d+(?:\.\d+)*$/.test(plain) ? plain.split(".").map(Number) : undefined;
}

function clauseRange(clause: string): VersionRange {
  const [, operator = "", version = "", series] = /^(===?|~=|[<>]=?|=)?\s*([^\s*|]+?)(\.\*)?$/.exec(clause) ?? [];
  const release = releaseNumbers(version);
  if (release === undefined) return everyVersion;
  if (series !== undefined)
    return operator === "=" || operator === "==" || operator === "" ? seriesOf(release) : everyVersion;
  switch (operator) {
    case "==":
    case "===":
      return { low: { release, inclusive: true }, high: { release, inclusive: true } };
    case "=":
      return seriesOf(release);
    case "~=":
      return { low: { release, inclusive: true }, high: seriesOf(release.slice(0, -1)).high };
    case ">=":
    case ">":
      return { low: { release, inclusive: operator === ">=" }, high: undefined };
    case "<":
    case "<=":
      return { low: undefined, high: { release, inclusive: operator === "<=" } };
    default:
      return everyVersion;
  }
}

/** All releases that begin with these numbers. */
function seriesOf(release: ReleaseNumbers): VersionRange {
  const last = release.at(-1);
  if (last === undefined) return everyVersion;
  const next = [...release.slice(0, -1), last + 1];
  return { low: { release, inclusive: true }, high: { release: next, inclusive: false } };
}

function intersection(a: VersionRange, b: VersionRange): VersionRange {
  return { low: lowest(a.low, b.low), high: highest(a.high, b.high) };
}

/** The stricter of two lower bounds, `a` where they are the same. */
function lowest(a: Bound | undefined, b: Bound | undefined): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareReleases(a.release, b.release);
  return order > 0 || (order === 0 && (!a.inclusive || b.inclusive)) ? a : b;
}

/** The stricter of two upper bounds, `a` where they are the same. */
function highest(a: Bound | undefined, b: Bound | undefined): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareReleases(a.release, b.release);
  return order < 0 || (order === 0 && (!a.inclusive || b.inclusive)) ? a : b;
}
