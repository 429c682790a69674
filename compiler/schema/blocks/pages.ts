import { defineBlock, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { pageTemplate } from "../values/page-template.ts";

const templates = (whom: string) =>
  setting({
    type: listOf(pageTemplate, { single: true }),
    doc: `Templates in place of hubc's for the page for ${whom}, such as \`file("${whom}.html.hbs")\`: one for Markdown, one for HTML, or both.`,
    example: '"# {{title}}"',
    defaultDoc: "hubc's own",
  });

export const pages = defineBlock({
  name: "pages",
  doc: "Templates of one's own for the pages that a build writes.",
  settings: {
    students: templates("students"),
    staff: templates("staff"),
    operators: templates("operators"),
  },
});
