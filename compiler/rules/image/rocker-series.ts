import { parseImageReference } from "../../knowledge/image-reference.ts";
import { endedSeries } from "../../knowledge/moving-tags.ts";
import { defineRule } from "../rule.ts";

/** Rocker's images are named by all three numbers of their R. */
export const rockerSeries = defineRule<{ series: string }>({
  code: "image/rocker-series",
  severity: "warning",
  title: "Rocker's tag of a series of R",
  why: "Rocker moves a tag of two numbers from one R to the next until another series follows, and builds the last one once more then. The tag says neither which R students get nor of which day its packages of CRAN are. A tag of three numbers says both.",
  message: ({ series }) =>
    `\`:${series}\` is the name of whichever R ${series} Rocker built last: name all three numbers, or a digest.`,
  check: ({ images }, report) => {
    const references = images.flatMap(({ base, prebuilt }) => [base, prebuilt].filter((one) => one !== undefined));
    for (const { value, span } of references) {
      const reference = parseImageReference(value);
      const series = reference && endedSeries(reference);
      if (series !== undefined) report({ series }, { span });
    }
  },
});
