// Reading one file as text, strictly: what is not UTF-8, too large or unreadable is told apart, never guessed at.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { notUtf8, tooLarge, unreadable } from "../diagnostics/file-diagnostics.ts";
import type { Span } from "../text/span.ts";
import { type BytesProblem, readBytes } from "./read-bytes.ts";

export interface ReadText {
  /** Undefined where the file can't be used at all; with wrong bytes shown as U+FFFD where only some are wrong. */
  readonly text: string | undefined;
  readonly problem?: TextProblem;
}

/** What is wrong with a file. `at` is an offset into the text, where there is one. */
export type TextProblem = BytesProblem | { readonly kind: "not-utf8"; readonly found: string; readonly at: number };

/** The text of the file at `path`, without a byte order mark. `limit` is in bytes. Never throws. */
export function readText(path: string, limit: number): ReadText {
  const read = readBytes(path, limit);
  if ("problem" in read) return { text: undefined, problem: read.problem };
  return decode(read.bytes);
}

/** Does the file begin with a byte order mark? One that can't be read doesn't. */
export function hasByteOrderMark(path: string, limit: number): boolean {
  const read = readBytes(path, limit);
  return !("problem" in read) && markLength(read.bytes) > 0;
}

/** What reading a file would give whose text is `text`: what an editor holds is as good, or as bad, as once it is saved. */
export function readOpenText(text: string, limit: number): ReadText {
  const size = Buffer.byteLength(text);
  if (size > limit) return { text: undefined, problem: { kind: "too-large", size, limit } };
  return withoutZero(text);
}

/** The message for a problem with `what` (`\`notes.md\``), at the place that needs the file. */
export function textProblem(problem: TextProblem, what: string, span: Span): Diagnostic {
  switch (problem.kind) {
    case "unreadable":
      return diagnose(unreadable, { what, reason: problem.reason }, { span });
    case "too-large":
      return diagnose(tooLarge, { what, size: mebibytes(problem.size), limit: mebibytes(problem.limit) }, { span });
    case "not-utf8":
      return diagnose(notUtf8, { what, found: problem.found }, { span });
  }
}

const strict = new TextDecoder("utf-8", { fatal: true });
const lenient = new TextDecoder("utf-8");

function decode(bytes: Buffer): ReadText {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { text: undefined, problem: { kind: "not-utf8", found: "it is UTF-16", at: 0 } };
  try {
    return withoutZero(strict.decode(bytes));
  } catch {
    const text = lenient.decode(bytes);
    const at = firstWrong(text, bytes);
    const byte = bytes[Buffer.byteLength(text.slice(0, at)) + markLength(bytes)] ?? 0;
    return { text, problem: { kind: "not-utf8", found: `byte 0x${byte.toString(16)}`, at } };
  }
}

function withoutZero(text: string): ReadText {
  if (!text.includes("\0")) return { text };
  return { text: undefined, problem: { kind: "not-utf8", found: "it holds a zero byte", at: 0 } };
}

function markLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** The offset of the first replacement character that the file itself does not hold. */
function firstWrong(text: string, bytes: Buffer): number {
  let at = text.indexOf("\uFFFD");
  let offset = markLength(bytes) + Buffer.byteLength(text.slice(0, Math.max(0, at)));
  while (at >= 0 && bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) {
    const next = text.indexOf("\uFFFD", at + 1);
    if (next < 0) break;
    offset += Buffer.byteLength(text.slice(at, next));
    at = next;
  }
  return Math.max(0, at);
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1).replace(/\.0$/, "")} MiB`;
}
