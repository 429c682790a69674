// Quoting for POSIX shells, so that a text arrives as one word whatever it holds.

/**
 * `text` as one word of a POSIX shell command: as it is where that is surely safe, else in single quotes. `NAME=value` is quoted,
 * since in front of a command it would be an assignment.
 * @throws Error for a text with a NUL character, which no argument of a process can hold.
 */
export function shellQuote(text: string): string {
  if (text.includes("\0")) throw new Error("invariant: a shell word cannot hold a NUL character");
  return safeWord.test(text) && !assignment.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command of these words, each quoted as needed. */
export function shellCommand(words: readonly string[]): string {
  return words.map(shellQuote).join(" ");
}

const safeWord = /^[A-Za-z0-9_@%+=:,./-]+$/;
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
