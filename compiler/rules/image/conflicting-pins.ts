import { nameOnPypi } from "../../knowledge/package-names.ts";
import { admitsNone, exclude, rangeOf, versionRange } from "../../knowledge/version-range.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import type { Image, PackageRequirement } from "../../model/model.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { blameFirst, pythonLines } from "./distinct-lines.ts";

interface Clash {
  readonly at: PackageRequirement;
  readonly other: { readonly text: string; readonly span: Span; readonly by: string };
}

/** No two lines of an image exclude each other. */
export const conflictingPins = defineRule<{ one: string; other: string; name: string; by: string }>({
  code: "image/conflicting-pins",
  title: "Two versions of one package",
  why: "pip installs after conda and replaces what conda put there, beneath packages that were solved for the other version; or the build fails. One environment holds one version: keep the line that is meant.",
  message: ({ one, other, name, by }) =>
    `\`${one}\` and \`${other}\` (${by}) exclude each other, and an environment holds one version of \`${name}\`: keep one of the two lines.`,
  check: (model, report) => {
    for (const image of model.images) {
      for (const { at, other } of [...clashes(image), ...(asKnown(() => pythonClashes(image)) ?? [])]) {
        const parameters = {
          one: at.requirement.text,
          other: other.text,
          name: at.requirement.written,
          by: other.by,
        };
        const related = [{ span: other.span, message: "The other version is asked for here." }];
        report(parameters, { span: at.span, related });
      }
    }
  },
});

function clashes(image: Image): Clash[] {
  const byName = new Map<string, PackageRequirement[]>();
  for (const line of pythonLines(image)) {
    const name = nameOnPypi(line.requirement);
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), line]);
  }
  return [...byName.values()].flatMap((lines) =>
    lines.slice(1).flatMap((line): Clash[] => {
      const other = lines.find((one) => one !== line && disagree(one, line));
      if (other === undefined) return [];
      const [at, earlier] = blameFirst(image, line, other);
      return [{ at, other: { text: earlier.requirement.text, span: earlier.span, by: earlier.by } }];
    }),
  );
}

function disagree(a: PackageRequirement, b: PackageRequirement): boolean {
  // Under markers, one of the two lines may not apply at all.
  if (a.requirement.marker !== undefined || b.requirement.marker !== undefined) return false;
  if (admitsNone(a.requirement) || admitsNone(b.requirement)) return false; // which is said by itself
  return exclude(versionRange(a.requirement), versionRange(b.requirement));
}

/** Python is also a setting. A line of another declaration than the setting's is meant to win over it. */
function pythonClashes(image: Image): Clash[] {
  const { python } = image;
  const line = image.conda.find(({ requirement }) => requirement.name === "python");
  if (python === undefined || line === undefined || python.by !== line.by) return [];
  if (!exclude(versionRange(line.requirement), rangeOf(`=${python.value}`))) return [];
  return [{ at: line, other: { text: `python = "${python.value}"`, span: python.span, by: line.by } }];
}
