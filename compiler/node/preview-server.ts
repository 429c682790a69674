// A server on this machine alone, for pages that are made anew while people look at them. Whoever has a page open is told of the next one.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What an address gives. */
export interface PreviewAnswer {
  readonly type: string;
  readonly text: string;
}

export interface PreviewServer {
  /** `http://127.0.0.1:8080/`. */
  readonly address: string;
  /** Tells whoever has a page open; those who come later are told the same. */
  readonly tell: (message: string) => void;
  readonly close: () => void;
}

export interface Serving {
  /** The port, or 0 for a free one. */
  readonly port: number;
  /** Where pages listen for what is told. */
  readonly eventsPath: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What a path gives, which begins with a slash; nothing where there is nothing. */
  readonly answer: (path: string) => PreviewAnswer | undefined;
}

/** Begins to serve; or why it can't, as part of a sentence. */
export function servePreview(serving: Serving): Promise<PreviewServer | { readonly problem: string }> {
  const listening = new Set<ServerResponse>();
  let last: string | undefined;
  const server = createServer((request, response) => {
    if (!isForThisMachine(request)) return refuse(response, 403, "This server answers this machine alone.");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Only GET.");
    const path = pathOf(request);
    if (path === serving.eventsPath) return listen(response);
    const previewAnswer = path === undefined ? undefined : serving.answer(path);
    if (previewAnswer === undefined) return refuse(response, 404, "There is no such page in this build.");
    response.writeHead(200, { ...fixed, ...serving.headers, "content-type": `${previewAnswer.type}; charset=utf-8` });
    response.end(request.method === "HEAD" ? undefined : previewAnswer.text);
  });
  const listen = (response: ServerResponse) => {
    response.writeHead(200, { ...fixed, "content-type": "text/event-stream" });
    if (last !== undefined) response.write(event(last));
    listening.add(response);
    response.on("close", () => listening.delete(response));
  };
  return new Promise((resolve) => {
    server.on("error", (error: NodeJS.ErrnoException) => resolve({ problem: reason(error, serving.port) }));
    server.listen(serving.port, "127.0.0.1", () => {
      const place = server.address();
      const port = typeof place === "object" && place !== null ? place.port : serving.port;
      resolve({
        address: `http://127.0.0.1:${port}/`,
        tell: (message) => {
          last = message;
          for (const response of listening) response.write(event(message));
        },
        close: () => {
          for (const response of listening) response.end();
          server.close();
        },
      });
    });
  });
}

const fixed = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

const event = (message: string) => `data: ${message}\n\n`;

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...fixed, "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

/** A page elsewhere can make a browser ask here under a name of its own; then the name is not this machine's. */
function isForThisMachine({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? "");
}

function pathOf({ url }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url ?? "/", "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

function reason(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE") return `something listens on the port ${port} already`;
  if (error.code === "EACCES") return `the port ${port} may not be listened on`;
  return error.message;
}
