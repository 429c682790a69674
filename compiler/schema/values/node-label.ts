// By what pods find the nodes of a pool.

import type { ValueType } from "../value-type.ts";
import { textType } from "./scalars.ts";

/** A label, or several with commas between them. */
export const nodeLabel: ValueType<string> = textType({
  name: "label",
  expected: 'a node label, such as `"pool=users"`',
  what: "a node label `key=value`, or several with commas between them, each key once",
  accepts: (value) => {
    const pattern =
      /^(?:[a-z0-9.-]+\/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?=[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/;
    const keys = value.split(",").map((part) => part.split("=")[0]);
    return value.split(",").every((part) => pattern.test(part)) && new Set(keys).size === keys.length;
  },
});

/** How the word `machine` is held: no label, since it has no `=`. */
export const byMachine = "machine";

/** A label, or the word `machine`: the label with the type of a node's machine, which its cloud gives it. */
export const nodeLabelOrMachine: ValueType<string> = {
  ...nodeLabel,
  name: "label or machine",
  expected: `${nodeLabel.expected}, or \`${byMachine}\``,
  shape: { kind: "either", of: [nodeLabel.shape, { kind: "choice", words: [byMachine] }] },
  read: (node, reader) => {
    const isWord = node.kind === "path" && node.names.length === 1 && node.names[0]?.text === byMachine;
    return isWord && reader.constant(node, nodeLabel) === undefined ? byMachine : nodeLabel.read(node, reader);
  },
  print: (value) => (value === byMachine ? byMachine : nodeLabel.print(value)),
};
