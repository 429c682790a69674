// One writer at a time in a folder. The lock is a file that names its owner, so that whoever comes after a killed one knows that it is
// gone. Taking over a dead one's lock is done under a lock of its own: nobody removes a lock that somebody has just taken.

import { randomBytes } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Disk } from "./disk.ts";
import { diskCode } from "./disk-reason.ts";
import { hasEnded, ownIdentity, type ProcessIdentity } from "./process-identity.ts";
import { readBytes } from "./read-bytes.ts";

/** The name of the lock in the folder. */
export const LOCK = ".hubc-lock";

export interface FolderLock {
  release(): void;
}

/** Milliseconds. */
export interface LockPatience {
  /** How long another writer is waited for. */
  readonly wait: number;
  /** How old a lock may be whose owner can't be looked for from here. No writing takes so long. */
  readonly oldest: number;
  /** How long an owner may take to write its name. */
  readonly naming: number;
}

const usual: LockPatience = { wait: 15_000, oldest: 120_000, naming: 3_000 };

/** The lock of a folder that is there, or who has it, in sentences. @throws an error of the disk. */
export async function lockFolder(
  folder: string,
  disk: Disk,
  patience: LockPatience = usual,
): Promise<FolderLock | { readonly busy: string }> {
  const path = join(folder, LOCK);
  const until = Date.now() + patience.wait;
  for (let pause = 5; ; pause = Math.min(250, pause * 2)) {
    const held = take(path, disk, patience);
    if ("release" in held) return held;
    if (Date.now() >= until) return { busy: sentence(held, patience) };
    await wait(pause);
  }
}

interface Holder {
  readonly owner: (ProcessIdentity & { readonly nonce: string }) | undefined;
  /** Milliseconds since the lock was made. */
  readonly age: number;
}

function take(path: string, disk: Disk, patience: LockPatience): FolderLock | Holder {
  const nonce = randomBytes(12).toString("hex");
  if (tryCreate(path, JSON.stringify({ ...ownIdentity(), nonce }), disk)) {
    // One who was killed while taking over has left its right.
    if (holderOf(rightTo(path)) !== undefined) removeDead(rightTo(path), disk, patience);
    return { release: () => release(path, nonce, disk) };
  }
  const holder = holderOf(path) ?? { owner: undefined, age: 0 };
  return removeDead(path, disk, patience) ? take(path, disk, patience) : holder;
}

/** What must be held to remove a lock of one who is dead: the lock that was looked at is then the one that is removed. */
function rightTo(path: string): string {
  return `${path}-taking-over`;
}

/** Whether a lock was there whose owner is dead, and is not any more. */
function removeDead(path: string, disk: Disk, patience: LockPatience): boolean {
  const before = holderOf(path);
  if (before === undefined || !isDead(before, patience)) return false;
  const right = take(rightTo(path), disk, patience);
  if (!("release" in right)) return false;
  try {
    const holder = holderOf(path);
    if (holder === undefined || !isDead(holder, patience)) return false;
    disk.remove(path);
    return true;
  } finally {
    right.release();
  }
}

function tryCreate(path: string, text: string, disk: Disk): boolean {
  try {
    disk.create(path, text, 0o644);
    return true;
  } catch (error) {
    if (diskCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Gives it back, unless it was held for so long that another has taken it over. */
function release(path: string, nonce: string, disk: Disk): void {
  if (holderOf(path)?.owner?.nonce === nonce) disk.remove(path);
}

function holderOf(path: string): Holder | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return { owner: stat.isFile() ? ownerIn(path) : undefined, age: Date.now() - stat.mtimeMs };
}

/** Bytes. */
const LARGEST_LOCK = 4096;

function ownerIn(path: string): Holder["owner"] {
  const read = readBytes(path, LARGEST_LOCK);
  if ("problem" in read) return undefined;
  try {
    const { pid, started, boot, space, host, nonce }: Record<string, unknown> = JSON.parse(read.bytes.toString("utf8"));
    const texts = [started, boot, space, host, nonce].filter((one) => typeof one === "string");
    const [itsStart, itsBoot, itsSpace, itsHost, itsNonce] = texts;
    if (typeof pid !== "number" || !Number.isInteger(pid) || pid <= 0) return undefined;
    if (itsStart === undefined || itsBoot === undefined || itsSpace === undefined) return undefined;
    if (itsHost === undefined || itsNonce === undefined) return undefined;
    return { pid, started: itsStart, boot: itsBoot, space: itsSpace, host: itsHost, nonce: itsNonce };
  } catch {
    // Its owner is about to write its name, or was killed before it did: its age decides.
    return undefined;
  }
}

function isDead({ owner, age }: Holder, { oldest, naming }: LockPatience): boolean {
  if (owner === undefined) return age > naming;
  const ended = hasEnded(owner);
  return ended === "ended" || (ended === "unknown" && age > oldest);
}

function sentence({ owner }: Holder, { oldest }: LockPatience): string {
  if (owner === undefined) return "Another hubc is writing to this folder. Nothing was changed; try again.";
  const writes = `Another hubc is writing to this folder (process ${owner.pid}`;
  if (hasEnded(owner) === "running") return `${writes}). Nothing was changed; try again once it is done.`;
  const minutes = Math.ceil(oldest / 60_000);
  return `${writes} on ${owner.host}). Nothing was changed. If it was killed, ${LOCK} in this folder can be removed; after ${minutes} minutes it is taken over.`;
}
