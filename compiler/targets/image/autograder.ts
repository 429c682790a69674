// The environment that Otter grades in: the image's own packages, since an autograder of its own default versions grades work that
// ran on others.

import { canExcludeCondaDefaults } from "../../knowledge/course-tools.ts";
import type { Course, Image } from "../../model/model.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { environmentYml } from "./environment-yml.ts";

/** The name that Otter gives it (otter-grader 6 and 7, `otter generate`). */
const name = "otter-env";

/** The command in the words of the image's own Otter. */
function noteFor(image: Image): string {
  const command = "For an autograder: otter generate --environment environment.yml";
  const option = "--exclude-conda-defaults";
  const has = canExcludeCondaDefaults(image);
  if (has === undefined) return `${command} (Otter 6.1 and 6.2 need ${option}; Otter 7 does not know it)`;
  return has ? `${command} ${option}` : command;
}

/**
 * The file below `folder`, the image's, for `otter generate --environment` and the `environment` of an assignment; undefined where no
 * course grades with Otter on this image. An autograder has no R unless the file asks for one.
 */
export function autograder(image: Image, courses: readonly Course[], folder: string): OutputFile | undefined {
  const grades = courses.some((course) => course.image.value === image.name && course.grading?.kind === "otter");
  return grades
    ? environmentYml(image, `${folder}/autograder`, { name, hasR: false, note: noteFor(image) })
    : undefined;
}
