import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { plainName } from "../../knowledge/capabilities.ts";
import { nameOnPypi } from "../../knowledge/package-names.ts";
import type { Image, InSync, PackageRequirement } from "../../model/model.ts";
import type { Ecosystem, Requirement } from "../../syntax/requirements/requirement.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

interface Drift {
  readonly name: string;
  readonly image: string;
  readonly here: string | undefined;
  readonly other: string;
  readonly there: string | undefined;
}

/** Images that say so agree with another by package. */
export const outOfSync = defineRule<Drift>({
  code: "image/out-of-sync",
  title: "Two images that are to agree, and do not",
  why: "Work that runs in one image is meant to run in the other. Python and the packages of `conda`, `pip`, `apt` and `cran` are compared, by name and by the versions they may have; the bases are not. Make the lines the same, or name the package in `except`.",
  message: ({ name, image, here, other, there }) =>
    `\`${name}\` is out of sync: \`${image}\` has ${said(here)} and \`${other}\` ${said(there)}. Make them agree, or add it to \`except\`.`,
  several: true,
  check: (model, report) => {
    for (const image of model.images) {
      const { inSync } = image;
      if (inSync?.other === undefined || inSync.with.value === image.name) continue;
      for (const difference of differences(image, inSync.other, inSync)) {
        const { name, here, there } = difference;
        const drift = { name, image: image.name, here: here?.text, other: inSync.with.value, there: there?.text };
        const related = [
          ...(there === undefined ? [] : [{ span: there.span, message: `\`${drift.other}\` says it here.` }]),
          ...(here === undefined ? [] : [{ span: here.span, message: `\`${image.name}\` says it here.` }]),
        ];
        report(drift, { span: inSync.span, related, fixes: fixesOf(image, difference) });
      }
    }
  },
});

function said(text: string | undefined): string {
  return text === undefined ? "none" : `\`${text}\``;
}

/** What an image says of one package. */
interface Line {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
  /** The same for two lines that admit the same. */
  readonly admits: string;
  readonly by: string;
  readonly ecosystem: Ecosystem | "setting";
}

interface Difference {
  readonly name: string;
  readonly here: Line | undefined;
  readonly there: Line | undefined;
}

function differences(image: Image, other: Image, { except }: InSync): readonly Difference[] {
  const [own, its] = [linesOf(image), linesOf(other)];
  const excepted = new Set(except.map(({ value }) => plainName(value)));
  return [...new Set([...own.keys(), ...its.keys()])].flatMap((key): readonly Difference[] => {
    const [here, there] = [own.get(key), its.get(key)];
    const name = here?.name ?? there?.name ?? key;
    if (here?.admits === there?.admits || excepted.has(plainName(name)) || excepted.has(plainName(there?.name ?? name)))
      return [];
    return [{ name, here, there }];
  });
}

/** The lines of an image by package: conda's and pip's names of one package are one key. */
function linesOf(image: Image): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  const { python } = image;
  if (python !== undefined) {
    const text = `python = "${python.value}"`;
    const { by } = python;
    lines.set("python", {
      name: "python",
      text,
      span: python.span,
      admits: `${python.value}.*`,
      by,
      ecosystem: "setting",
    });
  }
  for (const line of [...image.conda, ...image.pip, ...image.apt, ...image.cran]) {
    const key = nameOnPypi(line.requirement) ?? `${line.requirement.ecosystem}:${line.requirement.name}`;
    const before = lines.get(key);
    const merged = lineOf(line);
    // A package on several lines, under several markers for instance, is compared with all of them.
    const several = before !== undefined && before.ecosystem !== "setting";
    lines.set(key, several ? { ...merged, admits: [before.admits, merged.admits].sort().join(" and ") } : merged);
  }
  return lines;
}

function lineOf({ requirement, span, by }: PackageRequirement): Line {
  const { written, text, ecosystem } = requirement;
  return { name: written, text, span, admits: admits(requirement), by, ecosystem };
}

/** The constraint in one spelling for conda and pip: `=1.26` of the one is `==1.26.*` of the other. */
function admits({ ecosystem, version, exact, build, url, extras, marker }: Requirement): string {
  const clauses = (version ?? "").replaceAll(/\s+/g, "").split(",");
  const series = clauses.map((clause) =>
    ecosystem === "conda"
      ? clause.replace(/^=(?!=)([^*|]+?)(?:\.?\*)?$/, "$1.*")
      : clause.replace(/^==(.*\.\*)$/, "$1"),
  );
  const versions = exact === undefined ? series.toSorted().join(",") : `==${exact.replace(/(?:\.0)+$/, "")}`;
  return [versions, build ?? "", url ?? "", (extras ?? []).toSorted().join(","), marker ?? ""].join(" ").trim();
}

/** Where the image itself writes the line, in the words that the other uses. */
function fixesOf(image: Image, { here, there }: Difference): readonly Fix[] {
  if (here === undefined || there === undefined || here.ecosystem !== there.ecosystem) return [];
  if (here.ecosystem === "setting" || here.by !== `image ${image.name}`) return [];
  return [offerFix(`Write \`${there.text}\``, here.span, there.text)];
}
