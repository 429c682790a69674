// What can be wrong with the characters of a text, wherever it stands.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { andList } from "../text/and-list.ts";
import type { Disguise } from "../text/look-alikes.ts";
import { type UnseenCharacter, type UnseenKind, unseenName } from "../text/unseen-characters.ts";

export const unseenCharacter = defineDiagnostic<{ text: string; characters: string; why: string }>({
  code: "text/unseen-character",
  title: "A character that nobody sees",
  why: "Control characters, marks that turn the direction of what follows, and characters without any look come along when a text is pasted. Who reads the text takes it for another one: a person whose name holds one is somebody else, and a reviewer approves what is not there. What a script or an emoji needs, such as the joiners of Hindi and Persian, is no mistake.",
  message: ({ text, characters, why }) => `${text} holds ${characters}, ${why}.`,
});

/** How a message names the characters that were found, and says what is wrong with the first. */
export function unseenWords(found: readonly UnseenCharacter[]): { readonly characters: string; readonly why: string } {
  const names = [...new Set(found.map(({ code }) => unseenName(code)))];
  const characters =
    names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} others` : andList(names);
  return { characters, why: reasons[found[0]?.kind ?? "invisible"](names.length > 1) };
}

const reasons: Readonly<Record<UnseenKind, (many: boolean) => string>> = {
  control: (many) => (many ? "which are control characters" : "which is a control character"),
  direction: (many) => `which ${many ? "turn" : "turns"} the direction of the text around`,
  invisible: () => "which nobody sees",
  blank: (many) => (many ? "which only look like blanks" : "which only looks like a blank"),
};

export const emptyName = defineDiagnostic<{ found: string }>({
  code: "text/empty-name",
  title: "A name without a letter, or with blanks around it",
  why: "Nothing can be found by an empty name, and ` ada` is another name than `ada`, which nobody has.",
  message: ({ found }) => `${found}: a name begins and ends with what can be seen.`,
});

export const htmlEntity = defineDiagnostic<{ written: string; sign: string }>({
  code: "text/html-entity",
  severity: "warning",
  title: "A sign as the source of a web page writes it",
  why: "`&amp;` comes along when a text is copied from the source of a page. A text means what it says here, so students would read `Data &amp; Society`.",
  message: ({ written, sign }) =>
    `\`${written}\` is how HTML writes ${sign === " " ? "a blank" : `\`${sign}\``}: people would see it as it stands here.`,
});

/** How a message says of a word's letters what they are. */
export function lookAlikeLetters(letters: Disguise["letters"]): string {
  const told = letters.slice(0, 3).map(({ letter, script }) => {
    return `\`${letter}\` is ${unseenName(letter.codePointAt(0) ?? 0)}, a letter of ${script}`;
  });
  return told.join(", ");
}

export const lookAlikeName = defineDiagnostic<{ word: string; letters: string; like: string }>({
  code: "text/look-alike-name",
  title: "A name with letters of another script that look like its own",
  why: "`а` of Cyrillic and `a` of Latin look the same and are two letters, so the name is not the one that everybody reads: somebody else has it, or nobody.",
  message: ({ word, letters, like }) => `\`${word}\` is not \`${like}\`, though it looks like it: ${letters}.`,
});

export const lookAlikeWord = defineDiagnostic<{ word: string; letters: string; like: string }>({
  code: "text/look-alike-word",
  severity: "warning",
  title: "A word with letters of another script that look like its own",
  why: "Nobody sees that `а` of Cyrillic stands among letters of Latin, and nobody finds the word: a search for what it looks like passes it.",
  message: ({ word, letters, like }) => `\`${word}\` is not \`${like}\`, though it looks like it: ${letters}.`,
});
