import { expect, test } from "vitest";
import { printSvg, svg } from "../../compiler/output/svg.ts";

test("elements are nested and numbers are short", () => {
  const picture = svg("svg", { width: 10 }, svg("g", {}, svg("rect", { x: 1 / 3 }), svg("text", {}, "a")));
  expect(printSvg(picture)).toBe('<svg width="10">\n  <g>\n    <rect x="0.33"/>\n    <text>a</text>\n  </g>\n</svg>\n');
});

test("nothing in a text or an attribute is markup", () => {
  const evil = `"/><script>alert('&')</script>`;
  const printed = printSvg(svg("text", { title: evil }, evil));
  expect(printed).not.toContain("<script>");
  expect(printed.match(/</g)).toHaveLength(2);
  expect(printed).toContain("&quot;/&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;");
});

test("what XML can't hold is replaced", () => {
  expect(printSvg(svg("text", {}, "a\u0000\u001B\uD800b\u{1F600}"))).toBe(
    "<text>a\uFFFD\uFFFD\uFFFDb\u{1F600}</text>\n",
  );
});
