import { describe, expect, it } from "vitest";
import { textFile } from "../../compiler/output/output-file.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { spanOf } from "../../compiler/text/span.ts";

const file = createSourceFile("a.hub", "0123456789");
const first = spanOf(file, { start: 0, end: 1 });
const second = spanOf(file, { start: 1, end: 2 });

describe("textFile", () => {
  it("ends every line and keeps its origin", () => {
    const made = textFile("a/b.txt", [{ text: "x", origin: second }, { text: "" }], first);
    expect(made).toEqual({ path: "a/b.txt", text: "x\n\n", origins: [second, first] });
    expect(textFile("empty", [], undefined)).toEqual({ path: "empty", text: "", origins: [] });
  });

  it.each(["a\nb", "a\r"])("refuses a line that is two: %j", (text) => {
    expect(() => textFile("a", [{ text }], undefined)).toThrow("invariant");
  });
});
