// The days on which a build writes something else than the day before: what somebody, or a schedule, has to build and deploy for, since a
// grant begins and ends only when it is deployed.

import type { Day } from "../text/calendar.ts";
import { computedOnce } from "../text/computed-once.ts";
import { type CalendarEvent, calendarEvents } from "./calendar-events.ts";
import type { Model } from "./model.ts";

/** One hub on one day. */
export interface ChangeDay {
  readonly day: Day;
  readonly hub: string;
  /** Those that change, in order of declaration. */
  readonly stages: readonly string[];
  readonly what: readonly Change[];
}

export interface Change {
  readonly how: "begins" | "ends";
  readonly event: CalendarEvent;
}

/** In order of day and hub. A window that leaves the days of its course begins and ends with them. */
export const changeDays = computedOnce((model: Model): readonly ChangeDay[] => {
  const found = new Map<string, { day: Day; hub: string; stages: Set<string>; what: Change[] }>();
  for (const event of calendarEvents(model)) {
    const days = event.changesBuild ? daysOf(event) : undefined;
    if (days === undefined) continue;
    const both = [
      { how: "begins", day: days.from },
      { how: "ends", day: days.to + 1 },
    ] as const;
    for (const { name, stages } of event.hubs) {
      for (const { how, day } of both) {
        const key = `${day} ${name}`;
        const entry = found.get(key) ?? { day, hub: name, stages: new Set(), what: [] };
        found.set(key, entry);
        for (const stage of stages) entry.stages.add(stage);
        entry.what.push({ how, event });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => a.day - b.day || (a.hub < b.hub ? -1 : a.hub > b.hub ? 1 : 0))
    .map((one) => ({ ...one, stages: inOrder(one.hub, one.stages, model) }));
});

/** `exam midterm of data8 begins`. */
export function changeWords({ how, event }: Change): string {
  return `${event.title} ${how}`;
}

function daysOf({ owner, from, to }: CalendarEvent): { readonly from: Day; readonly to: Day } | undefined {
  if (owner.kind !== "course") return { from, to };
  const { stretches } = owner.course;
  const clipped = { from: Math.max(from, stretches[0]?.from ?? from), to: Math.min(to, stretches.at(-1)?.to ?? to) };
  return clipped.from <= clipped.to ? clipped : undefined;
}

function inOrder(hub: string, stages: ReadonlySet<string>, { hubs }: Model): string[] {
  return (hubs.find(({ name }) => name === hub)?.stages ?? []).filter((stage) => stages.has(stage));
}
