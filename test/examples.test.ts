// What the examples' READMEs promise: the committed out/ is what their programs compile to.

import { describe, expect, it } from "vitest";
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
