import { offerFix } from "../../diagnostics/diagnostic.ts";
import { parseImageReference } from "../../knowledge/image-reference.ts";
import { dayAfterDockerHub } from "../../knowledge/moving-tags.ts";
import { defineRule } from "../rule.ts";

/** Images of the Docker Stacks are named where they are. */
export const notOnDockerHub = defineRule<{ day: string; meant: string }>({
  code: "image/not-on-docker-hub",
  title: "An image of the Docker Stacks that Docker Hub does not have",
  why: "The Jupyter Docker Stacks moved from Docker Hub to quay.io on 2023-10-20. A name without a registry means Docker Hub, where later tags were never published: the build, or each server, ends with an image that is not found.",
  message: ({ day, meant }) =>
    `Docker Hub has images of the Docker Stacks up to 2023-10-20, and none of ${day}: write \`${meant}\`.`,
  check: ({ images }, report) => {
    const references = images.flatMap(({ base, prebuilt }) => [base, prebuilt].filter((one) => one !== undefined));
    for (const { value, span } of references) {
      const reference = parseImageReference(value);
      const day = reference && dayAfterDockerHub(reference);
      if (reference === undefined || day === undefined) continue;
      const meant = `quay.io/${reference.repository.replace(/^.*(?=jupyter\/)/, "")}:${reference.tag}`;
      const isWritten = span.file.text.slice(span.start, span.end) === `"${value}"`;
      report({ day, meant }, { span, fixes: isWritten ? [offerFix(`Write "${meant}"`, span, `"${meant}"`)] : [] });
    }
  },
});
