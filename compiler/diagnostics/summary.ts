// The one line at the end: how much was found.

import type { Diagnostic } from "./diagnostic.ts";

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function countDiagnostics(diagnostics: readonly Diagnostic[]): Counts {
  const count = (severity: Diagnostic["severity"]) =>
    diagnostics.reduce((sum, diagnostic) => sum + (diagnostic.severity === severity ? 1 : 0), 0);
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

/** Do they fail a command? Errors do, and with `--strict` warnings too. */
export function failsBy({ errors, warnings }: Counts, strict: boolean): boolean {
  return errors > 0 || (strict && warnings > 0);
}

/** `2 errors, 1 warning`; what there is none of is left out, and `no problems` where there is nothing. */
export function summaryText({ errors, warnings, infos }: Counts): string {
  const parts = [plural(errors, "error"), plural(warnings, "warning"), plural(infos, "hint")].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

function plural(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
