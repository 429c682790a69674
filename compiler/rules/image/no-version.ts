import { admitsNone } from "../../knowledge/version-range.ts";
import { defineRule } from "../rule.ts";
import { distinctLines } from "./distinct-lines.ts";

/** Each line of packages admits some version. */
export const noVersion = defineRule<{ text: string }>({
  code: "image/no-version",
  title: "A line of packages that no version fits",
  why: "The parts of a constraint hold together: `>=1.26,<1.25` asks for a version that is both at least 1.26 and below 1.25. Nothing can be installed for it, and the build fails.",
  message: ({ text }) =>
    `No version fits \`${text}\`: its parts exclude each other. Say the lower end with \`>=\` and a higher one with \`<\`, or one version.`,
  check: ({ images }, report) => {
    for (const { line } of distinctLines(images))
      if (admitsNone(line.requirement)) report({ text: line.requirement.text }, { span: line.span });
  },
});
