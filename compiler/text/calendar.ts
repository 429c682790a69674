// Dates without a clock or a time zone: a day is a number, so that terms and windows can be compared and shifted.

/** A calendar day as the number of days since 1970-01-01 (proleptic Gregorian). */
export type Day = number;

/** Minutes after midnight. */
export type Minutes = number;

/** The day written `YYYY-MM-DD`, or nothing if there is no such day. */
export function checkedDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

/** The time written `H:MM` or `HH:MM`, up to `24:00`, or nothing if there is no such time. */
export function checkedTime(text: string): Minutes | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  return hours * 60 + minutes;
}

/** `YYYY-MM-DD`. */
export function printDate(day: Day): string {
  const { year, month, date } = civil(day);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

/** `HH:MM`. */
export function printTime(minutes: Minutes): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1970-01-01, counting years from March so that the leap day comes last. */
function dayNumber(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function civil(day: Day): { year: number; month: number; date: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** `2026-10-16 19:00`. */
export function printMoment({ day, minutes }: { readonly day: Day; readonly minutes: Minutes }): string {
  return `${printDate(day)} ${printTime(minutes)}`;
}

/** `2026-10-16 19:00 to 21:00`; with the day of the end where that is another. */
export function printHours({
  from,
  to,
}: Readonly<Record<"from" | "to", { readonly day: Day; readonly minutes: Minutes }>>): string {
  return `${printMoment(from)} to ${from.day === to.day ? printTime(to.minutes) : printMoment(to)}`;
}

// Days of the week, for what comes again every week.

/** By their short names, Monday first. */
export const weekOrder = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof weekOrder)[number];

/** Day 0, 1 January 1970, was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return weekOrder[(((day + 3) % 7) + 7) % 7] ?? "thu";
}

/** As people write them. */
export const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};
