// A document tried as a reader would: its files written, its commands run in order, what they print compared with what it shows.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { run } from "../../compiler/cli/main.ts";
import type { FencedBlock } from "./fenced-blocks.ts";

/**
 * Goes through the blocks of a document in a folder. A `hub` or other block with `file=NAME` is written, with `change=NAME` replaces
 * the settings of that file that it sets, with `add=NAME` comes before the file's first closing brace. The `hubc` commands of an
 * `sh` block are run, and a `text` block is what the commands above it print, standard output and errors in the order in which a
 * terminal shows them. A `hub` block with `part=NAME`, and any other block with `file=NAME`, is a part of a file that a command wrote.
 * Gives how many commands were run.
 */
export async function tryDocument(blocks: readonly FencedBlock[], cwd: string): Promise<number> {
  let printed = "";
  let commands = 0;
  for (const block of blocks) {
    const [how, name] = block.words[0]?.split("=") ?? [];
    if (block.language === "sh") {
      const lines = block.text.split("\n").filter((line) => line.startsWith("hubc "));
      if (lines.length > 0) printed = "";
      for (const line of lines) printed += await printedBy(line, cwd);
      commands += lines.length;
    } else if (block.language === "text") expectPrinted(printed, block);
    else if (how === "write" && name !== undefined) edit(join(cwd, name), "file", block.text);
    else if (block.language === "diff" && name !== undefined) patch(join(cwd, name), block.text);
    else if (block.language === "hub" && how !== "part" && name !== undefined) edit(join(cwd, name), how, block.text);
    else if ((how === "file" || how === "part") && name !== undefined)
      expect(readFileSync(join(cwd, name), "utf8")).toContain(block.text);
  }
  return commands;
}

/** Compares what was printed with what a block shows. A line `…` of the block stands for any lines. */
export function expectPrinted(printed: string, { text, line }: FencedBlock): void {
  if (!text.split("\n").includes("…")) {
    expect(printed, `the block on line ${line}`).toBe(text);
    return;
  }
  const parts = text.split(/^…\n/m).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  expect(printed, `the block on line ${line}`).toMatch(new RegExp(`^${parts.join("(?:.*\\n)*?")}$`));
}

/** Everything that a command prints, in order. */
export async function printedBy(command: string, cwd: string): Promise<string> {
  return (await runCommand(command, cwd)).printed;
}

/** Runs a `hubc` command as it stands in a document, on the day that the tests are for. */
export async function runCommand(
  command: string,
  cwd: string,
): Promise<{ readonly code: number; readonly printed: string }> {
  let printed = "";
  const print = (text: string) => {
    printed += text;
  };
  const [, ...argv] = command.replace(/ #.*/, "").trim().split(/\s+/);
  const code = await run(argv, {
    stdout: print,
    stderr: print,
    stdin: async () => new Uint8Array(),
    cwd,
    env: {},
    isTTY: { stdout: false, stderr: false },
    now: () => new Date(2026, 9, 5, 9, 0),
  });
  return { code, printed };
}

function edit(path: string, how: string | undefined, text: string): void {
  if (how === "file") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  const before = readFileSync(path, "utf8");
  const after = how === "add" ? before.replace(/^\}$/m, () => `${text}}`) : withSettings(before, text);
  expect(after, `an edit of ${path} changes it`).not.toBe(before);
  writeFileSync(path, after);
}

/** The lines of a file that a difference takes away become those that it brings. */
function patch(path: string, difference: string): void {
  const lines = (sign: string) =>
    difference.split("\n").flatMap((line) => (line.startsWith(sign) ? [`${line.slice(1)}\n`] : []));
  const [before, after] = [lines("-").join(""), lines("+").join("")];
  const text = readFileSync(path, "utf8");
  expect(text, `the lines that are taken out of ${path}`).toContain(before);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
}

/** Each line of `settings` in place of the first line that sets the same. */
function withSettings(program: string, settings: string): string {
  let lines = program.split("\n");
  for (const setting of settings.trimEnd().split("\n")) {
    const key = setting.trim().split(/\s/)[0];
    const at = lines.findIndex((line) => line.trim().split(/\s/)[0] === key);
    lines = lines.map((line, i) => (i === at ? setting : line));
  }
  return lines.join("\n");
}
