// Dates and times as people of a place write them in English.

import { type Day, type Minutes, printDate, printTime, weekdayNames, weekdayOf } from "./calendar.ts";

/** `monthFirst`: `Fri, Oct 16, 2026`, else `Fri 16 Oct 2026`. `twelveHours`: `7:00 pm`, else `19:00`. */
export interface WrittenAs {
  readonly monthFirst: boolean;
  readonly twelveHours: boolean;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Oct`. */
export function monthWord(day: Day): string {
  return months[Number(printDate(day).slice(5, 7)) - 1] ?? "";
}

/** `Fri 16 Oct 2026`, or `Fri, Oct 16, 2026`. */
export function dateWords(day: Day, { monthFirst }: WrittenAs): string {
  const [year = "", , date] = printDate(day).split("-");
  const weekday = weekdayNames[weekdayOf(day)].slice(0, 3);
  return monthFirst
    ? `${weekday}, ${monthWord(day)} ${Number(date)}, ${year}`
    : `${weekday} ${Number(date)} ${monthWord(day)} ${year}`;
}

/** `19:00`, or `7:00 pm`. */
export function timeWords(minutes: Minutes, { twelveHours }: WrittenAs): string {
  return twelveHours ? `${clockOf(minutes)} ${halfOf(minutes)}` : printTime(minutes);
}

/** `Fri 11 Sep 2026, 23:59`. */
export function momentWords({ day, minutes }: { readonly day: Day; readonly minutes: Minutes }, as: WrittenAs): string {
  return `${dateWords(day, as)}, ${timeWords(minutes, as)}`;
}

/** `19:00 to 21:00`, `7:00 to 9:00 pm`, `11:00 am to 1:00 pm`. */
export function timesWords({ from, to }: { readonly from: Minutes; readonly to: Minutes }, as: WrittenAs): string {
  const isOneHalf = as.twelveHours && halfOf(from) === halfOf(to);
  return `${isOneHalf ? clockOf(from) : timeWords(from, as)} to ${timeWords(to, as)}`;
}

function clockOf(minutes: Minutes): string {
  const hour = Math.floor(minutes / 60) % 12;
  return `${hour === 0 ? 12 : hour}:${String(minutes % 60).padStart(2, "0")}`;
}

function halfOf(minutes: Minutes): "am" | "pm" {
  return Math.floor(minutes / 720) % 2 === 0 ? "am" : "pm";
}
