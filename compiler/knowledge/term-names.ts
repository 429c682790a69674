// How universities of the northern hemisphere write a term into names: `fa26`, `sp2026`, `fall2026`, `2026-summer`, `ws2526`, `sose26`, `2025-26`.

import { checkedDate, type Day, printDate } from "../text/calendar.ts";

/** `winter-semester` and `summer-semester` are those of Germany and its neighbours, `year` is an academic year. */
type Season = "fall" | "spring" | "summer" | "winter" | "winter-semester" | "summer-semester" | "year";

/** A term that a name holds, with the days that it may lie in: wide, since terms begin and end differently. */
export interface NamedTerm {
  /** As written. */
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

const named =
  /(?<![A-Za-z0-9])(?:(fall|fa|autumn|spring|sp|summer|su|winter|wi|wise|ws|sose|ss|ht|vt)([-_]?)(20\d\d|\d\d)|(20\d\d)([-_]?)(fall|fa|autumn|spring|sp|summer|su|winter|wi))(?:[-_]?(\d\d))?(?![A-Za-z0-9])/gi;

/** Of two years, the second must be the next one. `2011-12` may be a month. */
const academicYear = /(?<![A-Za-z0-9])(20\d\d)[-_](?:20)?(\d\d)(?![A-Za-z0-9]|[-_]\d)/g;

/** Most texts hold none, for which a search is enough. */
function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}

/** The terms that a text names, in order. */
export function termsNamed(text: string): NamedTerm[] {
  const seasons = matchesOf(text, named).flatMap((match) => {
    const [whole, word = match[6] ?? "", , year = match[4] ?? "", , , , next] = match;
    const first = Number(year.slice(-2));
    if (next !== undefined && Number(next) !== first + 1) return [];
    return { text: whole, at: match.index, season: seasonOf(word), year: first + 2000 };
  });
  const years = matchesOf(text, academicYear).flatMap(({ 0: whole, 1: year = "", 2: next = "", index }) => {
    const isMonth = Number(next) <= 12;
    const isNext = Number(next) === (Number(year) + 1) % 100;
    const isWithin = seasons.some(({ at, text }) => at <= index && index < at + text.length);
    return isMonth || !isNext || isWithin
      ? []
      : { text: whole, at: index, season: "year" as const, year: Number(year) };
  });
  return [...seasons, ...years]
    .sort((one, other) => one.at - other.at)
    .flatMap(({ text, season, year }) => {
      const days = daysOf(season, year);
      return days === undefined ? [] : [{ text, ...days }];
    });
}

/** A year that stands alone, as in `physics-2025`: no part of a date, a version or a number of a course. */
const bareYear = /(?<![A-Za-z0-9.])20\d\d(?![A-Za-z0-9]|[-_/.]\d{1,2}(?!\d))/g;

/**
 * The years that a text names alone, each with the days of the terms that it may mean: those of the year, of the academic year that begins in it
 * and of the one that ends in it.
 */
export function yearsNamed(text: string): NamedTerm[] {
  return matchesOf(text, bareYear).flatMap(({ 0: year }) => {
    const from = checkedDate(`${Number(year) - 1}-08-01`);
    const to = checkedDate(`${Number(year) + 1}-07-31`);
    return from === undefined || to === undefined ? [] : [{ text: year, from, to }];
  });
}

/** The terms in which a stretch of days may lie. */
export function termsAround({
  from,
  to,
}: {
  readonly from: Day;
  readonly to: Day;
}): { readonly from: Day; readonly to: Day }[] {
  const years = [from, to].map((day) => Number(printDate(day).slice(0, 4)));
  const all = new Set([...years, ...years.map((year) => year - 1), ...years.map((year) => year + 1)]);
  const seasons: readonly Season[] = ["fall", "spring", "summer", "winter", "winter-semester", "summer-semester"];
  return [...all].flatMap((year) => seasons.flatMap((season) => daysOf(season, year) ?? []));
}

/** The name, in the style of `like`, of the term that holds these days; undefined where none or several do. */
export function termLike(like: string, from: Day, to: Day, year: number): string | undefined {
  const seasons: readonly Season[] = ["fall", "spring", "summer"];
  const found = seasons.flatMap((season) => {
    const days = daysOf(season, year);
    return days !== undefined && days.from <= from && to <= days.to ? [season] : [];
  });
  const [season] = found;
  const match = [...like.matchAll(named)][0];
  if (season === undefined || found.length > 1 || match === undefined) return undefined;
  const [, word, between = "", shortYear = "", , middle = "", long = "", next] = match;
  if (next !== undefined || !plainWords.has((word ?? long).toLowerCase())) return undefined;
  const name = (word ?? long).length === 2 ? season.slice(0, 2) : season;
  if (word === undefined) return `${year}${middle}${sameCase(long, name)}`;
  return `${sameCase(word, name)}${between}${String(year).slice(-shortYear.length)}`;
}

/** Words that have one of the same kind for each of the three seasons. */
const plainWords: ReadonlySet<string> = new Set("fall fa spring sp summer su winter wi".split(" "));

/** Words other than the seasons' own and their first two letters: Germany's semesters, and Sweden's terms. */
const otherWords: ReadonlyMap<string, Season> = new Map([
  ["autumn", "fall"],
  ["ht", "fall"],
  ["vt", "spring"],
  ["wise", "winter-semester"],
  ["ws", "winter-semester"],
  ["sose", "summer-semester"],
  ["ss", "summer-semester"],
]);

function seasonOf(word: string): Season {
  const other = otherWords.get(word.toLowerCase());
  if (other !== undefined) return other;
  const start = word.slice(0, 2).toLowerCase();
  return start === "fa" ? "fall" : start === "sp" ? "spring" : start === "su" ? "summer" : "winter";
}

/** A day of a year: the term's, the one before or the one after. */
interface DayOfYear {
  readonly years: -1 | 0 | 1;
  readonly day: string;
}

const daysBySeason: Readonly<Record<Season, { readonly from: DayOfYear; readonly to: DayOfYear }>> = {
  spring: { from: { years: 0, day: "01-01" }, to: { years: 0, day: "06-30" } },
  summer: { from: { years: 0, day: "05-01" }, to: { years: 0, day: "09-15" } },
  fall: { from: { years: 0, day: "08-01" }, to: { years: 1, day: "01-31" } },
  winter: { from: { years: -1, day: "12-01" }, to: { years: 0, day: "04-15" } },
  "winter-semester": { from: { years: 0, day: "09-15" }, to: { years: 1, day: "03-31" } },
  "summer-semester": { from: { years: 0, day: "03-15" }, to: { years: 0, day: "09-30" } },
  year: { from: { years: 0, day: "08-01" }, to: { years: 1, day: "09-30" } },
};

function daysOf(season: Season, year: number): { readonly from: Day; readonly to: Day } | undefined {
  const [from, to] = [daysBySeason[season].from, daysBySeason[season].to].map(({ years, day }) =>
    checkedDate(`${year + years}-${day}`),
  );
  return from === undefined || to === undefined ? undefined : { from, to };
}

function sameCase(like: string, word: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
