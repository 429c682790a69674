// How universities of the northern hemisphere write a term into names: `fa26`, `sp2026`, `fall2026`, `2026-summer`.

import { checkedDate, type Day, printDate } from "../text/calendar.ts";

type Season = "fall" | "spring" | "summer" | "winter";

/** A term that a name holds, with the days that it may lie in: wide, since terms begin and end differently. */
export interface NamedTerm {
  /** As written. */
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

const named =
  /(?<![A-Za-z0-9])(?:(fall|fa|spring|sp|summer|su|winter|wi)([-_]?)(20\d\d|\d\d)|(20\d\d)([-_]?)(fall|spring|summer|winter))(?![A-Za-z0-9])/gi;

/** The terms that a text names, in order. */
export function termsNamed(text: string): NamedTerm[] {
  return [...text.matchAll(named)].flatMap((match) => {
    const [whole, word = match[6] ?? "", , year = match[4] ?? ""] = match;
    const days = daysOf(seasonOf(word), Number(year.slice(-2)) + 2000);
    return days === undefined ? [] : [{ text: whole, ...days }];
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
  const seasons: readonly Season[] = ["fall", "spring", "summer", "winter"];
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
  const [, word, between = "", shortYear = "", , middle = "", long] = match;
  if (word === undefined) return `${year}${middle}${sameCase(long ?? "", season)}`;
  const name = word.length === 2 ? season.slice(0, 2) : season;
  return `${sameCase(word, name)}${between}${String(year).slice(-shortYear.length)}`;
}

function seasonOf(word: string): Season {
  const start = word.slice(0, 2).toLowerCase();
  return start === "fa" ? "fall" : start === "sp" ? "spring" : start === "su" ? "summer" : "winter";
}

function daysOf(season: Season, year: number): { readonly from: Day; readonly to: Day } | undefined {
  const [first, last] = {
    spring: [`${year}-01-01`, `${year}-06-30`],
    summer: [`${year}-05-01`, `${year}-09-15`],
    fall: [`${year}-08-01`, `${year + 1}-01-31`],
    winter: [`${year - 1}-12-01`, `${year}-04-15`],
  }[season];
  const from = checkedDate(first ?? "");
  const to = checkedDate(last ?? "");
  return from === undefined || to === undefined ? undefined : { from, to };
}

function sameCase(like: string, word: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
