// Programs with one slip each: a word deleted, doubled, swapped with the next or misspelt. They are made by a scanner of their
// own, so that a mistake in the compiler's lexer can't hide one.

/** One changed text. Lines count from 1 and are those of the changed text. */
export interface Mutant {
  readonly how: "deleted" | "doubled" | "swapped" | "shortened" | "misspelt";
  readonly text: string;
  /** The word that was changed. */
  readonly word: string;
  /** First and last line that the change touches. */
  readonly from: number;
  readonly to: number;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** Every mutant of `text`, in order of place. */
export function mutantsOf(text: string): readonly Mutant[] {
  const words = wordsOf(text);
  return words.flatMap((word, i) => [...changesOf(text, word), ...swapOf(text, word, words[i + 1])]);
}

/** Words, numbers, texts and signs; comments and blanks are none. */
export function wordsOf(text: string): readonly Word[] {
  const pattern =
    /#[^\n]*|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|[A-Za-z][\w]*(?:-\w+)*|\d[\w.]*\w|\d|\.\.|[+\-=!<>]=|[^\sA-Za-z0-9]/g;
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (!found.startsWith("#")) words.push({ start: index, end: index + found.length });
  }
  return words;
}

function changesOf(text: string, { start, end }: Word): Mutant[] {
  const word = text.slice(start, end);
  const change = (how: Mutant["how"], replacement: string): Mutant => {
    const from = lineAt(text, start);
    return {
      how,
      word,
      text: text.slice(0, start) + replacement + text.slice(end),
      from,
      to: from + lineAt(replacement, replacement.length) - 1,
    };
  };
  const mutants = [change("deleted", ""), change("doubled", `${word} ${word}`)];
  if (word.startsWith('"')) return [...mutants, ...withoutQuotes(change, word)];
  if (!/^[A-Za-z]/.test(word)) return mutants;
  const middle = Math.floor(word.length / 2);
  const other = word[middle] === "x" ? "z" : "x";
  if (word.length > 1) mutants.push(change("shortened", word.slice(0, middle) + word.slice(middle + 1)));
  return [...mutants, change("misspelt", word.slice(0, middle) + other + word.slice(middle + 1))];
}

/** Without the opening and without the closing quotes. */
function withoutQuotes(change: (how: Mutant["how"], replacement: string) => Mutant, word: string): Mutant[] {
  const quotes = word.startsWith('"""') ? '"""' : '"';
  return [word.slice(quotes.length), word.slice(0, -quotes.length)].map((rest) => ({
    ...change("deleted", rest),
    word: quotes,
  }));
}

function swapOf(text: string, word: Word, next: Word | undefined): Mutant[] {
  if (next === undefined) return [];
  const [first, second] = [text.slice(word.start, word.end), text.slice(next.start, next.end)];
  if (first === second) return [];
  const gap = text.slice(word.end, next.start);
  return [
    {
      how: "swapped",
      word: `${first} ${second}`,
      text: text.slice(0, word.start) + second + gap + first + text.slice(next.end),
      from: lineAt(text, word.start),
      to: lineAt(text, next.end),
    },
  ];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
