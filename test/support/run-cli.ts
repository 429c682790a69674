// The command line in the test's own process: what it would print, and its exit code.

import { run } from "../../compiler/cli/main.ts";
import type { Progress } from "../../compiler/cli/progress.ts";

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
  /** The person at the terminal. */
  readonly ask?: (question: string) => Promise<string>;
  readonly progress?: (what: string) => Promise<Progress>;
  /** Ends a command that goes on by itself. */
  readonly stop?: AbortSignal;
  /** Is told what is printed, as it is. */
  readonly onOutput?: (text: string) => void;
}

/** Runs `hubc` with these arguments. */
export async function runCli(argv: readonly string[], world: World): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  const stdin = world.stdin ?? "";
  const code = await run(argv, {
    stdout: (text) => {
      stdout += text;
      world.onOutput?.(text);
    },
    stderr: (text) => {
      stderr += text;
      world.onOutput?.(text);
    },
    stdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
    cwd: world.cwd,
    env: world.env ?? {},
    isTTY: { stdout: world.tty ?? false, stderr: world.tty ?? false },
    now: () => world.now ?? new Date(2026, 9, 5, 23, 30),
    ...(world.ask && { ask: world.ask }),
    ...(world.progress && { progress: world.progress }),
    ...(world.stop && { stop: world.stop }),
  });
  return { code, stdout, stderr };
}
