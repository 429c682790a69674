// Quantities with units apart, spelt out, or with grouped digits.

import { byPattern, type LookAlike } from "./look-alike.ts";

/** Units as people spell them, and as they are written here. Lower case, without a plural's `s`. */
const spelt: ReadonlyMap<string, string> = new Map([
  ...["second", "sec"].map((word) => [word, "s"] as const),
  ...["minute", "min"].map((word) => [word, "min"] as const),
  ...["hour", "hr", "h"].map((word) => [word, "h"] as const),
  ...["day", "d"].map((word) => [word, "d"] as const),
  ...["week", "wk"].map((word) => [word, "w"] as const),
  ...["gib", "gibibyte"].map((word) => [word, "GiB"] as const),
  ...["mib", "mebibyte"].map((word) => [word, "MiB"] as const),
  ...["tib", "tebibyte"].map((word) => [word, "TiB"] as const),
  ["kib", "KiB"],
  ["kb", "kB"],
  ["mb", "MB"],
  ["gb", "GB"],
  ["tb", "TB"],
  ["ko", "kB"],
  ["mo", "MB"],
  ["go", "GB"],
  ["to", "TB"],
  ["%", "%"],
  ["percent", "%"],
]);

/** `2 GiB`, `1 hour`, `30 minutes`, `50 %`. */
export const unitApart: LookAlike = byPattern(
  /(?<![\w-]|(?<!\.)\.)(\d+(?:\.\d+)?)[\s\u00a0\u202f]*([A-Za-z]+|%)(?![\w-])/g,
  {
    write: ([found = "", number = "", word = ""]) => {
      const unit = word === "to" ? undefined : unitOf(word);
      return unit === undefined || found === number + unit ? undefined : number + unit;
    },
    say: (found, written) =>
      found.replace(/\s+/, "") === written
        ? `A unit stands at its number, without a blank: \`${written}\`, not \`${found}\`.`
        : `\`${found}\` is written \`${written}\` here.`,
  },
);

function unitOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  return spelt.get(lower) ?? spelt.get(lower.replace(/s$/, ""));
}

/** `2 gigabytes`, `2 gigs`, `4 gig`: of 1024 or of 1000. */
export const gigabytes: LookAlike = byPattern(
  /(?<![\w-]|(?<!\.)\.)(\d+(?:\.\d+)?)\s*(gig|meg|gigabyte|megabyte|terabyte|g)s?(?![\w-])/gi,
  {
    write: ([, number = "", word = ""]) => `${number}${word.charAt(0).toUpperCase()}iB`,
    say: (found, written) =>
      `\`${found}\` is written \`${written}\` here, or with \`${written.replace("iB", "B")}\` if a thousand is meant.`,
    certain: false,
  },
);

/** `1 800`, `1_800`, `1'800`. In a list, two numbers side by side lack a comma. */
export const apartDigits: LookAlike = (line) => (line.includes("[") ? undefined : digits(line));

