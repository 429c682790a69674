import { parseImageReference } from "../../knowledge/image-reference.ts";
import { isNewestR } from "../../knowledge/moving-tags.ts";
import { defineRule } from "../rule.ts";

/** Rocker's images are of an R that has been followed by another. */
export const newestR = defineRule<{ tag: string }>({
  code: "image/newest-r",
  severity: "warning",
  title: "Rocker's image of the newest R",
  why: "Rocker builds the images of the newest R again and again, with CRAN's packages of that day, until the next R is out; then it builds them once more, and they stay. So a build of next week holds other packages than today's. Take the R before it, or name the image by its digest.",
  message: ({ tag }) =>
    `Rocker builds \`:${tag}\` again until the next R is out, each time with other packages: take the R before it, or a digest. (In August 2026, R 4.6.1 was the newest.)`,
  check: ({ images }, report) => {
    const references = images.flatMap(({ base, prebuilt }) => [base, prebuilt].filter((one) => one !== undefined));
    for (const { value, span } of references) {
      const reference = parseImageReference(value);
      if (reference === undefined || !isNewestR(reference)) continue;
      report({ tag: reference.tag ?? "" }, { span });
    }
  },
});
