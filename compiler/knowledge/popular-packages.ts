// Names that hubs for teaching data science ask for, by which a misspelt name is noticed and the right one proposed. A name
// that is not here is no mistake: the indexes hold hundreds of thousands.

import lists from "./popular-packages.txt";
import slipLists from "./slip-named-packages.txt";
import { wordLists } from "./word-lists.ts";

/** Names by ecosystem, each list without repetitions; conda's in lower case, pip's normalised by PEP 503. */
export interface PopularPackages {
  /** The month in which the lists were last looked through. */
  readonly date: string;
  readonly source: string;
  readonly conda: readonly string[];
  readonly pip: readonly string[];
  readonly cran: readonly string[];
  readonly apt: readonly string[];
}

const list = wordLists(lists);

/** The lists. Their date and source are told wherever a proposal is made from them. */
export const popularPackages: PopularPackages = {
  date: "2026-11",
  source:
    "a selection of widely used names on PyPI, conda-forge, CRAN and in Debian and Ubuntu, made for data science teaching",
  conda: unique([...list("python"), ...list("python-near"), ...list("conda-only")]),
  pip: unique([...list("python"), ...list("python-near"), ...list("pip-only")]),
  cran: unique(list("cran")),
  apt: unique(list("apt")),
};

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}

/**
 * Names normalised by PEP 503. Source: the names on PyPI and in Debian and Ubuntu, 2026-11, that `isTypingSlip` takes for one of
 * `popularPackages`, as `parsel` is no misspelt `parsl`; without those that have no description, say that another package is meant, or only repeat its words.
 */
export const slipNamedPackages: ReadonlySet<string> = new Set(wordLists(slipLists)("names"));
