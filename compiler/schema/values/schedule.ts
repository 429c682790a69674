// When something recurs: a time of day, or five fields as cron reads them.

import { printTime } from "../../text/calendar.ts";
import { isCron } from "../../text/cron.ts";
import type { ValueType } from "../value-type.ts";
import { time } from "./moments.ts";
import { textType } from "./scalars.ts";

const cron = textType({
  name: "schedule",
  expected: 'a time of day, such as `03:00`, or a schedule as cron writes it, such as `"0 3 * * *"`',
  what: "a schedule: five fields for minute, hour, day of the month, month and day of the week (0 to 6), each `*`, a number, a range, a list, or one of these with `/step`",
  accepts: isCron,
});

/** As cron writes it; a time of day is every day at that time. In the project's time zone. */
export const schedule: ValueType<string> = {
  ...cron,
  read: (node, reader) => {
    if (node.kind !== "literal" || node.form !== "time") return cron.read(node, reader);
    const minutes = time.read(node, reader);
    return typeof minutes === "number" ? `${minutes % 60} ${Math.floor(minutes / 60)} * * *` : minutes;
  },
  print: (value) => {
    const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(value) ?? [];
    return minute === undefined ? cron.print(value) : printTime(Number(hour) * 60 + Number(minute));
  },
};
