// Packages whose names look like a slip for a widely used one, and are real: `parsel` is no misspelt `parsl`. They are never taken for a slip.

import lists from "./slip-named-packages.txt";
import { wordLists } from "./word-lists.ts";

/**
 * Names normalised by PEP 503. Source: the names on PyPI and in Debian and Ubuntu, 2026-11, that `isTypingSlip` takes for one of
 * `popularPackages`; without those that have no description, say that another package is meant, or only repeat its words.
 */
export const slipNamedPackages: ReadonlySet<string> = new Set(wordLists(lists)("names"));
