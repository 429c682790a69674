import { defineRule } from "../rule.ts";

/** Images that are built here need a registry, unless the cluster is on the same machine. */
export const noRegistry = defineRule<{ image: string }>({
  code: "project/no-registry",
  severity: "warning",
  title: "Images without a registry",
  why: "A cluster pulls its images from a registry. Without one they are named `localhost/…`, which only a cluster on the same machine can find.",
  message: ({ image }) =>
    `The image is named \`localhost/${image}\`, which this cluster can't pull: set \`registry\` in \`project\`.`,
  check: (model, report) => {
    if (model.project.registry !== undefined) return;
    const release = model.releases.find((release) => release.provider.variant !== "kind" && release.courses.length > 0);
    const used = new Set(release?.courses.map((course) => course.image.value));
    const image = model.images.find((image) => used.has(image.name) && image.prebuilt === undefined);
    if (image === undefined || release === undefined) return;
    const span = model.project.name === "" ? (release.courses[0]?.image.span ?? image.span) : model.project.span;
    report({ image: image.name }, { span });
  },
});
