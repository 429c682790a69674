// Dates in comments by which a grant was to end. Machines and people write them, and nothing reads them.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import { pastDate } from "./course-grants-diagnostics.ts";

const ending =
  /^[ \t]*#[^\n]*\b(?:end(?:s| date)?|expires?(?: on)?|remove (?:after|on|by)|valid until|until)\b:?[ \t]*(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})\b/gim;

/** `today`: a day as `2026-11-29`. Days of months come after months, as the forms of hubs in the United States write them. */
export function checkPastDates(file: SourceFile, today: string, report: Report): void {
  for (const match of file.text.matchAll(ending)) {
    const [whole, date = ""] = match;
    const [month = "", day = "", year] = date.split("/");
    const iso = year === undefined ? date : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (iso >= today) continue;
    const end = match.index + whole.length;
    report(diagnose(pastDate, { date }, { span: { file, start: end - date.length, end } }));
  }
}
