// The type of a value in words, for the reference and for `hubc explain`.

import type { Shape, ValueType } from "../schema/value-type.ts";

/** `range of bytes`, `lab or notebook`, `name of a course`; `code` marks the words of a choice. */
export function typeWords(type: ValueType<unknown>, code: (word: string) => string): string {
  return shapeWords(type.shape, code) ?? type.name;
}

/** In words where the shape says more than the type's name. */
function shapeWords(shape: Shape, code: (word: string) => string): string | undefined {
  switch (shape.kind) {
    case "choice":
      return joined(shape.words.map(code));
    case "reference":
      return `name of ${/^[aeiou]/.test(shape.to) ? "an" : "a"} ${shape.to}`;
    case "list":
      return listWords(shape.of, code);
    default:
      return undefined;
  }
}

function listWords(of: Shape, code: (word: string) => string): string | undefined {
  if (of.kind === "reference") return `names of ${of.to}s, or one`;
  return of.kind === "choice" ? `list of ${joined(of.words.map(code))}` : undefined;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
