// The command line in the test's own process: what it would print, and its exit code.

import { run } from "../../compiler/cli/main.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
  readonly stdin?: string | Uint8Array;
  readonly now?: Date;
}

/** Runs `hubc` with these arguments. */
export async function runCli(argv: readonly string[], world: World): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  const stdin = world.stdin ?? "";
  const code = await run(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
    cwd: world.cwd,
    env: world.env ?? {},
    isTTY: { stdout: world.tty ?? false, stderr: world.tty ?? false },
    now: () => world.now ?? new Date(2026, 9, 5, 23, 30),
  });
  return { code, stdout, stderr };
}
