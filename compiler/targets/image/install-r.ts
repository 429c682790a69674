// install.R: the packages from CRAN. R goes on after a package that could not be installed, so the script looks for itself.

import type { Image, PackageRequirement } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { rString } from "../../output/r-string.ts";
import { generatedNote } from "./generated-note.ts";
import { requirementLines } from "./requirement-lines.ts";

/** The file in `folder`; undefined where the image asks for no package from CRAN. */
export function installR(image: Image, folder: string): OutputFile | undefined {
  if (image.cran.length === 0) return undefined;
  const pinned = image.cran.some(({ requirement }) => requirement.exact !== undefined);
  const head = [`# ${generatedNote(image)}`, "", ...preamble, ...(pinned ? remotes : []), ...installer(pinned), ""];
  const lines = [...head, ...requirementLines(image.cran, call)];
  return textFile(`${folder}/install.R`, lines, image.span);
}

function call(requirement: PackageRequirement["requirement"]): string {
  const name = rString(requirement.written);
  return requirement.exact === undefined ? `install(${name})` : `install(${name}, ${rString(requirement.exact)})`;
}

// A base may have chosen a mirror, perhaps of one day's packages: it stays.
const preamble = [
  'if (identical(unname(getOption("repos")), "@CRAN@")) {',
  '  options(repos = c(CRAN = "https://cloud.r-project.org"))',
  "}",
  "",
];

const remotes = ['if (!requireNamespace("remotes", quietly = TRUE)) {', '  install.packages("remotes")', "}", ""];

function installer(pinned: boolean): readonly string[] {
  const either = [
    "  if (is.null(version)) {",
    "    install.packages(package)",
    "  } else {",
    '    remotes::install_version(package, version, upgrade = "never")',
    "  }",
  ];
  return [
    `install <- function(package${pinned ? ", version = NULL" : ""}) {`,
    ...(pinned ? either : ["  install.packages(package)"]),
    "  if (!nzchar(system.file(package = package))) {",
    '    stop("could not install ", package)',
    "  }",
    "}",
  ];
}
