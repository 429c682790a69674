// A folder over HTTP on this machine alone: the small channel and CRAN.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";

/** Serves `folder` from a thread of its own, since checks keep this one waiting for programs. */
export function serveFolder(folder) {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { folder } });
  return new Promise((done, fail) => {
    worker.once("error", fail);
    worker.once("message", (port) => done({ url: `http://127.0.0.1:${port}`, close: () => worker.terminate() }));
  });
}

if (!isMainThread && workerData?.folder !== undefined) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      if (path.includes("..")) throw new Error("outside");
      response.end(await readFile(join(workerData.folder, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1", () => parentPort?.postMessage(server.address().port));
}
