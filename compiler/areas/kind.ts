import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { spanOf } from "../text/span.ts";
import { type Areas, type InArea, refuse } from "./area-check.ts";

export const kind = defineDiagnostic<{ kind: string; area: string }>({
  code: "area/kind",
  title: "A declaration that is the operators' to write",
  why: "Who writes in an area declares courses, images and groups, and what must hold of its courses. Hubs, clusters, storages, policies and the project decide for everybody, and so stand outside of areas, where the operators review every change.",
  message: ({ kind, area }) =>
    `A \`${kind}\` is the operators' to declare, and this file is in the area \`${area}\`: only courses, images, groups and expectations are declared here.`,
});

const kinds: ReadonlySet<string> = new Set(["course", "image", "group", "expect"]);

/** Reports a declaration of a kind that areas do not have; true where it is one of theirs. */
export function checkKind({ area, declaration }: Omit<InArea, "situations">, { report }: Areas): boolean {
  const { kind: found, node } = declaration;
  if (kinds.has(found)) return true;
  report(
    refuse({ definition: kind, parameters: { kind: found, area: area.name } }, area, spanOf(node.file, node.header)),
  );
  return false;
}
