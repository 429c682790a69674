// Dates and times as other places write them.

import { checkedDate } from "../../text/calendar.ts";
import { weekdayStem } from "../../text/weekday-words.ts";
import { byPattern, inCode, type LookAlike } from "./look-alike.ts";

const dayNumber = String.raw`(\d{1,2})(?:st|nd|rd|th|er)?\.?`;

/** A date as the language writes it; `undefined` where no such day exists. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  const written = `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return checkedDate(written) === undefined ? undefined : written;
}

const sayDate = (found: string, written: string) =>
  `A date is written as year, month and day: \`${written}\`, not \`${found}\`.`;

/** `2026/8/26`, `2026.8.26`, `2026-8-26`: the order is right. */
export const yearFirst: LookAlike = byPattern(/(?<![\w-]|(?<!\.)\.)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/g, {
  write: ([found, year, , month, day]) => {
    const written = dateOf(Number(year), Number(month), Number(day));
    return written === found ? undefined : written;
  },
  say: sayDate,
});

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
const monthName = String.raw`(${beginnings.flat().join("|")})[a-zà-ÿ]*\.?`;

/** The number of a month, of the beginning of its name; 0 for none. */
function monthOf(beginning: string): number {
  return beginnings.findIndex((month) => month.includes(beginning.toLowerCase())) + 1;
}

/** `26 August 2026`, `Aug 26, 2026`, with a name of a month. */
export const monthByName: LookAlike = byPattern(
  new RegExp(
    String.raw`(?<![\w-]|(?<!\.)\.)(?:${monthName}\s+${dayNumber},?\s+(\d{4})|${dayNumber}\s*(?:of\s+|de\s+)?${monthName},?\s+(?:de\s+)?(\d{4}))(?![\w-])`,
    "gi",
  ),
  {
    write: ([, name1, day1, year1, day2, name2, year2]) => {
      return dateOf(Number(year1 || year2), monthOf(name1 || name2 || ""), Number(day1 || day2));
    },
    say: sayDate,
  },
);

/** `5-Oct-2026`, `05/Oct/26`. */
export const monthBetween: LookAlike = byPattern(
  new RegExp(String.raw`(?<![\w-])(\d{1,2})([-/])${monthName}\2(\d{4}|\d{2})(?![\w-])`, "gi"),
  {
    write: ([, day, , name = "", year]) => dateOf(Number(year), monthOf(name), Number(day)),
    say: sayDate,
  },
);

/** `10/05/2026-01/25/2027`: a range of dates without a blank. */
export const joinedDates: LookAlike = byPattern(
  /(?<![\w./-])(\d{1,2}([./])\d{1,2}\2\d{2,4})\s*[-–—]\s*(?=\d{1,2}[./]\d)/g,
  {
    write: ([, date = ""]) => `${date} .. `,
    say: (found) => `A range is written with \`..\`, not with \`${found.at(-1)}\`.`,
  },
);

const range = String.raw`\s*(?:-|–|—|to|until|till|through|thru|bis|au|al|\.\.)\s*`;

/** `Aug 26 - Dec 18, 2026`, `26 Aug to 18 Dec 2026`: the year stands once. */
export const sharedYear: LookAlike = byPattern(
  new RegExp(
    String.raw`(?<![\w-])(?:${monthName}\s+${dayNumber}${range}(?:${monthName}\s+)?${dayNumber},?\s+(\d{4})|${dayNumber}\s+${monthName}${range}${dayNumber}\s+${monthName},?\s+(\d{4}))(?![\w-])`,
    "gi",
  ),
  {
    write: ([, month1 = "", day1, month2, day2, year1, day3, month3 = "", day4, month4 = "", year2]) => {
      const year = Number(year1 || year2);
      const [first, last] = [monthOf(month1 || month3), monthOf(month2 || month4 || month1)];
      // A term from October to January began in the year before.
      const from = dateOf(first > last ? year - 1 : year, first, Number(day1 || day3));
      const to = dateOf(year, last, Number(day2 || day4));
      return from === undefined || to === undefined || from > to ? undefined : `${from} .. ${to}`;
    },
    say: (found, written) => `Each date has its year, and \`..\` joins them: \`${written}\`, not \`${found}\`.`,
  },
);

/** `Wed, Aug 26, 2026`: what a date is needs no day of the week. */
export const weekdayBefore: LookAlike = byPattern(
  new RegExp(
    String.raw`(?<![\w-])${weekdayStem}(?:day)?\.?,?\s+(?=${monthName}\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+${monthName}|\d{4}-\d\d?-\d|\d{1,2}[/.]\d)`,
    "gi",
  ),
  {
    write: () => "",
    say: (found) => `A date is written without its day of the week: \`${found}\` does not belong there.`,
  },
);

