import { describe, expect, test } from "vitest";
import { parse } from "../../compiler/syntax/parse.ts";
import { placeInText } from "../../compiler/syntax/text-places.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

/** The value of the text in `let x = …`, and where each of its characters is written. */
function placesIn(written: string): { readonly value: string; readonly written: string[] } {
  const source = `let x = ${written}\n`;
  const problems: unknown[] = [];
  const [constant] = parse(createSourceFile("p.hub", source), (one) => problems.push(one)).lets;
  if (constant?.value.kind !== "text" || problems.length > 0) throw new Error("no text");
  const node = constant.value;
  const value = node.parts.map((part) => (typeof part === "string" ? part : "")).join("");
  return {
    value,
    written: [...Array(value.length).keys()].map((i) => source[placeInText(source, node, i) ?? -1] ?? "nowhere"),
  };
}

describe("the place of a character of a text", () => {
  test.each([
    ['"plain"', "plain"],
    ['"é😀 x"', "é😀 x"],
    ['"""\n    if a:\n      b\n\n    c\n  """', "if a:\n  b\n\nc\n"],
    ['"""one line"""', "one line"],
  ])("%j is where it stands", (written, value) => {
    const found = placesIn(written);
    expect(found.value).toBe(value);
    expect(found.written.join("")).toBe(value);
  });

  test("is the backslash for what is escaped", () => {
    expect(placesIn('"a\\n\\"b\\u{1F600}c"')).toEqual({
      value: 'a\n"b😀c',
      written: ["a", "\\", "\\", "b", "\\", "\\", "c"],
    });
  });

  test("is nowhere after a constant, and at the quotes behind the end", () => {
    const source = '"a${b}c"';
    const whole = { start: 0, end: source.length };
    expect(placeInText(source, whole, 0)).toBe(1);
    expect(placeInText(source, whole, 1)).toBeUndefined();
    expect(placeInText('"ab"', { start: 0, end: 4 }, 2)).toBe(3);
  });
});
