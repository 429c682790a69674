import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { areaOf } from "../model/areas.ts";
import { readerOf } from "../model/reader.ts";
import { expectation as schema } from "../schema/blocks/expect.ts";
import { type Areas, type InArea, refuse } from "./area-check.ts";

export const expectElsewhere = defineDiagnostic<{ course: string | undefined; area: string }>({
  code: "area/expect-elsewhere",
  title: "An expectation of an area about something that is not the area's",
  why: "What fails stops everybody's changes, so in an area an expectation is about a course of the area. What must hold of a whole hub, or of others' courses, its operators write outside of areas.",
  message: ({ course, area }) =>
    course === undefined
      ? `In the area \`${area}\` an expectation names a \`course\` of the area.`
      : `Course \`${course}\` is not of the area \`${area}\`: an expectation there is about the area's own courses.`,
});

/** Reports an expectation of an area that is not about one of its courses. */
export function checkExpectation({ area, declaration, situations }: InArea, context: Areas): void {
  const [block] = situations;
  if (declaration.kind !== "expect" || declaration.node.abstract || block === undefined) return;
  const course = readerOf(schema, block)("course");
  if (course === undefined) {
    if (!block.settings.has("course"))
      context.report(
        refuse({ definition: expectElsewhere, parameters: { course: undefined, area: area.name } }, area, block.span),
      );
    return;
  }
  const { name } = course.value;
  const found = context.program.named("course", name, false);
  if (found.every(({ node }) => areaOf(node.file, context.areas)?.name === area.name)) return;
  context.report(
    refuse({ definition: expectElsewhere, parameters: { course: name, area: area.name } }, area, course.span),
  );
}
