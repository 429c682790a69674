// A value in a few words, for messages that say what was found.

import type { ValueNode } from "../../syntax/tree.ts";

/** How other languages say that there is no value. */
const nothing = new Set(["null", "None", "nil", "NULL", "undefined", "NA", "NaN"]);

/** "the text `…`", "a list": what stands there, shortened. */
export function describeValue(node: ValueNode): string {
  switch (node.kind) {
    case "text":
      return "a text";
    case "literal":
      return node.form === "number"
        ? `the number \`${node.raw}\``
        : `the ${node.form === "moment" ? "moment" : node.form} \`${node.raw}\``;
    case "path":
      if (node.names.length === 1 && nothing.has(node.names[0]?.text ?? ""))
        return `\`${node.names[0]?.text}\`: leave the whole setting out where there is nothing to say`;
      return `the name \`${node.names.map((name) => name.text).join(".")}\``;
    case "range":
      return "a range";
    case "list":
      return "a list";
    case "map":
      return "a map";
    case "call":
      return `\`${node.name.text}(…)\``;
    case "condition":
      return "a condition";
    case "unreadable":
      return "this";
  }
}
