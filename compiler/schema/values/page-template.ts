// A template that stands in for one of hubc's pages, and the form of page that it makes.

import type { TextNode } from "../../syntax/tree.ts";
import { unknown, type ValueType } from "../value-type.ts";
import { prose, quote } from "./scalars.ts";

export interface PageTemplateText {
  /** The file of the project; absent where the text stands in the program. */
  readonly path: string | undefined;
  /** What is made of it: HTML where the file's name ends in `.html` or `.html.hbs`, else Markdown. */
  readonly format: "md" | "html";
  readonly text: string;
}

export const pageTemplate: ValueType<PageTemplateText> = {
  name: "page template",
  expected: 'a Handlebars template, such as `file("students.md.hbs")`',
  shape: prose.shape,
  read: (node, reader) => {
    const constant = node.kind === "path" ? reader.constant(node, pageTemplate) : undefined;
    if (constant !== undefined) return constant;
    const value = prose.read(node, reader);
    if (value === unknown) return unknown;
    if (node.kind !== "call" || node.argument.kind !== "text") return { path: undefined, format: "md", text: value };
    return fromFile(value, node.argument);
  },
  print: ({ path, text: value }) => (path === undefined ? quote(value) : `file(${quote(path)})`),
};

function fromFile(value: string, argument: TextNode): PageTemplateText {
  const path = argument.parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
  return { path, format: /\.html?(?:\.hbs|\.handlebars)?$/i.test(path) ? "html" : "md", text: value };
}
