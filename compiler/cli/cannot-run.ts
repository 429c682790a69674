// The one way out of a command whose request can't be met: a sentence for the person who asked, and exit code 2.

/** Carries what to tell the person; an error class because it crosses calls that know nothing of it. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
