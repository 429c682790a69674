// Texts that look like tokens or keys are refused wherever they come from: a repository is no place for them.

import { secretStretches } from "../../diagnostics/secret-stretches.ts";
import type { Range, TextNode } from "../../syntax/tree.ts";
import { looksLikeSecret } from "../secret-diagnostics.ts";
import type { ValueReader } from "../value-type.ts";

/** Does the value of a text look like a secret? Reported here only where it is not reported of the file's own text already. */
export function refuseSecretText(text: string, node: TextNode, reader: ValueReader): boolean {
  const stretches = secretStretches(text);
  const [first] = stretches;
  if (first === undefined) return false;
  const written = reader.file.text.slice(node.start, node.end);
  const isTold = secretStretches(written).length > 0;
  // What it is set to may tell better what to do, as `secret/in-clear` does.
  if (isTold && stretches.every(({ byName }) => byName)) return false;
  const hidden = stretches.map((stretch) => text.slice(stretch.hidden.start, stretch.hidden.end));
  if (!isTold) reader.say(looksLikeSecret, { what: first.what }, node, { hidden: [...hidden, ...passwordsOf(hidden)] });
  return true;
}

/** Reports a secret in the text of the file `asset`, which is not repeated. */
export function refuseSecretFile(text: string, at: Range, reader: ValueReader, asset: string): boolean {
  const stretches = secretStretches(text);
  const [first] = stretches;
  if (first === undefined) return false;
  const hidden = stretches.map((stretch) => text.slice(stretch.hidden.start, stretch.hidden.end));
  const where = `line ${text.slice(0, first.start).split("\n").length} of \`${asset}\``;
  reader.say(looksLikeSecret, { what: `${first.what} (${where})` }, at, { hidden });
  return true;
}

/** Of `user:password` in an address, the password: the constant that it is made of holds it alone. */
function passwordsOf(hidden: readonly string[]): readonly string[] {
  return hidden.flatMap((text) => /^[^:]*:(.+)$/s.exec(text)?.[1] ?? []);
}