/** `2026-09-11T23:59`, `2026-09-11T23:59:00`. */
export const timeAfterT: LookAlike = byPattern(/(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z?/g, {
  write: ([, date = "", time = ""]) => `${date} ${time}`,
  say: (found, written) => `A date and its time are parted by a blank: \`${written}\`, not \`${found}\`.`,
});

/** `2026-10-16, 19:00`, `2026-10-16 at 19:00`. */
export const commaBeforeTime: LookAlike = byPattern(
  /(\d{4}-\d\d-\d\d)(?:\s*,\s*(?:at\s+|from\s+)?|\s+(?:at|from|@)\s+)(?=\d{1,2}:\d\d)/g,
  {
    write: ([, date = ""]) => `${date} `,
    say: (found) => `Between a date and its time stands a blank alone, not \`${found.slice(10).trim()}\`.`,
  },
);

/** `noon to 1pm`. */
export const noon: LookAlike = byPattern(/(?<=\b(?:time|at|due)\s*=.*)\bnoon\b/gi, {
  write: () => "12:00",
  say: (found, written) => `A time is written with 24 hours: \`${written}\`, not \`${found}\`.`,
});

/** `time = 10.00 - 11.30`. */
export const pointTimes: LookAlike = byPattern(/(?<=\b(?:time|at|due)\s*=.*)(?<![\d.])(\d{1,2})\.([0-5]\d)(?![\d.])/g, {
  write: ([, hour = "", minute = ""]) => timeOf(Number(hour), minute),
  say: (found, written) => `A time is written with a colon: \`${written}\`, not \`${found}\`.`,
});

const dayOrMonthFirst = /(?<![\w-]|(?<!\.)\.)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\w-])/g;

/** `8/26/2026`, `26.8.2026`: month or day first. With points the day is first; else which one it is must show in every date of the line. */
export const yearLast: LookAlike = (line) => {
  const found: string[] = [];
  const readings = [true, false].map((monthFirst) => {
    let possible = true;
    let hasPoints = false;
    const text = inCode(line, (code) =>
      code.replace(dayOrMonthFirst, (image: string, one: string, sign: string, two: string, year: string) => {
        found.push(image);
        const [month, day] = monthFirst ? [one, two] : [two, one];
        const written = dateOf(Number(year), Number(month), Number(day));
        possible &&= written !== undefined;
        hasPoints ||= sign === ".";
        return written ?? image;
      }),
    );
    return possible ? { text, hasPoints } : undefined;
  });
  // With points the day is first, unless it can't be.
  const [monthFirst, dayFirst] = readings;
  const order = dayFirst?.hasPoints ? [dayFirst] : [monthFirst, dayFirst];
  const [text, other] = order.flatMap((reading) => (reading === undefined ? [] : [reading.text]));
  const [first] = found;
  if (text === undefined || first === undefined) return undefined;
  const written = /\d{4}-\d\d-\d\d/.exec(text.slice(line.indexOf(first)))?.[0] ?? "";
  const isOpen = other !== undefined && other !== text;
  const message = isOpen
    ? `A date is written as year, month and day: \`${first}\` can be two days.`
    : sayDate(first, written);
  return { text, message, certain: !isOpen, ...(isOpen ? { other } : {}) };
};

const halfOfDay = String.raw`([ap])\.?m\b\.?`;

/** `2:00 - 3:30 pm`: both ends in the same half of the day, or the first before noon. */
export const sharedHalf: LookAlike = byPattern(
  new RegExp(
    String.raw`(?<![\w:-]|(?<!\.)\.)(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|—|to|\.\.)\s*(\d{1,2})(?:[:.](\d\d))?\s*${halfOfDay}`,
    "gi",
  ),
  {
    write: ([, hour1 = "", minute1 = "", hour2 = "", minute2 = "", half = ""]) => {
      const to = hourOf(hour2, half);
      if (to === undefined) return undefined;
      const same = hourOf(hour1, half);
      const from = same !== undefined && same < to ? same : hourOf(hour1, "a");
      return from === undefined ? undefined : `${timeOf(from, minute1 || "00")} .. ${timeOf(to, minute2 || "00")}`;
    },
    say: (found, written) => `Times are written with 24 hours and joined by \`..\`: \`${written}\`, not \`${found}\`.`,
    certain: false,
  },
);

/** `10 Uhr`, `10.30 Uhr`, `9 o'clock`. */
export const oClock: LookAlike = byPattern(/(?<![\w:])(\d{1,2})(?:[:.](\d\d))?\s*(?:Uhr\b|o['’]?clock\b)/gi, {
  write: ([, hour = "", minute = ""]) => timeOf(Number(hour), minute || "00"),
  say: (found, written) => `A time is written with a colon: \`${written}\`, not \`${found}\`.`,
});

/** `2pm`, `2:30 p.m.`, `14h30`, `9.30am`. */
export const clockTime: LookAlike = byPattern(
  new RegExp(String.raw`(?<![\w:]|(?<!\.)\.)(?:(\d{1,2})(?:[:.](\d\d))?\s*${halfOfDay}|(\d{1,2})h(\d\d))(?!\w)`, "gi"),
  {
    write: ([, hour12 = "", minute12 = "", half = "", hour24 = "", minute24 = ""]) => {
      if (hour24 !== "") return timeOf(Number(hour24), minute24);
      const hour = hourOf(hour12, half);
      return hour === undefined ? undefined : timeOf(hour, minute12 || "00");
    },
    say: (found, written) => `A time is written with 24 hours: \`${written}\`, not \`${found}\`.`,
  },
);

/** The hour of a day of 24, from one of 12 and its half. */
function hourOf(written: string, half: string): number | undefined {
  const hour = Number(written);
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function timeOf(hour: number, minute: string): string | undefined {
  return hour > 24 || Number(minute) > 59 ? undefined : `${String(hour).padStart(2, "0")}:${minute}`;
}
