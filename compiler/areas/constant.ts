import { defineDiagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type Area, areaOf } from "../model/areas.ts";
import type { Shape } from "../schema/value-type.ts";
import type { LetNode, NameNode, SyntaxTree, ValueNode } from "../syntax/tree.ts";
import { spanOf } from "../text/span.ts";
import type { Areas } from "./area-check.ts";
import { valuesIn } from "./written-values.ts";

export const constant = defineDiagnostic<{ name: string; area: string }>({
  code: "area/constant",
  title: "A constant of an area, used outside of it",
  why: "Whoever writes in the area could change what the constant stands for, and with it what others mean: a size, an address, the word for a way to sign in. Constants that several use are the operators'.",
  message: ({ name, area }) =>
    `\`${name}\` would be the constant of the area \`${area}\`, which decides nothing outside of it: declare it here under another name, or leave it to the operators.`,
});

/** Constants of an area stand for something in the area only. */
export function checkConstants({ trees, areas, program, report }: Areas): void {
  const ofAreas = new Map<string, { readonly declared: LetNode; readonly area: Area }>();
  for (const declared of program.constants.values()) {
    const area = areaOf(declared.file, areas);
    if (area !== undefined) ofAreas.set(declared.name.text, { declared, area });
  }
  if (ofAreas.size === 0) return;
  for (const tree of trees) {
    const here = areaOf(tree.file, areas);
    for (const use of usesIn(tree, program)) {
      const found = ofAreas.get(use.text);
      if (found === undefined || found.area.name === here?.name) continue;
      const { declared, area } = found;
      const related = [
        { span: spanOf(declared.file, declared.name), message: `\`${use.text}\` is declared here.` },
        { span: area.span, message: `The area \`${area.name}\` is declared here.` },
      ];
      report(diagnose(constant, { name: use.text, area: area.name }, { span: spanOf(tree.file, use), related }));
    }
  }
}

type Use = Pick<NameNode, "text" | "start" | "end">;

/** Words and names in texts that a constant of the name would stand for. */
function usesIn(tree: SyntaxTree, program: Areas["program"]): Use[] {
  return valuesIn(tree).flatMap(({ node, shape }) => {
    if (node.kind === "text") return node.parts.filter((part) => typeof part !== "string");
    const word = wordOf(node);
    return word === undefined || isDeclared(word.text, shape, program) ? [] : [word];
  });
}

function wordOf(node: ValueNode): Use | undefined {
  return node.kind === "path" && node.names.length === 1 && node.index === undefined ? node.names[0] : undefined;
}

/** Where a name of a declaration is expected, a declaration goes before a constant. */
function isDeclared(name: string, shape: Shape | undefined, program: Areas["program"]): boolean {
  const to =
    shape?.kind === "reference"
      ? shape.to
      : shape?.kind === "list" && shape.of.kind === "reference"
        ? shape.of.to
        : undefined;
  return to !== undefined && program.named(to, name, false).length > 0;
}
