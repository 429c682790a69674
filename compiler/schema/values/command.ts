// Commands as lists of words, which go to the system as they are: no shell reads them.

import { badText } from "../schema-diagnostics.ts";
import { type Item, unknown, type ValueType } from "../value-type.ts";
import { listOf } from "./compounds.ts";
import { code, quote } from "./scalars.ts";

/** Are these the words of a command? One text with blanks is taken for the name of a program, which is not found (exec(3)). */
export function areWordsOfCommand(words: readonly string[]): boolean {
  const [only = ""] = words;
  return words.length > 0 && (words.length > 1 || !/\s/.test(only.trim()));
}

/** A program and what it is given, a word each. With `single`, a program alone needs no brackets. */
export function commandOf(options: { readonly single?: boolean } = {}): ValueType<readonly Item<string>[]> {
  const list = listOf(code, options);
  return {
    ...list,
    read: (node, reader) => {
      const words = list.read(node, reader);
      if (words === unknown || words.length === 0 || areWordsOfCommand(words.map(({ value }) => value))) return words;
      const line = words[0]?.value ?? "";
      const shell = `["/bin/sh", "-c", ${quote(line)}]`;
      const fixes = node.kind === "path" ? [] : [reader.offer(`Write \`${shell}\``, node, shell)];
      const parameters = {
        found: `\`${line}\` in one text`,
        expected: "a program and what it is given, each a text of its own; a line for a shell is given to a shell",
      };
      return reader.say(badText, parameters, node, { fixes });
    },
  };
}
