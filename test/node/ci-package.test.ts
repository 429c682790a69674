import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSources } from "../../compiler/node/load-sources.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const workflow =
  "jobs:\n  check:\n    steps:\n      - run: |\n          npm ci --ignore-scripts\n          hubc check hubs\n";
const global = workflow.replace("npm ci", "npm install --global");

function codes(files: Readonly<Record<string, string>>): readonly string[] {
  const top = temporaryFolder({ "hubs/p.hub": "# about\n\nproject campus {\n}\n", ...files });
  mkdirSync(join(top, ".git"));
  return loadSources({ root: join(top, "hubs") }).diagnostics.map(
    ({ code, message, span }) => `${code} ${span.file.text.slice(span.start, span.end).trim()}: ${message}`,
  );
}

describe("workflows in place", () => {
  test("and no package: the check says what to do, at the project", () => {
    const [found, ...others] = codes({ ".github/workflows/hubc-check.yml": workflow });
    expect(others).toEqual([]);
    expect(found).toMatch(
      /^ci\/no-package project campus: There are no `package.json` and `package-lock.json` at the top/,
    );
    expect(found).toContain("`.github/workflows/hubc-check.yml`");
  });

  test("of GitLab, and no lock", () => {
    const [found] = codes({ ".gitlab-ci.yml": workflow, "package.json": "{}" });
    expect(found).toContain("There is no `package-lock.json`");
  });

  test.each([
    [
      "with both files",
      { ".github/workflows/hubc-check.yml": workflow, "package.json": "{}", "package-lock.json": "{}" },
    ],
    ["that install hubc by themselves", { ".github/workflows/hubc-check.yml": global }],
    ["of somebody else", { ".github/workflows/test.yml": workflow }],
    ["none", {}],
  ])("%s", (_, files: Readonly<Record<string, string>>) => {
    expect(codes(files)).toEqual([]);
  });
});
