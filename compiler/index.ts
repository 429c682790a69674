// The public API.

export { type Checked, type CompileOptions, check, type Sources } from "./check.ts";
export { type Compiled, compile } from "./compile.ts";
export type { Diagnostic, Fix, RelatedPlace, Severity, TextEdit } from "./diagnostics/diagnostic.ts";
export type { Model } from "./model/model.ts";
export type { OutputFile } from "./output/output-file.ts";
export { checkedDate, type Day, printDate } from "./text/calendar.ts";
export { createSourceFile, type Position, positionAt, type SourceFile } from "./text/source-file.ts";
export type { Span } from "./text/span.ts";
