import { describe, expect, it } from "vitest";
import { exclude, isWithin, rangeOf } from "../../compiler/knowledge/version-range.ts";

describe("ranges of versions", () => {
  it.each([
    ["==1.2", "==1.2.0", false],
    ["=1.2", "==1.2.9", false],
    ["=1.2", "==1.3", true],
    ["=1.2", "==1.20", true],
    ["==1.2.*", "=1.3", true],
    ["~=1.4.2", "==1.5", true],
    ["~=1.4", "==1.5", false],
    [">1", "<=1", true],
    [">=1", "<=1", false],
    [">=1,<2", ">=2", true],
    [">=1,!=1.5", "==1.5", false],
    ["", "==1", false],
    // What can't be told excludes nothing.
    ["=1|=2", "==3", false],
    ["==1.0rc1", "==2", false],
    ["1.2*", "==3", false],
  ])("%s and %s exclude each other: %s", (a, b, expected) => {
    expect(exclude(rangeOf(a), rangeOf(b))).toBe(expected);
    expect(exclude(rangeOf(b), rangeOf(a))).toBe(expected);
  });

  it.each([
    ["==6.1.0", ">=6", true],
    [">=6,<7", ">=6", true],
    [">=5", ">=6", false],
    ["", ">=6", false],
    ["<4", "<4", true],
    ["<=4", "<4", false],
    ["=3", "<4", true],
    ["==1.0rc1", "", true],
  ])("%s lies within %s: %s", (inner, outer, expected) => {
    expect(isWithin(rangeOf(inner), rangeOf(outer))).toBe(expected);
  });
});
