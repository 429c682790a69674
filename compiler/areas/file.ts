import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { areaOf, isInFolder } from "../model/areas.ts";
import { assetPath } from "../schema/asset-path.ts";
import type { TextNode, ValueNode } from "../syntax/tree.ts";
import { spanOf } from "../text/span.ts";
import { type Areas, refuse } from "./area-check.ts";
import { valuesIn } from "./written-values.ts";

export const file = defineDiagnostic<{ path: string | undefined; area: string; folder: string }>({
  code: "area/file",
  title: "A file that is not the area's",
  why: "What `file` reads ends in an image or on a page. In an area it reads the area's own files, so that nobody takes another course's solutions or the operators' notes along.",
  message: ({ path, area, folder }) =>
    path === undefined
      ? `In the area \`${area}\` the path of a file is written out, so that one sees that it lies in \`${folder}\`.`
      : `\`${path}\` is not in \`${folder}\`, the folder of the area \`${area}\`: only files of the area are read here.`,
});

/** `file("…")` in an area reads files of its folder, links followed. */
export function checkFiles({ trees, areas, realPaths, assets, report }: Areas): void {
  for (const tree of trees) {
    const area = areaOf(tree.file, areas);
    if (area === undefined) continue;
    for (const { node } of valuesIn(tree)) {
      const argument = fileArgument(node);
      if (argument === undefined) continue;
      const written = plainText(argument);
      const path = written === undefined ? undefined : assetPath(written);
      // What leads out of the project and what there is not has been reported.
      if (written !== undefined && (path === undefined || !assets.has(path))) continue;
      const folder = area.folder.value;
      if (path !== undefined && [path, realPaths.get(path) ?? path].every((one) => isInFolder(one, folder))) continue;
      const parameters = { path, area: area.name, folder };
      report(refuse({ definition: file, parameters }, area, spanOf(tree.file, argument)));
    }
  }
}

function fileArgument(node: ValueNode): TextNode | undefined {
  if (node.kind !== "call" || node.name.text !== "file" || node.argument.kind !== "text") return undefined;
  return node.argument;
}

function plainText({ parts }: TextNode): string | undefined {
  const texts = parts.filter((part) => typeof part === "string");
  return texts.length === parts.length ? texts.join("") : undefined;
}
