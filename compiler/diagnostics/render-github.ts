// Findings as workflow commands of GitHub Actions, which the runner turns into annotations of the changed lines. Source: GitHub
// Docs, "Workflow commands for GitHub Actions", and the escaping of actions/toolkit, packages/core/src/command.ts.

import { positionAt, type SourceFile } from "../text/source-file.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { secretTexts, shownText } from "./secret-mask.ts";

/** A command a line. `pathOf` gives a file's path from the repository's root, with `/`; from the project's root unless said. */
export function renderGithub(
  diagnostics: readonly Diagnostic[],
  pathOf: (file: SourceFile) => string = (file) => file.path,
): string {
  const secrets = secretTexts(diagnostics);
  return diagnostics.map((diagnostic) => `${command(diagnostic, pathOf, secrets)}\n`).join("");
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function command(diagnostic: Diagnostic, pathOf: (file: SourceFile) => string, secrets: readonly string[]): string {
  const { code, severity, message, span, related, fixes } = diagnostic;
  const from = positionAt(span.file, span.start);
  const to = positionAt(span.file, span.end);
  const properties = {
    file: pathOf(span.file),
    line: from.line,
    endLine: to.line,
    col: from.column,
    // The runner takes columns for one line only; its end column is the last one covered.
    ...(from.line === to.line && { endColumn: Math.max(from.column, to.column - 1) }),
    title: code,
  };
  const places = related.map((place) => {
    const { line } = positionAt(place.span.file, place.span.start);
    return `${pathOf(place.span.file)}:${line}: ${place.message}`;
  });
  const lines = [message, ...places, ...fixes.map(({ title }) => `fix: ${title}`)];
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(",")}::${escapeData(shownText(lines.join("\n"), secrets))}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
