import { describe, expect, it } from "vitest";
import {
  markdownCell,
  markdownCellCode,
  markdownCode,
  markdownCodeBlock,
  markdownLink,
  markdownTarget,
  markdownText,
} from "../../compiler/output/markdown.ts";

describe("markdownText", () => {
  it.each([
    ["plain, text (with) marks.", "plain, text (with) marks."],
    ["*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"],
    ["snake_case__name", "snake_case__name"],
    ["<script>&amp;", "\\<script\\>\\&amp;"],
    ["[a](javascript:b)", "\\[a\\](javascript:b)"],
    ["a|b \\ $x$ {math}`y`", "a\\|b \\\\ \\$x\\$ \\{math\\}\\`y\\`"],
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["+ a", "\\+ a"],
    ["---", "\\---"],
    ["1. a", "1\\. a"],
    ["12) a", "12\\) a"],
    ["2026-11", "2026-11"],
    ["a\n\n# b\r\nc", "a # b c"],
    ["  four blanks are code", "four blanks are code"],
    [":::{note}", "\\:::\\{note\\}"],
  ])("writes %j as %j", (text, escaped) => {
    expect(markdownText(text)).toBe(escaped);
  });
});

describe("code", () => {
  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["``a`", "``` ``a` ```"],
    [" a ", "`  a  `"],
    ["  ", "`  `"],
    ["a\nb", "`a b`"],
    ["a|b", "`a|b`"],
  ])("writes %j as %j", (text, code) => {
    expect(markdownCode(text)).toBe(code);
  });

  it("is fenced with more backticks than it holds", () => {
    expect(markdownCodeBlock("a\n```\nb", "python evil`")).toBe("````pythonevil\na\n```\nb\n````\n");
    expect(markdownCodeBlock("")).toBe("```\n```\n");
  });
});

describe("tables and links", () => {
  it("keeps cells in their columns", () => {
    expect([markdownCell(" a | b\nc "), markdownCellCode("a|b")]).toEqual(["a \\| b c", "`a\\|b`"]);
  });

  it.each([
    ["https://example.org/a_b?c=d&e#f", "https://example.org/a_b?c=d&e#f"],
    ["a b/(c).md", "a%20b/%28c%29.md"],
    ["x) <script>", "x%29%20%3Cscript%3E"],
    ["javascript:alert(1)", "./javascript:alert%281%29"],
    [" \tJaVaScRiPt:x", "./JaVaScRiPt:x"],
    ["java\nscript:x", "java%0Ascript:x"],
    ["mailto:a@b.org", "mailto:a@b.org"],
    ["é\n|", "%C3%A9"],
    ["\ud800", "%EF%BF%BD"],
  ])("writes the target %j as %j", (target, written) => {
    expect(markdownTarget(target).replace(/%0A%7C$/, "")).toBe(written);
  });

  it("makes links", () => {
    expect(markdownLink("a]b", "c d")).toBe("[a\\]b](c%20d)");
  });
});
