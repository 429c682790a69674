// Jupyter Book 2: myst.yml and the workflow that publishes the book. No setting of it takes a hub's address, so that what would be a button
// is an action at the top of every page, and a list of links beside it.

import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Book, launches } from "./book.ts";
import { action, pagesWorkflow } from "./pages-workflow.ts";

/** The newest release (PyPI, 2026-11). */
const version = "2.1.7";

/** Source: myst-frontmatter 1.10 and myst-toc, which read the file. */
export function jupyterBook2(book: Book): OutputFile[] {
  return [mystFile(book), workflow(book)];
}

function mystFile(book: Book): OutputFile {
  const { textbook, hub } = book;
  const data = {
    version: 1,
    project: {
      title: withOrigin(book.title, textbook.title?.span ?? book.course.title.span),
      authors:
        textbook.authors.length > 0
          ? textbook.authors.map(({ value, span }) => withOrigin({ name: value }, span))
          : undefined,
      license: textbook.license && withOrigin(textbook.license.value, textbook.license.span),
      github: gitHubName(book) === undefined ? undefined : withOrigin(book.repo ?? "", textbook.repo?.span),
      jupyter: jupyter(book),
      toc:
        textbook.chapters.length > 0
          ? textbook.chapters.map(({ value, span }) => withOrigin({ file: value.replace(/^\//, "") }, span))
          : undefined,
    },
    site: {
      template: "book-theme",
      actions: hub && [{ title: `Open on ${hub.name}`, url: hub.open }],
    },
  };
  const header = [
    "Configuration of the book for Jupyter Book 2, written by hubc. A book with a myst.yml of its own names this file in its `extends`.",
  ];
  return { path: `${book.sources}/myst.yml`, ...printYaml([yaml(data)], { header, origin: textbook.span }) };
}

/** Binder and running within the page are one setting. */
function jupyter(book: Book): YamlData {
  const { textbook } = book;
  if (!launches(textbook, "binder") && !launches(textbook, "thebe")) return undefined;
  const repo = gitHubName(book);
  if (repo === undefined) return undefined;
  return { binder: { repo, ref: textbook.branch?.value ?? "HEAD", provider: "github" } };
}

function gitHubName({ repo }: Book): string | undefined {
  return /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(repo ?? "")?.[1];
}

function workflow(book: Book): OutputFile {
  const source = book.textbook.folder?.value.replace(/^\//, "");
  const inFolder = source === undefined ? {} : { "working-directory": source };
  return pagesWorkflow({
    path: `${book.folder}/.github/workflows/hubc-book.yml`,
    name: "Publish the book",
    header: "Builds the book with Jupyter Book 2 and publishes it on GitHub Pages. Written by hubc.",
    branch: book.textbook.branch?.value ?? "main",
    steps: [
      action("setup-python", { "python-version": "3.12" }),
      action("setup-node", { "node-version": "24" }),
      { run: `pip install "jupyter-book==${version}"` },
      { run: "jupyter-book build --html", ...inFolder, env: { BASE_URL: baseUrl(book) } },
    ],
    folder: source === undefined ? "_build/html" : `${source}/_build/html`,
    origin: book.textbook.span,
  });
}

/** The path that the book is read under: that of its address, or of a repository's own pages. */
function baseUrl({ textbook }: Book): string {
  const path = textbook.url && /^https?:\/\/[^/?#]+([^?#]*)/.exec(textbook.url.value)?.[1];
  return path === undefined ? "/${{ github.event.repository.name }}" : path.replace(/\/+$/, "");
}
