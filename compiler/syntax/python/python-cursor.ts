// A place in a piece of Python that is being read, and the first thing found wrong with it.

/** What is wrong, by offsets into the piece. `message` is a sentence without its full stop. */
export interface PythonProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** `at` moves on while the text is read; reading ends with the first problem. */
export interface Cursor {
  readonly text: string;
  at: number;
  problem: PythonProblem | undefined;
}

/** Notes a problem; the first one stays. */
export function stopAt(cursor: Cursor, start: number, length: number, message: string): void {
  cursor.problem ??= { start, end: Math.min(cursor.text.length, start + length), message };
  cursor.at = cursor.text.length;
}
