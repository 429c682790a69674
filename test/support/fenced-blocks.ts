// The fenced blocks of a Markdown document, so that what a document shows can be tried.

export interface FencedBlock {
  readonly language: string;
  /** The words behind the language. */
  readonly words: readonly string[];
  readonly text: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

/** All blocks between fences of three backticks, in order. */
export function fencedBlocks(markdown: string): readonly FencedBlock[] {
  return [...markdown.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [language = "", ...words] = (match[1] ?? "").trim().split(/\s+/);
    const line = markdown.slice(0, match.index).split("\n").length;
    return { language, words, text: match[2] ?? "", line };
  });
}
