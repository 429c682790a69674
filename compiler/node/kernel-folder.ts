// Folders that look like folders and are none: their files are processes, devices and settings of the kernel, and some never end.

import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { isWithin } from "./is-within.ts";

/** Whether a folder, absolute and with links followed, or the nearest one above it that is there, is of the kernel's own. */
export function isKernelFolder(folder: string): boolean {
  if (process.platform === "win32") return false;
  if (isWithin("/proc", folder) || isWithin("/sys", folder)) return true;
  // What lies in /dev/shm is memory that people use for files.
  if (isWithin("/dev", folder) && !(isWithin("/dev/shm", folder) && folder !== "/dev/shm")) return true;
  return process.platform === "linux" && KERNEL.has(fileSystemOf(folder));
}

/** The types of proc, sysfs, cgroup2, debugfs, tracefs and securityfs, as statfs(2) gives them (Linux 6.12, include/uapi/linux/magic.h). */
const KERNEL: ReadonlySet<number> = new Set([0x9fa0, 0x62656572, 0x63677270, 0x64626720, 0x74726163, 0x73636673]);

function fileSystemOf(folder: string): number {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return statfsSync(at).type;
    } catch (error) {
      // It is not there yet, or can't be asked: the one above it can.
      if (at === dirname(at)) throw error;
    }
  }
}
