// One package under two names: what conda and PyPI call the same, so that lines of both can be held against each other.

import type { Requirement } from "../syntax/requirements/requirement.ts";
import lists from "./package-names.txt";
import { pairsIn, wordLists } from "./word-lists.ts";

const list = wordLists(lists);

/**
 * The name on PyPI of the software that a conda or pip line asks for; undefined for another kind of line, and where a name of conda is not
 * the software of that name on PyPI. Source: recipes on conda-forge, compared 2026-11.
 */
export function nameOnPypi({ ecosystem, name }: Requirement): string | undefined {
  const plain = name.toLowerCase().replaceAll(/[_.]/g, "-");
  if (ecosystem === "pip") return plain;
  if (ecosystem !== "conda" || notOnPypi.has(plain)) return undefined;
  return calledOtherwise.get(plain) ?? plain;
}

/** Programs and libraries whose name on PyPI is another project's, or a binding of another version. */
const notOnPypi: ReadonlySet<string> = new Set(list("not-on-pypi"));

const calledOtherwise = pairsIn(list("called-otherwise"));
