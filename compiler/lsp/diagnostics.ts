// Findings as the protocol writes them, and which of them the client has already been told.

import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as ProtocolDiagnostic } from "vscode-languageserver/node";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { pagesOf } from "../diagnostics/documentation.ts";
import { type SecretTexts, secretTexts, shownText } from "../diagnostics/secret-mask.ts";
import { type OpenProgram, programDiagnostics } from "./open-program.ts";
import { toRange } from "./positions.ts";
import { locationOf, type Session } from "./session.ts";

/** What is wrong with the files of a program. */
export interface ProgramFindings {
  /** By path, in order; every file that was looked at has an entry. */
  readonly byFile: ReadonlyMap<string, readonly Diagnostic[]>;
  /** What is not to be spread by messages. */
  readonly secrets: SecretTexts;
}

/** Checks a program and sorts what is found by file. */
export function findingsOf(program: OpenProgram): ProgramFindings {
  const diagnostics = programDiagnostics(program);
  const byFile = new Map<string, Diagnostic[]>();
  for (const { path } of program.workspace.sources().files) byFile.set(path, []);
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.span.file;
    const list = byFile.get(path);
    if (list === undefined) byFile.set(path, [diagnostic]);
    else list.push(diagnostic);
  }
  return { byFile, secrets: secretTexts(diagnostics) };
}

/** More of one file help nobody, and editors choke on them. */
const MOST_SHOWN = 1000;

/** The findings of one file as the protocol writes them; where they are too many to show, the last says how many more there are. */
export function toDiagnostics(
  session: Session,
  program: OpenProgram,
  { items, secrets }: { readonly items: readonly Diagnostic[]; readonly secrets: SecretTexts },
): ProtocolDiagnostic[] {
  const shown = items.slice(0, MOST_SHOWN).map((diagnostic) => toDiagnostic(session, program, { diagnostic, secrets }));
  const last = shown.at(-1);
  if (last === undefined || items.length <= MOST_SHOWN) return shown;
  const message = `${items.length - MOST_SHOWN} more findings in this file are not shown; hubc check shows them all.`;
  return [...shown, { range: last.range, severity: DiagnosticSeverity.Information, source: "hubc", message }];
}

/** A finding as the protocol writes it. Columns are counted in the file as it was checked. */
export function toDiagnostic(
  session: Session,
  program: OpenProgram,
  { diagnostic, secrets }: { readonly diagnostic: Diagnostic; readonly secrets: SecretTexts },
): ProtocolDiagnostic {
  const { encoding, relatedInformation, diagnosticTags, codeDescriptions } = session.client;
  const { code, severity, span, related } = diagnostic;
  const page = codeDescriptions ? pagesOf(session.settings.docs ?? program.loaded?.docs)(code) : undefined;
  return {
    range: toRange(span.file, span, encoding),
    severity: severities[severity],
    code,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: "hubc",
    message: shownText(diagnostic.message, secrets),
    ...(diagnosticTags && aboutUnused.has(code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: locationOf(session, program, place.span),
            message: shownText(place.message, secrets),
          })),
        }
      : {}),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** About words that have no effect, which editors show pale. */
const aboutUnused = new Set(["allow/unused"]);
