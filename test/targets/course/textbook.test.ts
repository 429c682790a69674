// Books against the programs that read their configuration: myst-frontmatter for Jupyter Book 2, a closed shape for 1, actionlint for workflows.

import { Ajv } from "ajv";
import { load } from "js-yaml";
import { validateProjectFrontmatter } from "myst-frontmatter";
import { describe, expect, test } from "vitest";
import { compiledCourse, courseText } from "../../support/course-program.ts";

const book = (body: string, course = "") => ({
  course: `${course}  textbook {\n    repo = "https://github.com/data-8/textbook"\n    branch = "main"\n${body}  }\n`,
});

type Messages = Parameters<typeof validateProjectFrontmatter>[1]["messages"];
type Data = { readonly [key: string]: unknown };

function read(text: string): Data {
  return load(text) as Data; // each of these files is a mapping
}

describe("Jupyter Book 2", () => {
  const full = book(`    builder = jupyter-book-2
    title = "Computational: \\"and\\" Inferential # Thinking"
    authors = ["Ani Adhikari", "John DeNero"]
    license = "CC-BY-NC-ND-4.0"
    folder = "book"
    url = "https://campus.github.io/textbook/"
    chapters = ["intro.md", "03/Expressions.ipynb"]
    launch = [binder]
`);

  test("takes myst.yml without a word", () => {
    const myst = read(courseText(full, "textbook/book/myst.yml"));
    const messages: Messages = {};
    const project = validateProjectFrontmatter(myst["project"], { property: "project", messages });
    expect(messages).toEqual({});
    expect(project.title).toBe('Computational: "and" Inferential # Thinking');
    expect(project.github).toBe("https://github.com/data-8/textbook");
    expect(project.thebe?.binder).toMatchObject({ repo: "data-8/textbook", ref: "main", provider: "github" });
    expect(project.toc).toEqual([{ file: "intro.md" }, { file: "03/Expressions.ipynb" }]);
    expect(Object.keys(myst)).toEqual(["version", "project", "site"]);
  });

  test("would have said something of a key that it does not know", () => {
    const messages: Messages = {};
    validateProjectFrontmatter({ title: "T", jupyter: { hub: "https://h" } }, { property: "project", messages });
    expect(messages.warnings?.length).toBeGreaterThan(0);
  });

  test("shows a link to the hub where no button can be", () => {
    const site = read(courseText(book("    builder = jupyter-book-2\n"), "textbook/myst.yml"))["site"] as Data; // a mapping
    expect(site["actions"]).toEqual([
      {
        title: "Open on data8.datahub.berkeley.edu",
        url: "https://data8.datahub.berkeley.edu/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fdata-8%2Ftextbook&urlpath=lab%2Ftree%2Ftextbook&branch=main",
      },
    ]);
  });

  test("has a link to the hub for each notebook, in the book's folder", () => {
    const parts = book('    builder = jupyter-book-2\n    folder = "book"\n    chapters = ["intro.md", "a.ipynb"]\n');
    const { links } = JSON.parse(courseText(parts, "textbook/links.json")) as {
      links: { name: string; url: string }[];
    }; // our own form
    expect(links.map(({ name }) => name)).toEqual(["a.ipynb"]);
    expect(new URL(links[0]?.url ?? "").searchParams.get("urlpath")).toBe("lab/tree/textbook/book/a.ipynb");
  });

  test("is published below the path that it is read at", () => {
    expect(courseText(full, "textbook/.github/workflows/hubc-book.yml")).toContain("BASE_URL: /textbook\n");
    const unsaid = courseText(book("    builder = jupyter-book-2\n"), "textbook/.github/workflows/hubc-book.yml");
    expect(unsaid).toContain("BASE_URL: /${{ github.event.repository.name }}\n");
  });
});

describe("Jupyter Book 1", () => {
  /** The parts of config_schema.json (1.0.4) that are written, closed: the schema itself lets every misspelling through. */
  const shape = {
    type: "object",
    additionalProperties: false,
    required: ["title", "execute", "html"],
    properties: {
      title: { type: "string" },
      author: { type: "string" },
      execute: {
        type: "object",
        additionalProperties: false,
        properties: { execute_notebooks: { enum: ["auto", "cache", "force", "inline", "off", false] } },
      },
      html: {
        type: "object",
        additionalProperties: false,
        properties: { baseurl: { type: "string" }, use_repository_button: { type: "boolean" } },
      },
      launch_buttons: {
        type: "object",
        additionalProperties: false,
        properties: {
          notebook_interface: { enum: ["classic", "jupyterlab"] },
          jupyterhub_url: { type: "string" },
          binderhub_url: { type: "string" },
          thebe: { type: "boolean" },
        },
      },
      repository: {
        type: "object",
        additionalProperties: false,
        required: ["url"],
        properties: { url: { type: "string" }, path_to_book: { type: "string" }, branch: { type: "string" } },
      },
    },
  };
  const valid = new Ajv().compile(shape);

  function config(body: string, course = ""): Data {
    const data = read(courseText(book(`    builder = jupyter-book-1\n${body}`, course), "textbook/_config.yml"));
    expect(valid(data), JSON.stringify(valid.errors)).toBe(true);
    return data;
  }

  test("has a button to the hub in the app of the course", () => {
    expect(config("")["launch_buttons"]).toEqual({
      notebook_interface: "jupyterlab",
      jupyterhub_url: "https://data8.datahub.berkeley.edu",
    });
  });

  test("has the buttons that are asked for, and no other", () => {
    expect(config("    launch = [thebe]\n")["launch_buttons"]).toEqual({
      notebook_interface: "jupyterlab",
      binderhub_url: "https://mybinder.org",
      thebe: true,
    });
  });

  test("has no button for an app that the theme can't open", () => {
    const parts = book("    builder = jupyter-book-1\n", "  open-with = rstudio\n");
    const text = courseText({ ...parts, pip: "jupyter-rsession-proxy==2.3.0" }, "textbook/_config.yml");
    expect(read(text)["launch_buttons"]).toBeUndefined();
  });

  test("lists pages without their endings, the first as the root", () => {
    const parts = book('    builder = jupyter-book-1\n    chapters = ["intro.md", "01/a.ipynb", "b"]\n');
    expect(read(courseText(parts, "textbook/_toc.yml"))).toEqual({
      format: "jb-book",
      root: "intro",
      chapters: [{ file: "01/a" }, { file: "b" }],
    });
  });

  test("keeps the book's own contents where none are said", () => {
    expect([...compiledCourse(book("    builder = jupyter-book-1\n")).keys()]).not.toContain(
      "courses/data8/textbook/_toc.yml",
    );
  });
});

test("nothing is written for a book without a builder", () => {
  const paths = [...compiledCourse(book("")).keys()];
  expect(paths.filter((path) => path.includes("textbook"))).toEqual([]);
});
