import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { truncatedVersion } from "../../knowledge/three-part-versions.ts";
import type { PackageRequirement } from "../../model/model.ts";
import { defineRule } from "../rule.ts";
import { distinctLines } from "./distinct-lines.ts";

/** Exact pins name a whole version. */
export const partialExactPin = defineRule<{ name: string; version: string; first: string; series: string }>({
  code: "image/partial-exact-pin",
  title: "An exact pin of a version with too few numbers",
  why: "`==` means this one version, and missing numbers are zeros: so it is the first release of the series, without any of its fixes. conda writes a series as `=3.12`, pip as `==3.12.*`. If the first release is meant, write it out.",
  message: ({ name, version, first, series }) =>
    `\`==${version}\` is ${name} ${first} and no other release: write \`${series}\` for the series, or \`==${first}\` if that is meant.`,
  check: ({ images }, report) => {
    for (const { line } of distinctLines(images)) {
      const { requirement, span } = line;
      const version = requirement.exact;
      const numbers = version === undefined ? undefined : truncatedVersion(requirement.name, version);
      if (version === undefined || numbers === undefined) continue;
      const first = [...numbers, 0, 0].slice(0, 3).join(".");
      const series = requirement.ecosystem === "conda" ? `=${version}` : `==${version}.*`;
      const parameters = { name: requirement.written, version, first, series };
      report(parameters, { span, fixes: fixesFor(line, series, first) });
    }
  },
});

/** The version is replaced where it stands as `==3.12`, up to the line's end. */
function fixesFor({ span }: PackageRequirement, series: string, first: string): readonly Fix[] {
  const text = span.file.text.slice(span.start, span.end);
  const at = /\s*==\s*[\d.]+\s*$/.exec(text);
  if (at === null) return [];
  const place = { file: span.file, start: span.start + at.index, end: span.end };
  return [series, `==${first}`].map((pin) => offerFix(`Write \`${pin}\``, place, pin));
}
