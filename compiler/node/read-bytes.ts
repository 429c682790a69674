// Reading a file of at most so many bytes, and nothing but a file: a pipe nobody writes to would be waited for without end, and a
// device may never end.

import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { diskCode, diskReason } from "./disk-reason.ts";

export type BytesProblem =
  | { readonly kind: "unreadable"; readonly reason: string; readonly code?: string | undefined }
  | { readonly kind: "too-large"; readonly size: number; readonly limit: number };

/** The bytes of the file at `path`, links followed. Never throws, never waits. `limit` is in bytes. */
export function readBytes(
  path: string,
  limit: number,
): { readonly bytes: Buffer } | { readonly problem: BytesProblem } {
  let file: number | undefined;
  try {
    // Opening a device can set it going: what it is is looked at before, and once more when it is open.
    const before = statSync(path);
    if (!before.isFile()) return { problem: { kind: "unreadable", reason: notAFile(before) } };
    // Opening a pipe to read waits for a writer unless it is asked not to. Windows has no such pipes and no such word.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (!stat.isFile()) return { problem: { kind: "unreadable", reason: notAFile(stat) } };
    if (stat.size > limit) return { problem: { kind: "too-large", size: stat.size, limit } };
    return readAtMost(file, limit, stat.size);
  } catch (error) {
    return { problem: { kind: "unreadable", reason: diskReason(error), code: diskCode(error) } };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const CHUNK = 2 ** 16;

/** A file of the kernel says that it is empty, and some are without end: the bytes are counted while they come. `said` is in bytes. */
function readAtMost(file: number, limit: number, said: number): ReturnType<typeof readBytes> {
  const chunks: Buffer[] = [];
  // With room for one byte more, the end of most files is met in the first chunk.
  let chunk = Buffer.allocUnsafe(said === 0 ? CHUNK : Math.min(said + 1, CHUNK));
  let filled = 0;
  let size = 0;
  for (;;) {
    const read = readSync(file, chunk, filled, chunk.length - filled, null);
    filled += read;
    size += read;
    if (size > limit) return { problem: { kind: "too-large", size, limit } };
    if (read === 0) return { bytes: Buffer.concat([...chunks, chunk.subarray(0, filled)], size) };
    if (filled < chunk.length) continue;
    chunks.push(chunk);
    chunk = Buffer.allocUnsafe(CHUNK);
    filled = 0;
  }
}

/** What something is that is no file, as a sentence without its end. */
export function notAFile(stat: Pick<Stats, "isDirectory" | "isFIFO" | "isSocket" | "isBlockDevice">): string {
  if (stat.isDirectory()) return "it is a folder";
  if (stat.isFIFO()) return "it is a pipe, not a file";
  if (stat.isSocket()) return "it is a socket, not a file";
  return "it is a device, not a file";
}
