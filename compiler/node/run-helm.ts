// helm as a program of its own, which ends when this process does: a helm that went on alone would change a release that somebody else
// has begun to deploy.

import { spawn } from "node:child_process";
import { findProgram } from "./run-program.ts";

export interface HelmCall {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends helm at once. */
  readonly signal?: AbortSignal;
}

export type HelmEnd =
  | { readonly kind: "ended"; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: "missing" };

/**
 * The shell waits for the end of its input, which comes when this process has ended in whatever way, and then ends helm. It is run as
 * `sh -c … helm ARGUMENTS`.
 */
const watched = [
  "exec 3<&0",
  '"$0" "$@" & helm=$!',
  '( read -r _ <&3; kill -9 "$helm" ) 2> /dev/null & watch=$!',
  'wait "$helm"; code=$?',
  'kill "$watch" 2> /dev/null',
  'exit "$code"',
].join("\n");

/** Runs it to its end. Never rejects. */
export function runHelm({ arguments: words, environment, signal }: HelmCall): Promise<HelmEnd> {
  const helm = findProgram("helm", environment);
  if (helm === undefined) return Promise.resolve({ kind: "missing" });
  return new Promise((resolve) => {
    const [program, argv] = process.platform === "win32" ? [helm, [...words]] : ["sh", ["-c", watched, helm, ...words]];
    const child = spawn(program, argv, { env: environment, stdio: ["pipe", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const stop = () => (process.platform === "win32" ? child.kill("SIGKILL") : child.stdin.end());
    child.stdin.on("error", () => undefined); // the shell has ended before its input
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted) stop();
    child.on("error", () => resolve({ kind: "missing" }));
    child.on("close", (code) => {
      signal?.removeEventListener("abort", stop);
      resolve({ kind: "ended", code: code ?? -1, stdout, stderr });
    });
  });
}
