import { installsPackages } from "../../knowledge/capabilities.ts";
import type { Course, Image } from "../../model/model.ts";
import { defineRule } from "../rule.ts";

/** What an image installs for work that Otter grades stands in its lists of packages. */
export const graderLacksCommands = defineRule<{ course: string }>({
  code: "course/grader-lacks-commands",
  severity: "warning",
  title: "Packages that the autograder does not get",
  why: "Otter grades in an environment of the packages that the image lists, and runs none of its commands: a notebook that imports what a command installed fails there, and every student's work with it. Write the packages into `pip`, `conda` or `cran`, from where both get them.",
  message: ({ course }) =>
    `Otter grades course \`${course}\` without what this installs: write the packages into \`pip\`, \`conda\` or \`cran\`.`,
  check: ({ courses, images }, report) => {
    const graded = courses.filter(({ grading }) => grading?.kind === "otter" && grading.assignments.length > 0);
    const commands = graded.flatMap((course) => installing(course, images));
    for (const { span, course } of commands) report({ course }, { span });
  },
});

function installing(course: Course, images: readonly Image[]) {
  const image = images.find(({ name }) => name === course.image.value);
  if (image === undefined || image.prebuilt !== undefined) return [];
  const commands = [...image.run, ...(image.dockerfile === undefined ? [] : [image.dockerfile])];
  return commands
    .filter(({ value }) => installsPackages(value))
    .map((command) => ({ ...command, course: course.name }));
}
