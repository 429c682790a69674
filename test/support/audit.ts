// Values files of a test, audited as one hub.

import { auditHubs } from "../../compiler/audit/audit-hub.ts";
import { imageFilesIn } from "../../compiler/audit/check-image-folders.ts";
import { checkedAs } from "../../compiler/audit/hub-values.ts";
import { findHubs } from "../../compiler/audit/layouts.ts";
import { settleValues } from "../../compiler/audit/settle-values.ts";
import { codes } from "../../compiler/catalogue.ts";
import { type Diagnostic, sortDiagnostics } from "../../compiler/diagnostics/diagnostic.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { type ProgramTexts, programOf } from "./programs.ts";

/** The day of all audits here. */
const today = "2026-11-29";

/** Audits files in the order in which helm takes them, for the newest chart. */
export function audit(texts: ProgramTexts | string): readonly Diagnostic[] {
  const all = new Map(typeof texts === "string" ? programOf(texts) : texts);
  // Files in folders are a repository, with a layout.
  if ([...all.keys()].some((path) => path.includes("/"))) return auditRepository(Object.fromEntries(all)).found;
  const files = [...all].map(([path, text]) => createSourceFile(path, text));
  const hub = { name: "h", files: files.map((file) => ({ file, under: [] })), chart: newestChart };
  return sortDiagnostics(settleValues(auditHubs([hub], { today }).diagnostics, files, codes));
}

/** Audits a repository by its layout; what was found, and the names of its hubs. */
export function auditRepository(texts: Readonly<Record<string, string>>): {
  readonly found: readonly Diagnostic[];
  readonly names: readonly string[];
  readonly skipped: readonly string[];
} {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, createSourceFile(path, text)]));
  const tree = { paths: [...files.keys()].sort(), read: (path: string) => files.get(path) };
  const { hubs, skipped } = findHubs(tree);
  const { diagnostics, audited } = auditHubs(
    hubs.map(({ version, ...hub }) => ({ ...hub, ...checkedAs(version) })),
    { today, images: imageFilesIn(tree) },
  );
  return {
    found: sortDiagnostics(diagnostics),
    names: audited.map(({ name }) => name),
    skipped: skipped.map(({ path }) => path),
  };
}

/** Findings as `line: code`. */
export function placesOf(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, span }) => `${span.file.text.slice(0, span.start).split("\n").length}: ${code}`);
}
