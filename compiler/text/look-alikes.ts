// Letters of other scripts that look like those of Latin, and what a name looks like to people who read it.
//
// Source: Unicode Technical Standard #39, Unicode Security Mechanisms, data file confusables.txt, as confusable-homoglyphs 3.3.1 (January
// 2024) has it: the letters of six scripts with a capital and a small letter, or with letters that look like Latin capitals, whose
// look-alike is one letter of A to Z or a to z.

import { isPlain } from "./unseen-characters.ts";

/** By script, a letter of Latin before those that look like it. */
const lookAlikes = {
  Cyrillic:
    "AА BВ CС EЕ GԌ HН JЈ KК MМ OО PР SЅ TТ VѴ WԜ XХ YУҮ aа bЬ cс dԁ eеҽ hһ iіӏꙇ jј lІӀ oо pр qԛ rг sѕ vѵ wѡԝ xх yуү",
  Greek: "AΑ BΒ EΕ FϜ HΗ JͿ KΚ MΜϺ NΝ OΟ PΡ TΤ XΧ YΥ ZΖ aα iι jϳ lΙ oοσ pρ rᴦ uυ vν yγ",
  Armenian: "OՕ SՏ UՍ fք gց hհ nոռ oօ qգզ uս wա",
  Cherokee: "AᎪ BᏴ CᏟ DᎠ EᎬ GᏀᏳ HᎻ JᎫ KᏦ LᏞ MᎷ PᏢ RᎡᏒ SᏕᏚ TᎢ VᏙ WᎳᏔ YᎩᎽ ZᏃ bᏏ cꮯ dᏧ hᏂ iᎥꭵ rꮁ sꮪ vꮩ wꮃ zꮓ",
  Coptic: "CⲤ HⲎ KⲔ LⳐ MⲘ NⲚ OⲞ PⲢ TⲦ XⲬ YⲨ cⲥ lⲒ oⲟ pⲣ rⲅ",
  Lisu: "Aꓮ Bꓐ Cꓚ Dꓓ Eꓰ Fꓝ Gꓖ Hꓧ Jꓙ Kꓗ Lꓡ Mꓟ Nꓠ Oꓳ Pꓑ Rꓣ Sꓢ Tꓔ Uꓴ Vꓦ Wꓪ Xꓫ Yꓬ Zꓜ dꓒ lꓲ",
} as const;

type Script = keyof typeof lookAlikes;

interface LookAlike {
  readonly latin: string;
  readonly script: Script;
}

const scripts = Object.keys(lookAlikes) as Script[]; // the keys of the table are the scripts

const byLetter: ReadonlyMap<string, LookAlike> = new Map(
  scripts.flatMap((script) =>
    lookAlikes[script].split(" ").flatMap((group) => {
      const [latin = "", ...letters] = group;
      return letters.map((letter): [string, LookAlike] => [letter, { latin, script }]);
    }),
  ),
);

/** A word that is not what it looks like. */
export interface Disguise {
  readonly word: string;
  /** UTF-16 offset of the word in the text. */
  readonly start: number;
  /** The word in the letters that it seems to have. */
  readonly like: string;
  /** Its letters that look like others, each once, with their scripts. */
  readonly letters: readonly { readonly letter: string; readonly script: string }[];
}

/**
 * The words of a name in which letters of Latin and their look-alikes stand together, and those of letters for mathematics or for
 * full width, which no account has. A word that is whole in one script is that script's word.
 */
export function disguisedNames(name: string): readonly Disguise[] {
  return wordsOf(name).flatMap(({ word, start }) => {
    const letters = [...word];
    const isMixed = letters.some((letter) => byLetter.has(letter)) && /\p{Script=Latin}/u.test(word);
    return isMixed || letters.some(isWideLatin) ? [disguise(word, start)] : [];
  });
}

/**
 * The same in prose, where formulas and units mix scripts on purpose: only words of letters of Latin and of others that look the same in
 * every typeface. Small Greek letters have looks of their own, but for the omicron.
 */
export function disguisedWords(text: string): readonly Disguise[] {
  return wordsOf(text).flatMap(({ word, start }) => {
    const letters = [...word].filter((letter) => !/[\p{Script=Latin}\p{M}]/u.test(letter));
    const isLike = (letter: string) => byLetter.has(letter) && (letter === "ο" || !/[α-ω]/.test(letter));
    return /[A-Za-z]/.test(word) && letters.length > 0 && letters.every(isLike) ? [disguise(word, start)] : [];
  });
}

/** What a name looks like: two names with one look can't be told apart by people. Capitals are small ones, as JupyterHub has it. */
export function lookOf(name: string): string {
  return isPlain(name) ? name.toLowerCase() : inLatin(name).toLowerCase().normalize("NFC");
}

function wordsOf(text: string): readonly { readonly word: string; readonly start: number }[] {
  if (isPlain(text)) return [];
  return Array.from(text.matchAll(/[\p{L}\p{M}]+/gu), ({ 0: word, index }) => ({ word, start: index }));
}

function disguise(word: string, start: number): Disguise {
  const odd = [...new Set(word)].filter((letter) => byLetter.has(letter) || isWideLatin(letter));
  const letters = odd.map((letter) => ({ letter, script: byLetter.get(letter)?.script ?? "another form of Latin" }));
  return { word, start, like: inLatin(word), letters };
}

function inLatin(text: string): string {
  return Array.from(text.normalize("NFC"), (letter) => {
    const like = byLetter.get(letter)?.latin;
    return like ?? (isWideLatin(letter) ? letter.normalize("NFKC") : letter);
  }).join("");
}

/** A letter of Latin in full width or in a style of mathematics. */
function isWideLatin(letter: string): boolean {
  return letter > "\u007f" && /^[A-Za-z]$/.test(letter.normalize("NFKC"));
}
