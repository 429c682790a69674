import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { isWithinSource, sourcesOf } from "../model/group-sources.ts";
import { type Areas, type InArea, refuse } from "./area-check.ts";

export const source = defineDiagnostic<{ kind: string; area: string }>({
  code: "area/source",
  title: "People from a source that is not opened to the area",
  why: "Whom sign-in puts into a group is the source's to say: another course's students, or everybody. Operators say in the area from which sources its groups take people.",
  message: ({ kind, area }) =>
    `The area \`${area}\` may not take people from this source: operators open it by a \`from ${kind}\` in the area, the same or less narrow.`,
});

/** Groups of an area take people only from sources that are opened to it. */
export function checkSources({ area, declaration, situations }: InArea, { report }: Areas): void {
  if (declaration.kind !== "group") return;
  for (const group of situations.flatMap(sourcesOf)) {
    if (area.sources.some((opened) => isWithinSource(group, opened))) continue;
    report(refuse({ definition: source, parameters: { kind: group.kind, area: area.name } }, area, group.span));
  }
}
