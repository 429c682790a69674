// The calendar of a program, as data: what starts and ends, who is affected, and the days on which a build has to be deployed.

import { type CalendarEvent, calendarEvents } from "../model/calendar-events.ts";
import { type ChangeDay, changeDays } from "../model/change-days.ts";
import type { CourseHub, Model } from "../model/model.ts";
import type { Day } from "../text/calendar.ts";

export interface CalendarReport {
  /** The day that it is made for. */
  readonly on: Day;
  /** Of all times. */
  readonly timezone: string;
  /** The host of each hub: that of the stage that people use. */
  readonly hosts: ReadonlyMap<string, string>;
  /** The page of each hub that people open, of the same stage. */
  readonly pages: ReadonlyMap<string, string>;
  /** Names of the hubs asked for that somebody else runs. */
  readonly external: readonly string[];
  readonly events: readonly CalendarEvent[];
  readonly changes: readonly ChangeDay[];
}

/** What is asked for. Days are included; without them there is no bound. */
export interface CalendarRange {
  readonly from?: Day;
  readonly to?: Day;
  readonly hub?: string;
  readonly stage?: string;
}

/** Everything that touches the days of the range. */
export function calendarReport(model: Model, range: CalendarRange = {}): CalendarReport {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, hub, stage } = range;
  const isAsked = (name: string, stages: readonly string[]) =>
    (hub ?? name) === name && (stage === undefined || stages.includes(stage));
  return {
    on: model.on,
    timezone: model.project.timezone.value,
    hosts: ofHubs(model, ({ domain }) => domain.value),
    external: model.externalHubs.filter(({ name }) => isAsked(name, [])).map(({ name }) => name),
    pages: ofHubs(model, ({ url }) => `${url}/`),
    events: calendarEvents(model).filter(
      (event) =>
        event.from <= to &&
        event.to >= from &&
        ((hub === undefined && stage === undefined) || event.hubs.some(({ name, stages }) => isAsked(name, stages))),
    ),
    changes: changeDays(model).filter(
      (change) => from <= change.day && change.day <= to && isAsked(change.hub, change.stages),
    ),
  };
}

/** Something of the stage of each hub that people use. */
function ofHubs({ hubs, releases, externalHubs }: Model, of: (hub: CourseHub) => string): ReadonlyMap<string, string> {
  return new Map(
    [
      ...hubs.flatMap(({ name, peoplesStage }) =>
        releases.filter(({ hub, stage }) => hub === name && stage === peoplesStage),
      ),
      ...externalHubs,
    ].map((one): [string, string] => [one.hub, of(one)]),
  );
}
