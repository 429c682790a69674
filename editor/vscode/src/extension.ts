// The extension from its start to its end: the server, and the commands that need more of the editor than the protocol has.

import { commands, type ExtensionContext, workspace } from "vscode";
import { showCompiledAt, showCompiledHere } from "./compiled-view.ts";
import { explain } from "./explain.ts";
import { createPreviews, showGraph, showPlan } from "./program-views.ts";
import { createServer, type Server } from "./server.ts";
import { createTextView } from "./text-view.ts";

let server: Server | undefined;

/** Starts the server and registers the commands. */
export async function activate(context: ExtensionContext): Promise<void> {
  const compiled = createTextView("hubc-compiled");
  const explained = createTextView("hubc-explained");
  const planned = createTextView("hubc-planned");
  const previews = createPreviews(context);
  const started = createServer(context, (place) => showCompiledAt(started.client(), compiled, place));
  server = started;
  context.subscriptions.push(
    compiled,
    explained,
    planned,
    previews,
    commands.registerCommand("hubc.restart", () => started.restart()),
    commands.registerCommand("hubc.compiledHere", () => showCompiledHere(started.client(), compiled)),
    commands.registerCommand("hubc.showPages", () => previews.show()),
    commands.registerCommand("hubc.showGraph", () => showGraph(context)),
    commands.registerCommand("hubc.showPlan", () => showPlan(context, planned)),
    commands.registerCommand("hubc.explain", () => explain(context, explained)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("hubc.path")) void started.restart();
    }),
    workspace.onDidGrantWorkspaceTrust(() => void started.restart()),
  );
  await started.start();
}

/** Ends the server with the editor. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
