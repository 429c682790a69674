// Running another program: no shell, nothing to answer on its input, an end in time, and no more kept of its output than is of use.

import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ProgramCall {
  /** Absolute, or a name that is looked for on the environment's PATH. */
  readonly program: string;
  readonly arguments: readonly string[];
  /** The folder to run in; this process's, unless given. */
  readonly folder?: string;
  readonly environment: Environment;
  /** Milliseconds after which it is ended. */
  readonly timeout: number;
}

/** How it ended. `stdout` and `stderr` are at most the last 8 MiB of each. */
export type ProgramEnd =
  | { readonly kind: "ended"; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: "not-started" }
  | { readonly kind: "too-slow" };

/** Runs it to its end. Never rejects. */
export function runProgram(call: ProgramCall): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(call.program, call.arguments, {
      cwd: call.folder,
      env: call.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout = tail();
    const stderr = tail();
    let slow = false;
    const timer = setTimeout(() => {
      slow = true;
      child.kill("SIGKILL");
    }, call.timeout);
    child.stdout.on("data", stdout.add);
    child.stderr.on("data", stderr.add);
    const end = (result: ProgramEnd) => {
      clearTimeout(timer);
      resolve(result);
    };
    child.on("error", () => end({ kind: "not-started" }));
    child.on("exit", () => {
      // What it started may hold its pipes open for ever; half a second is enough to read what is in them.
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, 500).unref();
    });
    child.on("close", (code) =>
      end(
        slow ? { kind: "too-slow" } : { kind: "ended", code: code ?? -1, stdout: stdout.text(), stderr: stderr.text() },
      ),
    );
  });
}

/** The absolute path of a program on the environment's PATH. */
export function findProgram(name: string, environment: Environment): string | undefined {
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const MOST_BYTES = 8 * 2 ** 20;

function tail(): { readonly add: (chunk: Buffer) => void; readonly text: () => string } {
  let chunks: Buffer[] = [];
  let bytes = 0;
  return {
    add: (chunk) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes <= 2 * MOST_BYTES) return;
      chunks = [Buffer.concat(chunks).subarray(-MOST_BYTES)];
      bytes = MOST_BYTES;
    },
    text: () => Buffer.concat(chunks).subarray(-MOST_BYTES).toString("utf8"),
  };
}
