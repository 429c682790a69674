// A calendar of single days said in few lines: what happens at the same minute on the same days of the week, for some weeks, is one run.

import { type Day, type Weekday, weekdayOf, weekOrder } from "../text/calendar.ts";
import type { LevelChange } from "./room-ahead.ts";

/** On every one of these days of the week from the first day to the last; a run of one day has one of each. */
export interface WeeklyRun extends LevelChange {
  readonly weekdays: readonly Weekday[];
  readonly from: Day;
  readonly to: Day;
}

/** The runs that together are exactly the changes of these days, in order of their first day, minute and level. */
export function weeklyRuns(
  days: readonly { readonly day: Day; readonly changes: readonly LevelChange[] }[],
): WeeklyRun[] {
  const byChange = new Map<string, { readonly change: LevelChange; readonly days: Day[] }>();
  for (const { day, changes } of days) {
    for (const change of changes) {
      const key = `${change.minute} ${change.level}`;
      const entry = byChange.get(key) ?? { change, days: [] };
      entry.days.push(day);
      byChange.set(key, entry);
    }
  }
  const runs = [...byChange.values()].flatMap(({ change, days: on }) =>
    joined(weekOrder.flatMap((weekday) => runsOf(change, weekday, on))),
  );
  return runs.sort((a, b) => a.from - b.from || a.minute - b.minute || a.level - b.level);
}

/** The days of one weekday, cut where a week is left out. */
function runsOf({ minute, level }: LevelChange, weekday: Weekday, days: readonly Day[]): WeeklyRun[] {
  const runs: WeeklyRun[] = [];
  for (const day of days.filter((one) => weekdayOf(one) === weekday).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && day - last.to === 7) runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ minute, level, weekdays: [weekday], from: day, to: day });
  }
  return runs;
}

/** Runs of one change put together where that adds no day. */
function joined(runs: readonly WeeklyRun[]): WeeklyRun[] {
  const result: WeeklyRun[] = [];
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    const i = result.findIndex((other) => fits(other, run));
    const other = result[i];
    if (other === undefined) result.push(run);
    else result[i] = union(other, run);
  }
  return result;
}

function union(a: WeeklyRun, b: WeeklyRun): WeeklyRun {
  const weekdays = weekOrder.filter((one) => a.weekdays.includes(one) || b.weekdays.includes(one));
  return { ...a, weekdays, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function fits(a: WeeklyRun, b: WeeklyRun): boolean {
  if (a.weekdays.some((one) => b.weekdays.includes(one))) return false;
  return count(union(a, b)) === count(a) + count(b);
}

/** How many days a run has. */
function count({ weekdays, from, to }: WeeklyRun): number {
  let days = 0;
  for (let day = from; day <= to; day++) if (weekdays.includes(weekdayOf(day))) days++;
  return days;
}
