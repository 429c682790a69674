import { defineRule } from "../rule.ts";

/** Courses hear of OKpy's end. */
export const okpyIsLegacy = defineRule({
  code: "course/okpy-is-legacy",
  severity: "info",
  title: "Grading with OKpy, which is no longer developed",
  why: "OKpy's server and client have had no release since 2025, and the client needs packages that Otter-Grader 6 does not go together with. Otter reads OKpy's test files: in most courses the move is `grading otter`, the assignments with their notebooks, and `otter-grader` for `okpy` in the image.",
  message: () => "OKpy is no longer developed: `grading otter` reads the same tests. `hubc explain` says how to move.",
  check: (model, report) => {
    for (const { grading } of model.courses) {
      if (grading?.kind === "okpy") report({}, { span: grading.span });
    }
  },
});
