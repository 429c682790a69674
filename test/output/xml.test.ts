import { expect, test } from "vitest";
import { printXml, xml } from "../../compiler/output/xml.ts";

test("elements are nested and numbers are short", () => {
  const picture = xml("svg", { width: 10 }, xml("g", {}, xml("rect", { x: 1 / 3 }), xml("text", {}, "a")));
  expect(printXml(picture)).toBe('<svg width="10">\n  <g>\n    <rect x="0.33"/>\n    <text>a</text>\n  </g>\n</svg>\n');
});

test("nothing in a text or an attribute is markup", () => {
  const evil = `"/><script>alert('&')</script>`;
  const printed = printXml(xml("text", { title: evil }, evil));
  expect(printed).not.toContain("<script>");
  expect(printed.match(/</g)).toHaveLength(2);
  expect(printed).toContain("&quot;/&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;");
});

test("what XML can't hold is replaced", () => {
  expect(printXml(xml("text", {}, "a\u0000\u001B\uD800b\u{1F600}"))).toBe(
    "<text>a\uFFFD\uFFFD\uFFFDb\u{1F600}</text>\n",
  );
});
