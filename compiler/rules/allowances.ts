// Findings that a program accepts with a reason, and the levels that a project gives to codes. Both act on what rules find:
// a mistake in syntax, names, types, files or secrets has no other way than to be mended.

import {
  type Diagnostic,
  type DiagnosticDefinition,
  defineDiagnostic,
  diagnose,
  type Fix,
  type Report,
  type Severity,
} from "../diagnostics/diagnostic.ts";
import { areaOf } from "../model/areas.ts";
import type { Project } from "../model/model.ts";
import { closest } from "../text/edit-distance.ts";
import { lineIndexAt, lineText, type SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** Areas of codes that can be neither allowed nor turned down. */
const firm: ReadonlySet<string> = new Set([
  "syntax",
  "yaml",
  "names",
  "schema",
  "file",
  "secret",
  "allow",
  "lock",
  "policy",
  "expect",
  "area",
]);

export const malformedAllowance = defineDiagnostic({
  code: "allow/malformed",
  title: "An allowance without its parts",
  why: "An allowance names one code and says why it is fine here, so that whoever reads it later can judge whether it still is.",
  message: () => 'An allowance is written `# hubc: allow area/code because "the reason"`.',
});

export const unknownCode: DiagnosticDefinition<{ code: string; suggestion: string | undefined }> = defineDiagnostic({
  code: "allow/unknown-code",
  title: "No such code",
  why: "A misspelt code would silence nothing, and nobody would notice.",
  message: ({ code, suggestion }: { code: string; suggestion: string | undefined }) =>
    `There is no code \`${code}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const firmCode = defineDiagnostic<{ code: string }>({
  code: "allow/firm-code",
  title: "A finding that can't be allowed",
  why: "Nothing sound can be compiled from a mistake in syntax, names, types, files or secrets. A policy is the operators' to say: what it lets through stands in its `except`.",
  message: ({ code }) => `\`${code}\` can't be allowed or turned down: mend what it finds.`,
});

export const unusedAllowance = defineDiagnostic<{ code: string }>({
  code: "allow/unused",
  severity: "warning",
  title: "An allowance of something that is not found",
  why: "Left in place it would silence the next finding of this code, which may not be fine.",
  message: ({ code }) => `Nothing on the next line gives \`${code}\`: remove this allowance.`,
});

interface Allowance {
  readonly code: string;
  readonly span: Span;
  /** Index of the line that it speaks of. */
  readonly line: number;
}

/** A file with its comments. */
export interface CommentedFile {
  readonly file: SourceFile;
  readonly comments: readonly { readonly image: string; readonly start: number }[];
}

/** Where findings are settled. */
export interface Settling {
  readonly trees: readonly CommentedFile[];
  readonly project: Pick<Project, "areas" | "lint">;
  /** All codes there are. */
  readonly codes: readonly string[];
}

/** What is left of the findings once allowances and levels are applied. */
export function settle(diagnostics: readonly Diagnostic[], { trees, project, codes }: Settling): Diagnostic[] {
  const own: Diagnostic[] = [];
  const report: Report = (diagnostic) => own.push(diagnostic);
  const allowances = trees.flatMap((tree) => allowancesOf(tree, codes, report));
  const used = new Set<Allowance>();
  const levels = levelsOf(project, codes, report);
  const left = diagnostics.flatMap((diagnostic) => {
    const allowance = allowances.find((allowance) => speaksOf(allowance, diagnostic));
    if (allowance === undefined) return [diagnostic];
    used.add(allowance);
    return outOfReach(diagnostic, allowance, { project, levels }) ?? [];
  });
  const isSound = !diagnostics.some((diagnostic) => diagnostic.severity === "error" && isFirm(diagnostic.code));
  for (const allowance of allowances) {
    if (isSound && !used.has(allowance) && !isOfPlan(allowance.code))
      report(
        diagnose(unusedAllowance, { code: allowance.code }, { span: allowance.span, fixes: [removal(allowance)] }),
      );
  }
  return [...left.flatMap((diagnostic) => atLevel(diagnostic, levels)), ...own];
}

/** An error in an area, which only areas with the grant can allow, with why it stays; nothing for what an allowance silences. */
function outOfReach(
  diagnostic: Diagnostic,
  { span }: Allowance,
  { project, levels }: { readonly project: Settling["project"]; readonly levels: ReadonlyMap<string, Level> },
): Diagnostic | undefined {
  const area = areaOf(span.file, project.areas);
  const isError = (levels.get(diagnostic.code) ?? diagnostic.severity) === "error";
  if (area === undefined || area.grants.has("allowances") || !isError) return undefined;
  const message = `The area \`${area.name}\` can't allow an error: it does not have the grant \`allowances\`.`;
  return { ...diagnostic, related: [...diagnostic.related, { span, message }] };
}

/** What a change does is found beside an earlier build alone: a check says nothing of it, and so nothing of its allowances. */
function isOfPlan(code: string): boolean {
  return code.startsWith("plan/");
}

/** Can a finding of this code be neither allowed nor turned down? */
export function isFirm(code: string): boolean {
  return firm.has(code.split("/")[0] ?? "");
}

function speaksOf(allowance: Allowance, { code, span }: Diagnostic): boolean {
  return (
    code === allowance.code &&
    span.file === allowance.span.file &&
    lineIndexAt(span.file, span.start) === allowance.line
  );
}

function allowancesOf(tree: CommentedFile, codes: readonly string[], report: Report): readonly Allowance[] {
  const { file } = tree;
  const comments = commentsToHubc(tree);
  if (comments.length === 0) return none;
  return comments.flatMap((comment) => {
    const span = { file, start: comment.start, end: comment.start + comment.image.trimEnd().length };
    const match = /^#\s*hubc:\s*allow\s+(\S+)\s+because\s+"[^"]*\S[^"]*"\s*$/.exec(comment.image);
    const code = match?.[1];
    if (code === undefined) {
      report(diagnose(malformedAllowance, {}, { span }));
      return [];
    }
    if (refuses(code, span, codes, report)) return [];
    return [{ code, span, line: lineBelow(span) }];
  });
}

const none: readonly never[] = [];

function commentsToHubc({ comments }: CommentedFile): CommentedFile["comments"] {
  return comments.filter(({ image }) => /^#\s*hubc:/.test(image));
}

/** The first line below that is neither empty nor a comment. */
function lineBelow(span: Span): number {
  const { file } = span;
  let line = lineIndexAt(file, span.start) + 1;
  while (line < file.lineStarts.length && /^\s*(?:#.*)?$/.test(lineText(file, line))) line++;
  return line;
}

/** Reports a code that there is not, or that can't be silenced. */
function refuses(code: string, span: Span, codes: readonly string[], report: Report): boolean {
  if (!codes.includes(code)) {
    report(diagnose(unknownCode, { code, suggestion: closest(code, codes) }, { span }));
    return true;
  }
  if (!isFirm(code)) return false;
  report(diagnose(firmCode, { code }, { span }));
  return true;
}

function removal({ span }: Allowance): Fix {
  const line = lineIndexAt(span.file, span.start);
  const start = span.file.lineStarts[line] ?? span.start;
  const isAlone = span.file.text.slice(start, span.start).trim() === "";
  const end = isAlone ? (span.file.lineStarts[line + 1] ?? span.file.text.length) : span.end;
  return {
    title: "Remove the allowance",
    edits: [{ span: { file: span.file, start: isAlone ? start : span.start, end }, text: "" }],
    applies: "when-chosen", // the reason that was written would be lost
  };
}

type Level = Severity | "off";

function levelsOf({ lint }: Settling["project"], codes: readonly string[], report: Report): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const { code, level } of lint) {
    if (!refuses(code, level.span, codes, report)) levels.set(code, level.value);
  }
  return levels;
}

function atLevel(diagnostic: Diagnostic, levels: ReadonlyMap<string, Level>): Diagnostic[] {
  const level = levels.get(diagnostic.code);
  if (level === undefined) return [diagnostic];
  return level === "off" ? [] : [{ ...diagnostic, severity: level }];
}
