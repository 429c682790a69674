import { defineDiagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isInFolder } from "../model/areas.ts";
import type { Areas } from "./area-check.ts";

export const overlap = defineDiagnostic<{ area: string; other: string }>({
  code: "area/overlap",
  title: "Two areas of one folder",
  why: "A file belongs to one area, or nobody could say who may write what in it.",
  message: ({ area, other }) =>
    `The folders of the areas \`${area}\` and \`${other}\` lie inside one another: keep them apart.`,
});

export const noFiles = defineDiagnostic<{ area: string; folder: string }>({
  code: "area/no-files",
  title: "An area without a file",
  why: "With a folder that is misspelt, the files that were meant would be the operators' own, with all that they may do. An area is declared once its folder holds a `.hub` file.",
  message: ({ area, folder }) =>
    `No \`.hub\` file of the program is in \`${folder}\`, the folder of the area \`${area}\`.`,
});

export const noOperators = defineDiagnostic({
  code: "area/no-operators",
  title: "Areas, and nobody to review the rest",
  why: "What is outside of every area is the operators'. Without their names, CODEOWNERS would leave it to anybody who may write in the repository.",
  message: () =>
    'A project with areas names who reviews everything else: write `operators = ["@organization/team"]` in the project.',
});

/** Areas have folders of their own, with something in them, and somebody has the rest. */
export function checkFolders({ areas, trees, model, report }: Areas): void {
  areas.forEach((area, i) => {
    const { folder } = area;
    const other = areas.slice(0, i).find((area) => isWithin(area.folder.value, folder.value));
    if (other !== undefined) {
      const related = [{ span: other.folder.span, message: `The folder of \`${other.name}\` is here.` }];
      report(diagnose(overlap, { area: area.name, other: other.name }, { span: folder.span, related }));
    } else if (!trees.some(({ file }) => isInFolder(file.path, folder.value))) {
      report(diagnose(noFiles, { area: area.name, folder: folder.value }, { span: folder.span }));
    }
  });
  const { operators, span } = model.project;
  if (operators.length === 0) report(diagnose(noOperators, {}, { span }));
}

function isWithin(one: string, other: string): boolean {
  return one === other || isInFolder(one, other) || isInFolder(other, one);
}
