import { defineBlock, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { pageTemplate } from "../values/page-template.ts";

const templates = (whom: string, example: string) =>
  setting({
    type: listOf(pageTemplate, { single: true }),
    doc: `Templates in place of hubc's for ${whom}: one for Markdown, one for HTML, or both.`,
    example,
    defaultDoc: "hubc's own",
  });

export const pages = defineBlock({
  name: "pages",
  doc: "Templates of one's own for the pages that a build writes.",
  settings: {
    students: templates("the page for students", 'file("pages/students.md.hbs")'),
    staff: templates("the page for staff", 'file("pages/staff.html.hbs")'),
    operators: templates("the page for operators", 'file("pages/operators.md.hbs")'),
  },
});
