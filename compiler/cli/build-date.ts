// The date that a check or build is for. The compiler has no clock; here is where one is read.

import { checkedDate, type Day } from "../text/calendar.ts";
import { quoted } from "./arguments.ts";
import { CannotRun } from "./io.ts";

/** The day written after `--on`, else today where the command runs. @throws CannotRun where there is no such day. */
export function buildDate(written: string | undefined, now: () => Date): Day {
  return written === undefined ? today(now()) : writtenDate("on", written);
}

/** The day written after an option. @throws CannotRun where there is no such day. */
export function writtenDate(option: string, written: string): Day {
  const day = checkedDate(written);
  if (day !== undefined) return day;
  const form = /^\d{4}-\d{2}-\d{2}$/.test(written) ? "there is no such day" : "a date is written 2026-10-05";
  throw new CannotRun(`--${option} ${quoted(written)}: ${form}.`);
}

function today(now: Date): Day {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = checkedDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
  if (day === undefined) throw new CannotRun("The clock shows no date that hubc knows. Say the date with --on.");
  return day;
}
