// Messages for programs: editors, continuous integration, scripts. The form is stable; `version` changes when it does not stay so.

import { printJson } from "../text/print-json.ts";
import { type Position, positionAt } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";
import { maskSecrets, secretTexts, shownText } from "./secret-mask.ts";
import { type Counts, countDiagnostics } from "./summary.ts";

/** Lines and columns count from 1, columns in UTF-16 code units; `end` is the first place after the stretch. */
export interface JsonSpan {
  readonly start: Position;
  readonly end: Position;
}

/** `file` is a path relative to the project's root with `/` as separator. */
export interface JsonPlace {
  readonly file: string;
  readonly span: JsonSpan;
}

export interface JsonDiagnostic extends JsonPlace {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
  readonly fixes: readonly {
    readonly title: string;
    /** Whether `hubc check --fix` applies it, or a person has to choose it. */
    readonly applies: Fix["applies"];
    readonly edits: readonly (JsonPlace & { readonly text: string })[];
  }[];
}

export interface JsonReport {
  readonly version: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: Counts;
}

/** The report as data. Secrets that the diagnostics found are masked in all its texts. */
export function jsonReport(diagnostics: readonly Diagnostic[]): JsonReport {
  const secrets = secretTexts(diagnostics);
  const shown = (text: string) => shownText(text, secrets);
  return {
    version: 1,
    diagnostics: diagnostics.map(({ code, severity, message, span, related, fixes }) => ({
      code,
      severity,
      message: shown(message),
      ...placeOf(span),
      related: related.map((place) => ({ message: shown(place.message), ...placeOf(place.span) })),
      fixes: fixes.map((fix) => ({
        title: shown(fix.title),
        applies: fix.applies,
        edits: fix.edits.map((edit) => ({ ...placeOf(edit.span), text: maskSecrets(edit.text, secrets) })),
      })),
    })),
    summary: countDiagnostics(diagnostics),
  };
}

/** The report, with anything that a command adds to it, as printed. */
export function renderJson(diagnostics: readonly Diagnostic[], more: Readonly<Record<string, unknown>> = {}): string {
  return printJson({ ...jsonReport(diagnostics), ...more });
}

function placeOf({ file, start, end }: Span): JsonPlace {
  return { file: file.path, span: { start: positionAt(file, start), end: positionAt(file, end) } };
}
