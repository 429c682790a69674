// Jupyter Book 1: _config.yml, _toc.yml and the workflow that publishes the book. Its pages carry buttons to the hub.

import { buttonInterface } from "../../knowledge/course-tools.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { shellQuote } from "../../output/shell-script.ts";
import { withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import type { Book } from "./book.ts";
import { action, pagesWorkflow } from "./pages-workflow.ts";

/** The last release of its line (PyPI, 2026-11). */
const version = "1.0.4.post1";

/** Source: Jupyter Book 1.0's config_schema.json, sphinx-external-toc, and sphinx-book-theme's launch buttons. */
export function jupyterBook1(book: Book): OutputFile[] {
  const toc = tocFile(book);
  return [configFile(book), ...(toc ? [toc] : []), workflow(book)];
}

function configFile(book: Book): OutputFile {
  const { textbook, repo } = book;
  const data = {
    title: withOrigin(book.title, textbook.title?.span ?? book.course.title.span),
    author: textbook.authors.length > 0 ? textbook.authors.map(({ value }) => value).join(", ") : undefined,
    execute: withComment({ execute_notebooks: "off" }, "The build has none of the course's packages."),
    html: {
      baseurl: textbook.url && withOrigin(textbook.url.value, textbook.url.span),
      use_repository_button: repo === undefined ? undefined : true,
    },
    launch_buttons: launchButtons(book),
    repository:
      repo === undefined
        ? undefined
        : {
            url: withOrigin(repo, textbook.repo?.span),
            path_to_book: textbook.folder && withOrigin(textbook.folder.value, textbook.folder.span),
            branch: textbook.branch && withOrigin(textbook.branch.value, textbook.branch.span),
          },
  };
  const header = ["Configuration of the book for Jupyter Book 1, written by hubc."];
  return { path: `${book.sources}/_config.yml`, ...printYaml([yaml(data)], { header, origin: textbook.span }) };
}

function launchButtons({ textbook, hub, repo }: Book): YamlData {
  if (repo === undefined) return undefined;
  const asked = new Set(textbook.launch.map(({ value }) => value));
  const page = hub && buttonInterface(hub.app);
  const binder = asked.has("binder") || asked.has("thebe");
  if (page === undefined && !binder) return undefined;
  return {
    notebook_interface: page ?? "jupyterlab",
    jupyterhub_url: page === undefined ? undefined : hub?.url,
    binderhub_url: binder ? "https://mybinder.org" : undefined,
    thebe: asked.has("thebe") ? true : undefined,
  };
}

function tocFile(book: Book): OutputFile | undefined {
  const [root, ...chapters] = book.textbook.chapters;
  if (root === undefined) return undefined;
  const data = {
    format: "jb-book",
    root: withOrigin(document(root.value), root.span),
    chapters:
      chapters.length === 0
        ? undefined
        : chapters.map(({ value, span }) => withOrigin({ file: document(value) }, span)),
  };
  const header = ["Table of contents of the book for Jupyter Book 1, written by hubc."];
  return { path: `${book.sources}/_toc.yml`, ...printYaml([yaml(data)], { header, origin: book.textbook.span }) };
}

/** Files are named without their ending. */
function document(path: string): string {
  return path.replace(/^\//, "").replace(/\.(?:ipynb|md|rst)$/, "");
}

function workflow(book: Book): OutputFile {
  const source = book.textbook.folder?.value.replace(/^\//, "") ?? ".";
  return pagesWorkflow({
    path: `${book.folder}/.github/workflows/hubc-book.yml`,
    name: "Publish the book",
    header: `Builds the book with Jupyter Book 1 and publishes it on GitHub Pages. Written by hubc.`,
    branch: book.textbook.branch?.value ?? "main",
    steps: [
      action("setup-python", { "python-version": "3.12" }),
      { run: `pip install "jupyter-book==${version}"` },
      { run: `jupyter-book build ${shellQuote(source)}` },
    ],
    folder: source === "." ? "_build/html" : `${source}/_build/html`,
    origin: book.textbook.span,
  });
}
