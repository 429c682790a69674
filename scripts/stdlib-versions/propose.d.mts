import type { Line } from "./lines.mjs";

export interface Job {
  readonly python: string;
  readonly lines: readonly string[];
}

export type Answer = { readonly versions: ReadonlyMap<string, string> } | { readonly reason: string };

export interface LibraryImage {
  readonly name: string;
  readonly parent: string | undefined;
  readonly python: string | undefined;
  readonly lines: readonly Line[];
}

export function propose(
  images: readonly LibraryImage[],
  newest: ReadonlyMap<string, string>,
  solve: (jobs: readonly Job[]) => Promise<readonly Answer[]>,
): Promise<{
  readonly texts: ReadonlyMap<Line, string>;
  readonly left: readonly { readonly line: Line; readonly reason: string }[];
}>;
