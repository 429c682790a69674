// When something recurs: a time of day, or five fields as cron reads them.

import { printTime } from "../../text/calendar.ts";
import type { ValueType } from "../value-type.ts";
import { time } from "./moments.ts";
import { textType } from "./scalars.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Minute, hour, day of the month, month, day of the week: as Kubernetes reads them (robfig/cron v3, standard parser). */
const fields: readonly { readonly from: number; readonly to: number; readonly names: readonly string[] }[] = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  { from: 1, to: 12, names: months },
  { from: 0, to: 6, names: weekdays },
];

const cron = textType({
  name: "schedule",
  expected: 'a time of day, such as `03:00`, or a schedule as cron writes it, such as `"0 3 * * *"`',
  what: "a schedule: five fields for minute, hour, day of the month, month and day of the week (0 to 6), each `*`, a number, a range, a list, or one of these with `/step`",
  accepts: (value) => {
    const parts = value.split(/ +/);
    return parts.length === fields.length && parts.every((part, i) => part.split(",").every((one) => fits(one, i)));
  },
});

function fits(part: string, index: number): boolean {
  const field = fields[index];
  const match = /^(?:\*|([0-9a-zA-Z]+)(?:-([0-9a-zA-Z]+))?)(?:\/([1-9]\d?))?$/.exec(part);
  if (match === null || field === undefined) return false;
  const [from, to] = [match[1], match[2] ?? match[1]].map((written) => numberIn(written, field));
  const inside = (one: number | undefined) => one !== undefined && field.from <= one && one <= field.to;
  return match[1] === undefined || (inside(from) && inside(to) && (from ?? 0) <= (to ?? 0));
}

function numberIn(written: string | undefined, { from, names }: (typeof fields)[number]): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  const at = names.indexOf(written.toLowerCase());
  return at < 0 ? undefined : at + from;
}

/** As cron writes it; a time of day is every day at that time. In the project's time zone. */
export const schedule: ValueType<string> = {
  ...cron,
  read: (node, reader) => {
    if (node.kind !== "literal" || node.form !== "time") return cron.read(node, reader);
    const minutes = time.read(node, reader);
    return typeof minutes === "number" ? `${minutes % 60} ${Math.floor(minutes / 60)} * * *` : minutes;
  },
  print: (value) => {
    const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(value) ?? [];
    return minute === undefined ? cron.print(value) : printTime(Number(hour) * 60 + Number(minute));
  },
};
