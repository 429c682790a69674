// The public API.

export { check } from "./check.ts";
export { type Compiled, compile } from "./compile.ts";
export { diagnosticPages as catalogue } from "./diagnostic-pages.ts";
export type { Diagnostic, DiagnosticPage, Fix, RelatedPlace, Severity, TextEdit } from "./diagnostics/diagnostic.ts";
export { renderGithub } from "./diagnostics/render-github.ts";
export { jsonReport, renderJson } from "./diagnostics/render-json.ts";
export { renderSarif, type SarifOptions } from "./diagnostics/render-sarif.ts";
export type { Checked, CompileOptions, Sources } from "./examine.ts";
export type { Model } from "./model/model.ts";
export type { OutputFile } from "./output/output-file.ts";
export type { ReadTemplate } from "./targets/pages/page-template.ts";
export { checkedDate, type Day, printDate } from "./text/calendar.ts";
export { createSourceFile, type Position, positionAt, type SourceFile } from "./text/source-file.ts";
export type { Span } from "./text/span.ts";
export type { ReadYaml } from "./text/yaml-document.ts";

/** The reader of YAML that `Sources` needs for programs with `manifests`; it is not loaded before. */
export const loadYamlReader = async () => (await import("./knowledge/read-yaml.ts")).readYaml;

/** The reader of templates that `Sources` needs for programs with `pages`; it is not loaded before. */
export const loadTemplateReader = async () => (await import("./targets/pages/read-template.ts")).readTemplate;
