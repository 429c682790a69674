// A large program that has just been opened: what can be said of the open file at once is said at once, and all else follows.

import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { campus } from "../../scripts/campus.mjs";
import { bundledCli } from "../support/bundled-cli.ts";
import { type ReceivedDiagnostic, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();
const files: Readonly<Record<string, string>> = campus(60, { split: true, full: true });
const path = "courses/c00030.hub";
// A text where a number is wanted is wrong whatever the other files hold; whether a name is known depends on all of them.
const text = (files[path] ?? "")
  .replace(/students *= \d+/, 'students = "many"')
  .replace(/image *= [\w-]+/, "image = softwear");
const other = "courses/c00007.hub";
const wrong = { ...files, [path]: text, [other]: (files[other] ?? "").replace(/students *= \d+/, "students = [3]") };
const [firstCodes, allCodes] = [["schema/wrong-type"], ["names/unknown-image", "schema/wrong-type"]];

async function open(capabilities: object = {}) {
  const folder = temporaryFolder(wrong);
  const at = (file: string) => `${pathToFileURL(folder).href}/${file}`;
  const client = await startClient(cli.path, {
    capabilities,
    initialize: { rootUri: pathToFileURL(folder).href, initializationOptions: { on: "2026-10-05" } },
  });
  client.open(at(path), text);
  return { client, at };
}

const sorted = (found: readonly ReceivedDiagnostic[] | undefined) => found?.map(({ code }) => code).sort();

test("are told first, then all findings of all files", async () => {
  const { client, at } = await open();
  await client.until(() => client.published.has(at(other)), "findings in a file that is not open");
  const told = client.received
    .filter(({ method }) => method === "textDocument/publishDiagnostics")
    .map(({ params }) => params as { uri: string; version?: number; diagnostics: ReceivedDiagnostic[] }); // as the protocol has it
  expect(told.map(({ uri, version, diagnostics }) => [uri, version, sorted(diagnostics)])).toEqual([
    [at(path), 1, firstCodes],
    [at(path), 1, allCodes],
    [at(other), undefined, firstCodes],
  ]);
});

test("are of the text as it is by then, and a request that comes before the check is answered from all files", async () => {
  const { client, at } = await open();
  client.change(at(path), 2, text.replace("softwear", "software-3"));
  const line = text.split("\n").findIndex((one) => one.includes("softwear"));
  const hover = client.request<{ contents: { value: string } }>("textDocument/hover", {
    textDocument: { uri: at(path) },
    position: { line, character: text.split("\n")[line]?.indexOf("softwear") ?? 0 },
  });
  expect((await hover).contents.value).toContain("software-3");
  await client.until(() => client.published.has(at(other)), "all findings");
  expect(client.published.get(at(path))).toMatchObject({ version: 2, diagnostics: [{ code: "schema/wrong-type" }] });
});

describe("for a client that asks for them", () => {
  const pulls = { textDocument: { diagnostic: {} } };
  const pull = async ({ client, at }: Awaited<ReturnType<typeof open>>) =>
    sorted(
      (
        await client.request<{ items: ReceivedDiagnostic[] }>("textDocument/diagnostic", {
          textDocument: { uri: at(path) },
        })
      ).items,
    );

  test("and can be told to ask again: first findings first", async () => {
    const opened = await open({ ...pulls, workspace: { diagnostics: { refreshSupport: true } } });
    const asked = () => opened.client.received.filter(({ method }) => method === "workspace/diagnostic/refresh").length;
    expect(await pull(opened)).toEqual(firstCodes);
    const before = asked();
    await opened.client.until(() => asked() > before, "being told to ask again");
    expect(await pull(opened)).toEqual(allCodes);
  });

  test("and can't: all at once", async () => {
    expect(await pull(await open(pulls))).toEqual(allCodes);
  });
});
