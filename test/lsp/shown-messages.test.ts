// Nothing that an editor shows holds a secret, or a character that nobody sees: every answer of a server to every request, at every word of
// programs that have one where it does not belong.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { unseenCharacters } from "../../compiler/text/unseen-characters.ts";
import { bundledCli } from "../support/bundled-cli.ts";
import { type LspClient, startClient } from "../support/lsp-client.ts";
import { smallProgram } from "../support/small-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();
const password = "hunter2hunter2";
const token = "ghp_0123456789abcdefghij0123456789abcdef";
const unseen = "a\u202eb\u200bc\u0007";

const inPlace = (line: string) => smallProgram().replace('client-secret = secret("github/client-secret")', line);

const programs: Readonly<Record<string, string>> = {
  "a literal": inPlace(`client-secret = "${password}"`),
  "a literal without quotes": inPlace(`client-secret = ${password}`),
  "a path": inPlace(`client-secret = secret("${password}")`),
  "a constant": `let password = "${password}"\n${inPlace("client-secret = password")}`,
  "a key": smallProgram({ hub: `values { singleuser.extraLabels = { "${token}" = "x" } }` }),
  "a label": smallProgram({ course: `content "${token}" { repo = "https://example.edu/x" }` }),
  "a text": smallProgram({ hub: `announcement = "${token}"` }),
  "an environment": smallProgram({ hub: `environment { A = "${token}" }`, image: `env { B = "${token}" }` }),
  "a doc comment": `## ${token}\n${smallProgram()}`,
  "the name of a constant": `let ${token} = 1\n${smallProgram()}`,
  "an address": smallProgram({ course: `content m { repo = "https://ada:${password}@example.edu/x" }` }),
  "a line that can't be read": smallProgram({ course: `nonsense = = "${token}"` }),
  "what nobody sees": smallProgram({
    course: `description = "${unseen}"\n content "${unseen}" { repo = "https://example.edu/x" }`,
    hub: `announcement = "${unseen}"\n environment { "${unseen}" = "${unseen}" }`,
    more: `## ${unseen}\nlet x = "${unseen}"\ngroup g { members = ["${unseen}"] }`,
  }),
};

/** What of an answer goes back into the document, to a disk or to the server, and is not shown. */
const notShown = new Set(["newText", "uri", "targetUri", "data", "arguments"]);

function shownTexts(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return notShown.has(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => shownTexts(one, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => shownTexts(one, name));
}

async function answersAt(client: LspClient, uri: string, text: string): Promise<readonly unknown[]> {
  const textDocument = { uri };
  const lines = text.split("\n");
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const ask = (method: string, more: object = {}) =>
    client.request(`textDocument/${method}`, { textDocument, ...more }).catch((error) => ({ message: String(error) }));
  const answers: unknown[] = [
    await ask("documentSymbol"),
    await ask("documentLink"),
    await ask("inlayHint", { range: whole }),
    await ask("codeAction", { range: whole, context: { diagnostics: [] } }),
    await client.request("workspace/symbol", { query: "" }),
  ];
  const lenses = (await ask("codeLens")) as readonly object[];
  for (const lens of lenses) answers.push(await client.request("codeLens/resolve", lens));
  for (const [line, written] of lines.entries()) {
    if (!/hunter2|ghp_|\u202e|password/.test(written)) continue;
    for (let character = 0; character <= written.length; character += 3) {
      const position = { line, character };
      const range = { start: position, end: position };
      answers.push(
        await ask("hover", { position }),
        await ask("prepareRename", { position }),
        await ask("codeAction", { range, context: { diagnostics: [] } }),
        await client
          .request("hubc/compiled", { textDocument, position })
          .catch((error) => ({ message: String(error) })),
      );
      const list = (await ask("completion", { position })) as { readonly items?: readonly object[] };
      answers.push(list);
      for (const item of (list.items ?? []).slice(0, 3))
        answers.push(await client.request("completionItem/resolve", item));
    }
  }
  return answers;
}

test.each(Object.entries(programs))("%s", async (_name, text) => {
  const folder = temporaryFolder({ "p.hub": text });
  const uri = pathToFileURL(join(folder, "p.hub")).href;
  const client = await startClient(cli.path, {
    initialize: {
      rootUri: pathToFileURL(folder).href,
      capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } } },
    },
  });
  client.open(uri, text, 0);
  await client.until(() => client.published.get(uri) !== undefined, "findings");
  const answers = await answersAt(client, uri, text);
  const texts = shownTexts([...answers, ...client.received.map(({ params }) => params)]);
  expect(texts.length).toBeGreaterThan(20);
  for (const shown of texts) {
    expect(shown).not.toContain(password);
    expect(shown).not.toContain(token);
    expect(unseenCharacters(shown, "prose")).toEqual([]);
  }
  // No offer writes the secret somewhere else.
  for (const answer of answers.filter(Array.isArray))
    for (const item of answer.filter((one) => typeof one === "object" && one !== null && "title" in one))
      expect(JSON.stringify(item)).not.toMatch(new RegExp(`${password}|${token}`));
  await client.quit();
});

test("what the document itself gets is not masked", async () => {
  const folder = temporaryFolder({ "p.hub": "" });
  const uri = pathToFileURL(join(folder, "p.hub")).href;
  const client = await startClient(cli.path, { initialize: { rootUri: pathToFileURL(folder).href } });
  client.open(uri, `let   password = "${token}"`, 0);
  const edits = await client.request<readonly { readonly newText: string }[]>("textDocument/formatting", {
    textDocument: { uri },
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits.length).toBeGreaterThan(0);
  expect(edits.map(({ newText }) => newText).join("")).not.toContain("•••");
  await client.quit();
});
