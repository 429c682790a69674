// Documents in Markdown as HTML, with anchors at headings.

import { Marked } from "marked";
import { codeBlock } from "./highlight.ts";
import { escaped } from "./html.ts";

/** The document. `link` says where an address of the document leads on the site. */
export function markdownHtml(text: string, link: (address: string) => string = (address) => address): string {
  const marked = new Marked({
    renderer: {
      code: ({ text: code, lang }) => codeBlock(code, lang?.split(" ")[0] ?? ""),
      heading({ tokens, depth, text: heading }) {
        return `<h${depth} id="${slug(heading)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escaped(link(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  // Not asynchronous, since no extension is.
  const html = String(marked.parse(text, { async: false }));
  return html
    .replaceAll("<th></th>", "<td></td>")
    .replaceAll("<table>", '<div class="table" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
}

/** The anchor of a heading, as Git hosts make it. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
