// Snippets of whole declarations, for when no server runs. Their bodies are those that completion offers: every required setting
// with a place for its value.

import type { BlockSchema } from "../../compiler/schema/block.ts";
import { vocabulary } from "../../compiler/schema/vocabulary.ts";
import { bodySnippet, escaped, field } from "../../compiler/service/editor/snippet.ts";

/** A snippet as VS Code reads it. */
export interface EditorSnippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** A snippet for each kind of declaration and each of its variants, by title. */
export function declarationSnippets(): Readonly<Record<string, EditorSnippet>> {
  const heads = vocabulary.flatMap(({ kind, doc, schema, variants }) => {
    if (variants === undefined) return schema === undefined ? [] : [{ head: kind, doc, schema }];
    return Object.entries(variants).map(([variant, one]) => ({
      head: `${kind} ${variant}`,
      doc: one.doc,
      schema: one,
    }));
  });
  return Object.fromEntries(heads.map(({ head, doc, schema }) => [head, snippet(head, doc, schema)]));
}

function snippet(head: string, doc: string, schema: BlockSchema): EditorSnippet {
  const places = { next: 1 };
  const text = `${escaped(head)} ${field(places.next++, "name")} ${bodySnippet(schema, places)}`;
  // The prefix differs from the word itself, which the server completes by its place.
  return { prefix: `new-${head.replace(" ", "-")}`, body: text.split("\n"), description: doc };
}
