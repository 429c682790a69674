// Whether a program's files are as they were: by the times and sizes that the disk keeps, asked again and again. Asking works on every disk, also
// on those that tell nobody of a change, such as network drives and folders mounted into containers.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LoadedProgram } from "./load-sources.ts";

/** The state of all `.hub` files of the folder and of the files that the program names. Equal as long as nothing was saved. */
export function programState({ root, sources }: Pick<LoadedProgram, "root" | "sources">): string {
  const states: string[] = [];
  visit(root, states);
  for (const path of sources.assets.keys()) states.push(fileState(join(root, path)));
  return states.join("\n");
}

/** What a program never reads: hidden folders, and what npm installs. Outputs hold no `.hub` file. */
const isPassedOver = (name: string) => name.startsWith(".") || name === "node_modules" || name === "out";

function visit(folder: string, states: string[]): void {
  for (const entry of entriesOf(folder)) {
    if (isPassedOver(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) visit(path, states);
    else if (entry.name.endsWith(".hub")) states.push(fileState(path));
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // gone since: the state is another one then
  }
}

function fileState(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? `${path} gone` : `${path} ${stat.ino} ${stat.mtimeMs} ${stat.size}`;
}

/** Resolves once the state is another than `before`, or with `stopped` where nobody wants to wait any more. */
export async function stateChanged(
  program: Pick<LoadedProgram, "root" | "sources">,
  before: string,
  stop: AbortSignal | undefined,
): Promise<"changed" | "stopped"> {
  while (stop?.aborted !== true) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (programState(program) !== before) return "changed";
  }
  return "stopped";
}

/** Milliseconds between two looks: soon enough for who has just saved, and no work for the machine. */
const PAUSE = 200;
