// Which hubc runs: the one in the extension, in the editor's own Node, or the one that the settings name.

import { execFile } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { type ExtensionContext, type Uri, window, workspace } from "vscode";

/** The path of hubc that the settings name; absent for the extension's own, as in folders that are not trusted. */
export function namedProgram(): string | undefined {
  const path = workspace.getConfiguration("hubc").get("path");
  return workspace.isTrusted && typeof path === "string" && path.trim() !== "" ? path.trim() : undefined;
}

/** The extension's own hubc: a module for Node. */
export function ownProgram(context: ExtensionContext): string {
  return join(context.extensionPath, "dist", "server", "cli.mjs");
}

/** How hubc is started with these arguments: the program, all of its arguments, and the environment that it needs. */
export function startedWith(
  context: ExtensionContext,
  args: readonly string[],
): { readonly program: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv } {
  const named = namedProgram();
  if (named !== undefined) return { program: named, args, env: process.env };
  // The editor's own program is a Node where this is set.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  return { program: process.execPath, args: [ownProgram(context), ...args], env };
}

export interface Answer {
  readonly failed: boolean;
  /** What was asked for, or why there is none. */
  readonly text: string;
}

/** What hubc answers, run in a folder. */
export function askProgram(context: ExtensionContext, asked: readonly string[], folder?: string): Promise<Answer> {
  const { program, args, env } = startedWith(context, asked);
  const options = { env, maxBuffer: 64 * 1024 * 1024, ...(folder === undefined ? {} : { cwd: folder }) };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (error, stdout, stderr) => {
      resolve(error === null ? { failed: false, text: stdout } : { failed: true, text: stderr || error.message });
    });
  });
}

/** The folder of the program that is looked at, with the date of the settings. */
export interface OpenProgram {
  readonly folder: string;
  readonly title: string;
  /** `--on DATE`, where the settings name one. */
  readonly dated: readonly string[];
}

/** That of the open `.hub` file, which is saved first: hubc reads the disk. Undefined, and said, where none is open. */
export async function openProgram(): Promise<OpenProgram | undefined> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || document.languageId !== "hub" || document.uri.scheme !== "file") {
    void window.showInformationMessage("Open a .hub file of the program first.");
    return undefined;
  }
  await saveAll(document.uri);
  const folder = dirname(document.uri.fsPath);
  const on = workspace.getConfiguration("hubc").get("on");
  const dated = typeof on === "string" && on !== "" ? ["--on", on] : [];
  return { folder, title: basename(workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? folder), dated };
}

async function saveAll(uri: Uri): Promise<void> {
  for (const document of workspace.textDocuments)
    if (document.languageId === "hub" && document.isDirty && document.uri.scheme === uri.scheme) await document.save();
}
