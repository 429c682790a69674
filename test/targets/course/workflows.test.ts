// Workflows that publish: read by actionlint, pinned by commit, and with no right that a job does not use.

import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { actionlint } from "../../support/actionlint.ts";
import { courseText } from "../../support/course-program.ts";

const parts = (builder: string) => ({
  course: `  textbook {\n    repo = "https://github.com/o/book"\n    branch = "main"\n    builder = ${builder}\n    folder = "it's/book"\n  }
  site {\n    url = "https://o.github.io/data8"\n    theme = just-the-class\n  }\n`,
});

const workflows = [
  ["Jupyter Book 1", courseText(parts("jupyter-book-1"), "textbook/.github/workflows/hubc-book.yml")],
  ["Jupyter Book 2", courseText(parts("jupyter-book-2"), "textbook/.github/workflows/hubc-book.yml")],
  ["Just the Class", courseText(parts("jupyter-book-1"), "site/.github/workflows/hubc-site.yml")],
] as const;

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly permissions: object }>>;
}

describe.each(workflows)("%s", (_name, text) => {
  test("is a workflow, as actionlint reads it", async () => {
    expect(await actionlint(text)).toEqual([]);
  });

  test("would not be one with a job that needs another that is not there", async () => {
    expect(await actionlint(text.replace("needs: build", "needs: biuld"))).toHaveLength(1);
  });

  test("uses actions by their commit only", () => {
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, one]) => one);
    expect(uses.length).toBeGreaterThan(2);
    for (const one of uses) expect(one).toMatch(/^[a-z-]+\/[a-z-]+@[0-9a-f]{40}$/);
  });

  test("has no rights but those of its jobs", () => {
    const { permissions, jobs } = load(text) as Workflow; // as the linter has just read it
    expect(permissions).toEqual({});
    expect(jobs["build"]?.permissions).toEqual({ contents: "read" });
    expect(jobs["deploy"]?.permissions).toEqual({ pages: "write", "id-token": "write" });
  });
});
