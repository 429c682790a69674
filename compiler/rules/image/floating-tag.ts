import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { baseContents } from "../../knowledge/base-contents.ts";
import { type ImageReference, parseImageReference } from "../../knowledge/image-reference.ts";
import { whyTagMoves } from "../../knowledge/moving-tags.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** A tag of the Jupyter Docker Stacks, all of which have a tag for each date. */
const stackTag = "2026-01-05";

/** Tags in whose place the dated tag may be meant: no variant for one kind of processor or GPU. */
const datable = /^(?:latest|(?:hub|lab|notebook|python|ubuntu)-[\w.]+)$/;

/** Bases and prebuilt images have a tag that stays, or a digest. */
export const floatingTag = defineRule<{ reason: string }>({
  code: "image/floating-tag",
  title: "A base or prebuilt image that changes under its name",
  why: "A moving tag is another image every week: what worked in the first lecture breaks in the tenth, and no build can be made again. Nodes that kept an old copy even run two at once. Name a tag that stays, or a digest. Of the Jupyter Docker Stacks, dates stay and versions move (`python-3.13`, `lab-4.5.1`); of Rocker, versions of three numbers stay once the next R is out, and shorter ones move.",
  message: ({ reason }) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}: name a tag that stays, or a digest.`,
  check: (model, report) => {
    const references = model.images.flatMap(({ base, prebuilt }) =>
      [base, prebuilt].filter((one) => one !== undefined),
    );
    for (const one of references) {
      const reference = parseImageReference(one.value);
      const reason = reference && whyTagMoves(reference);
      if (reference === undefined || reason === undefined) continue;
      report({ reason }, { span: one.span, fixes: fixesFor(one, reference) });
    }
  },
});

function fixesFor(written: Sourced<string>, { repository, tag }: ImageReference): readonly Fix[] {
  const { file, start, end } = written.span;
  const plain = file.text.slice(start, end) === `"${written.value}"`;
  const isStack = repository.startsWith("quay.io/jupyter/") && baseContents(repository).complete;
  if (!plain || !isStack || (tag !== undefined && !datable.test(tag))) return [];
  const text = `"${repository}:${stackTag}"`;
  return [offerFix(`Write ${text}`, written.span, text)];
}
