// What the whole program comes to, beside its files: its pages, what is connected with what, and what a change does. Each is what the command
// of that name answers.

import { type ChildProcess, spawn } from "node:child_process";
import { commands, type Disposable, type ExtensionContext, env, Uri, ViewColumn, window } from "vscode";
import { askProgram, openProgram, startedWith } from "./program.ts";
import type { TextView } from "./text-view.ts";

/** `hubc graph` as a picture. */
export async function showGraph(context: ExtensionContext): Promise<void> {
  const open = await openProgram();
  if (open === undefined) return;
  const { failed, text } = await askProgram(context, ["graph", "--format", "svg", ...open.dated], open.folder);
  if (failed) return refused(text);
  const panel = window.createWebviewPanel("hubc.graph", `${open.title}: graph`, ViewColumn.Beside, {});
  panel.webview.html = picturePage(`${open.title}: graph`, text);
}

/** A page that holds a picture and runs nothing. */
function picturePage(title: string, svg: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
<style>body { margin: 1rem; background: #fff; } img { max-width: 100%; height: auto; }</style>
</head>
<body><img alt="What is connected with what" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}"></body>
</html>`;
}

/** `hubc plan`, against where the branch left the main branch. */
export async function showPlan(context: ExtensionContext, view: TextView): Promise<void> {
  const open = await openProgram();
  if (open === undefined) return;
  const { failed, text } = await askProgram(context, ["plan", "--format", "markdown", ...open.dated], open.folder);
  if (failed) return refused(text);
  const editor = await view.show(`${open.title} plan.md`, text);
  await commands.executeCommand("markdown.showPreviewToSide", editor.document.uri);
}

/** The previews that run, each for a folder until the editor ends. */
export interface Previews extends Disposable {
  /** Opens the program's pages in a browser. */
  show(): Promise<void>;
}

interface Preview {
  readonly process: ChildProcess;
  readonly address: Promise<string>;
}

export function createPreviews(context: ExtensionContext): Previews {
  const running = new Map<string, Preview>();
  return {
    show: async () => {
      const open = await openProgram();
      if (open === undefined) return;
      const key = [open.folder, ...open.dated].join("\n");
      const preview = running.get(key) ?? startPreview(context, open.folder, open.dated);
      running.set(key, preview);
      preview.process.once("exit", () => running.delete(key));
      try {
        // In the browser of the person: no page of the preview may stand in a frame of another.
        await env.openExternal(Uri.parse(await preview.address));
      } catch (error) {
        refused(error instanceof Error ? error.message : String(error));
      }
    },
    dispose: () => {
      for (const { process: child } of running.values()) child.kill();
    },
  };
}

function startPreview(context: ExtensionContext, folder: string, dated: readonly string[]): Preview {
  const { program, args, env: environment } = startedWith(context, ["preview", ...dated]);
  const child = spawn(program, [...args], { cwd: folder, env: environment });
  const address = new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += String(data);
      const found = /https?:\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    let wrong = "";
    child.stderr.on("data", (data) => {
      wrong += String(data);
    });
    child.on("error", reject);
    child.on("exit", () => reject(new Error(wrong.trim() || "hubc preview ended.")));
  });
  return { process: child, address };
}

function refused(text: string): void {
  void window.showWarningMessage(text.trim());
}
