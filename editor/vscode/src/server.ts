// The client of the language server: how it is started, which documents it is for, and what happens when it is started again.

import { type ExtensionContext, window } from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { namedProgram, ownProgram } from "./program.ts";

export interface Server {
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** The client that runs now; absent while none does. */
  client(): LanguageClient | undefined;
}

/** The command of the server's lenses, which this extension answers with a view of its own. */
const SHOW_COMPILED = "hubc.showCompiled";

/** A server that has not been started; `show` opens what the place that a lens stands for compiles to. */
export function createServer(context: ExtensionContext, show: (place: unknown) => Promise<void>): Server {
  let running: LanguageClient | undefined;
  // One after the other, since a client that is still starting can't be stopped.
  let last: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch((error: unknown) => tell(error));
    return last;
  };
  const start = async (): Promise<void> => {
    const client = new LanguageClient("hubc", "hubc", serverOptions(context), clientOptions(show));
    await client.start();
    running = client;
  };
  const stop = async (): Promise<void> => {
    const client = running;
    running = undefined;
    await client?.dispose();
  };
  return {
    start: () => next(start),
    stop: () => next(stop),
    restart: () => next(stop).then(() => next(start)),
    client: () => running,
  };
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const command = namedProgram();
  if (command !== undefined) return { command, args: ["lsp"], transport: TransportKind.stdio };
  return { module: ownProgram(context), args: ["lsp"], transport: TransportKind.stdio };
}

function clientOptions(show: (place: unknown) => Promise<void>): LanguageClientOptions {
  return {
    documentSelector: [
      { language: "hub", scheme: "file" },
      { language: "hub", scheme: "untitled" },
    ],
    middleware: {
      executeCommand: (command, given, proceed) =>
        command === SHOW_COMPILED ? show(given[0]) : proceed(command, given),
    },
  };
}

function tell(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  void window.showErrorMessage(`The server of hubc can't be started: ${reason}`);
}
