// The shape of every message that hubc gives, and the way to define one: code, severity, wording and explanation in one place.

import { compareSpans, type Span } from "../text/span.ts";

export type Severity = "error" | "warning" | "info";

/** A replacement of the text of `span` by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Edits that, applied together, mend what the diagnostic says. `title` is an imperative phrase.
 *
 * `applies` says who decides. `always`: what was meant is certain, nothing that was written is lost, and nothing costs more
 * afterwards, so `hubc check --fix` and an editor's fix-all may apply it. `when-chosen`: a guess at what was meant, another size,
 * another version, more machines, or a change of who gets what: it is shown, and a person applies it.
 */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly applies: "always" | "when-chosen";
}

/** Another place that the message speaks of. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The primary place. */
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** Secrets that it speaks of, beside what stands at its place: no message may show them. */
  readonly hidden?: readonly string[];
}

/**
 * A kind of diagnostic. `title` names it in a few words; `why` says why it matters and what to do. `message` words one occurrence.
 * A program that gives it and the same program mended are files of `docs/diagnostics/`, named after the code.
 */
export interface DiagnosticDefinition<P> {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly message: (parameters: P) => string;
}

/** What the catalogue reads of a definition, whatever its parameters. */
export type DiagnosticKind = Omit<DiagnosticDefinition<never>, "message">;

/** Two texts in `language`: `wrong` gives the diagnostic, `right` is the same one mended. Several files begin with lines `# file PATH`. */
export interface DiagnosticExample {
  readonly language: "hub" | "yaml";
  readonly wrong: string;
  readonly right: string;
}

/** All that `hubc explain CODE` shows. */
export interface DiagnosticPage extends DiagnosticKind, DiagnosticExample {}

/** Where phases put what they find. */
export type Report = (diagnostic: Diagnostic) => void;

/** A definition as it is written: an error, where it says nothing else. */
export type WrittenDiagnostic<P> = Omit<DiagnosticDefinition<P>, "severity"> & {
  readonly severity?: "warning" | "info";
};

/** Defines a diagnostic. */
export function defineDiagnostic<P = object>(definition: WrittenDiagnostic<P>): DiagnosticDefinition<P> {
  return { severity: "error", ...definition };
}

/** Where something is found, and what is said beside the message. */
export type Place = Pick<Diagnostic, "span"> & Partial<Pick<Diagnostic, "related" | "fixes" | "hidden">>;

/** One occurrence of `definition` at `span`. */
export function diagnose<P>(definition: DiagnosticDefinition<P>, parameters: P, place: Place): Diagnostic {
  return {
    code: definition.code,
    severity: definition.severity,
    message: definition.message(parameters),
    span: place.span,
    related: place.related ?? [],
    fixes: place.fixes ?? [],
    ...(place.hidden === undefined ? {} : { hidden: place.hidden }),
  };
}

/** A fix of one edit, which is certain. */
export function replaceFix(title: string, span: Span, text: string): Fix {
  return { title, edits: [{ span, text }], applies: "always" };
}

/** A fix of one edit that a person has to choose. */
export function offerFix(title: string, span: Span, text: string): Fix {
  return { title, edits: [{ span, text }], applies: "when-chosen" };
}

/** The order in which diagnostics are reported: by file and place, then by code. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => compareSpans(a.span, b.span) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
