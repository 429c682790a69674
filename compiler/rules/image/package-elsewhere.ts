import { defineRule } from "../rule.ts";
import { inBlock, type Namesake } from "./namesakes.ts";

/** Names are of packages, in the block of their kind. */
export const packageElsewhere = defineRule<Namesake>({
  code: "image/package-elsewhere",
  title: "A name under which there is no such package",
  why: "A package often has another name than its module (`sklearn` is imported from `scikit-learn`), another one in conda than on PyPI (`pytorch`, `torch`), and Python's packages are not R's. The build fails, or somebody registers the name and what is installed is theirs. Write the package's own name, in the block of its kind.",
  message: (namesake) => `\`${namesake.written}\` is ${namesake.meant.because}: write ${inBlock(namesake)}.`,
  each: "namesakes",
  check: ({ namesake, span, fixes }, report) => {
    if (!namesake.meant.installs) report(namesake, { span, fixes });
  },
});
