import { describe, expect, it } from "vitest";
import { rString } from "../../compiler/output/r-string.ts";
import { fc } from "../support/properties.ts";

describe("rString", () => {
  it("escapes what would end a string or change with the locale", () => {
    expect(rString('a"b\\c')).toBe('"a\\"b\\\\c"');
    expect(rString("x\ny é 😀")).toBe('"x\\u{a}y \\u{e9} \\U{1f600}"');
    expect(rString("\ud800")).toBe('"\\ufffd"');
  });

  it("refuses what no R string can hold", () => {
    expect(() => rString("a\0b")).toThrow("NUL");
  });

  it("never ends early and never spans lines", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.includes("\0"));
        expect(rString(text)).toMatch(/^"(?:[^"\\]|\\["\\]|\\u\{[0-9a-f]{1,4}\}|\\U\{[0-9a-f]{5,6}\}|\\ufffd)*"$/);
        expect(rString(text)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});
