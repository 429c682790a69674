// "Show what this compiles to": as data for clients that have a view for it, and as a file opened at its line for all others.

import type { Connection, Position, Range } from "vscode-languageserver/node";
import { editorFeatures } from "../service/editor/editor-features.ts";
import { toOffset, toRange } from "./positions.ts";
import { copyOnDisk } from "./readable-copies.ts";
import { freshPlaceOf, type Session } from "./session.ts";
import { fieldOf } from "./settings.ts";
import { uriOfPath } from "./uris.ts";

/** The command that opens what a place compiles to; its argument is a document and a position, as in every request. */
export const SHOW_COMPILED = "hubc.showCompiled";

/** The answer to `hubc/compiled`; null where there is nothing to show, which is so while the program has errors. */
export interface CompiledAnswer {
  readonly title: string;
  /** What was asked about. */
  readonly source: Range;
  /** Paths below the output folder, whole texts, and the lines (from 0, the last included) that come from the source. */
  readonly outputs: readonly {
    readonly path: string;
    readonly text: string;
    readonly lines: readonly { readonly first: number; readonly last: number }[];
  }[];
}

/** Answers the request `hubc/compiled` and runs the command. */
export function answerCompiledRequests(session: Session, connection: Connection): void {
  connection.onRequest("hubc/compiled", (parameters: unknown) => compiledAt(session, parameters));
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    if (command !== SHOW_COMPILED) return null;
    const answer = compiledAt(session, given?.[0]);
    if (answer !== null && session.client.showsDocuments) await show(connection, answer);
    return answer;
  });
}

function compiledAt(session: Session, parameters: unknown): CompiledAnswer | null {
  const uri = fieldOf(fieldOf(parameters, "textDocument"), "uri");
  const position = positionIn(fieldOf(parameters, "position"));
  const place = typeof uri === "string" && position !== undefined ? freshPlaceOf(session, uri) : undefined;
  if (place === undefined || position === undefined) return null;
  const { encoding } = session.client;
  const view = editorFeatures.compiled(place.known, place.file, toOffset(place.file, position, encoding));
  if (view === undefined) return null;
  return { title: view.title, source: toRange(view.source.file, view.source, encoding), outputs: view.outputs };
}

function positionIn(value: unknown): Position | undefined {
  const [line, character] = [fieldOf(value, "line"), fieldOf(value, "character")];
  return typeof line === "number" && typeof character === "number" ? { line, character } : undefined;
}

/** Opens each output at the first line that comes from the source, the first output in front. */
async function show(connection: Connection, { outputs }: CompiledAnswer): Promise<void> {
  for (const [index, { path, text, lines }] of [...outputs.entries()].reverse()) {
    const line = lines[0]?.first ?? 0;
    const start = { line, character: 0 };
    await connection.window.showDocument({
      uri: uriOfPath(copyOnDisk(`compiled/${path}`, text)),
      takeFocus: index === 0,
      selection: { start, end: start },
    });
  }
}
