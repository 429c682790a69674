import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { closest } from "../../text/edit-distance.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Links name branches and tags that `branches` lists, where it lists any. */
export const undeclaredBranch = defineRule<{ branch: string; known: readonly string[]; meant: string | undefined }>({
  code: "course/undeclared-branch",
  title: "A branch that the repository is not said to have",
  why: "A link to a branch that is not there fails when somebody clicks on it. The content's `branches` lists those that are.",
  message: ({ branch, known, meant }) =>
    meant === undefined
      ? `The repository has no branch \`${branch}\`, only ${known.map((one) => `\`${one}\``).join(", ")}.`
      : `The repository has no branch \`${branch}\`: did you mean \`${meant}\`?`,
  eachAlone: "courses",
  check: ({ contents }, report) => {
    for (const { branch, branches, open } of contents) {
      const known = branches.map(({ value }) => value);
      if (known.length === 0) continue;
      const named: { name: string; span: Span; fixable: boolean }[] = open.flatMap((link) =>
        link.branch === undefined ? [] : [{ name: link.branch, span: link.span, fixable: false }],
      );
      if (branch) named.push({ name: branch.value, span: branch.span, fixable: true });
      for (const { name, span, fixable } of named) {
        if (known.includes(name)) continue;
        const meant = closest(name, known);
        const fixes: Fix[] = meant !== undefined && fixable ? [offerFix(`Write "${meant}"`, span, `"${meant}"`)] : [];
        report({ branch: name, known, meant }, { span, fixes });
      }
    }
  },
});
