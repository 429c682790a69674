// Every diagnostic with its examples, for whoever explains them. Only they load this: the examples are larger than what a check reads.

import examples from "virtual:diagnostic-examples";
import { catalogue } from "./catalogue.ts";
import type { DiagnosticPage } from "./diagnostics/diagnostic.ts";

/** In order of code. */
export const diagnosticPages: readonly DiagnosticPage[] = catalogue.map((kind) => {
  const example = examples[kind.code];
  if (example === undefined) throw new Error(`docs/diagnostics/ has no example of ${kind.code}`);
  return { ...kind, ...example };
});
