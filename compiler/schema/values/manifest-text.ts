// The text of Kubernetes objects that stand beside a release, and the file that it is from.

import type { TextNode } from "../../syntax/tree.ts";
import { unknown, type ValueType } from "../value-type.ts";
import { code, quote } from "./scalars.ts";

export interface ManifestText {
  /** The file of the project; absent where the text stands in the program. */
  readonly path: string | undefined;
  readonly text: string;
}

export const manifestText: ValueType<ManifestText> = {
  name: "file of Kubernetes objects",
  expected: 'a file of Kubernetes objects, such as `file("quota.yaml")`',
  shape: code.shape,
  read: (node, reader) => {
    const constant = node.kind === "path" ? reader.constant(node, manifestText) : undefined;
    if (constant !== undefined) return constant;
    const value = code.read(node, reader);
    if (value === unknown) return unknown;
    if (node.kind !== "call" || node.argument.kind !== "text") return { path: undefined, text: value };
    return fromFile(value, node.argument);
  },
  print: ({ path, text: value }) => (path === undefined ? quote(value) : `file(${quote(path)})`),
};

function fromFile(value: string, argument: TextNode): ManifestText {
  return { path: argument.parts.map((part) => (typeof part === "string" ? part : part.text)).join(""), text: value };
}
