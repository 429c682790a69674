// Shell scripts that people read before they run them: every step under a comment, every word quoted, one option a line.

import type { Span } from "../text/span.ts";
import { commentLines } from "./comment-lines.ts";
import { type OutputFile, type OutputLine, textFile } from "./output-file.ts";

/** Words that stand on a line of their own. */
export interface ScriptOption {
  readonly words: readonly string[];
  readonly origin?: Span | undefined;
}

export interface ScriptCommand {
  readonly words: readonly string[];
  readonly options?: readonly ScriptOption[];
  /** A command that succeeds where the work is done already; its output is dropped. */
  readonly unless?: readonly string[];
  /** With `unless`: the variable of the shell that is `yes` once this command has run, and `no` where there was nothing to do. */
  readonly notes?: string;
  /** Only where the command that notes this variable has run. */
  readonly onlyAfter?: string;
}

export interface ScriptStep {
  readonly comment: string;
  readonly origin?: Span | undefined;
  readonly commands?: readonly ScriptCommand[];
  /** Lines of shell as they are: whoever writes them has quoted what is in them. */
  readonly lines?: readonly string[];
}

/** An executable bash script that stops at the first error. Origins of a step hold for lines that have none of their own. */
export function shellScript(
  path: string,
  script: { readonly about: readonly string[]; readonly steps: readonly ScriptStep[] },
  origin: Span,
): OutputFile {
  const lines: OutputLine[] = [
    { text: "#!/usr/bin/env bash" },
    ...script.about.flatMap((about) => commentLines(about).map((text) => ({ text }))),
    { text: "set -euo pipefail" },
    ...script.steps.flatMap((step) => stepLines(step, step.origin ?? origin)),
  ];
  return { ...textFile(path, lines, origin), executable: true };
}

function stepLines(step: ScriptStep, origin: Span): OutputLine[] {
  return [
    { text: "", origin },
    ...commentLines(step.comment).map((text) => ({ text, origin })),
    ...(step.lines ?? []).map((text) => ({ text, origin })),
    ...(step.commands ?? []).flatMap((command) => commandLines(command, origin)),
  ];
}

function commandLines(command: ScriptCommand, origin: Span): OutputLine[] {
  const { words, options = [], unless, notes, onlyAfter } = command;
  const line = (text: string) => ({ text, origin });
  if (unless === undefined && onlyAfter === undefined) return continued([{ words, origin }, ...options], "", origin);
  const test = unless === undefined ? `[ "$${onlyAfter}" = yes ]` : `! ${shellCommand(unless)} >/dev/null 2>&1`;
  return [
    ...(notes === undefined ? [] : [line(`${notes}=no`)]),
    line(`if ${test}; then`),
    ...continued([{ words, origin }, ...options], "  ", origin),
    ...(notes === undefined ? [] : [line(`  ${notes}=yes`)]),
    line("fi"),
  ];
}

function continued(groups: readonly ScriptOption[], indent: string, origin: Span): OutputLine[] {
  return groups.map((group, i) => ({
    text: `${indent}${i === 0 ? "" : "  "}${shellCommand(group.words)}${i + 1 < groups.length ? " \\" : ""}`,
    origin: group.origin ?? origin,
  }));
}

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

/** A script's text with something in the place of each of these words, which stand for it there. */
export function filledIn(script: string, words: Readonly<Record<string, string>>): string {
  const names = new RegExp(`\\b(?:${Object.keys(words).join("|")})\\b`, "g");
  return script.trimEnd().replaceAll(names, (word) => words[word] ?? word);
}
