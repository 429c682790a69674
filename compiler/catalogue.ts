// Every diagnostic that hubc can give, for `hubc explain` and the language reference.

import type { DiagnosticPage } from "./diagnostics/diagnostic.ts";
import * as files from "./diagnostics/file-diagnostics.ts";
import * as structure from "./syntax/structure-diagnostics.ts";
import * as syntax from "./syntax/syntax-diagnostics.ts";

export const catalogue: readonly DiagnosticPage[] = [
  ...Object.values(syntax),
  ...Object.values(structure),
  ...Object.values(files),
];
