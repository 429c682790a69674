// What may be written at an offset: the place is found from the tokens before it, then asked of the vocabulary and of the program.

import type { Examined } from "../../examine.ts";
import { kindsWithConditions } from "../../syntax/tokens.ts";
import { printDate } from "../../text/calendar.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { commentAt, completeComment } from "./complete-comment.ts";
import { completeConditions } from "./complete-conditions.ts";
import { completePackages } from "./complete-packages.ts";
import { completeText, completeValue, datesFor, interpolation, isInText } from "./complete-values.ts";
import { completeBody, completeFields, completeHeader, completeLabel } from "./complete-words.ts";
import { type Completion, type Completions, completionsOf, type Lookup, type Offer } from "./completion.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { tokensOf } from "./file-trees.ts";
import { programNames } from "./program-names.ts";

/** The completions of an offset; none where nothing sensible is known. */
export function completionsAt(known: Examined, file: SourceFile, offset: number): Completions {
  const comment = commentAt(tokensOf(file).comments, offset);
  if (comment) return { items: completeComment(known, file, { comment, offset }), incomplete: false };
  const cursor = cursorAt(file, offset);
  if (cursor === undefined) return nothing;
  if (cursor.at === "package") return completePackages(cursor);
  const lookup: Lookup = {
    known,
    get names() {
      return programNames(known, file); // most places ask for none
    },
  };
  return { items: itemsFor(cursor, lookup), incomplete: false };
}

const nothing: Completions = { items: [], incomplete: false };

function itemsFor(cursor: Cursor, lookup: Lookup): readonly Completion[] {
  if (isInText(cursor) && cursor.at !== "value" && cursor.at !== "body") return interpolation(cursor, lookup) ?? [];
  switch (cursor.at) {
    case "header":
      return completeHeader(cursor, lookup);
    case "body":
      return completeBody(cursor, lookup);
    case "label":
      return cursor.use.label === "range" ? windowLabels(cursor, lookup) : completeLabel(cursor, lookup);
    case "fields":
      return completeFields(cursor);
    case "value":
      if (isInText(cursor)) return completeText(cursor, lookup);
      return kindsWithConditions.has(cursor.holder?.kind ?? "") && cursor.key === "require"
        ? completeConditions(cursor, lookup)
        : completeValue(cursor, lookup);
    case "package":
      return [];
  }
}

/** Days for `during`: those of the course's term. */
function windowLabels(cursor: Extract<Cursor, { readonly at: "label" }>, lookup: Lookup): readonly Completion[] {
  const { words, typed, holder } = cursor;
  if (words.length > 0 && words.at(-1) !== "..")
    return completionsOf([{ label: "..", kind: "keyword", insert: ".. " }], typed, 0);
  const isEnd = words.at(-1) === "..";
  const days = datesFor(holder?.kind === "course" ? holder.name : undefined, lookup, isEnd);
  const offers = days.map(({ day, detail }): Offer => ({ label: printDate(day), kind: "value", detail }));
  return completionsOf(offers, typed, 0);
}
