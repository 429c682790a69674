// Edits as they happen while somebody types: words come, go and change places, files come and go, days pass.

import { wordsOf } from "./mutants.ts";
import { fc } from "./properties.ts";

/** The numbers choose a file, a word in it and a word of the whole program, whatever there is at the time. */
export interface RandomEdit {
  readonly how: "delete" | "double" | "replace" | "restore" | "comment" | "cut" | "remove" | "asset" | "day";
  readonly file: number;
  readonly word: number;
  readonly other: number;
}

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  how: fc.constantFrom(
    ...(["replace", "replace", "replace", "delete", "double", "restore", "restore"] as const),
    ...(["comment", "cut", "remove", "asset", "day"] as const),
  ),
  file: fc.nat(),
  word: fc.nat(),
  other: fc.nat(),
});

/** `text` after an edit of its words; `all` is where other words are taken from. */
export function editedText(text: string, all: string, { how, word, other }: RandomEdit): string {
  const words = wordsOf(text);
  const at = words[word % Math.max(1, words.length)];
  if (how === "comment") return word % 2 === 0 ? `# ${other}\n${text}` : `${text}\n# ${other}\n`;
  if (at === undefined) return text;
  if (how === "cut") return text.slice(0, at.start);
  const written = text.slice(at.start, at.end);
  const instead = how === "delete" ? "" : how === "double" ? `${written} ${written}` : wordLike(written, all, other);
  return text.slice(0, at.start) + instead + text.slice(at.end);
}

/** Another word of the same sort, so that names meet other declarations, values other values, and kinds other kinds. */
function wordLike(written: string, all: string, choice: number): string {
  const sort = sortOf(written);
  const words = wordsOf(all).map(({ start, end }) => all.slice(start, end));
  const like = words.filter((word) => sortOf(word) === sort && word !== written);
  return like[choice % Math.max(1, like.length)] ?? "";
}

function sortOf(word: string): "name" | "text" | "number" | "sign" {
  if (/^[A-Za-z]/.test(word)) return "name";
  if (word.startsWith('"')) return "text";
  return /^\d/.test(word) ? "number" : "sign";
}

/** One file for each declaration of a program, so that declarations meet across files. */
export function splitDeclarations(texts: Iterable<readonly [string, string]>): Map<string, string> {
  const kinds = "abstract|course|group|hub|image|let|machine|policy|project|provider|storage";
  const parts = [...texts].flatMap(([path, text]) =>
    text.split(new RegExp(`^(?=(?:${kinds}) )`, "m")).map((part, n) => [`${path}-${n}.hub`, part] as const),
  );
  return new Map(parts);
}
