// What the examples' READMEs promise: the committed out/ is what their programs compile to, and they are laid out as the formatter does it.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { format } from "../compiler/format/format.ts";
import { createSourceFile } from "../compiler/text/source-file.ts";
import { compileProgram, examplePrograms } from "./support/compiled-programs.ts";
import { expectTree } from "./support/golden-tree.ts";

describe.each(examplePrograms)("$name on $on", (program) => {
  it("compiles to its committed out/", () => {
    expectTree(program.expected, compileProgram(program).files);
  });

  it("gives no warning", () => {
    expect(compileProgram(program).remarks).not.toMatch(/^warning/m);
  });
});

describe.each(["examples/data8", "examples/stat159", "examples/external-hub", "examples/department"])(
  "%s",
  (folder) => {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".hub"));

    it("holds programs", () => {
      expect(names.length).toBeGreaterThan(0);
    });

    it.each(names)("%s is laid out as hubc fmt does it", (name) => {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      expect(format(createSourceFile(name, text)).text).toBe(text);
    });
  },
);
