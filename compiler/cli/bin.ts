#!/usr/bin/env node
// The program that is started: the real world for `run`, and nothing else.

import { run } from "./main.ts";

process.stdout.on("error", leaveQuietly);
process.stderr.on("error", leaveQuietly);

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  stdin: readStdin,
  cwd: process.cwd(),
  env: process.env,
  isTTY: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
  now: () => new Date(),
});

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
