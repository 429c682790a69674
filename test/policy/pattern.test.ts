import { describe, expect, it } from "vitest";
import { readPattern } from "../../compiler/policy/pattern.ts";

function accepts(source: string, text: string): boolean {
  const pattern = readPattern(source);
  if ("problem" in pattern) throw new Error(pattern.problem);
  return pattern.accepts(text);
}

const texts = [
  "",
  "a",
  "b",
  "ab",
  "aab",
  "abab",
  "a-b",
  "a.b",
  "data8",
  "DATA8",
  "42",
  "a\nb",
  "😀",
  "😀😀",
  "aaaa",
  "]",
  "^",
];
const sources = [
  "a",
  "a*",
  "a+b",
  "(ab)+",
  "(?:ab)*",
  "a|b",
  "(a|b)*",
  "a{2}b",
  "a{2,}",
  "a{1,3}b?",
  "[a-z]+[0-9]",
  "[^a]",
  "[^a]*",
  "[-a.]+",
  "a[.-]b",
  "\\w+",
  "\\W",
  "\\d{2}",
  "a\\sb",
  "a.b",
  ".",
  "..",
  "a\\.b",
  "",
  "a||b",
  "(a*)*b",
  "((a|b)?){2}",
  "[\\w-]+",
  "[\\]]",
  "\\^",
];

describe("patterns", () => {
  it.each(sources)("%j accepts what a regular expression for the whole text accepts", (source) => {
    const native = new RegExp(`^(?:${source})$`, "u");
    for (const text of texts) expect(accepts(source, text), JSON.stringify(text)).toBe(native.test(text));
  });

  it.each([
    "(",
    "a)",
    "[a",
    "*a",
    "a{",
    "a{2",
    "a{4,2}",
    "a{999}",
    "(?=a)",
    "(?<n>a)",
    "\\1",
    "\\q",
    "^a",
    "a$",
    "[z-a]",
    "a\\",
    "a*?b*+",
  ])("%j is refused", (source) => {
    expect(readPattern(source)).toHaveProperty("problem");
  });

  it("refuses what comes to too many steps, and does not build it first", () => {
    expect(readPattern("(((a{200}){200}){200}){200}")).toHaveProperty("problem");
    expect(readPattern("(".repeat(1000) + ")".repeat(1000))).toHaveProperty("problem");
  });

  it("takes no longer for a pattern that would send others back and forth", () => {
    const text = `${"a".repeat(20_000)}c`;
    expect(accepts("(a*)*b", text)).toBe(false);
    expect(accepts("(a|a)*(a|aa)+b", text)).toBe(false);
  });
});
