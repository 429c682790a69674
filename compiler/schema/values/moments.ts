// Dates, times of day, and moments.

import type { LiteralNode } from "../../syntax/tree.ts";
import { checkedDate, checkedTime, type Day, type Minutes, printDate, printTime } from "../../text/calendar.ts";
import type { ValueType } from "../value-type.ts";
import { constantOr, scalar, wrong } from "./scalars.ts";

function literalType<T>(
  name: string,
  expected: string,
  parse: (node: LiteralNode) => T | undefined,
  print: (value: T) => string,
  order: (value: T) => number,
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
        () => (node.kind === "literal" ? parse(node) : undefined) ?? wrong(node, reader, expected),
      ),
    print,
    order,
  };
  return type;
}

export const date: ValueType<Day> = literalType(
  "date",
  "a date, such as `2026-08-26`",
  (node) => (node.form === "date" ? checkedDate(node.raw) : undefined),
  printDate,
  (day) => day,
);

export const time: ValueType<Minutes> = literalType(
  "time",
  "a time, such as `19:00`",
  (node) => (node.form === "time" ? checkedTime(node.raw) : undefined),
  printTime,
  (minutes) => minutes,
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
  ({ day, minutes }) => `${printDate(day)} ${printTime(minutes)}`,
  ({ day, minutes }) => day * 1440 + minutes,
);
