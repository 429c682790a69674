import { defineDiagnostic, diagnose, type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { baseContents } from "../../knowledge/base-contents.ts";
import { type ImageReference, parseImageReference } from "../../knowledge/image-reference.ts";
import { isMovingTag } from "../../knowledge/moving-tags.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Rule } from "../rule.ts";
import { distinctPlaces } from "./distinct-lines.ts";

const image = (tag: string) => `image img {\n  base = "quay.io/jupyter/base-notebook${tag}"\n}\n`;

const definition = defineDiagnostic<{ tag: string | undefined }>({
  code: "image/floating-tag",
  severity: "error",
  title: "A base or prebuilt image that changes under its name",
  why: "A moving tag is another image every week: what worked in the first lecture breaks in the tenth, and no build can be made again. Nodes that kept an old copy even run two at once. Name a tag that stays, or a digest.",
  wrong: image(":latest"),
  right: image(":2026-01-05"),
  message: ({ tag }) =>
    tag === undefined
      ? "Without a tag this means `:latest`, which is another image every week: name a tag that stays, or a digest."
      : `\`:${tag}\` is moved from image to image: name a tag that stays, or a digest.`,
});

/** A tag of the Jupyter Docker Stacks, all of which have a tag for each date. */
const stackTag = "2026-01-05";

/** Bases and prebuilt images have a tag that stays, or a digest. */
export const floatingTag: Rule = {
  diagnostics: [definition],
  check: (model, report) => {
    const references = model.images.flatMap(({ base, prebuilt }) =>
      [base, prebuilt].filter((one) => one !== undefined),
    );
    for (const one of distinctPlaces(references)) {
      const reference = parseImageReference(one.value);
      if (reference === undefined || reference.digest !== undefined || !isMovingTag(reference.tag)) continue;
      report(diagnose(definition, { tag: reference.tag }, { span: one.span, fixes: fixesFor(one, reference) }));
    }
  },
};

function fixesFor(written: Sourced<string>, { repository, tag }: ImageReference): readonly Fix[] {
  const { file, start, end } = written.span;
  const plain = file.text.slice(start, end) === `"${written.value}"`;
  const isStack = repository.startsWith("quay.io/jupyter/") && baseContents(repository).complete;
  if (!plain || !isStack || (tag !== undefined && tag !== "latest")) return [];
  const text = `"${repository}:${stackTag}"`;
  return [offerFix(`Write ${text}`, written.span, text)];
}
