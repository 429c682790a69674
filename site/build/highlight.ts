// Code with colours: .hub by the meaning of its words, as editors get it from the language server; other languages as they are.

import { semanticTokens } from "../../compiler/service/editor/semantic-tokens.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { escaped } from "./html.ts";

/** A block of code. One that is wider than the window is scrolled, also by keys. */
export function codeBlock(text: string, language: string): string {
  const inner = language === "hub" ? hubHtml(text) : escaped(text);
  return `<pre tabindex="0"><code>${inner.trimEnd()}</code></pre>\n`;
}

function hubHtml(text: string): string {
  const tree = parse(createSourceFile("page.hub", text), () => {}); // pages show wrong programs too
  let end = 0;
  let html = "";
  for (const token of semanticTokens(tree)) {
    html += escaped(text.slice(end, token.start));
    html += `<span class="t-${token.type}">${escaped(text.slice(token.start, token.end))}</span>`;
    end = token.end;
  }
  return html + escaped(text.slice(end));
}
