// What people write for a time zone: its abbreviation, its name in a country, or a city. Source: the IANA database, 2025b, files northamerica and
// europe, for the abbreviations. Some stand for zones elsewhere too: CST is China's as well. So what is found here is offered, and not written.

/** By lower-case words, without `time`. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "America/New_York": "est edt et eastern",
    "America/Chicago": "cst cdt ct central",
    "America/Denver": "mst mdt mt mountain",
    "America/Los_Angeles": "pst pdt pt pacific",
    "Europe/Berlin": "cet cest mez mesz",
    "Europe/London": "bst uk",
    UTC: "utc z zulu",
  }).flatMap(([zone, words]) => words.split(" ").map((word) => [word, zone] as const)),
);

/** Of `EST`, `Pacific Time`, `US Eastern` or `New York` the zone by its IANA name. */
export function meantZone(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .replace(/\b(?:standard|daylight|summer|time|zone|us)\b|[/()]/g, " ")
    .trim();
  const known = named.get(words);
  if (known !== undefined) return known;
  const city = words.replace(/[\s_-]+/g, "_");
  return Intl.supportedValuesOf("timeZone").find((zone) => zone.toLowerCase().split("/").at(-1) === city);
}
