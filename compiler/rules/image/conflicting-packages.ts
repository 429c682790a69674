import { packageConflicts } from "../../knowledge/package-conflicts.ts";
import { nameOnPypi } from "../../knowledge/package-names.ts";
import { everyVersion, isWithin, rangeOf, versionRange } from "../../knowledge/version-range.ts";
import type { Image, PackageRequirement } from "../../model/model.ts";
import { defineRule } from "../rule.ts";
import { blameFirst, pythonLines } from "./distinct-lines.ts";

/** No image holds two packages that are known not to go together. */
export const conflictingPackages = defineRule<{ one: string; other: string; reason: string }>({
  code: "image/conflicting-packages",
  title: "Packages that don't go together",
  why: "Some packages need different versions of a third, or were made for another JupyterLab. A solver says so after minutes, or not at all, and then the server does not start.",
  message: ({ one, other, reason }) => `\`${one}\` does not go with \`${other}\`. ${reason}`,
  eachAlone: "images",
  check: (image, report) => {
    for (const { at, earlier, reason } of conflictsIn(image)) {
      const parameters = { one: shown(at), other: shown(earlier), reason };
      const related = [{ span: earlier.span, message: "The other of the two is here." }];
      report(parameters, { span: at.span, related });
    }
  },
});

/** The line to blame, the other one, and why they don't go together. */
function conflictsIn(image: Image) {
  return packageConflicts.flatMap(({ one, other, reason }) => {
    const first = linesWithin(image, one);
    const second = linesWithin(image, other);
    if (first === undefined || second === undefined) return [];
    const [at, earlier] = blameFirst(image, first, second);
    return [{ at, earlier, reason }];
  });
}

/** The line, or the name where the line is a long address. */
function shown({ requirement }: PackageRequirement): string {
  return requirement.url === undefined ? requirement.text : requirement.written;
}

/** The line for a package that admits only versions of the conflict; one that is open lets the solver choose another. */
function linesWithin(
  image: Image,
  { name, versions }: { readonly name: string; readonly versions: string },
): PackageRequirement | undefined {
  const range = versions === "" ? everyVersion : rangeOf(versions);
  return pythonLines(image).find(
    ({ requirement }) => nameOnPypi(requirement) === name && isWithin(versionRange(requirement), range),
  );
}
