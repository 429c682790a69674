// The recipes of the cookbook: each is a few declarations that take the place of those of one base program.

import { check } from "../../compiler/check.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import type { Examined } from "../../compiler/examine.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import type { DeclarationNode } from "../../compiler/syntax/tree.ts";
import { emit } from "../../compiler/targets/emit.ts";
import type { Day } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

export interface Recipe {
  /** Its file's, without `.hub`: the name of its page. */
  readonly name: string;
  readonly title: string;
  /** A few sentences of Markdown. */
  readonly about: string;
  /** The declarations that the recipe is about. */
  readonly text: string;
  /** The rest of its program. */
  readonly rest: string;
}

/** The recipe in a file: a comment with a title, an empty line and a few sentences, then declarations. @throws Error for another form. */
export function readRecipe(name: string, file: string, base: string): Recipe {
  const found = /^# (.+)\n#\n((?:# .*\n)+)\n([\s\S]+)$/.exec(file);
  const [, title, about, text] = found ?? [];
  if (title === undefined || about === undefined || text === undefined)
    throw new Error(`site/recipes/${name}.hub does not begin with a title and what it is about`);
  return { name, title, about: about.replace(/^# /gm, ""), text, rest: withoutThose(base, text) };
}

/** The declarations of `base` that `text` does not declare itself. */
function withoutThose(base: string, text: string): string {
  const own = new Set(declarations(text).map(nameOf));
  const kept = declarations(base).filter((node) => !own.has(nameOf(node)));
  const textOf = ({ start, end }: DeclarationNode) => base.slice(start, end);
  // What the recipe's program would name nowhere is not part of it.
  const isNamed = (node: DeclarationNode) =>
    !["group", "storage", "provider", "image"].includes(node.keyword.text) ||
    [text, ...kept.filter((other) => other !== node).map(textOf)].some((one) =>
      new RegExp(`(?<![\\w-])${node.name?.text ?? ""}(?![\\w-])`).test(one),
    );
  return `${kept.filter(isNamed).map(textOf).join("\n\n")}\n`;
}

function declarations(text: string): readonly DeclarationNode[] {
  return parse(createSourceFile("recipe.hub", text), ({ message }) => {
    throw new Error(message);
  }).declarations;
}

/** Kind and name; the variant of a provider or a storage may be another. */
function nameOf({ keyword, name }: DeclarationNode): string {
  return `${keyword.text} ${name?.text ?? ""}`;
}

/** One output, and which of its lines come from the recipe's own declarations. */
export interface RecipeOutput {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly number[];
}

export interface CompiledRecipe {
  readonly diagnostics: readonly Diagnostic[];
  /** What it gives, in order of path; empty where there are errors. */
  readonly outputs: readonly RecipeOutput[];
}

const recipeFile = "recipe.hub";

/** Compiles the recipe's program for a day. */
export function compileRecipe({ text, rest }: Pick<Recipe, "text" | "rest">, on: Day): CompiledRecipe {
  const files = [createSourceFile(recipeFile, text), createSourceFile("rest.hub", rest)];
  const { diagnostics, model, sources }: Examined = check({ files, assets: new Map() }, { on });
  if (model === undefined) return { diagnostics, outputs: [] };
  const outputs = emit(model, sources).map(({ path, text: output, origins }) => ({
    path,
    text: output,
    lines: origins.flatMap((origin, line) => (origin?.file.path === recipeFile ? [line] : [])),
  }));
  return { diagnostics, outputs };
}
