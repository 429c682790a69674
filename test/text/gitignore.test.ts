import { describe, expect, test } from "vitest";
import { ignoreVerdict, readIgnorePatterns } from "../../compiler/text/gitignore.ts";

const verdict = (patterns: string, path: string, isFolder = false) =>
  ignoreVerdict(readIgnorePatterns(patterns), path, isFolder);

describe("a pattern", () => {
  test.each([
    ["*.key", "a/b.key", "ignored"],
    ["*.key", "a/b.keys", undefined],
    ["/x", "x", "ignored"],
    ["/x", "a/x", undefined],
    ["a/b", "a/b", "ignored"],
    ["a/b", "c/a/b", undefined],
    ["**/b", "b", "ignored"],
    ["**/b", "c/d/b", "ignored"],
    ["a/**", "a", undefined],
    ["a/**", "a/b/c", "ignored"],
    ["a/**/d", "a/d", "ignored"],
    ["a/**/d", "a/b/c/d", "ignored"],
    ["a/*/d", "a/b/c/d", undefined],
    ["x?z", "xyz", "ignored"],
    ["[a-c]1", "b1", "ignored"],
    ["[!a-c]1", "b1", undefined],
    ["[[:digit:]]x", "7x", "ignored"],
    ["# a", "# a", undefined],
    ["\\# a", "# a", "ignored"],
    ["\\!x", "!x", "ignored"],
    ["x  ", "x", "ignored"],
    ["x\\ ", "x ", "ignored"],
    ["*\n!keep", "keep", "included"],
    ["!keep\n*", "keep", "ignored"],
    ["[ab", "a", undefined],
    ["", "a", undefined],
  ] as const)("%j on %s", (patterns, path, expected) => {
    expect(verdict(patterns, path)).toBe(expected);
  });

  test("that ends with a slash is of folders", () => {
    expect(verdict("x/", "x")).toBeUndefined();
    expect(verdict("x/", "x", true)).toBe("ignored");
  });

  test("of many stars comes to an end", () => {
    expect(verdict(`${"*a".repeat(2000)}b`, "a".repeat(4000))).toBeUndefined();
    expect(verdict(`${"**/".repeat(2000)}b`, "a/".repeat(1000))).toBeUndefined();
  });
});
