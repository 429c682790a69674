// Dates and times must exist, whatever setting they stand in.

import { checkedDate, checkedTime } from "../text/calendar.ts";
import type { LiteralNode, Range, ValueNode } from "./tree.ts";

type Tell = (found: string, what: string, at: Range) => void;

/** The value with impossible dates and times told and made unreadable. */
export function checkLiterals(value: ValueNode, tell: Tell): ValueNode {
  switch (value.kind) {
    case "literal":
      return checkLiteral(value, tell);
    case "range":
      return { ...value, from: checkLiterals(value.from, tell), to: checkLiterals(value.to, tell) };
    case "list":
      return { ...value, items: value.items.map((item) => checkLiterals(item, tell)) };
    default:
      return value;
  }
}

function checkLiteral(literal: LiteralNode, tell: Tell): ValueNode {
  const [first = "", second = ""] = literal.raw.split(" ");
  const problem =
    literal.form === "date" || literal.form === "moment"
      ? checkedDate(first) === undefined
        ? "date: a date is a year, a month and a day that exist, such as `2026-08-26`"
        : literal.form === "moment" && checkedTime(second) === undefined
          ? "time: a time is `00:00` to `24:00`"
          : undefined
      : literal.form === "time" && checkedTime(first) === undefined
        ? "time: a time is `00:00` to `24:00`"
        : undefined;
  if (problem === undefined) return literal;
  tell(literal.raw, problem, literal);
  return { kind: "unreadable", start: literal.start, end: literal.end };
}
