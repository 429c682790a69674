// Completions in a condition: settings of the kind that a policy governs or facts of an expectation, what may follow them, and values of their types.

import { namesIn } from "../../policy/meaning.ts";
import { isWord, type Token } from "../../syntax/tokens.ts";
import { typeWords } from "../type-words.ts";
import { completeValue } from "./complete-values.ts";
import { type Completion, completionsOf, type Lookup, type Offer } from "./completion.ts";
import { conditionMeaning, meaningAlong, typeAgainst } from "./condition-meaning.ts";
import type { ValueCursor } from "./cursor.ts";

/** What may stand at the cursor of a `require`. */
export function completeConditions(cursor: ValueCursor, lookup: Lookup): readonly Completion[] {
  const { before, typed, path, holder } = cursor;
  const root = conditionMeaning(holder?.kind, holder?.variant);
  if (root === undefined) return [];
  const last = before.at(-1);
  const around = path.length === 0 ? root : meaningAlong(root, path);
  const prefix = path.map((name) => `${name}.`).join("");
  const settings = (around ? namesIn(around) : []).map((name): Offer => {
    const meaning = around && meaningAlong(around, [name]);
    const type = meaning && typeAgainst(meaning);
    const detail = type && typeWords(type, (word) => word);
    return { label: `${prefix}${name}`, kind: "setting", detail: detail ?? meaning?.kind };
  });
  if (path.length > 0) return completionsOf(settings, typed, 0);
  if (last !== undefined && comparators.has(last.image)) {
    const left = meaningAlong(root, pathBefore(before.slice(0, -1)));
    const type = left && typeAgainst(left);
    const values = type
      ? completeValue({ ...cursor, type, before: [], body: undefined, key: "", schema: undefined }, lookup)
      : [];
    return [...values, ...completionsOf(settings, typed, 5)];
  }
  if (last === undefined || connectors.has(last.image))
    return [...completionsOf(settings, typed, 0), ...completionsOf(starts, typed, 1)];
  return completionsOf(isWord(last) ? operators : joins, typed, 0);
}

const comparators: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">=", "in"]);
const connectors: ReadonlySet<string> = new Set(["and", "or", "not", "(", ":", ","]);

const word = (label: string, doc: string, snippet?: string): Offer => ({
  label,
  kind: "keyword",
  doc,
  ...(snippet === undefined ? {} : { snippet }),
});

const starts: readonly Offer[] = [
  word("not", "The opposite."),
  word("present", "True where the setting is said.", "present($0)"),
  word("all", "True where the condition holds for every item.", "all ${1:x} in ${2:list}: $0"),
  word("any", "True where the condition holds for at least one item.", "any ${1:x} in ${2:list}: $0"),
];

const joins: readonly Offer[] = [word("and", "Both hold."), word("or", "At least one holds.")];

const operators: readonly Offer[] = [
  ...["==", "!=", "<=", ">=", "<", ">"].map((label) => word(label, "Compares a setting with a value.")),
  word("in", "True where the value is one of a list."),
  word("matches", "True where the whole text fits the pattern.", 'matches "$0"'),
  ...joins,
];

/** The names of the path that the tokens end with. */
function pathBefore(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  for (let at = tokens.length - 1; at >= 0; at -= 2) {
    const name = tokens[at];
    if (name === undefined || !isWord(name)) break;
    names.unshift(name.image);
    if (tokens[at - 1]?.image !== ".") break;
  }
  return names;
}
