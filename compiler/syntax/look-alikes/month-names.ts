// Names of months as people write them, in English, German, French, Spanish and Italian, short or whole.

/** How the names of each month begin, in the order of the year. Sources: CLDR 46, months in the wide and abbreviated form of en, de, fr, es and it. */
const beginnings = [
  "jan|ene|gen",
  "feb|fév|fev",
  "mar|mär|mrz",
  "apr|avr|abr",
  "may|mai|mag",
  "jun|juin|giu",
  "jul|juil|lug",
  "aug|aoû|aou|ago",
  "sep|set",
  "oct|okt|ott",
  "nov",
  "dec|dez|déc|dic",
].map((month) => month.split("|"));

/** A pattern with one group, that minds no case: the beginning of a month's name. */
export const monthName = String.raw`(${beginnings.flat().join("|")})[a-zà-ÿ]*\.?`;

/** The number of a month, of the beginning of its name; 0 for none. */
export function monthOf(beginning: string): number {
  return beginnings.findIndex((month) => month.includes(beginning.toLowerCase())) + 1;
}
