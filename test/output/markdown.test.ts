import { describe, expect, it } from "vitest";
import {
  markdownByNumbers,
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

describe("by numbers", () => {
  it.each([
    ["Mondays, 10 to 12", "Mondays, 10 to 12"],
    ["[x](javascript:alert(1))", "&#91;x&#93;(javascript:alert(1))"],
    ["{{ site.title }} {% raw %}", "&#123;&#123; site.title &#125;&#125; &#123;% raw %&#125;"],
    ["- a", "&#45; a"],
    ["1. a", "1&#46; a"],
    ["# a", "&#35; a"],
    ["    code", "code"],
    [
      "a **b** `c` <b> &amp; \\ | a_b",
      "a &#42;&#42;b&#42;&#42; &#96;c&#96; &#60;b&#62; &#38;amp; &#92; &#124; a&#95;b",
    ],
  ])("%j", (text, written) => expect(markdownByNumbers(text)).toBe(written));
});
