import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { areaOf } from "../model/areas.ts";
import { openingSetting } from "../model/build-areas.ts";
import { spanOf } from "../text/span.ts";
import { type Areas, type InArea, ownerWords, refuse } from "./area-check.ts";

export const parent = defineDiagnostic<{ kind: string; name: string; whose: string; area: string; how: string }>({
  code: "area/parent",
  title: "A parent that is not opened to the area",
  why: "A child begins as its parent, with its people, its files and its rights. In an area a declaration extends one of the area, of the standard library, an abstract course or image of the operators, or what the operators opened.",
  message: ({ kind, name, whose, area, how }) =>
    `The ${kind} \`${name}\` is ${whose}, and the area \`${area}\` can't extend it: ${how}.`,
});

/** What a declaration of an area extends is its own, or opened to it. */
export function checkParent({ area, declaration }: InArea, { areas, report }: Areas): void {
  const { parent: found, node, kind } = declaration;
  if (found === undefined || found === "unknown" || found.standard || node.parent === undefined) return;
  const owner = areaOf(found.node.file, areas);
  if (owner?.name === area.name || area.opened.get(kind)?.has(found.name)) return;
  if (owner === undefined && found.node.abstract && kind !== "group") return;
  const setting = openingSetting(kind);
  const how =
    setting === undefined || found.node.abstract
      ? "declare it in the area"
      : `operators open it by \`${setting}\` of the area`;
  const whose = ownerWords(found.node.file, areas);
  const parameters = { kind, name: found.name, whose, area: area.name, how };
  report(refuse({ definition: parent, parameters }, area, spanOf(node.file, node.parent)));
}
