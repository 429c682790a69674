// Everything that a command gets from and gives to the outside, so that a test can be the outside.

import type { Progress } from "./progress.ts";

/** The world of one run of the command line. */
export interface Io {
  /** What was asked for: data, and nothing else. */
  readonly stdout: (text: string) => void;
  /** What is wrong. */
  readonly stderr: (text: string) => void;
  /** Talk that nobody needs: summaries, progress, what to do next. `--quiet` drops it. */
  readonly note: (text: string) => void;
  /** All of the standard input as bytes. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Asks the person at the terminal, and gives the line that they type; absent where nobody can be asked. */
  readonly ask?: (question: string) => Promise<string>;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean };
  readonly now: () => Date;
  /** Says at the terminal that a command is still at work; absent where nobody looks at one. */
  readonly progress?: (what: string) => Promise<Progress>;
  /** Ends a command that would go on by itself, as a test does; people press Ctrl-C. */
  readonly stop?: AbortSignal;
}

/** The world that a process gives; what is talk is decided by the arguments. */
export type World = Omit<Io, "note">;

/** How a run ended: nothing wrong, errors found in what was asked about, or the question could not be answered. */
export const exitCode = { fine: 0, found: 1, couldNotRun: 2 } as const;

// The one way out of a command whose request can't be met: a sentence for the person who asked, and exit code 2.

/** Carries what to tell the person; an error class because it crosses calls that know nothing of it. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
