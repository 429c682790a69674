// A server stays open all day beside an editor and much else, so that memory matters more to it than to a command that ends.

import { setFlagsFromString } from "node:v8";

/**
 * Keeps what the engine holds in reserve small. V8 lets garbage grow to the size of what is in use, and what is young to three
 * times 16 MiB; both are looked up whenever it has collected, so that they can be changed while it runs.
 */
export function keepHeapSmall(): void {
  // What is in use may grow by so much before it is collected.
  setFlagsFromString("--heap-growing-percent=20");
  // What is young stays in as much room as it has by now.
  setFlagsFromString("--semi-space-growth-factor=1");
  // V8's middle compiler, on from Node 22, works in tens of MiB beside the heap, and what it makes is soon made anew by the last one.
  setFlagsFromString("--no-maglev");
}
