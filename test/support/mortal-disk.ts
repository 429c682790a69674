// A disk on which a process dies, or an operation fails, at a chosen moment.

import { chmodSync, writeFileSync } from "node:fs";
import { type Disk, nodeDisk } from "../../compiler/node/disk.ts";

export interface Fate {
  /** The process dies at this operation: before it, after it, or in the middle of it. Counted from 1. */
  readonly dies?: { readonly at: number; readonly when: "before" | "amid" | "after" };
  /** This operation, and none after it, fails. */
  readonly fails?: number;
}

export interface MortalDisk {
  readonly disk: Disk;
  /** How many operations were done or begun. */
  readonly count: () => number;
  readonly died: () => boolean;
}

/** The disk without waiting for it: these tests kill processes, and cut no power. */
export const hastyDisk: Disk = {
  ...nodeDisk,
  create: (path, content, mode) => {
    writeFileSync(path, content, { flag: "wx" });
    if (mode !== undefined) chmodSync(path, mode);
  },
  sync: () => {},
};

export function mortalDisk({ dies, fails }: Fate): MortalDisk {
  let count = 0;
  let dead = false;
  const death = () => {
    dead = true;
    return new Error("killed");
  };
  const guarded = Object.entries(hastyDisk).map(([name, operation]) => [
    name,
    (...words: unknown[]) => {
      if (dead) throw death();
      count += 1;
      if (count === fails) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      if (count !== dies?.at) return Reflect.apply(operation, undefined, words);
      if (dies.when === "amid" && name === "create") {
        const [path, content] = words as [string, string]; // what `create` takes
        writeFileSync(path, content.slice(0, content.length / 2), { flag: "wx" });
      }
      if (dies.when === "after") Reflect.apply(operation, undefined, words);
      throw death();
    },
  ]);
  return { disk: Object.fromEntries(guarded) as unknown as Disk, count: () => count, died: () => dead };
}
