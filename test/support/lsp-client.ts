// A small editor without a screen: it starts the server, speaks the protocol with it over pipes, and remembers what it was told.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { onTestFinished } from "vitest";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface ReceivedDiagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
  readonly tags?: readonly number[];
  readonly relatedInformation?: readonly {
    readonly message: string;
    readonly location: { readonly uri: string; readonly range: Range };
  }[];
}

/** A message as it stands on the wire. */
interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface ClientOptions {
  /** Merged into the capabilities of a small client. */
  readonly capabilities?: object;
  /** Further parameters of `initialize`; replace those of the client. */
  readonly initialize?: object;
  /** What requests of the server are answered with, by method; all others with null. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface LspClient {
  readonly capabilities: Readonly<Record<string, unknown>>;
  /** The answer to a request. Rejects with the server's message where it refuses. */
  request<T>(method: string, params: unknown): Promise<T>;
  notify(method: string, params: unknown): void;
  /** What was published last for each address. */
  readonly published: ReadonlyMap<
    string,
    { readonly version?: number; readonly diagnostics: readonly ReceivedDiagnostic[] }
  >;
  /** Every message of the server that is no answer, in order. */
  readonly received: readonly { readonly method: string; readonly params: unknown }[];
  /** Waits until something holds, looking again after every message. */
  until(holds: () => boolean, what: string): Promise<void>;
  open(uri: string, text: string, version?: number): void;
  /** Replaces all of a document's text, or a range of it. */
  change(uri: string, version: number, text: string, range?: Range): void;
  /** Says goodbye; the exit code of the process. */
  quit(): Promise<number | null>;
  readonly process: ChildProcessWithoutNullStreams;
}

/** Milliseconds; the machine that runs the tests may be busy. */
const PATIENCE = 300_000;

/** Starts the server and greets it. The process ends with the test. */
export async function startClient(cli: string, options: ClientOptions = {}): Promise<LspClient> {
  const child = spawn(process.execPath, [cli, "lsp", "--stdio"], {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const wire = createWire(child, options.answers ?? {});
  const { capabilities } = await wire.request<{ capabilities: Record<string, unknown> }>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } } },
      ...options.capabilities,
    },
    ...options.initialize,
  });
  wire.notify("initialized", {});
  return {
    ...wire,
    capabilities,
    process: child,
    open: (uri, text, version = 1) =>
      wire.notify("textDocument/didOpen", { textDocument: { uri, languageId: "hub", version, text } }),
    change: (uri, version, text, range) =>
      wire.notify("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [range === undefined ? { text } : { text, range }],
      }),
    quit: async () => {
      const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
      await wire.request("shutdown", undefined);
      wire.notify("exit", undefined);
      return ended;
    },
  };
}

function createWire(child: ChildProcessWithoutNullStreams, answers: Readonly<Record<string, unknown>>) {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const published: Map<string, { version?: number; diagnostics: readonly ReceivedDiagnostic[] }> = new Map();
  const received: { method: string; params: unknown }[] = [];
  const watchers = new Set<() => void>();
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the server ended with ${code}: ${complaint}`));
  });
  let next = 1;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  readMessages(child, (message) => {
    if (message.method === undefined) {
      const entry = waiting.get(Number(message.id));
      waiting.delete(Number(message.id));
      if (message.error === undefined) entry?.resolve(message.result);
      else entry?.reject(new Error(message.error.message));
    } else {
      received.push({ method: message.method, params: message.params });
      if (message.id !== undefined) send({ id: message.id, result: answers[message.method] ?? null });
      if (message.method === "textDocument/publishDiagnostics") {
        const { uri, ...rest } = message.params as { uri: string; diagnostics: ReceivedDiagnostic[] }; // as the protocol has it
        published.set(uri, rest);
      }
    }
    for (const watcher of watchers) watcher();
  });
  return {
    published,
    received,
    notify: (method: string, params: unknown) => send({ method, params }),
    request: <T>(method: string, params: unknown): Promise<T> =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve: (result) => resolve(result as T), reject }); // what the caller expects of this method
        send({ id, method, params });
      }),
    until: (holds: () => boolean, what: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const end = (result: () => void) => {
          clearTimeout(timer);
          watchers.delete(look);
          result();
        };
        const look = () => {
          if (holds()) end(resolve);
        };
        const timer = setTimeout(
          () => end(() => reject(new Error(`waited in vain for ${what}; ${complaint}`))),
          PATIENCE,
        );
        watchers.add(look);
        look();
      }),
  };
}

function readMessages(child: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(rest.subarray(0, head).toString())?.[1]);
      const end = head + 4 + length;
      if (rest.length < end) return;
      take(JSON.parse(rest.subarray(head + 4, end).toString()));
      rest = rest.subarray(end);
    }
  });
}
