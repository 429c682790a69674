import type { LibraryImage } from "./propose.mjs";

export interface Line {
  readonly image: string;
  readonly name: string;
  readonly text: string;
  readonly low: string | undefined;
  readonly high: string | undefined;
  readonly held: string | undefined;
}

export function readImage(text: string): LibraryImage;
export function replaceLines(file: string, texts: ReadonlyMap<string, string>): string;
export function pipText(name: string, low: string, high: string): string;
