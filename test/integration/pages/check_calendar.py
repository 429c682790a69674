"""Reads the calendar of a program with the icalendar library: that it is one, and that each lecture is at its hour whatever the clocks do.

Prints one line for each mistake, and last how many single lectures there were."""

import datetime
import json
import sys

import icalendar
import recurring_ical_events


def main() -> None:
    ics_path, json_path = sys.argv[1:]
    with open(ics_path, encoding="utf-8", newline="") as file:
        text = file.read()
    calendar = icalendar.Calendar.from_ical(text)
    with open(json_path, encoding="utf-8") as file:
        data = json.load(file)
    for component in calendar.walk():
        for error in component.errors:
            print(f"{component.name}: {error}")
    events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    wanted = {event["id"] for event in data["events"]}
    if set(uid for uid in events if not uid.startswith("deploy.")) != wanted:
        print(f"other events than the data has: {sorted(wanted ^ set(events))}")
    check_zone(text, data)
    print(sum(check(event, events[event["id"]], calendar) for event in data["events"]))


def check_zone(text: str, data: dict) -> None:
    """Under a name that nobody knows, only the rules in the file tell the zone: all times must be the same moments."""
    own = icalendar.Calendar.from_ical(text.replace(data["timezone"], "Nowhere/Unknown"))
    bounds = [datetime.date.fromisoformat(event[end]) for event in data["events"] for end in ("from", "to")]
    span = (min(bounds), max(bounds) + datetime.timedelta(days=1))
    moments = [
        sorted(
            (str(occurrence["UID"]), occurrence["DTSTART"].dt.astimezone(datetime.timezone.utc).isoformat())
            for occurrence in recurring_ical_events.of(calendar).between(*span)
            if isinstance(occurrence["DTSTART"].dt, datetime.datetime)
        )
        for calendar in (icalendar.Calendar.from_ical(text), own)
    ]
    if moments[0] != moments[1]:
        print(f"other moments by the zone in the file: {sorted(set(moments[0]) ^ set(moments[1]))}")


def check(event: dict, component: icalendar.Event, calendar: icalendar.Calendar) -> int:
    """Holds an event against the data; gives how many lectures it stands for."""
    start = component["DTSTART"].dt
    first = datetime.date.fromisoformat(event["from"])
    if "times" not in event:
        if start != first or component["DTEND"].dt != datetime.date.fromisoformat(event["to"]) + datetime.timedelta(days=1):
            print(f"{event['id']}: {start} to {component['DTEND'].dt}")
        return 0
    if start.strftime("%Y-%m-%d %H:%M") != f"{event['from']} {event['times']['from']}":
        print(f"{event['id']}: begins {start}")
    if "weekdays" not in event:
        return 0
    one = icalendar.Calendar()
    for zone in calendar.walk("VTIMEZONE"):
        one.add_component(zone)
    one.add_component(component)
    last = datetime.date.fromisoformat(event["to"])
    found = recurring_ical_events.of(one).between(first, last + datetime.timedelta(days=1))
    days = [first + datetime.timedelta(days=i) for i in range((last - first).days + 1)]
    expected = [str(day) for day in days if day.strftime("%a").lower() in event["weekdays"]]
    got = sorted(occurrence["DTSTART"].dt.strftime("%Y-%m-%d") for occurrence in found)
    if got != expected:
        print(f"{event['id']}: on {sorted(set(got) ^ set(expected))}")
    times = {(o["DTSTART"].dt.strftime("%H:%M"), o["DTEND"].dt.strftime("%H:%M")) for o in found}
    if times != {(event["times"]["from"], event["times"]["to"])}:
        print(f"{event['id']}: at {times}")
    return len(found)


main()
