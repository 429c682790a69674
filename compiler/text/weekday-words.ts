// Days of the week as people write them: `Mondays and Wednesdays`, `Tu/Th`, `MWF`.

import { type Weekday, weekOrder } from "./calendar.ts";

/** A day's name without `day`, in a pattern that minds no case: `Mon`, `Tues`, `Wednes`. */
export const weekdayStem = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)";

const weekdayName = new RegExp(`^${weekdayStem}(?:days?)?$`);

/** As registrars of the United States shorten them, one after the other: `MWF`, `TuTh`, `TR`. */
const letters: ReadonlyMap<string, Weekday> = new Map([
  ["M", "mon"],
  ["Tu", "tue"],
  ["T", "tue"],
  ["W", "wed"],
  ["Th", "thu"],
  ["R", "thu"],
  ["F", "fri"],
  ["Sa", "sat"],
  ["Su", "sun"],
]);

/** Whole names in German, French and Spanish. Source: CLDR 46, days in the wide form of de, fr and es. */
const otherNames: ReadonlyMap<string, Weekday> = new Map(
  (
    [
      ["mon", "montag lundi lunes"],
      ["tue", "dienstag mardi martes"],
      ["wed", "mittwoch mercredi miércoles"],
      ["thu", "donnerstag jeudi jueves"],
      ["fri", "freitag vendredi viernes"],
      ["sat", "samstag sonnabend samedi sábado"],
      ["sun", "sonntag dimanche domingo"],
    ] as const
  ).flatMap(([day, names]) => names.split(" ").map((name) => [name, day] as const)),
);

/** One day: `Monday`, `Mondays`, `Mon.`, `Tues`, `Thur`. */
export function weekdayMeant(word: string): Weekday | undefined {
  const short = word.toLowerCase().replace(/\.$/, "");
  const other = otherNames.get(short) ?? otherNames.get(short.replace(/s$/, ""));
  return other ?? (weekdayName.test(short) ? weekOrder.find((day) => short.startsWith(day)) : undefined);
}

/** Several days, each once and in the order of the week; undefined where anything else is among them. */
export function weekdaysMeant(words: string): readonly Weekday[] | undefined {
  const ends = /^\s*(\p{L}+)\.?\s*(?:-|–|\.\.|\bto\b|\bbis\b)\s*(\p{L}+)\.?\s*$/u.exec(words);
  const [first, last] = [weekdayMeant(ends?.[1] ?? ""), weekdayMeant(ends?.[2] ?? "")];
  if (first !== undefined && last !== undefined) {
    const [from, to] = [weekOrder.indexOf(first), weekOrder.indexOf(last)];
    return from < to ? weekOrder.slice(from, to + 1) : undefined;
  }
  if (/^\s*weekdays\s*$/i.test(words)) return weekOrder.filter((day) => day !== "sat" && day !== "sun");
  const parts = words.split(/\s*(?:[,;/&+]|\b(?:and|und|et)\b)\s*|\s+/).filter((part) => part !== "");
  const found = parts.flatMap((part) => weekdayMeant(part) ?? lettersIn(part) ?? "none");
  const days = weekOrder.filter((day) => found.includes(day));
  return parts.length > 0 && !found.includes("none") ? days : undefined;
}

function lettersIn(part: string): readonly Weekday[] | undefined {
  if (!/^(?:M|Tu|Th|T|W|R|F|Sa|Su)+$/.test(part)) return undefined;
  return (part.match(/Tu|Th|Sa|Su|[MTWRF]/g) ?? []).flatMap((one) => letters.get(one) ?? []);
}
