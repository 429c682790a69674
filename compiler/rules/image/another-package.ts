import { defineRule } from "../rule.ts";
import { inBlock, type Namesake } from "./namesakes.ts";

/** Names are of the packages that are meant. */
export const anotherPackage = defineRule<Namesake>({
  code: "image/another-package",
  severity: "warning",
  title: "A name under which another package is installed",
  why: "What is installed under the name of a module is sometimes another project's, or an empty package that somebody registered to help those who guess: notebooks then fail at the import, or depend on a stranger. Write the package's own name; if the other one is really meant, allow it on the line above.",
  message: (namesake) =>
    `\`${namesake.written}\` is ${namesake.meant.because}, and something else is installed under it: write ${inBlock(namesake)}.`,
  each: "namesakes",
  check: ({ namesake, span, fixes }, report) => {
    if (namesake.meant.installs) report(namesake, { span, fixes });
  },
});
