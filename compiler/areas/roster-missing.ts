import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Block } from "../model/block.ts";
import { unknown } from "../schema/value-type.ts";
import { type Areas, type InArea, refuse } from "./area-check.ts";

export const rosterMissing = defineDiagnostic<{ course: string; area: string }>({
  code: "area/roster-missing",
  title: "Staff of everybody on the hub",
  why: "Without a roster a course is everybody's who signs in to its hub, and its staff reach all of their servers. In an area a course with staff says whom it teaches.",
  message: ({ course, area }) =>
    `\`${course}\` has staff and no \`roster\`: they would reach the servers of everybody on the hub. Name a roster that is opened to the area \`${area}\`; or operators grant it \`people\`.`,
});

/** In an area, a course with staff has a roster, in every situation. */
export function checkRosters({ area, declaration, situations }: InArea, { report }: Areas): void {
  if (declaration.kind !== "course" || area.grants.has("people")) return;
  const { abstract, header, file } = declaration.node;
  if (abstract) return; // its child may have one, and is looked at itself
  if (!situations.some((block) => isSome(block, "staff") && !isSome(block, "roster"))) return;
  const span = { file, start: header.start, end: header.end };
  report(refuse({ definition: rosterMissing, parameters: { course: declaration.name, area: area.name } }, area, span));
}

/** Does the setting hold something? An error in it has been reported. */
function isSome(block: Block, key: string): boolean {
  const found = block.settings.get(key);
  if (found === undefined) return false;
  return found === unknown || !Array.isArray(found.value) || found.value.length > 0;
}
