// Dates, times of day, and moments.

import type { LiteralNode, ValueNode } from "../../syntax/tree.ts";
import {
  checkedDate,
  checkedTime,
  type Day,
  type Minutes,
  printDate,
  printMoment,
  printTime,
} from "../../text/calendar.ts";
import { isCron } from "../../text/cron.ts";
import type { Unknown, ValueReader, ValueType } from "../value-type.ts";
import { constantOr, scalar, textType, wrong, wrongButFor } from "./scalars.ts";

function literalType<T>(
  name: string,
  expected: string,
  parse: (node: LiteralNode) => T | undefined,
  print: (value: T) => string,
  order: (value: T) => number,
  meant: (written: string) => string | undefined = () => undefined,
): ValueType<T> {
  const type: ValueType<T> = {
    name,
    expected,
    shape: scalar,
    read: (node, reader) =>
      constantOr(
        node,
        reader,
        type,
        () => (node.kind === "literal" ? parse(node) : undefined) ?? wrongLiteral(node, reader),
      ),
    print,
    order,
  };
  return type;

  function wrongLiteral(node: ValueNode, reader: ValueReader): Unknown {
    const value = node.kind === "literal" ? meant(node.raw) : undefined;
    if (value === undefined) return wrong(node, reader, expected);
    return wrongButFor(node, reader, { expected, fixes: [reader.offer(`Write \`${value}\``, node, value)] });
  }
}

/** `20260826`. */
function dateMeant(written: string): string | undefined {
  const date = written.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return date !== written && checkedDate(date) !== undefined ? date : undefined;
}

/** `2pm`, `14h`, `10`, `1930`. */
function timeMeant(written: string): string | undefined {
  const [, digits = "", sign = ""] = /^(\d{1,4})([ap]m|h|Uhr)?$/i.exec(written) ?? [];
  if (digits === "") return undefined;
  const [hour, minute] = digits.length < 3 ? [Number(digits), "00"] : [Number(digits.slice(0, -2)), digits.slice(-2)];
  if (/m$/i.test(sign) && (hour < 1 || hour > 12)) return undefined;
  const full = /^p/i.test(sign) ? (hour % 12) + 12 : /^a/i.test(sign) ? hour % 12 : hour;
  const time = `${String(full).padStart(2, "0")}:${minute}`;
  return checkedTime(time) === undefined ? undefined : time;
}

export const date: ValueType<Day> = literalType(
  "date",
  "a date, such as `2026-08-26`",
  (node) => (node.form === "date" ? checkedDate(node.raw) : undefined),
  printDate,
  (day) => day,
  dateMeant,
);

export const time: ValueType<Minutes> = literalType(
  "time",
  "a time, such as `19:00`",
  (node) => (node.form === "time" ? checkedTime(node.raw) : undefined),
  printTime,
  (minutes) => minutes,
  timeMeant,
);

/** A date and a time of day, in the project's time zone. */
export interface Moment {
  readonly day: Day;
  readonly minutes: Minutes;
}

export const moment: ValueType<Moment> = literalType(
  "moment",
  "a date and a time, such as `2026-10-09 19:00`",
  (node) => {
    const [day, minutes] = [checkedDate(node.raw.slice(0, 10)), checkedTime(node.raw.slice(11))];
    return node.form === "moment" && day !== undefined && minutes !== undefined ? { day, minutes } : undefined;
  },
  printMoment,
  ({ day, minutes }) => day * 1440 + minutes,
  (written) => (checkedDate(written) === undefined ? undefined : `${written} 23:59`),
);

/** When something recurs: a time of day, or five fields as cron reads them. */
const cron = textType({
  name: "schedule",
  expected: 'a time of day, such as `03:00`, or a schedule as cron writes it, such as `"0 3 * * *"`',
  what: "a schedule: five fields for minute, hour, day of the month, month and day of the week (0 to 6), each `*`, a number, a range, a list, or one of these with `/step`",
  accepts: isCron,
});

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
