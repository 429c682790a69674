// Dates and times must exist, and numbers be exact, whatever setting they stand in.

import { checkedDate, checkedTime } from "../text/calendar.ts";
import { limits } from "../text/limits.ts";
import type { LiteralNode, Range, ValueNode } from "./tree.ts";

/** What is reported: `what` a date or time would have to be, and nothing of a number, which has too many digits. */
type Tell = (found: string, what: string | undefined, at: Range) => void;

/** The value with impossible dates and times told and made unreadable; the same where there are none. */
export function checkLiterals(value: ValueNode, tell: Tell): ValueNode {
  switch (value.kind) {
    case "literal":
      return checkLiteral(value, tell);
    case "range": {
      const [from, to] = [checkLiterals(value.from, tell), checkLiterals(value.to, tell)];
      return from === value.from && to === value.to ? value : { ...value, from, to };
    }
    case "list": {
      const items = value.items.map((item) => checkLiterals(item, tell));
      return items.every((item, i) => item === value.items[i]) ? value : { ...value, items };
    }
    default:
      return value;
  }
}

function checkLiteral(literal: LiteralNode, tell: Tell): ValueNode {
  const problem = problemOf(literal);
  const isLong = literal.form === "number" && (/\d+/.exec(literal.raw)?.[0].length ?? 0) > limits.digits;
  if (problem === undefined && !isLong) return literal;
  tell(literal.raw, problem, literal);
  return { kind: "unreadable", start: literal.start, end: literal.end };
}

function problemOf({ form, raw }: LiteralNode): string | undefined {
  if (form === "number") return undefined;
  const [first = "", second = ""] = raw.split(" ");
  if (form === "time") return problemOfTime(first);
  if (checkedDate(first) === undefined) {
    return "date: a date is a year, a month and a day that exist, such as `2026-08-26`";
  }
  return form === "moment" ? problemOfTime(second) : undefined;
}

function problemOfTime(written: string): string | undefined {
  return checkedTime(written) === undefined ? "time: a time is `00:00` to `24:00`" : undefined;
}
