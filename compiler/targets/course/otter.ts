// Otter-Grader's files for each assignment: for `otter assign`, which makes the students' notebook and the autograder from one, and for
// `otter generate`, which makes the autograder alone. Both grade in the packages of the course's image.

import { canExcludeCondaDefaults } from "../../knowledge/course-tools.ts";
import type { Assignment, Grading } from "../../model/material.ts";
import type { Course, Image } from "../../model/model.ts";
import { jsonFile, type OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";

/** Below `courses/<course>/grading/<assignment>/`. Source: otter-grader 6.1 and 7.0, assign/assignment.py and AutograderConfig. */
export function otterFiles(course: Course, grading: Grading, grader: Grader): OutputFile[] {
  return grading.assignments.flatMap((assignment) => {
    const folder = `courses/${course.name}/grading/${assignment.name}`;
    const { environment, installR } = grader;
    return [
      assignFile(assignment, grader, folder),
      generateFile(assignment, folder),
      ...(environment === undefined ? [] : [{ ...environment, path: `${folder}/environment.yml` }]),
      ...(installR === undefined ? [] : [{ ...installR, path: `${folder}/requirements.R` }]),
    ];
  });
}

/** The configuration of `otter assign`, which a notebook names in its first cell. Unknown keys are refused by Otter. */
function assignFile(assignment: Assignment, grader: Grader, folder: string): OutputFile {
  const { pdf, points, showHidden, seed } = assignment;
  const python = pythonOf(grader.image);
  const excludes = grader.image !== undefined && canExcludeCondaDefaults(grader.image);
  const data = {
    name: withComment(
      withOrigin(assignment.name, assignment.span),
      "The grader refuses a notebook of another name: each assignment has its own.",
    ),
    environment: grader.environment === undefined ? undefined : "environment.yml",
    requirements: grader.installR !== undefined && isR(assignment) ? "requirements.R" : undefined,
    python_version: python && withOrigin(python.value, python.span),
    exclude_conda_defaults: grader.environment !== undefined && excludes ? true : undefined,
    export_cell: pdf?.value ? withOrigin({ pdf: true }, pdf.span) : undefined,
    generate: {
      points_possible: points && withOrigin(points.value, points.span),
      show_hidden: showHidden?.value ? withOrigin(true, showHidden.span) : undefined,
      seed: seed && withOrigin(seed.value, seed.span),
      pdf: pdf?.value ? withOrigin(true, pdf.span) : undefined,
      zips: false,
    } satisfies Record<string, YamlData>,
  };
  const header = [
    "Configuration of otter assign, written by hubc. The notebook's first cell is a raw one: # ASSIGNMENT CONFIG, and below it config_file: assignment_config.yml",
    ...notesOnGrader(assignment, grader),
  ];
  return {
    path: `${folder}/assignment_config.yml`,
    ...printYaml([yaml(data)], { header, origin: assignment.span }),
  };
}

/** R Markdown and Quarto are R's; the language of any other notebook stands in the notebook itself. */
function isR({ notebook }: Assignment): boolean {
  return /\.(?:rmd|qmd)$/i.test(notebook.value);
}

/** What the autograder does not get by itself. */
function notesOnGrader(assignment: Assignment, { image, installR }: Grader): string[] {
  const notes: string[] = [];
  if (installR !== undefined && !isR(assignment))
    notes.push(
      "requirements.R installs the image's packages of R. For a notebook in R add: requirements: requirements.R",
    );
  const lost = image === undefined ? [] : partsOfImageOnly(image);
  if (lost.length > 0)
    notes.push(`The autograder has the image's packages, and not what comes of its ${lost.join(", ")}.`);
  return notes;
}

/** Otter installs an environment, and makes no image. */
function partsOfImageOnly({ apt, files, run, dockerfile, env }: Image): string[] {
  const parts = { apt, files, run, dockerfile: dockerfile === undefined ? [] : [dockerfile], env };
  return Object.entries(parts).flatMap(([name, all]) => (all.length > 0 ? [name] : []));
}

/** A version that Otter takes: two or three numbers. YAML readers would take `3.10` for 3.1, so it is a text. */
function pythonOf(image: Image | undefined): Image["python"] {
  return image?.python !== undefined && /^\d+\.\d+(?:\.\d+)?$/.test(image.python.value) ? image.python : undefined;
}

/** otter generate -c otter_config.json. JSON has no comments, so every line is the assignment's. */
function generateFile(assignment: Assignment, folder: string): OutputFile {
  const { pdf, points, showHidden, seed } = assignment;
  const config = {
    assignment_name: assignment.name,
    points_possible: points?.value,
    show_hidden: showHidden?.value ? true : undefined,
    seed: seed?.value,
    pdf: pdf?.value ? true : undefined,
  };
  return jsonFile(`${folder}/otter_config.json`, config, assignment.span);
}

/** The course's image, and its packages as an environment of their own, where there is one. */
export interface Grader {
  readonly image: Image | undefined;
  readonly environment: OutputFile | undefined;
  /** The script that installs its packages from CRAN, where it has some. */
  readonly installR: OutputFile | undefined;
}
