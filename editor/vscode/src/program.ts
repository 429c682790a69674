// Which hubc runs: the one in the extension, in the editor's own Node, or the one that the settings name.

import { join } from "node:path";
import { type ExtensionContext, workspace } from "vscode";

/** The path of hubc that the settings name; absent for the extension's own, as in folders that are not trusted. */
export function namedProgram(): string | undefined {
  const path = workspace.getConfiguration("hubc").get("path");
  return workspace.isTrusted && typeof path === "string" && path.trim() !== "" ? path.trim() : undefined;
}

/** The extension's own hubc: a module for Node. */
export function ownProgram(context: ExtensionContext): string {
  return join(context.extensionPath, "dist", "server", "cli.mjs");
}
