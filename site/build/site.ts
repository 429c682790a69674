// The whole site as files: a pure function of the repository's texts. What is drawn by the browser is in site/playground/ and site/assets/.

import { commands } from "../../compiler/cli/command-table.ts";
import { diagnosticPages } from "../../compiler/diagnostic-pages.ts";
import type { Day } from "../../compiler/text/calendar.ts";
import { codePages } from "./code-pages.ts";
import { commandPages } from "./command-pages.ts";
import { cookbookPages } from "./cookbook-pages.ts";
import { galleryPage, type Shown } from "./gallery-page.ts";
import { type Document, guidePages, homePage } from "./guide-pages.ts";
import { type Page, pageFile, type SiteFile } from "./html.ts";
import { playgroundPage } from "./playground-page.ts";
import { readRecipe } from "./recipes.ts";
import { searchFiles } from "./search-files.ts";
import { settingPages } from "./setting-pages.ts";

export interface SiteSources {
  /** Guides and documents in Markdown. */
  readonly documents: readonly Document[];
  /** Files of site/recipes/ by their names without `.hub`, but the base. */
  readonly recipes: ReadonlyMap<string, string>;
  /** site/recipes/base.hub. */
  readonly base: string;
  readonly gallery: readonly Shown[];
  /** The day that recipes are compiled for. */
  readonly on: Day;
}

/** Every page, the index of the search, and the examples of the playground. @throws Error where a recipe or a document is wrong. */
export function siteFiles({ documents, recipes, base, gallery, on }: SiteSources): readonly SiteFile[] {
  const program = base.replace(/^#.*\n\n/, "");
  const read = [...recipes]
    .map(([name, text]) => readRecipe(name, text, program))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
  const pages: readonly Page[] = [
    homePage(),
    ...guidePages(documents),
    ...cookbookPages({ recipes: read, base: program, on }),
    ...settingPages(),
    ...codePages(diagnosticPages),
    ...commandPages(commands),
    galleryPage(gallery),
    playgroundPage(),
  ];
  const examples = read.map(({ name, title, text, rest }) => ({
    name,
    title,
    files: { "recipe.hub": text, "rest.hub": rest },
  }));
  const list = JSON.stringify(examples.map(({ name, title }) => ({ name, title })));
  return [
    ...pages.map(pageFile),
    ...searchFiles(pages),
    { path: "playground/examples.json", text: `${list}\n` },
    ...examples.map(({ name, files }) => ({
      path: `playground/examples/${name}.json`,
      text: `${JSON.stringify(files)}\n`,
    })),
  ];
}
