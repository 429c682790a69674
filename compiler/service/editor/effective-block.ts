// What holds at a place of a file, once parents are laid under it: the evaluated block of a declaration, or a block inside it.

import type { Examined } from "../../examine.ts";
import type { Block } from "../../model/block.ts";
import type { Evaluated } from "../../model/evaluate.ts";
import type { DeclarationNode } from "../../syntax/tree.ts";
import { blockLabel } from "./body-schema.ts";
import type { BlockAround } from "./place-at.ts";

const index = new WeakMap<readonly Evaluated[], ReadonlyMap<string, Evaluated>>();

/** What holds for a declaration; for a family, for its first member. */
export function evaluatedOf(known: Pick<Examined, "evaluated">, node: DeclarationNode): Evaluated | undefined {
  const { evaluated } = known;
  const byName = index.get(evaluated) ?? new Map(evaluated.map((one) => [keyOf(one), one]));
  index.set(evaluated, byName);
  return byName.get(`${node.keyword.text} ${memberName(node)}`);
}

/** The name of a declaration; that of a family's first member. */
export function memberName({ name, family }: DeclarationNode): string {
  return `${name?.text ?? ""}${family === undefined ? "" : `-${family.first}`}`;
}

function keyOf({ declaration: { kind, name, standard } }: Evaluated): string {
  return standard ? `std ${kind} ${name}` : `${kind} ${name}`;
}

/** The block inside a declaration's that the blocks of a place lead to; stages and windows are merged onto the block around them. */
export function blockAlong(block: Block, blocks: readonly BlockAround[]): Block | undefined {
  let at: Block | undefined = block;
  for (const { node, use } of blocks) {
    if (node.name.text === "stage" || node.name.text === "during") continue;
    const label = blockLabel(node);
    const member: string | undefined = node.family && label !== undefined ? `${label}-${node.family.first}` : label;
    at = at?.blocks.find(
      (block) =>
        block.key === node.name.text &&
        (use?.label === "variant"
          ? block.variant === label
          : block.label === (use?.label === "name" ? member : block.label)),
    );
  }
  return at;
}
