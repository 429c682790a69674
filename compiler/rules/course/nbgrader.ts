// What grading with nbgrader needs of a course beside the package: somebody who grades, and a version that the exchange is made for.

import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { packagesNamed } from "../../knowledge/capabilities.ts";
import { nbgraderVersions } from "../../knowledge/nbgrader.ts";
import { exclude, rangeOf, versionRange } from "../../knowledge/version-range.ts";
import { imagesOfServer } from "../../model/course-images.ts";
import type { Model } from "../../model/model.ts";
import { type Nbgrader, nbgraderOf } from "../../model/nbgrader.ts";
import type { Rule } from "../rule.ts";

const nobodyGrades = defineDiagnostic<{ course: string; account: string }>({
  code: "course/nobody-grades",
  severity: "error",
  title: "Grading with nbgrader, and nobody to grade",
  why: "nbgrader releases, collects and grades in a server of its own, which only the course's staff may open. Without `staff` nobody could release an assignment.",
  message: ({ course, account }) =>
    `\`${course}\` is graded in the server of \`${account}\`, which its staff open, and it has none: name a group with \`staff\`.`,
});

const otherVersion = defineDiagnostic<{ image: string; found: string }>({
  code: "course/nbgrader-version",
  severity: "error",
  title: "A version of nbgrader that the exchange is not made for",
  why: "What keeps people's work apart on the hub is put into nbgrader's own exchange. In another version than those that it is made and tested for, a part could be passed over without a word, and students would meet a broken exchange or none.",
  message: ({ image, found }) =>
    `Image \`${image}\` has nbgrader ${found}, and the exchange is made for ${nbgraderVersions.text}: write \`nbgrader==${nbgraderVersions.example}\`.`,
});

/** Courses that nbgrader grades have staff, and a version of it that fits. */
export const nbgrader: Rule = {
  diagnostics: [nobodyGrades, otherVersion],
  check: (model, report) => {
    for (const course of model.courses) {
      const found = nbgraderOf(course);
      if (found === undefined) continue;
      const { account, span } = found;
      if (course.staff.length === 0) report(diagnose(nobodyGrades, { course: course.name, account }, { span }));
      checkVersions(found, model, report);
    }
  },
};

/** Of every image that the course's servers have, on any day. */
function checkVersions({ course, span }: Nbgrader, model: Model, report: Report): void {
  const names = new Set(imagesOfServer(course).map(({ value }) => value));
  const related = [{ span, message: `Course \`${course.name}\` is graded with nbgrader.` }];
  for (const image of model.images.filter(({ name }) => names.has(name))) {
    for (const line of packagesNamed(image, "nbgrader")) {
      if (!exclude(versionRange(line.requirement), rangeOf(nbgraderVersions.range))) continue;
      const parameters = { image: image.name, found: line.requirement.text };
      report(diagnose(otherVersion, parameters, { span: line.span, related }));
    }
  }
}