const digits = byPattern(/(?<![\w-]|(?<!\.)\.)(\d{1,3}(?:([ _'’\u00a0\u202f])\d{3})(?:\2\d{3})*)(?![\d.])/g, {
  write: ([, number = ""]) => number.replace(/\D/g, ""),
  say: (found, written) => `A number is written without a sign between its digits: \`${written}\`, not \`${found}\`.`,
  certain: false,
});

/** `1-2 GiB`: a range of which only the end has the unit. */
export const sharedUnit: LookAlike = byPattern(
  /(?<![\w:-]|(?<!\.)\.)(\d+(?:\.\d+)?)\s*(?:-|–|—|to|\.\.)\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)(?![\w-])/g,
  {
    write: ([, from = "", to = "", word = ""]) => {
      const unit = unitOf(word);
      return unit === undefined ? undefined : `${from}${unit} .. ${to}${unit}`;
    },
    say: (found, written) =>
      `A range is written with \`..\` and a unit at each of its ends: \`${written}\`, not \`${found}\`.`,
  },
);

/** `up to 2GiB`, `at most 5`, `about 1h`. */
export const wordBefore: LookAlike = byPattern(
  /(=\s*)(up to|at most|max|maximum|about|around|approximately|approx\.?|roughly|circa|ca\.?|nearly|almost|at least|min|minimum|~|≈|<=?|>=?|≤|≥)\s*(?=\d)/gi,
  {
    write: ([, sign = ""]) => sign,
    say: (found) => `Only the quantity is written: \`${found.replace(/^=\s*/, "")}\` can't stand before it.`,
    certain: false,
  },
);

/** `120 students`, `120+`, `2 cores`, `2GB RAM`: what is counted is said by the setting. */
export const wordBehind: LookAlike = byPattern(
  /(=\s*\d+(?:\.\d+)?(?:\s*[KMGT]i?B?)?)(\s*\+|\s+(?:students?|people|persons?|participants?|seats?|(?:v?CPUs?|cores?|threads?)|or\s+(?:so|more|less|fewer)|max(?:imum)?\.?|total|(?:of\s+)?(?:RAM|memory))|\s+(?:per|for each|a)\s+(?:student|person|user|server))\s*(?=$|#)/gi,
  {
    write: ([, before = ""]) => before,
    say: (found) =>
      `Only the quantity is written: \`${/\D*$/.exec(found.replace(/^=\s*\d+\s*[KMGT]i?B?(?![a-z])/i, ""))?.[0].trim()}\` can't stand behind it.`,
    certain: false,
  },
);

/** `.5`: a number begins with a digit. */
export const pointFirst: LookAlike = byPattern(/(?<![\w.)\]"])\.(?=\d)/g, {
  write: () => "0.",
  say: () => "A number begins with a digit: `0.5`, not `.5`.",
});

/** `1/2` of a core. */
export const fraction: LookAlike = byPattern(/(=\s*)(\d+)\s*\/\s*([1-9]\d*)(?![\w/])/g, {
  write: ([, sign = "", one = "", two = ""]) => `${sign}${Number((Number(one) / Number(two)).toFixed(3))}`,
  say: (found, written) =>
    `A number is written with a point: \`${written.replace(/^=\s*/, "")}\`, not \`${found.replace(/^=\s*/, "")}\`.`,
  certain: false,
});

/** `1GiB / 2GiB`, `2026-08-26/2026-12-18`, `1GiB, 2GiB`: two ends that stand beside each other. */
export const otherEnds: LookAlike = byPattern(
  /(=\s*)(\d{4}-\d\d-\d\d|\d+(?:\.\d+)?[KMGT]i?B)\s*([/,;])\s*(?=(?:\d{4}-\d\d-\d\d|\d+(?:\.\d+)?[KMGT]i?B)\s*(?:$|#|\}))/g,
  {
    write: ([, sign = "", from = ""]) => `${sign}${from} .. `,
    say: (found) => `The first and the last of a range are joined by \`..\`, not by \`${found.at(-1)}\`.`,
  },
);

/** `10-20`, `0.5-1`: a range of plain numbers. */
export const numberRange: LookAlike = byPattern(/(=\s*)(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)(?=\s*(?:$|#|\}))/g, {
  write: ([, sign = "", from = "", to = ""]) => `${sign}${from} .. ${to}`,
  say: (found, written) =>
    `A range is written with \`..\`: \`${written.replace(/^=\s*/, "")}\`, not \`${found.replace(/^=\s*/, "")}\`.`,
});

/** `students = 10-20`, `students = 10 to 20`: one number is wanted, and the larger one has room for all. */
export const mostPeople: LookAlike = byPattern(
  /(\b(?:students|peak)\s*=\s*)(\d+)\s*(?:-|–|—|\bto\b|\bor\b|\.\.+|\/)\s*(\d+)(?=\s*(?:$|#|\}))/g,
  {
    write: ([, head = "", , most = ""]) => head + most,
    say: (found) =>
      `How many people is one whole number, not \`${found.replace(/^.*?=\s*/, "")}\`: the most that there can be.`,
    certain: false,
  },
);
