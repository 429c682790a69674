// Which process this is, told so that it can be known later whether it is still there. A number alone does not say that: it is given
// to another process soon after.

import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { diskCode } from "./disk-reason.ts";

export interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, as the system says it; empty where it does not. */
  readonly started: string;
  /** The start of the machine, and the space that the number is counted in: a container has its own. Empty where there is no telling. */
  readonly boot: string;
  readonly space: string;
  readonly host: string;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? "", ...here() };
}

/**
 * Whether the process of that identity has ended. `unknown` where it can't be told from here: it is of another machine, of another
 * container or from before a restart, or its number is in use and the system does not say since when.
 */
export function hasEnded(identity: ProcessIdentity): "ended" | "running" | "unknown" {
  const own = here();
  // Names of machines are not each other's alone, and a number counts in one space only.
  if (identity.host !== own.host || identity.boot !== own.boot || identity.space !== own.space) return "unknown";
  if (!isInUse(identity.pid)) return "ended";
  const started = startOf(identity.pid);
  if (started === undefined || identity.started === "") return "unknown";
  return started === identity.started ? "running" : "ended";
}

function here(): Pick<ProcessIdentity, "boot" | "space" | "host"> {
  const host = hostname();
  if (process.platform !== "linux") return { boot: "", space: "", host };
  return {
    boot: orEmpty(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    space: orEmpty(() => readlinkSync("/proc/self/ns/pid")),
    host,
  };
}

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    // Some sandboxes have no such file: what it would tell stays unknown.
    return "";
  }
}

function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return diskCode(error) === "EPERM";
  }
}

/** What the system says of a process's start; nothing where it says nothing, `ended` where it only waits to be forgotten. */
function startOf(pid: number): string | undefined {
  if (process.platform === "win32") return undefined;
  if (process.platform !== "linux") {
    const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      timeout: 5_000,
    });
    return status === 0 ? stdout.trim() : undefined;
  }
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  // proc(5): the name in brackets may hold anything; behind it, field 3 is the state and field 22 the start in clock ticks.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields.length < 20) return undefined;
  return fields[0] === "Z" || fields[0] === "X" ? "ended" : fields[19];
}
