// Findings in the form that a command was asked for; each form is loaded where it is used.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pagesOf } from "../diagnostics/documentation.ts";
import type { SourceFile } from "../text/source-file.ts";
import { paletteFor, showsLinks } from "./colours.ts";
import type { Io } from "./io.ts";

export interface Printing {
  /** `text`, `json`, `sarif` or `github`; text where nothing is said. */
  readonly format: string | undefined;
  readonly io: Io;
  /** How people read a file's path. */
  readonly pathOf: (file: SourceFile) => string;
  /** Where the site with the pages of messages is; nobody knows, unless said. */
  readonly docs?: string | undefined;
}

/** The findings as text; empty where there is nothing to say. */
export async function printFindings(
  diagnostics: readonly Diagnostic[],
  { format = "text", io, pathOf, docs }: Printing,
): Promise<string> {
  if (format === "json") return (await import("../diagnostics/render-json.ts")).renderJson(diagnostics);
  if (format === "github") return (await import("../diagnostics/render-github.ts")).renderGithub(diagnostics, pathOf);
  const pageOf = pagesOf(docs);
  if (format === "sarif") {
    const { renderSarif } = await import("../diagnostics/render-sarif.ts");
    const { diagnosticPages } = await import("../diagnostic-pages.ts");
    const { VERSION } = await import("../version.ts");
    return renderSarif(diagnostics, { pages: diagnosticPages, version: VERSION, pathOf, pageOf });
  }
  if (diagnostics.length === 0) return "";
  const { renderText } = await import("../diagnostics/render-text.ts");
  const links = showsLinks(io, "stdout") ? { pageOf } : {};
  return renderText(diagnostics, { palette: paletteFor(io, "stdout"), pathOf, ...links });
}
