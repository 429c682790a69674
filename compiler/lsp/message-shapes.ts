// What a client's messages must have so that they can be answered (Language Server Protocol 3.17 and JSON-RPC 2.0). The protocol's library
// checks none of it, and ends on some of what is not so.

import * as z from "zod/mini";

const position = z.object({ line: z.int(), character: z.int() });
const range = z.object({ start: position, end: position });
const textDocument = z.object({ uri: z.string() });
const inDocument = z.object({ textDocument });
const atPlace = z.object({ textDocument, position });
const inRange = z.object({ textDocument, range });
const uris = z.array(z.object({ uri: z.string() }));

/** By method, for every method that the server answers; the protocol's other messages have nothing that must be there. */
const shapes: ReadonlyMap<string, z.ZodMiniType> = new Map<string, z.ZodMiniType>([
  ["$/cancelRequest", z.object({ id: z.union([z.number(), z.string()]) })],
  ["$/setTrace", z.object({ value: z.string() })],
  ["initialize", z.looseObject({})],
  [
    "textDocument/didOpen",
    z.object({ textDocument: z.object({ uri: z.string(), version: z.int(), text: z.string() }) }),
  ],
  [
    "textDocument/didChange",
    z.object({
      textDocument: z.object({ uri: z.string(), version: z.nullish(z.int()) }),
      contentChanges: z.array(z.object({ range: z.optional(range), text: z.string() })),
    }),
  ],
  ["textDocument/didClose", inDocument],
  ["textDocument/didSave", inDocument],
  ["workspace/didChangeWatchedFiles", z.object({ changes: z.array(z.object({ uri: z.string(), type: z.int() })) })],
  ["workspace/didChangeWorkspaceFolders", z.object({ event: z.object({ added: uris, removed: uris }) })],
  ["workspace/symbol", z.object({ query: z.string() })],
  ["workspace/executeCommand", z.object({ command: z.string(), arguments: z.nullish(z.array(z.unknown())) })],
  ["workspace/diagnostic", z.object({ previousResultIds: z.array(z.object({ uri: z.string(), value: z.string() })) })],
  ["textDocument/diagnostic", inDocument],
  ["textDocument/completion", atPlace],
  ["completionItem/resolve", z.object({ label: z.string() })],
  ["textDocument/hover", atPlace],
  ["textDocument/definition", atPlace],
  ["textDocument/references", z.extend(atPlace, { context: z.object({ includeDeclaration: z.boolean() }) })],
  ["textDocument/documentHighlight", atPlace],
  ["textDocument/prepareRename", atPlace],
  ["textDocument/rename", z.extend(atPlace, { newName: z.string() })],
  [
    "textDocument/codeAction",
    z.extend(inRange, {
      context: z.object({
        diagnostics: z.array(z.object({ range, message: z.unknown() })),
        only: z.nullish(z.array(z.string())),
      }),
    }),
  ],
  ["textDocument/inlayHint", inRange],
  ["textDocument/codeLens", inDocument],
  ["codeLens/resolve", z.object({ range })],
  ["textDocument/documentLink", inDocument],
  ["textDocument/documentSymbol", inDocument],
  ["textDocument/foldingRange", inDocument],
  ["textDocument/selectionRange", z.object({ textDocument, positions: z.array(position) })],
  ["textDocument/formatting", inDocument],
  ["textDocument/rangeFormatting", inRange],
  ["textDocument/onTypeFormatting", z.extend(atPlace, { ch: z.string() })],
  ["textDocument/semanticTokens/full", inDocument],
  ["textDocument/semanticTokens/full/delta", z.object({ textDocument, previousResultId: z.string() })],
  ["textDocument/semanticTokens/range", inRange],
]);

const id = z.union([z.number(), z.string()]);
const requestOrNotification = z.object({ id: z.optional(id), method: z.string() });
const response = z.object({ id: z.nullable(id), method: z.optional(z.never()) });
const envelope = z.union([requestOrNotification, response]);

/** What keeps a message from being answered, and whose answer says so. */
export interface MessageFault {
  /** A sentence. */
  readonly problem: string;
  /** The request that waits for an answer; absent for a notification and for what is no message. */
  readonly request?: number | string;
}

/** What is wrong with a message as it came; `undefined` for one that can be taken. */
export function messageFault(message: object): MessageFault | undefined {
  const read = envelope.safeParse(message);
  if (!read.success)
    return { problem: "A message is neither a request, a notification nor a response of JSON-RPC 2.0." };
  const { method, id: request } = read.data;
  const shape = method === undefined ? undefined : shapes.get(method);
  if (method === undefined || shape === undefined) return undefined;
  const { error } = shape.safeParse(Reflect.get(message, "params"));
  if (error === undefined) return undefined;
  const path = error.issues[0]?.path.map(String).join(".") ?? "";
  const where = path === "" ? "" : `, at \`${path}\``;
  const problem = `The parameters of \`${method}\` are not as the protocol has them${where}.`;
  return request === undefined || request === null ? { problem } : { problem, request };
}
