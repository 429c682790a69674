// hubc lsp: the language server. Only this command loads the protocol's library.

import { serve } from "../../lsp/server.ts";
import type { ParsedArguments } from "../arguments.ts";
import type { Io } from "../io.ts";

/** Never resolves: the process ends with the session, as the protocol says. */
export function run(_parsed: ParsedArguments, io: Io): Promise<number> {
  serve({ input: process.stdin, output: process.stdout, now: io.now });
  return new Promise(() => {});
}
