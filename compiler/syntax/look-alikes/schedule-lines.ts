// Lectures, exams and their hours as timetables write them, on one line.

import { weekdaysMeant } from "../../text/weekday-words.ts";
import { asText, byPattern, type LookAlike } from "./look-alike.ts";

/** `exam midterm = 2026-11-16 19:00 .. 21:00`. */
export const examMoment: LookAlike = (line) => {
  const [, indent = "", name = "", at = ""] =
    /^(\s*)exam\s+("[^"]+"|[A-Za-z][\w-]*)\s*[:=]\s*(.*\d.*)$/.exec(line) ?? [];
  if (name === "") return undefined;
  const text = `${indent}exam ${name} { at = ${at.trim()} }`;
  return { text, message: `When an exam is stands in its braces: \`exam ${name} { at = … }\`.`, certain: true };
};

/** `lecture: MWF 10:00-11:00`, `lecture main { MWF 10-11am }`. */
export const lectureHours: LookAlike = (line) => {
  const [, indent = "", name = "", words = "", hours = ""] =
    /^(\s*)lectures?\b\s*("[^"]+"|[a-z][\w-]*)?\s*[:={]\s*([A-Za-z][A-Za-z,/&. ]*?)\s*,?\s+(\d[^{}="]*?)\s*\}?\s*$/.exec(
      line,
    ) ?? [];
  const days = words === "" ? undefined : weekdaysMeant(words);
  if (days === undefined) return undefined;
  const text = `${indent}lecture ${name || "main"} { days = [${days.join(", ")}]  time = ${hours} }`;
  const message = `A lecture has its days and its time in braces: \`lecture ${name || "main"} { days = [${days.join(", ")}]  time = … }\`.`;
  return { text, message, certain: false };
};

/** `19:00 for 2 hours`: an end instead of how long it takes. */
export const howLong: LookAlike = byPattern(
  /(?<![\d:])(\d{1,2}):(\d\d)\s*(?:,\s*|\+\s*|for\s+|über\s+|pendant\s+)(\d+(?:\.\d+)?)\s*(hours?|hrs?|h|minutes?|mins?|min)\b/gi,
  {
    write: ([, hour = "", minute = "", amount = "", unit = ""]) => {
      const minutes = Math.round(Number(amount) * (/^h/i.test(unit) ? 60 : 1));
      const end = Number(hour) * 60 + Number(minute) + minutes;
      return end > 24 * 60 ? undefined : `${hour}:${minute} .. ${clock(end)}`;
    },
    say: (found, written) =>
      `What takes its time is written from its start to its end: \`${written}\`, not \`${found}\`.`,
  },
);

/** `time = 1400-1530`, `time = 10-11`. */
export const hoursAlone: LookAlike = byPattern(
  /(?<=\b(?:time|at)\s*=\s*(?:\d{4}-\d\d-\d\d\s+)?)(\d{1,4})\s*(?:-|–|—|to|until|bis|\.\.)\s*(\d{1,4})(?![\w:.-])/g,
  {
    write: ([, from = "", to = ""]) => {
      const [start, end] = [hourAlone(from), hourAlone(to)];
      return start === undefined || end === undefined || start >= end ? undefined : `${clock(start)} .. ${clock(end)}`;
    },
    say: (found, written) => `Times have a colon and are joined by \`..\`: \`${written}\`, not \`${found}\`.`,
    certain: false,
  },
);

/** Minutes since midnight, of `9`, `14`, `930` and `1400`. */
function hourAlone(written: string): number | undefined {
  const [hour, minute] =
    written.length < 3 ? [Number(written), 0] : [Number(written.slice(0, -2)), Number(written.slice(-2))];
  return hour > 24 || minute > 59 ? undefined : hour * 60 + minute;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `2026-11-16 midnight`: the end of that day, or its beginning. */
export const midnight: LookAlike = (line) => {
  const pattern = /(\d{4}-\d\d-\d\d)(?:,|\s+at|\s+@)?\s+midnight\b/i;
  const [found = "", date = ""] = pattern.exec(line) ?? [];
  if (found === "") return undefined;
  const message = `Midnight is \`23:59\` at the end of a day or \`00:00\` at its beginning: \`${found}\` can be both.`;
  const [text, other] = ["23:59", "00:00"].map((time) => line.replace(pattern, `${date} ${time}`));
  return text === undefined || other === undefined ? undefined : { text, other, message, certain: false };
};

/** `hw1.ipynb` alone where each entry has a name. */
export const entryWithoutName: LookAlike = (line) => {
  const [, indent = "", path = "", file = ""] =
    /^(\s*)(?:[-*•]\s+)?["']?((?:[\w.-]+\/)*([\w.-]+)\.(?:ipynb|md|py|Rmd|qmd|R|html|pdf))["']?\s*,?\s*$/.exec(line) ??
    [];
  if (path === "") return undefined;
  const name = file
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (!/^[a-z]/.test(name)) return undefined;
  const text = `${indent}${name} = ${asText(path)}`;
  return {
    text,
    message: `Each entry has a name: \`${name} = ${asText(path)}\`, not \`${path}\` alone.`,
    certain: false,
  };
};

/** `1 = "hw1.ipynb"`: a name that begins with a digit stands in quotes. */
export const digitFirst: LookAlike = byPattern(/^(\s*)(\d[\w-]*)(?=\s*=)/g, {
  write: ([, indent = "", name = ""]) => `${indent}item-${name.toLowerCase()}`,
  say: (found, written) => `A name begins with a letter: \`${written}\`, not \`${found}\`.`,
  certain: false,
});
