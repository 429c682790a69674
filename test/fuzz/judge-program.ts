// Takes a program through all that the compiler does with it, and says what of it must not be: a throw, a place outside of its file, a
// layout that is not stable, a path or a character of an output that is forbidden, more time than a program of this size may take.

import { capacityReport } from "../../compiler/capacity/capacity-report.ts";
import { check } from "../../compiler/check.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { plainPalette } from "../../compiler/diagnostics/palette.ts";
import { jsonReport } from "../../compiler/diagnostics/render-json.ts";
import { renderSarif } from "../../compiler/diagnostics/render-sarif.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { format } from "../../compiler/format/format.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import type { Model } from "../../compiler/model/model.ts";
import { isPlainPath } from "../../compiler/node/earlier-build.ts";
import { calendarJson, calendarReport, calendarText } from "../../compiler/service/calendar.ts";
import { calendarIcs } from "../../compiler/service/calendar-ics.ts";
import { capacityJson } from "../../compiler/service/capacity-json.ts";
import { capacityPicture } from "../../compiler/service/capacity-picture.ts";
import { capacityText } from "../../compiler/service/capacity-text.ts";
import { courseLinks } from "../../compiler/service/course-links.ts";
import { whoMayWhat } from "../../compiler/service/who.ts";
import { whoJson } from "../../compiler/service/who-json.ts";
import { whoText } from "../../compiler/service/who-text.ts";
import { emit } from "../../compiler/targets/emit.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile, type SourceFile } from "../../compiler/text/source-file.ts";
import { VERSION } from "../../compiler/version.ts";
import { forbiddenIn } from "../support/forbidden-characters.ts";
import type { RandomProgram } from "./changed-program.ts";

export interface Judged {
  /** What must not be; the first words are the same for the same fault. */
  readonly faults: readonly string[];
  /** Had no errors, and was built. */
  readonly built: boolean;
  readonly outputs: number;
}

const on = checkedDate("2026-10-05") ?? 0;
/** Milliseconds of this process for one program. */
const longest = 5000;

/** `thorough`: also what the other commands print, and the layout. */
export function judgeProgram(program: RandomProgram, thorough: boolean): Judged {
  const start = performance.now();
  const judged = judgeOnce(program, thorough);
  if (performance.now() - start < longest) return judged;
  // The machine may be busy: what the program itself takes is asked only then, since asking takes time too.
  const before = process.cpuUsage();
  judgeOnce(program, thorough);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  return milliseconds < longest
    ? judged
    : { ...judged, faults: [...judged.faults, `slow: ${milliseconds.toFixed(0)} ms`] };
}

function judgeOnce(program: RandomProgram, thorough: boolean): Judged {
  const faults: string[] = [];
  const fault: Fault = (text) => faults.push(text);
  const files = [...program.files].map(([path, text]) => createSourceFile(path, text));
  const sources = { files, assets: program.assets, readYaml, readTemplate };
  let built = false;
  let outputs = 0;
  try {
    const { diagnostics, model } = check(sources, { on });
    judgePlaces(diagnostics, fault);
    if (thorough) judgeShown(diagnostics, fault);
    if (thorough) judgeLayout(files, fault);
    if (model !== undefined) {
      built = true;
      const written = emit(model, sources);
      outputs = written.length;
      for (const { path, text } of written) {
        if (!isPlainPath(path)) fault(`a path that is none: ${path}`);
        judgeText(path, text, fault);
      }
      if (thorough) judgeCommands(model, fault);
    }
  } catch (error) {
    fault(`a throw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  return { faults, built, outputs };
}

type Fault = (text: string) => void;

function judgeText(path: string, text: string, fault: Fault): void {
  const found = forbiddenIn(path, text);
  if (found !== undefined) fault(`a character in ${path.replace(/^.*\//, "")}: ${found}`);
}

function judgePlaces(diagnostics: readonly Diagnostic[], fault: Fault): void {
  for (const { span, code } of diagnostics) {
    const isInside = 0 <= span.start && span.start <= span.end && span.end <= span.file.text.length;
    if (!isInside) fault(`a place outside of its file: ${code} ${span.start}–${span.end}`);
  }
}

function judgeShown(diagnostics: readonly Diagnostic[], fault: Fault): void {
  judgeText("shown.txt", renderText(diagnostics), fault);
  judgeText("shown.json", JSON.stringify(jsonReport(diagnostics)), fault);
  judgeText("shown.json", renderSarif(diagnostics, { pages: [], version: VERSION }), fault);
}

function judgeLayout(files: readonly SourceFile[], fault: Fault): void {
  for (const file of files) {
    const { text } = format(file);
    if (format(createSourceFile(file.path, text)).changed) fault("a layout that is not stable");
  }
}

/** What the commands beside `check` and `build` print. */
function judgeCommands(model: Model, fault: Fault): void {
  const who = { releases: whoMayWhat(model), external: model.externalHubs };
  judgeText("who.txt", whoText(who, plainPalette), fault);
  judgeText("who.json", whoJson(who), fault);
  const calendar = calendarReport(model);
  judgeText("calendar.txt", calendarText(calendar, plainPalette), fault);
  judgeText("calendar.json", calendarJson(calendar), fault);
  judgeText("calendar.ics", calendarIcs(calendar), fault);
  const capacity = capacityReport(model);
  judgeText("capacity.txt", capacityText(capacity, plainPalette), fault);
  judgeText("capacity.json", capacityJson(capacity), fault);
  judgeText("capacity.svg", capacityPicture(capacity), fault);
  for (const form of ["text", "json", "html", "md", "csv"] as const)
    judgeText(
      `links.${form === "text" ? "txt" : form}`,
      courseLinks(model, model.courses, { stage: undefined, format: form }),
      fault,
    );
}
