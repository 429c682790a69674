import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic({
  code: "course/okpy-is-legacy",
  severity: "info",
  title: "Grading with OKpy, which is no longer developed",
  why: "OKpy's server and client have had no release since 2025, and the client needs packages that Otter-Grader 6 does not go together with. Otter reads OKpy's test files: in most courses the move is `grading otter`, the assignments with their notebooks, and `otter-grader` for `okpy` in the image.",
  message: () => "OKpy is no longer developed: `grading otter` reads the same tests. `hubc explain` says how to move.",
});

/** Courses hear of OKpy's end. */
export const okpyIsLegacy: Rule = {
  diagnostics: [definition],
  check: (model, report) => {
    for (const { grading } of model.courses) {
      if (grading?.kind === "okpy") report(diagnose(definition, {}, { span: grading.span }));
    }
  },
};
