// An HTTP server on 127.0.0.1 that is gone after the test, and remembers what it was asked.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

export interface LocalServer {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** `METHOD path` of each request, in order. */
  readonly asked: readonly string[];
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a server on a free port; `makeHandler` is told its host. */
export async function startLocalServer(makeHandler: (host: string) => Handler): Promise<LocalServer> {
  const asked: string[] = [];
  let handler: Handler | undefined;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    handler?.(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const host = `127.0.0.1:${address.port}`;
  handler = makeHandler(host);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host, asked };
}

/** Answers and ends. */
export function reply(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array = "",
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, headers);
  response.end(response.req.method === "HEAD" ? undefined : body);
}
