// Lines of a package block to requirements.

import { type Diagnostic, diagnose, type Fix, offerFix, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import { badRequirement, doubtfulRequirement, packageTwice } from "../schema/schema-diagnostics.ts";
import { parseCondaRequirement } from "../syntax/requirements/conda-match-spec.ts";
import { parseCranPackages } from "../syntax/requirements/cran-package.ts";
import { parseDebianPackages } from "../syntax/requirements/debian-package.ts";
import { parsePipRequirement } from "../syntax/requirements/pep508.ts";
import type {
  ParsedRequirement,
  Requirement,
  RequirementError,
  RequirementFix,
} from "../syntax/requirements/requirement.ts";
import type { BodyItem, PackageBlock, PackageLineNode } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { PackageRequirement } from "./model.ts";

export interface ReadPackages {
  readonly packages: readonly PackageRequirement[];
  readonly broken: boolean;
}

interface Line {
  readonly file: SourceFile;
  readonly format: PackageBlock;
  readonly by: string;
  readonly report: Report;
}

/** Reads the requirement lines of a block of `format`. */
export function readPackages(body: readonly BodyItem[], line: Line): ReadPackages {
  const packages = new Map<string, PackageRequirement>();
  let broken = false;
  for (const item of body) {
    if (item.kind !== "package-line") continue;
    const read = readLine(item, line);
    broken ||= read === undefined;
    for (const one of read ?? []) {
      const earlier = packages.get(one.requirement.name);
      if (earlier === undefined) {
        packages.set(one.requirement.name, one);
        continue;
      }
      // Lists of Debian packages repeat themselves without harm, and real ones do.
      if (line.format === "apt" && earlier.requirement.text === one.requirement.text) continue;
      const related = [{ span: earlier.span, message: "It is also listed here." }];
      line.report(diagnose(packageTwice, { name: one.requirement.written }, { span: one.span, related }));
      broken = true;
    }
  }
  return { packages: [...packages.values()], broken };
}

function readLine(node: PackageLineNode, line: Line): PackageRequirement[] | undefined {
  const mark = /^-[ \t]+/.exec(node.text)?.[0].length ?? 0;
  const text = node.text.slice(mark);
  const start = node.start + mark;
  const parsed = parseLine(text, line.format);
  if ("error" in parsed) {
    line.report(lineDiagnostic(badRequirement, parsed.error, text, start, line.file));
    return undefined;
  }
  return parsed.requirements.map((requirement) => {
    if (requirement.warning)
      line.report(lineDiagnostic(doubtfulRequirement, requirement.warning, text, start, line.file));
    const several = parsed.requirements.length > 1;
    const span = several
      ? { file: line.file, start: start + requirement.nameStart, end: start + requirement.nameEnd }
      : { file: line.file, start, end: node.end };
    return { requirement, span, by: line.by, doc: node.doc };
  });
}

function parseLine(
  text: string,
  format: PackageBlock,
): { readonly requirements: readonly Requirement[] } | { readonly error: RequirementError } {
  switch (format) {
    case "conda":
      return single(parseCondaRequirement(text));
    case "pip":
      return single(parsePipRequirement(text));
    case "apt":
      return several(parseDebianPackages(text));
    case "cran":
      return several(parseCranPackages(text));
  }
}

function single(
  parsed: ParsedRequirement,
): { readonly requirements: readonly Requirement[] } | { readonly error: RequirementError } {
  return "error" in parsed ? parsed : { requirements: [parsed.requirement] };
}

function several(
  parsed: readonly ParsedRequirement[],
): { readonly requirements: readonly Requirement[] } | { readonly error: RequirementError } {
  const requirements: Requirement[] = [];
  for (const one of parsed) {
    if ("error" in one) return one;
    requirements.push(one.requirement);
  }
  return { requirements };
}

function lineDiagnostic(
  definition: typeof badRequirement,
  error: RequirementError,
  text: string,
  start: number,
  file: SourceFile,
): Diagnostic {
  const whole = { file, start, end: start + text.length };
  const span = error.end > error.start ? { file, start: start + error.start, end: start + error.end } : whole;
  const fixes = error.fix ? [lineFix(error.fix, text, whole)] : [];
  return diagnose(definition, { message: error.message }, { span, fixes });
}

/** Words between which nothing but blanks stand may be several packages, one name, or a remark: a person chooses. */
function lineFix({ title, replacement }: RequirementFix, line: string, whole: Span): Fix {
  const indent = /[ \t]*$/.exec(whole.file.text.slice(0, whole.start))?.[0] ?? "";
  const isCertain = !replacement.includes("\n") || /[,=<>~]/.test(line);
  return (isCertain ? replaceFix : offerFix)(title, whole, replacement.replaceAll("\n", `\n${indent}`));
}
