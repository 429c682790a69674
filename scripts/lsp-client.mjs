// The smallest client of the language server: it starts one, asks, and waits for what it publishes. For measuring.

import { spawn } from "node:child_process";

/** Starts `argv` and greets it as the editor of the folder at `rootUri`. */
export async function startServer(argv, rootUri, more = {}) {
  const child = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map();
  const published = new Map();
  let told = () => {};
  let next = 1;
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let rest = Buffer.alloc(0);
  child.stdout.on("data", (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      if (head < 0) return;
      const end = head + 4 + Number(/content-length: *(\d+)/i.exec(rest.subarray(0, head).toString())[1]);
      if (rest.length < end) return;
      take(JSON.parse(rest.subarray(head + 4, end).toString()));
      rest = rest.subarray(end);
    }
  });
  const take = (message) => {
    if (message.method === undefined) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
      return;
    }
    if (message.id !== undefined) send({ id: message.id, result: null });
    if (message.method === "textDocument/publishDiagnostics") {
      published.set(message.params.uri, message.params);
      told();
    }
  };
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(next, { resolve, reject });
      send({ id: next++, method, params });
    });
  const notify = (method, params) => send({ method, params });
  const until = (holds) =>
    new Promise((resolve) => {
      told = () => {
        if (holds()) resolve();
      };
      told();
    });
  const { capabilities } = await request("initialize", { processId: process.pid, rootUri, capabilities: {}, ...more });
  notify("initialized", {});
  return { child, capabilities, published, request, notify, until };
}
