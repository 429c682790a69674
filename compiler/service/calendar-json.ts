// A calendar as plain data for other programs, such as one that builds and deploys on its days.

import type { CalendarEvent } from "../model/calendar-events.ts";
import { changeWords } from "../model/change-days.ts";
import { settingChanges } from "../output/change-words.ts";
import { printDate, printTime } from "../text/calendar.ts";
import { printJson } from "../text/print-json.ts";
import type { CalendarReport } from "./calendar.ts";

/** The calendar as JSON text. Dates and times are those of the time zone that it names. */
export function calendarJson({ on, timezone, events, changes }: CalendarReport): string {
  const data = {
    on: printDate(on),
    timezone,
    events: events.map(eventData),
    changes: changes.map(({ day, hub, stages, what }) => ({
      date: printDate(day),
      hub,
      stages,
      what: what.map((change) => ({ how: change.how, event: change.event.id, text: changeWords(change) })),
    })),
  };
  return printJson(data);
}

function eventData(event: CalendarEvent): object {
  const { id, kind, title, owner, from, to, times, weekdays, hubs, people, peak, changesBuild } = event;
  return {
    id,
    kind,
    title,
    [owner.kind]: owner.kind === "course" ? owner.course.name : owner.kind === "group" ? owner.group.name : owner.hub,
    from: printDate(from),
    to: printDate(to),
    ...(times && { times: { from: printTime(times.from), to: printTime(times.to) } }),
    ...(weekdays.length > 0 && { weekdays }),
    changes: settingChanges(event),
    changesBuild,
    hubs,
    people,
    peak,
  };
}
