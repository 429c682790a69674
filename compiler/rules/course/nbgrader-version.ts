import { packagesNamed } from "../../knowledge/capabilities.ts";
import { nbgraderVersions } from "../../knowledge/course-tools.ts";
import { exclude, rangeOf, versionRange } from "../../knowledge/version-range.ts";
import type { Model } from "../../model/model.ts";
import { type Nbgrader, nbgraderOf } from "../../model/nbgrader.ts";
import { imagesOfServer } from "../../model/server.ts";
import { defineRule, type ReportOf } from "../rule.ts";

/** Courses that nbgrader grades have a version of it that the exchange is made for. */
export const nbgraderVersion = defineRule<{ image: string; found: string }>({
  code: "course/nbgrader-version",
  title: "A version of nbgrader that the exchange is not made for",
  why: "What keeps people's work apart on the hub is put into nbgrader's own exchange. In another version than those that it is made and tested for, a part could be passed over without a word, and students would meet a broken exchange or none.",
  message: ({ image, found }) =>
    `Image \`${image}\` has nbgrader ${found}, and the exchange is made for ${nbgraderVersions.text}: write \`nbgrader==${nbgraderVersions.example}\`.`,
  check: (model, report) => {
    for (const course of model.courses) {
      const grading = nbgraderOf(course);
      if (grading !== undefined) checkVersions(grading, model, report);
    }
  },
});

/** Of every image that the course's servers have, on any day. */
function checkVersions(
  { course, span }: Nbgrader,
  model: Model,
  report: ReportOf<{ image: string; found: string }>,
): void {
  const names = new Set(imagesOfServer(course).map(({ value }) => value));
  const related = [{ span, message: `Course \`${course.name}\` is graded with nbgrader.` }];
  for (const image of model.images.filter(({ name }) => names.has(name))) {
    for (const line of packagesNamed(image, "nbgrader")) {
      if (!exclude(versionRange(line.requirement), rangeOf(nbgraderVersions.range))) continue;
      const parameters = { image: image.name, found: line.requirement.text };
      report(parameters, { span: line.span, related });
    }
  }
}
