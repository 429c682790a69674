// Takes values files through audit and import, and says what must not be: a throw, a place outside of the file, a secret that is shown or
// written, a character that its format forbids.

import { auditHubs } from "../../compiler/audit/audit-hub.ts";
import { checkedAs } from "../../compiler/audit/hub-values.ts";
import { findHubs } from "../../compiler/audit/layouts.ts";
import { settleValues } from "../../compiler/audit/settle-values.ts";
import { codes } from "../../compiler/catalogue.ts";
import { sortDiagnostics } from "../../compiler/diagnostics/diagnostic.ts";
import { jsonReport } from "../../compiler/diagnostics/render-json.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { readEnvironment } from "../../compiler/import/environment.ts";
import { importPrograms } from "../../compiler/import/import-program.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { forbiddenIn } from "../support/forbidden-characters.ts";
import type { HostileValues } from "./random-values-file.ts";

export interface JudgedValues {
  readonly faults: readonly string[];
  /** Was there a hub in it, which was written as a program? */
  readonly imported: boolean;
}

const today = "2026-10-05";
const on = checkedDate(today) ?? 0;

export function judgeValues({ text, hidden }: HostileValues): JudgedValues {
  const faults: string[] = [];
  const told = (where: string, shown: string) => {
    for (const secret of hidden)
      if (shown.includes(secret)) faults.push(`a secret in ${where}: ${secret.slice(0, 12)}`);
    const character = forbiddenIn(where, shown);
    if (character !== undefined) faults.push(`a character in ${where}: ${character}`);
  };
  let imported = false;
  try {
    const file = createSourceFile("hub.yaml", text);
    const { hubs } = findHubs({ paths: ["hub.yaml"], read: () => file });
    const audited = hubs.map(({ version, ...hub }) => ({ ...hub, ...checkedAs(version) }));
    const found = sortDiagnostics(settleValues(auditHubs(audited, { today }).diagnostics, [file], codes));
    for (const { span, code } of found)
      if (span.start < 0 || span.end < span.start || span.end > span.file.text.length)
        faults.push(`a place outside of its file: ${code} ${span.start}–${span.end}`);
    told("shown.txt", renderText(found));
    told("shown.json", JSON.stringify(jsonReport(found)));
    const environments = hubs.flatMap((hub) => {
      const read = readEnvironment(hub, undefined);
      if (!("why" in read)) return [read];
      told("why.txt", read.why);
      return [];
    });
    for (const { files, errors } of importPrograms(environments, on)) {
      imported = true;
      for (const one of files) told(one.path.endsWith(".hub") ? "program.txt" : one.path, one.text);
      told("errors.txt", renderText(errors));
    }
  } catch (error) {
    faults.push(`a throw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  return { faults, imported };
}
