// hubc completion: a script for a shell, made from the table of the commands so that it can't fall behind it.

import { type ParsedArguments, quoted } from "../arguments.ts";
import { commands } from "../command-table.ts";
import { bashCompletion } from "../completion/bash.ts";
import { fishCompletion } from "../completion/fish.ts";
import { powershellCompletion } from "../completion/powershell.ts";
import { zshCompletion } from "../completion/zsh.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";

const shells = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
} as const;

const isShell = (name: string): name is keyof typeof shells => Object.hasOwn(shells, name);

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const asked = parsed.positionals[0] ?? "";
  const name = asked === "pwsh" ? "powershell" : asked;
  if (!isShell(name))
    throw new CannotRun(`There is no completion for ${quoted(asked)}: ${Object.keys(shells).join(", ")} have one.`);
  io.stdout(shells[name](commands));
  return exitCode.fine;
}
