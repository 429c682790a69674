// Values that say what holds without them, by the chart or by the chart around it: a program need not say them again.

import { jsonOf, liesIn } from "../model/chart-leaf.ts";
import { standingValues, valueAtPath } from "./compare-values.ts";
import { commentsAbove } from "./environment.ts";
import type { Piece, Recognising } from "./piece.ts";

const usualPiece = "usual ";

/** A piece without a line for each, but for those that a word claims and those that have a comment, which would be lost. */
export function usualPieces(
  { environment, refused, isDropped }: Recognising,
  said: readonly Piece[],
): readonly Piece[] {
  const standing = standingValues({ ...environment, chartKey: environment.key });
  const isSaid = liesIn(said.flatMap((piece) => piece.claims));
  return environment.leaves.flatMap((leaf): Piece[] => {
    const { path, data } = leaf;
    const name = `${usualPiece}${JSON.stringify(path)}`;
    if (refused.has(name) || isDropped(path) || isSaid(path)) return [];
    const there = valueAtPath(standing, [...environment.key, ...path]);
    const isSame = there !== undefined && JSON.stringify(there) === JSON.stringify(jsonOf(data));
    return isSame && commentsAbove(leaf).length === 0 ? [{ name, statements: [], claims: [path] }] : [];
  });
}

export function isUsual({ name }: Piece): boolean {
  return name.startsWith(usualPiece);
}
