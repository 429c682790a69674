// A piece of Python against what the hub takes: does it hold together, does the class have each trait that is set, and does it take the value?

import { diagnose, offerFix, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { traitComplaint, traitsOf } from "../knowledge/hub-traits.ts";
import { describeJson } from "../knowledge/json-schema.ts";
import type { ChartScalar } from "../schema/values/chart-data.ts";
import { pythonSyntax, unknownTrait, wrongValue } from "../schema/values-diagnostics.ts";
import { pythonProblem } from "../syntax/python/python-problem.ts";
import { type PythonSetting, pythonSettings } from "../syntax/python/python-settings.ts";
import { hasTrait, laterChart } from "./later-chart.ts";
import { meantTrait } from "./names-meant.ts";
import { placeInPiece } from "./own-python.ts";

export type PythonText = ChartScalar & { readonly value: string };

/** What a piece is checked by, and where to report. */
export interface PythonCheck {
  readonly chart: Chart;
  readonly report: Report;
}

/** Reports what is wrong with a piece. False where there is an error. */
export function checkPythonText(data: PythonText, name: string, { chart, report }: PythonCheck): boolean {
  const found = pythonProblem(data.value);
  if (found !== undefined) {
    const place = { text: data.value, ...found };
    const exact = placeInPiece(data, found.start, found.end);
    const where = exact
      ? ""
      : ` (${lineIn(place)}${typeof data.from === "object" && "asset" in data.from ? ` of \`${data.from.asset}\`` : ""})`;
    const words = { name, problem: found.message, place: where };
    report(diagnose(pythonSyntax, words, { span: exact ?? data.span }));
    return false;
  }
  return pythonSettings(data.value).every((setting) => checkSetting(setting, data, { chart, report }));
}

function checkSetting(setting: PythonSetting, data: PythonText, { chart, report }: PythonCheck): boolean {
  const { className, trait: name, how, value, start, end } = setting;
  const traits = traitsOf(chart, className);
  if (traits === undefined) return true;
  const trait = Object.hasOwn(traits, name) ? traits[name] : undefined;
  const exact = placeInPiece(data, start, end);
  const span = exact ?? data.span;
  if (trait === undefined) {
    const later = laterChart(chart, (chart) => hasTrait(chart, className, name));
    const { renamed, suggestion } = meantTrait({ className, name, later }, traits);
    const isWritten = suggestion !== undefined && exact?.file.text.slice(exact.start, exact.end).endsWith(`.${name}`);
    const last = exact && { ...exact, start: exact.end - name.length };
    const fixes =
      isWritten && last ? [(renamed ? offerFix : replaceFix)(`Write \`${suggestion}\``, last, suggestion)] : [];
    report(diagnose(unknownTrait, { className, trait: name, suggestion, renamed, chart: later }, { span, fixes }));
    return false;
  }
  const expected = how === "sets" && value !== undefined ? traitComplaint(trait, value) : undefined;
  if (expected === undefined || value === undefined) return true;
  report(diagnose(wrongValue, { path: `${className}.${name}`, expected, found: describeJson(value) }, { span }));
  return false;
}

function lineIn({ text, start }: { readonly text: string; readonly start: number }): string {
  return `line ${text.slice(0, start).split("\n").length}`;
}
