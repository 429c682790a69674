#!/usr/bin/env node
// The program that is started: the real world for `run`, and nothing else.

import module from "node:module";
import { run } from "./main.ts";
import type { Progress } from "./progress.ts";

// From Node 22.8 on the engine keeps what it has compiled, among the temporary files of the person, for the next start: a command's
// chunks are loaded after this. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();

process.stdout.on("error", leaveQuietly);
process.stderr.on("error", leaveQuietly);

// A log keeps every line that is drawn over, so there is none.
const isWatched = process.stderr.isTTY === true && process.env["TERM"] !== "dumb" && !process.env["CI"];

void run(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  stdin: readStdin,
  cwd: process.cwd(),
  env: process.env,
  isTTY: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
  now: () => new Date(),
  ...(isWatched && { progress: startedProgress }),
  ...(process.stdin.isTTY && process.stderr.isTTY ? { ask: askAtTerminal } : {}),
}).then((code) => {
  process.exitCode = code;
  // A program by which a kubeconfig signs in may never end, and what started it would wait for it.
  if (code === 2) setTimeout(() => process.exit(), 1000).unref();
});

async function startedProgress(what: string): Promise<Progress> {
  return (await import("./progress.ts")).startProgress({ what });
}

async function askAtTerminal(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  // Ctrl-C, and Ctrl-D, which ends the input.
  for (const event of ["SIGINT", "close"]) lines.on(event, () => stop.abort());
  try {
    return await lines.question(question, { signal: stop.signal });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write("\n");
    const { CannotRun } = await import("./io.ts");
    throw new CannotRun("Stopped at a question. Nothing was done.");
  } finally {
    lines.close();
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A reader that has seen enough (`hubc check | head`) is no error. */
function leaveQuietly(error: Error): void {
  if ("code" in error && error.code === "EPIPE") process.exit();
  throw error;
}
