// Editors that colour texts by a grammar of their own keep what it says of them: escapes, and other languages inside.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { bundledCli } from "../support/bundled-cli.ts";
import { startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();
const program = 'group g {\n  members = ["ada", "a${x}b"]\n}\n';

/** The names of a program's tokens, in order. */
async function tokenNames(semanticTokens: object): Promise<readonly string[]> {
  const folder = temporaryFolder({ "a.hub": program });
  const uri = pathToFileURL(join(folder, "a.hub")).href;
  const client = await startClient(cli.path, { capabilities: { textDocument: { semanticTokens } } });
  client.open(uri, program);
  const { data } = await client.request<{ readonly data: readonly number[] }>("textDocument/semanticTokens/full", {
    textDocument: { uri },
  });
  const { legend } = client.capabilities["semanticTokensProvider"] as { legend: { tokenTypes: string[] } }; // as the protocol has it
  return data.flatMap((number, k) => (k % 5 === 3 ? [legend.tokenTypes[number] ?? ""] : []));
}

test("texts are left to a client's grammar, and what they name is not", async () => {
  expect(await tokenNames({ augmentsSyntaxTokens: true })).toEqual(["keyword", "class", "property", "variable"]);
});

test("other clients get them", async () => {
  const names = await tokenNames({});
  expect(names.filter((name) => name === "string")).toHaveLength(3);
  expect(names).toContain("variable");
});
