// Completions inside quotes: constants to fill in, paths of secrets and files, and texts that are known for the setting.

import { releaseNames } from "../../names/release-names.ts";
import { type Completion, completionsOf, type Lookup, type Offer } from "./completion.ts";
import type { Cursor, ValueCursor } from "./cursor.ts";
import { constantOffer } from "./fitting-constants.ts";
import { knownTexts } from "./known-texts.ts";
import { secretPaths } from "./used-texts.ts";

/** Is the cursor in a text? */
export function isInText({ typed }: Cursor): boolean {
  return typed.text.startsWith('"');
}

/** What may stand in the text at the cursor of a value. */
export function completeText(cursor: ValueCursor, lookup: Lookup): readonly Completion[] {
  const inner = interpolation(cursor, lookup);
  if (inner !== undefined) return inner;
  const { typed } = cursor;
  if (typed.text.startsWith('"""')) return [];
  const texts = cursor.call === undefined ? knownTexts(cursor, lookup) : callTexts(cursor.call, lookup);
  const written = typed.text.slice(1); // the half-typed text itself is among those of the program
  return completionsOf(texts.filter(({ label }) => label !== written && label !== "").map(quoted), typed, 0);
}

/** After `${`, the constants, and in a hub what its releases have. */
export function interpolation({ typed, holder }: Cursor, { known }: Lookup): readonly Completion[] | undefined {
  const { text, start } = typed;
  const word = /\$\{[ \t]*([\w-]*)$/.exec(text)?.[1];
  if (word === undefined) return undefined;
  const end = start + text.length;
  const offers = [...known.program.constants.values()].map(constantOffer);
  const number: readonly Offer[] = [{ label: "n", kind: "constant", detail: "the number of a family's member" }];
  const ofRelease = holder?.kind === "hub" ? Object.entries(releaseNames) : [];
  const release = ofRelease.map(([label, doc]): Offer => ({ label, kind: "constant", detail: "of the release", doc }));
  return completionsOf([...offers, ...number, ...release], { text: word, start: end - word.length, end }, 0);
}

function callTexts(
  call: string,
  { known, names }: Lookup,
): readonly { readonly label: string; readonly detail: string }[] {
  if (call === "secret") return secretPaths(names.trees).map((label) => ({ label, detail: "a secret" }));
  if (call !== "file") return [];
  return [...known.sources.assets.keys()].sort().map((label) => ({ label, detail: "a file of this project" }));
}

function quoted(one: {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly doc?: string | undefined;
}): Offer {
  return { ...one, label: `"${one.label}"`, kind: "text" };
}
