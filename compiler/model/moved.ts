// What a hub says of work that was moved.

import { moved } from "../schema/blocks/moved.ts";
import { type Block, blocksOf } from "./block.ts";
import { required } from "./build-parts.ts";
import { readerOf } from "./reader.ts";
import type { Sourced } from "./sourced.ts";

/** Both as a refusal of a plan says them. */
export interface Moved {
  readonly from: Sourced<string>;
  readonly to: Sourced<string>;
}

export function movedOf(hub: Block): readonly Moved[] {
  return blocksOf(hub, "moved").map((block) => {
    const read = readerOf(moved, block);
    return { from: required(read("from"), "", block), to: required(read("to"), "", block) };
  });
}
