// The days on which an expectation is asked: one of each stretch of days on which what it is about stays as it is.

import { type ChangeDay, changeDays } from "../model/change-days.ts";
import type { Course, Model, Range } from "../model/model.ts";
import type { Day } from "../text/calendar.ts";
import type { Expectation } from "./expectation.ts";

/** A day that stands for all up to `to`. */
export interface TestedDay {
  readonly day: Day;
  /** Infinite for the last of all days. */
  readonly to: Day;
}

/** `only`: the one day that was asked for. None where the expectation is about other days. */
export function daysToTest(
  expectation: Expectation,
  { model, cutsOf }: DaysOfProgram,
  only: Day | undefined,
): readonly TestedDay[] {
  const range = rangeOf(expectation, model);
  if (only !== undefined) return only < range.from || range.to < only ? [] : [{ day: only, to: only }];
  const cuts = cutsOf(expectation.hub);
  const first = Number.isFinite(range.from) ? range.from : cuts[0] === undefined ? model.on : cuts[0] - 1;
  const days = [first, ...cuts.filter((day) => first < day && day <= range.to)];
  return days.map((day, i) => ({ day, to: (days[i + 1] ?? range.to + 1) - 1 }));
}

export interface DaysOfProgram {
  readonly model: Model;
  /** Days from which something of a hub may be otherwise, in order. */
  readonly cutsOf: (hub: string) => readonly Day[];
}

/** `model`: of any date. What holds for a hub is worked out once. */
export function daysOfProgram(model: Model): DaysOfProgram {
  const changes = changeDays(model);
  const known = new Map<string, readonly Day[]>();
  const cutsOf = (hub: string) => {
    const cuts = known.get(hub) ?? [...new Set(cutsOfHub(hub, changes, model))].sort((a, b) => a - b);
    known.set(hub, cuts);
    return cuts;
  };
  return { model, cutsOf };
}

/** Infinite without a bound. */
function rangeOf({ on, course }: Expectation, { courses }: Model): Range<Day> {
  if (on !== undefined) return on;
  const stretches = courses.find(({ name }) => name === course)?.stretches ?? [];
  return {
    from: stretches[0]?.from ?? Number.NEGATIVE_INFINITY,
    to: stretches.at(-1)?.to ?? Number.POSITIVE_INFINITY,
  };
}

/** A build of the hub, or how many people come to one of its courses. */
function cutsOfHub(hub: string, changes: readonly ChangeDay[], model: Model): readonly Day[] {
  const builds = changes.flatMap((change) => (change.hub === hub ? [change.day] : []));
  const onHub = model.courses.filter((course) => course.hub.value === hub);
  return [...builds, ...onHub.flatMap(daysOfCourse)];
}

function daysOfCourse({ stretches }: Course): readonly Day[] {
  return stretches.flatMap(({ from, to }) => [from, to + 1]);
}
