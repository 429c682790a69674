import { describe, expect, test } from "vitest";
import { popularPackages } from "../../compiler/knowledge/popular-packages.ts";
import { closest, editDistance } from "../../compiler/text/edit-distance.ts";
import { fc } from "../support/properties.ts";

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["", "abc", 3],
    ["bokeh", "boken", 1],
    ["numpy", "nmupy", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
    ["pandas", "panda", 1],
    ["abcdef", "badcfe", 3],
  ])("%s and %s are %i apart", (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });

  test("with a bound it is the distance, or one more than the bound", () => {
    const word = fc.stringMatching(/^[abc]{0,9}$/);
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (left, right, bound) => {
        expect(editDistance(left, right, bound)).toBe(Math.min(editDistance(left, right), bound + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("closest", () => {
  test.each([
    ["boken", ["altair", "bokeh", "token"], "bokeh"],
    ["token", ["bokeh", "token"], "token"],
    ["Numpy", ["numpy"], "numpy"],
    ["ab", ["abcd", "abc"], "abc"],
    ["abcd", ["abxy"], undefined],
    ["abcde", ["abcxy"], "abcxy"],
    ["abcdefgh", ["abcdexyz"], undefined],
    ["abcdefghi", ["abcdefxyz"], "abcdefxyz"],
    ["bat", ["cat", "hat"], "cat"],
    ["zzzzzz", ["numpy", "pandas"], undefined],
  ])("%s among %j is %s", (word, candidates, found) => {
    expect(closest(word, candidates)).toBe(found);
  });

  test("finds one in the whole list of packages", () => {
    expect(popularPackages.conda.length).toBeGreaterThan(900);
    expect(closest("scikit-laern", popularPackages.conda)).toBe("scikit-learn");
  });
});
