// Under which name a program imports what a package brings: `scikit-learn` is `sklearn`. A smoke test imports what was declared, so a guess
// would fail good images; a name that is not here is left out of the test, and said to be.

import type { Requirement } from "../syntax/requirements/requirement.ts";
import lists from "./import-names.txt";
import { nameOnPypi } from "./package-names.ts";
import { pairsIn, wordLists } from "./word-lists.ts";

const list = wordLists(lists);

/** What shows that a package is there and works. */
export type ImportCheck =
  | { readonly kind: "python"; readonly module: string }
  /** R's names are in mixed case, conda's are not: `name` is in lower case unless `exact`. */
  | { readonly kind: "r"; readonly name: string; readonly exact: boolean }
  /** Nothing to import: a program, a library in C, a package of packages. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown" };

/**
 * The month in which the table was last looked through. Sources: the projects' own documentation; the different names were held against the
 * mapping of pipreqs, and 170 names against what Python says of the packages that are installed for the tests.
 */
export const importNamesDate = "2026-11";

/** How to try a package of conda, pip or CRAN. */
export function importCheck(requirement: Requirement): ImportCheck {
  const { ecosystem, name, written } = requirement;
  if (ecosystem === "apt") return { kind: "nothing" };
  if (ecosystem === "cran") return { kind: "r", name: written, exact: true };
  if (ecosystem === "conda" && packagesOfPackages.has(name)) return { kind: "nothing" };
  if (ecosystem === "conda" && name.startsWith("r-")) return { kind: "r", name: name.slice(2), exact: false };
  const plain = ecosystem === "conda" ? (condaOnly.get(name) ?? nameOnPypi(requirement)) : nameOnPypi(requirement);
  // Under a name that means something else on PyPI conda has programs and libraries.
  if (plain === undefined) return { kind: "nothing" };
  const module = different.get(plain) ?? (same.has(plain) ? plain.replaceAll("-", "_") : undefined);
  if (module !== undefined) return { kind: "python", module };
  return { kind: nothing.has(plain) ? "nothing" : "unknown" };
}

/** Packages of conda that are named otherwise on PyPI, where another name is no package of its own. */
const condaOnly = pairsIn(list("conda-only"));

const packagesOfPackages: ReadonlySet<string> = new Set(list("packages-of-packages"));

const different = pairsIn(list("different"));

/** The module has the package's name, with `_` for `-`. */
const same: ReadonlySet<string> = new Set(list("same"));

/** Programs, libraries in other languages, and packages of packages. */
const nothing: ReadonlySet<string> = new Set(list("nothing"));
