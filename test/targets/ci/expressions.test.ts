// No text of a program is an expression of GitHub's, wherever in a workflow it stands.

import { load } from "js-yaml";
import { expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { smallProgram } from "../../support/small-program.ts";

const dangerous = "\\u{24}{{secrets.X}}";
const kubernetes =
  'provider kubernetes k {\n  context = "c"\n  pool users { label = "a=b"  nodes = 0..9  memory = 64GiB  cpu = 8 }\n}';

function workflows(project: string, provider = kubernetes, hub = ""): string[] {
  const text = `${smallProgram({ hub: `https { letsencrypt = "a@b.edu" }\n${hub}` })
    .replace("provider kind k { }", provider)
    .replace("storage dynamic homes { size = 5GiB }", 'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/x"\n}')}
project p {
  registry = "ghcr.io/campus"
  ${project}
}
`;
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  if (files.length === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return files.filter(({ path }) => path.startsWith("ci/github/")).map((file) => file.text);
}

/** Every text of the workflow, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
}

/** Expressions in it; `${{ '${{' }}` is how GitHub is told to write the braces. */
function expressions(text: string): string[] {
  return [...text.replaceAll("${{ '${{' }}", "").matchAll(/\$\{\{.*?\}\}/g)].map(([one]) => one);
}

it("stands in no branch, of which workflows have a filter without expressions", () => {
  expect(() => workflows(`ci { branch = "b${dangerous}" }`)).toThrow("is not the name of a git branch");
});

it.each([
  ["c++", "c\\+\\+"],
  ["!x", "\\!x"],
  ["a!b", "a!b"],
])("the branch %s is a pattern that means it alone", (branch, pattern) => {
  const found = workflows(`ci { branch = "${branch}" }`);
  const filters = found.flatMap((text) => /^ {6}- (.*)$/m.exec(text.split("branches:\n")[1] ?? "")?.[1] ?? []);
  expect(filters.length).toBeGreaterThan(1);
  for (const filter of filters) expect(load(filter)).toBe(pattern);
});

it("of the project's out is", () => {
  const found = workflows(`out = "o${dangerous}"`);
  expect(found.length).toBeGreaterThan(2);
  expect(found.join("")).toContain("secrets.X}}"); // it does stand there
  for (const text of found)
    expect(
      textsIn(load(text))
        .flatMap(expressions)
        .filter((one) => one.includes("secrets.X")),
    ).toEqual([]);
});

it("of values that move the hub's address is", () => {
  const found = workflows("", kubernetes, `values { hub.baseUrl = "/x${dangerous}/" }`);
  for (const text of found)
    expect(
      textsIn(load(text))
        .flatMap(expressions)
        .filter((one) => one.includes("secrets.X")),
    ).toEqual([]);
});
