// Comments of values files, at what the program says in their place.

import { liesIn } from "../model/chart-leaf.ts";
import { commentsAbove, type Environment } from "./environment.ts";
import type { Piece, Statement } from "./piece.ts";

/** A piece with the comments of the values that it says, at the first line that says one. */
export function withComments(piece: Piece, { leaves }: Environment): Piece {
  const isSaid = liesIn(piece.claims);
  const comments = leaves.filter(({ path }) => isSaid(path)).flatMap(commentsAbove);
  const [first, ...others] = piece.statements;
  const unique = [...new Set(comments)];
  if (first === undefined || unique.length === 0 || unique.length > mostLines) return piece;
  return { ...piece, statements: [commented(first, unique), ...others] };
}

/** More is a text of its own, which stands by no one value. */
const mostLines = 24;

/** A block that holds one line alone is there for that line. */
function commented(statement: Statement, comments: readonly string[]): Statement {
  const [only, ...others] = statement.kind === "block" ? statement.body : [];
  if (statement.kind === "block" && only !== undefined && others.length === 0)
    return { ...statement, body: [commented(only, comments)] };
  return { ...statement, comments: [...comments, ...statement.comments] };
}
