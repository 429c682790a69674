// A program that is run while this one goes on: what stands in for controllers has to.
import { spawn } from "node:child_process";

/** How it ended. `during` is given the process. */
export function runAside(program, args, { cwd, env, during } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (text) => (stdout += text));
    child.stderr.on("data", (text) => (stderr += text));
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
    during?.(child, () => stderr);
  });
}
