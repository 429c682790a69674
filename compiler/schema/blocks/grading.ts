// What grades a course's work, and each piece of work that is handed in.

import { type BlockSchema, defineBlock, setting } from "../block.ts";
import { notebookPath, sharePath } from "../values/forms.ts";
import { moment } from "../values/moments.ts";
import { referenceTo } from "../values/references.ts";
import { count, flag, text, textType, title } from "../values/scalars.ts";

const handedIn = {
  title: setting({ type: title, doc: "Its title.", example: '"Homework 1"', defaultDoc: "its name" }),
  released: setting({ type: moment, doc: "When people get it.", example: "2026-08-31 12:00" }),
  due: setting({ type: moment, doc: "When it must be handed in.", example: "2026-09-09 23:59" }),
} as const;

const notebook = setting({
  type: notebookPath,
  doc: "The notebook, as a path in the course's repository.",
  example: '"hw/hw01/hw01.ipynb"',
  required: true,
});

const gradescopeAssignment = setting({
  type: count,
  doc: "The assignment's id in Gradescope, as in its address.",
  example: "5123456",
});

const otterAssignment = defineBlock({
  name: "assignment",
  doc: "A piece of work that is handed in and graded.",
  settings: {
    ...handedIn,
    notebook,
    gradescope: gradescopeAssignment,
    points: setting({ type: count, doc: "What it is worth, whatever its questions add up to.", example: "20" }),
    "show-hidden": flag("People see the results of hidden tests: for after the due date."),
    pdf: flag("A PDF of the answers to grade by hand comes with what is handed in."),
    seed: setting({ type: count, doc: "The random seed that is set while it is graded.", example: "42" }),
  },
});

const okpyAssignment = defineBlock({
  name: "assignment",
  doc: "A piece of work that is handed in and graded.",
  settings: {
    ...handedIn,
    notebook,
    tests: setting({
      type: text,
      doc: "Its tests, beside the notebook.",
      example: '"tests/q*.py"',
      default: "tests/q*.py",
    }),
  },
});

/** nbgrader names folders by it and joins it to other names with `+`. */
const nbgraderId = textType({
  name: "course id",
  expected: 'a course id, such as `"data8-fa26"`',
  what: "a course id: letters, digits, `.`, `_` and `-`, at most 64, and the first a letter or digit",
  accepts: (value) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value),
});

const assignment = (schema: BlockSchema) => ({
  label: "name" as const,
  schema,
  doc: schema.doc,
  example: 'assignment hw01 {\n  notebook = "hw/hw01/hw01.ipynb"\n  due = 2026-09-09 23:59\n}',
});

/** The piece of work of each variant. */
export const assignments = { otter: otterAssignment, okpy: okpyAssignment } as const;

/** By variant. */
export const grading = {
  otter: defineBlock({
    name: "grading otter",
    doc: "Graded with Otter-Grader, in the image's own environment.",
    settings: {
      gradescope: setting({
        type: count,
        doc: "The course's id in Gradescope, as in its address.",
        example: "812345",
      }),
    },
    blocks: { assignment: assignment(otterAssignment) },
  }),
  okpy: defineBlock({
    name: "grading okpy",
    doc: "Graded with OKpy, which is no longer developed.",
    settings: {
      endpoint: setting({
        type: sharePath,
        doc: "The course's endpoint.",
        example: '"cal/data8/fa26"',
        required: true,
      }),
    },
    blocks: { assignment: assignment(okpyAssignment) },
  }),
  nbgrader: defineBlock({
    name: "grading nbgrader",
    doc: "Graded with nbgrader on the hub.",
    settings: {
      "course-id": setting({
        type: nbgraderId,
        doc: "The course's id in nbgrader.",
        example: '"data8-fa26"',
        defaultDoc: "the course's name",
      }),
      storage: setting({
        type: referenceTo("storage"),
        doc: "Where the exchange of assignments and the graders' folder are kept.",
        example: "homes",
        defaultDoc: "the hub's `homes`",
      }),
    },
  }),
};
