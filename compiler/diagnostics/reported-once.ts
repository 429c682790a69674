// One mistake is reported once, however many stages, dates and parts of a program it shows in.

import type { Report } from "./diagnostic.ts";

/**
 * Of findings of one code at one place, hands on the first. With `several`, each that is worded otherwise: for what may be wrong in several
 * ways at one place.
 */
export function reportedOnce(report: Report, { several = false }: { readonly several?: boolean } = {}): Report {
  const reported = new Set<string>();
  return (diagnostic) => {
    const { code, span, message } = diagnostic;
    const key = `${code} ${span.start} ${span.end} ${span.file.path} ${several ? message : ""}`;
    if (reported.has(key)) return;
    reported.add(key);
    report(diagnostic);
  };
}
