// The words that editors colour by their spelling: kinds, blocks and settings out of the vocabulary, the others out of the grammar.

import { type BlockSchema, schemaOf } from "../../compiler/schema/block.ts";
import { vocabulary } from "../../compiler/schema/vocabulary.ts";
import { declarationKinds } from "../../compiler/syntax/tokens.ts";
import { packageBlocks } from "../../compiler/syntax/tree.ts";
import { writtenIn } from "./written-grammar.ts";

export interface Words {
  readonly kinds: readonly string[];
  readonly packages: readonly string[];
  /** Kinds of clusters, storages, sign-ins and the like: what stands between a block's word and its name. */
  readonly variants: readonly string[];
  readonly blocks: readonly string[];
  readonly settings: readonly string[];
}

/** Words that rules of the grammar take just as they are written. */
function wordsOf(...rules: readonly string[]): readonly string[] {
  return [...new Set(rules.flatMap(writtenIn))].filter((written) => /^[a-z]/.test(written));
}

/** `let` and the words of headers. */
export const headerWords = wordsOf("constantHead", "header");
/** Words that stand for a value. */
export const constants = ["true", "false", "none"] as const;
/** Words of conditions. */
export const conditionWords = wordsOf("conjunction", "condition", "negation", "comparator");
/** Words that begin a condition on each of several things. */
export const quantifiers = wordsOf("quantified").filter((word) => !conditionWords.includes(word));
/** What is written like a call. */
export const functions = ["secret", "file", "present"] as const;

/** All words of the vocabulary, each once, sorted. */
export function vocabularyWords(): Words {
  const found = { variants: new Set<string>(), blocks: new Set<string>(), settings: new Set<string>() };
  const seen = new Set<BlockSchema>();
  const walk = (schema: BlockSchema | undefined): void => {
    if (schema === undefined || seen.has(schema)) return;
    seen.add(schema);
    for (const key of Object.keys(schema.settings)) found.settings.add(key);
    for (const use of Object.values(schema.blocks)) {
      found.blocks.add(use.key);
      for (const [variant, one] of Object.entries(use.variants ?? {})) {
        found.variants.add(variant);
        walk(one);
      }
      if (use.variants === undefined) walk(schemaOf(use, undefined));
    }
  };
  for (const { schema, variants } of vocabulary) {
    walk(schema);
    for (const [variant, one] of Object.entries(variants ?? {})) {
      found.variants.add(variant);
      walk(one);
    }
  }
  const packages: readonly string[] = packageBlocks;
  return {
    kinds: declarationKinds,
    packages,
    variants: sorted(found.variants),
    blocks: sorted(found.blocks).filter((word) => !packages.includes(word)),
    settings: sorted(found.settings),
  };
}

function sorted(words: ReadonlySet<string>): readonly string[] {
  return [...words].sort();
}
