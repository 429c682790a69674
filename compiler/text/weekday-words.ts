// Days of the week as people write them: `Mondays and Wednesdays`, `Tu/Th`, `MWF`.

const order = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

type Word = (typeof order)[number];

/** As registrars of the United States shorten them, one after the other: `MWF`, `TuTh`, `TR`. */
const letters: ReadonlyMap<string, Word> = new Map([
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

/** One day: `Monday`, `Mondays`, `Mon.`, `Tues`, `Thur`. */
export function weekdayMeant(word: string): Word | undefined {
  const short = word.toLowerCase().replace(/\.$/, "");
  const isDay = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?$/.test(short);
  return isDay ? order.find((day) => short.startsWith(day)) : undefined;
}

/** Several days, each once and in the order of the week; undefined where anything else is among them. */
export function weekdaysMeant(words: string): readonly Word[] | undefined {
  const parts = words.split(/\s*(?:[,;/&+]|\band\b)\s*|\s+/).filter((part) => part !== "");
  const found = parts.flatMap((part) => weekdayMeant(part) ?? lettersIn(part) ?? "none");
  const days = order.filter((day) => found.includes(day));
  return parts.length > 0 && !found.includes("none") ? days : undefined;
}

function lettersIn(part: string): readonly Word[] | undefined {
  if (!/^(?:M|Tu|Th|T|W|R|F|Sa|Su)+$/.test(part)) return undefined;
  return (part.match(/Tu|Th|Sa|Su|[MTWRF]/g) ?? []).flatMap((one) => letters.get(one) ?? []);
}
