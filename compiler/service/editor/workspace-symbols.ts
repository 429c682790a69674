// Declarations, constants and labelled blocks of the whole program, by the letters of their names.

import type { Examined } from "../../examine.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { Declared } from "./name-sites.ts";
import { namesOf } from "./name-sites.ts";

export interface WorkspaceSymbol {
  readonly name: string;
  /** `course`, `image`, `let`, or the name of a block: `pool`, `content`. */
  readonly kind: string;
  /** The declaration around a block: `provider berkeley`. */
  readonly container: string | undefined;
  readonly span: Span;
}

const most = 500;

/** What holds the letters of `query` in order, names that begin with it first; at most five hundred. */
export function workspaceSymbols({ trees }: Pick<Examined, "trees">, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const found = trees.flatMap((tree) =>
    namesOf(tree).declared.filter(({ name }) => holdsLetters(name.toLowerCase(), wanted)),
  );
  const begins = ({ name }: Declared) => name.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, most).map(symbolOf);
}

function holdsLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const next = name.indexOf(letter, at);
    if (next < 0) return false;
    at = next + letter.length;
  }
  return true;
}

function symbolOf({ name, kind, file, nameRange, declaration, path }: Declared): WorkspaceSymbol {
  const container =
    path.length > 0 && declaration ? `${declaration.keyword.text} ${declaration.name?.text ?? ""}` : undefined;
  return { name, kind, container, span: spanOf(file, nameRange) };
}
