// Times as Kubernetes writes them. The core has no clock, so seconds are counted from days.

import { checkedDate, printDate } from "../text/calendar.ts";

/** As Kubernetes writes it: `2026-10-05T12:00:00.000000Z`. */
export function microTime(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = Math.floor(seconds - days * 86_400);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${printDate(days)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}.000000Z`;
}

/** Seconds since 1970; undefined where the text is no time. */
export function secondsOf(text: string | undefined): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/.exec(text ?? "");
  if (match === null) return undefined;
  const [, date = "", hours, minutes, seconds] = match;
  const day = checkedDate(date);
  return day === undefined ? undefined : day * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
