// Which files the client is asked to watch: every .hub file, and what programs take in by `file("…")`, which changes as they do.

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from "vscode-languageserver/node";
import { isWithin } from "../node/real-folder.ts";
import { traceOf } from "./checks.ts";
import type { OpenProgram } from "./open-program.ts";
import type { Session } from "./session.ts";
import { uriOfPath } from "./uris.ts";

/** A function that asks the client to watch what the programs now consist of; it does nothing while that is the same. */
export function fileWatcher(session: Session, connection: Connection): () => void {
  let asked = "";
  let registered: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return () => {
    if (!session.client.watchesFiles) return;
    const watchers = watchersFor(session);
    const wanted = JSON.stringify(watchers);
    if (wanted === asked) return;
    asked = wanted;
    registered = registered.then(async (before) => {
      try {
        const next = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        before?.dispose();
        return next;
      } catch (error) {
        connection.console.warn(`Files are not watched: ${traceOf(error)}`);
        return before;
      }
    });
  };
}

function watchersFor({ folders, programs, client }: Session): FileSystemWatcher[] {
  const watchers = new Map<string, FileSystemWatcher>();
  const add = (watcher: FileSystemWatcher) => watchers.set(JSON.stringify(watcher), watcher);
  add({ globPattern: "**/*.hub" });
  for (const { root, assets } of [...programs.values()].flatMap(watchedParts)) {
    const inFolder = folders.some((folder) => isWithin(folder, root));
    const baseUri = uriOfPath(root);
    if (!inFolder && client.relativePatterns) add({ globPattern: { baseUri, pattern: "**/*.hub" } });
    for (const path of assets) {
      const pattern = literally(client.relativePatterns ? path : path.slice(path.lastIndexOf("/") + 1));
      add({ globPattern: client.relativePatterns ? { baseUri, pattern } : `**/${pattern}` });
    }
  }
  return [...watchers.values()];
}

function watchedParts({ loaded, workspace, missingAssets }: OpenProgram) {
  if (loaded === undefined) return [];
  const assets = [...workspace.sources().assets.keys(), ...missingAssets].sort();
  return [{ root: loaded.shownRoot, assets }];
}

/** A pattern that matches the path itself; signs that mean something in a pattern stand for any character. */
function literally(path: string): string {
  return path.replace(/[*?{}[\]\\!]/g, "?");
}
