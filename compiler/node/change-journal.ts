// What a change of several files is about to do, written down before it is done: whoever comes after a killed one finishes it, or takes
// it back. It lies in a folder beside the files, with their new and their old contents. The journal names that folder by the number that
// the disk gave it, which nobody can put into a repository or an archive beforehand: one that came with the files is not carried out.

import { lstatSync } from "node:fs";
import { join } from "node:path";
import { isPlainPath } from "./earlier-build.ts";
import type { FileState } from "./file-state.ts";
import { readBytes } from "./read-bytes.ts";

/** The name of the folder. */
export const STAGING = ".hubc-staging";

export interface JournalEntry {
  /** Plain, relative to the folder that is changed. */
  readonly path: string;
  readonly before: FileState;
  /** The SHA-256 of the new file; absent where the file goes. */
  readonly after: string | undefined;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** Folders that are made, the outermost first. */
  readonly folders: readonly string[];
}

/** The names of what lies in the folder. `journal` is being carried out, `back` being taken back, `draft` not yet whole. */
export const names = {
  journal: "journal",
  back: "journal-back",
  draft: "journal-draft",
  newFile: (index: number) => `new-${index}`,
  oldFile: (index: number) => `old-${index}`,
};

/** `staging` is the folder that it is to lie in. @throws an error of the disk. */
export function printJournal(staging: string, { entries, folders }: Journal): string {
  return `${JSON.stringify({ version: 2, made: numberOf(staging), entries, folders })}\n`;
}

/** What the disk calls a folder; it keeps that number as long as it is there. @throws an error of the disk. */
function numberOf(folder: string): string {
  return String(lstatSync(folder, { bigint: true }).ino);
}

/** Bytes. */
const LARGEST_JOURNAL = 64 * 2 ** 20;

/** The journal of that name; nothing where there is none, `unusable` where hubc did not write it there. */
export function readJournal(staging: string, name: string): Journal | "unusable" | undefined {
  const read = readBytes(join(staging, name), LARGEST_JOURNAL);
  if ("problem" in read)
    return read.problem.kind === "unreadable" && read.problem.code === "ENOENT" ? undefined : "unusable";
  try {
    return journalIn(JSON.parse(read.bytes.toString("utf8")), numberOf(staging)) ?? "unusable";
  } catch {
    return "unusable";
  }
}

function journalIn(value: unknown, made: string): Journal | undefined {
  if (!isTable(value) || value["version"] !== 2 || value["made"] !== made) return undefined;
  const { entries, folders } = value;
  if (!Array.isArray(entries) || !Array.isArray(folders)) return undefined;
  const read = entries.map(entryIn);
  const known = read.filter((entry) => entry !== undefined);
  const paths = folders.filter((folder) => typeof folder === "string" && isPlainPath(folder));
  return known.length === read.length && paths.length === folders.length
    ? { entries: known, folders: paths }
    : undefined;
}

function entryIn(value: unknown): JournalEntry | undefined {
  if (!isTable(value)) return undefined;
  const { path, after } = value;
  const before = stateIn(value["before"]);
  if (typeof path !== "string" || !isPlainPath(path) || before === undefined) return undefined;
  return after === undefined || typeof after === "string" ? { path, before, after } : undefined;
}

function stateIn(value: unknown): FileState | undefined {
  if (!isTable(value)) return undefined;
  const { kind, sha256, target } = value;
  if (kind === "absent") return { kind };
  if (kind === "file" && typeof sha256 === "string") return { kind, sha256 };
  return kind === "link" && typeof target === "string" ? { kind, target } : undefined;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
