// What a requirement line asks for, as its tool reads it.

import { importCheck } from "../../knowledge/import-names.ts";
import { nameOnPypi } from "../../knowledge/package-names.ts";
import { parseCondaRequirement } from "../../syntax/requirements/conda-match-spec.ts";
import { parseCranPackages } from "../../syntax/requirements/cran-package.ts";
import { parseDebianPackages } from "../../syntax/requirements/debian-package.ts";
import { parsePipRequirement } from "../../syntax/requirements/pep508.ts";
import type { ParsedRequirement, Requirement } from "../../syntax/requirements/requirement.ts";
import type { PackageBlock, Range } from "../../syntax/tree.ts";

/** The requirements of a line, in order; several where the format takes several a line. */
function requirementsIn(line: string, format: PackageBlock): readonly ParsedRequirement[] {
  switch (format) {
    case "conda":
      return [parseCondaRequirement(line)];
    case "pip":
      return [parsePipRequirement(line)];
    case "apt":
      return parseDebianPackages(line);
    case "cran":
      return parseCranPackages(line);
  }
}

/** The page of the package at `offset` of the line; nothing where the line could not be read. */
export function packageMarkdown(
  line: string,
  format: PackageBlock,
  offset: number,
): (Range & { readonly markdown: string }) | undefined {
  const requirements = requirementsIn(line, format).flatMap((one) => ("error" in one ? [] : [one.requirement]));
  const requirement = requirements.findLast(({ nameStart }) => nameStart <= offset) ?? requirements[0];
  if (requirement === undefined) return undefined;
  const end = requirements.length > 1 ? requirement.nameEnd : line.length;
  return { start: requirements.length > 1 ? requirement.nameStart : 0, end, markdown: pageOf(requirement) };
}

const formats: Readonly<Record<PackageBlock, string>> = {
  conda: "conda package",
  pip: "package from PyPI",
  apt: "Debian package",
  cran: "R package from CRAN",
};

function pageOf(requirement: Requirement): string {
  const { ecosystem, written, version, exact, extras, marker, url, channel, subdir, build, warning } = requirement;
  const pypi = nameOnPypi(requirement);
  const check = importCheck(requirement);
  const rows = [
    ...row("Version", version === undefined ? "any" : version.trim()),
    ...row("Exactly", exact !== undefined && exact !== version ? exact : undefined),
    ...row("Extras", extras?.join(", ")),
    ...row("Only where", marker),
    ...row("From", url),
    ...row("Channel", channel),
    ...row("Platform", subdir),
    ...row("Build", build),
    ...row("Imported as", check.kind === "python" ? check.module : undefined),
    ...row("Loaded as", check.kind === "r" ? check.name : undefined),
    ...row("On PyPI", ecosystem === "conda" && pypi !== undefined && pypi !== requirement.name ? pypi : undefined),
  ];
  const notes = warning === undefined ? [] : [warning.message];
  return [`**${written}**: ${formats[ecosystem]}`, rows.join("\n"), ...notes].join("\n\n");
}

function row(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : [`- ${name}: \`${value}\``];
}
