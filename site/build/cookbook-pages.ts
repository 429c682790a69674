// The cookbook: a page for each recipe, with its program and what that gives beside the base program's outputs.

import { structuredPatch } from "diff";
import type { Day } from "../../compiler/text/calendar.ts";
import { codeBlock } from "./highlight.ts";
import { escaped, type Page, proseHtml } from "./html.ts";
import { type CompiledRecipe, compileRecipe, type Recipe, type RecipeOutput } from "./recipes.ts";

/** Outputs that say the same in other words, or are not read by people. */
const notShown = /(?:\.html|hubc-manifest\.json|\.svg)$/;
/** Of a longer difference only the first lines are shown. */
const mostLines = 80;

export interface Cookbook {
  readonly recipes: readonly Recipe[];
  /** The program that all recipes change, in whole. */
  readonly base: string;
  /** The day that all are compiled for. */
  readonly on: Day;
}

/** @throws Error where a recipe has a finding. */
export function cookbookPages({ recipes, base, on }: Cookbook): readonly Page[] {
  const before = new Map(compiled("base", { text: base, rest: "" }, on).outputs.map((one) => [one.path, one.text]));
  return [
    index(recipes, base),
    ...recipes.map((recipe) => recipePage(recipe, compiled(recipe.name, recipe, on), before)),
  ];
}

function compiled(name: string, program: Pick<Recipe, "text" | "rest">, on: Day): CompiledRecipe {
  const made = compileRecipe(program, on);
  const [first] = made.diagnostics;
  if (first !== undefined) throw new Error(`recipe ${name}: ${first.message}`);
  return made;
}

function recipePage(recipe: Recipe, { outputs }: CompiledRecipe, before: ReadonlyMap<string, string>): Page {
  const changed = outputs.filter(({ path, text }) => before.get(path) !== text && !notShown.test(path));
  const others = outputs.length - changed.length;
  return {
    path: `cookbook/${recipe.name}.html`,
    title: recipe.title,
    about: plain(recipe.about),
    body: `<p class="trail"><a href="index.html">Cookbook</a></p>
<h1>${escaped(recipe.title)}</h1>
<p class="lead">${proseHtml(recipe.about)}</p>
${codeBlock(recipe.text, "hub")}
<p><a class="button" href="../playground/index.html#example=${recipe.name}">Open in the playground</a></p>
<details><summary>The rest of the program</summary>
${codeBlock(recipe.rest, "hub")}
</details>
<h2>What it gives</h2>
${changed.length === 0 ? '<p>The same files as <a href="index.html#base">the base program</a>: the recipe shows what stands in it.</p>' : `<p>Beside what <a href="index.html#base">the base program</a> gives; ${others} more files are the same or pages for people.</p>`}
${changed.map((output) => difference(output, before.get(output.path))).join("\n")}`,
  };
}

/** The lines that are new, with two around them. */
function difference({ path, text }: RecipeOutput, before: string | undefined): string {
  const lines =
    before === undefined
      ? text.split("\n").map((line) => `+${line}`)
      : structuredPatch(path, path, before, text, undefined, undefined, { context: 2 }).hunks.flatMap((hunk, at) => [
          ...(at === 0 ? [] : [" …"]),
          ...hunk.lines.filter((line) => !line.startsWith("\\")),
        ]);
  const shown = lines.slice(0, mostLines).map((line) => {
    const role = line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "";
    return role === "" || before === undefined
      ? escaped(line.slice(1))
      : `<span class="${role}">${escaped(line)}</span>`;
  });
  const more = lines.length > mostLines ? `\n… ${lines.length - mostLines} more lines` : "";
  const isNew = before === undefined ? ' <span class="tag">new</span>' : "";
  return `<details${path.endsWith("values.yaml") || path.endsWith("Dockerfile") ? " open" : ""}><summary><code>${escaped(path)}</code>${isNew}</summary>
<pre tabindex="0"><code>${shown.join("\n")}${more}</code></pre>
</details>`;
}

function index(recipes: readonly Recipe[], base: string): Page {
  const rows = recipes.map(
    ({ name, title, about }) =>
      `<li><a href="${name}.html">${escaped(title)}</a> <span class="quiet">${proseHtml(about.split(/(?<=[.:]) /)[0] ?? "")}</span></li>`,
  );
  return {
    path: "cookbook/index.html",
    title: "Cookbook",
    about: `${recipes.length} recipes, each a program that compiles, with what it gives.`,
    body: `<h1>Cookbook</h1>
<p class="lead">${recipes.length} recipes. Each is a program that compiles, and shows what comes out of it. What a recipe does not say is as in the base program.</p>
<ul class="list recipes">
${rows.join("\n")}
</ul>
<h2 id="base">The base program</h2>
${codeBlock(base, "hub")}`,
  };
}

function plain(text: string): string {
  return text.replaceAll("`", "").replaceAll("\n", " ").trim();
}
