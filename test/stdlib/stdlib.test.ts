import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { baseImage } from "../../compiler/knowledge/base-images.ts";
import { parseImageReference } from "../../compiler/knowledge/image-reference.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { parseCondaRequirement } from "../../compiler/syntax/requirements/conda-match-spec.ts";
import { parseCranPackages } from "../../compiler/syntax/requirements/cran-package.ts";
import type { BodyItem, DeclarationNode } from "../../compiler/syntax/tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const folder = new URL("../../stdlib/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".hub"));

function declarationsOf(name: string): readonly DeclarationNode[] {
  const found: unknown[] = [];
  const file = createSourceFile(name, readFileSync(new URL(name, folder), "utf8"));
  const tree = parse(file, (diagnostic) => found.push(diagnostic));
  expect(found).toEqual([]);
  return tree.declarations;
}

function packageLines(body: readonly BodyItem[], block: string): readonly string[] {
  return body.flatMap((item) =>
    item.kind === "block" && item.name.text === block
      ? item.body.flatMap((line) => (line.kind === "package-line" ? [line.text] : []))
      : [],
  );
}

describe("the standard library", () => {
  it("holds the images that the language's reference names", () => {
    expect(names).toEqual(["datascience.hub", "hub.hub", "julia.hub", "jupyterlab.hub", "rstudio.hub", "scipy.hub"]);
  });

  it.each(names)("%s holds one documented image of its own name", (name) => {
    const declarations = declarationsOf(name);
    expect(declarations.map((each) => `${each.keyword.text} ${each.name?.text}.hub`)).toEqual([`image ${name}`]);
    for (const { doc, parent } of declarations) {
      expect(doc).toMatch(/^[A-Z].*\.$/s);
      if (parent !== undefined) expect(parent.names[0]?.text).toBe("std");
    }
  });

  it.each(names)("%s pins a series of every package, and a base that is known and stays", (name) => {
    for (const { body } of declarationsOf(name)) {
      for (const line of packageLines(body, "conda")) {
        const parsed = parseCondaRequirement(line);
        expect(parsed).toHaveProperty("requirement.version");
        if (!line.startsWith("notebook")) expect(line).toMatch(/^[a-z0-9-]+(?:=\d+\.\d+|>=\d+\.\d+,<\d+\.\d+)$/);
      }
      for (const line of packageLines(body, "cran"))
        for (const parsed of parseCranPackages(line)) expect(parsed).toHaveProperty("requirement");
      for (const item of body) {
        if (item.kind !== "setting" || item.path[0]?.kind !== "name" || item.path[0].text !== "base") continue;
        const [base] = item.value.kind === "text" ? item.value.parts : [];
        expect(baseImage(String(base)).known).toBe(true);
        expect(parseImageReference(String(base))?.tag).toMatch(/^\d{4}-\d\d-\d\d$|^\d+\.\d+\.\d+$/);
      }
    }
  });
});
