// hubc calendar: what starts and ends when, who is affected, and when to deploy.

import { type CalendarReport, calendarJson, calendarReport, calendarText } from "../../service/calendar.ts";
import type { Day } from "../../text/calendar.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkedModel } from "../checked-model.ts";
import { paletteFor } from "../colours.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, writtenDate } from "../load-program.ts";
import { requireSelected, selectionOf } from "../selection.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  const range = rangeOf(parsed);
  const model = await checkedModel(parsed.positionals[0], { on, ...selection }, io);
  if (model === undefined) return exitCode.found;
  requireSelected(model, selection);
  io.stdout(await printed(calendarReport(model, { ...range, ...selection }), parsed.values.get("format"), io));
  return exitCode.fine;
}

/** @throws CannotRun where the days are none, or the wrong way round. */
function rangeOf({ values }: ParsedArguments): { readonly from?: Day; readonly to?: Day } {
  const [from, to] = (["from", "to"] as const).map((name) => {
    const written = values.get(name);
    return written === undefined ? undefined : writtenDate(name, written);
  });
  if (from !== undefined && to !== undefined && from > to) {
    throw new CannotRun(`--from ${values.get("from")} is after --to ${values.get("to")}.`);
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

async function printed(report: CalendarReport, format: string | undefined, io: Io): Promise<string> {
  if (format === "json") return calendarJson(report);
  if (format === "ics") return (await import("../../service/calendar-ics.ts")).calendarIcs(report);
  return calendarText(report, paletteFor(io, "stdout"));
}
