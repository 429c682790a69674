// Nothing that is typed, sent or left out ends the server: a document from the first character to the last with every request on
// the way, texts of random words, and texts that are far too large or deep.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { bundledCli } from "../support/bundled-cli.ts";
import { type LspClient, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();

const example = readFileSync(fileURLToPath(new URL("../../examples/data8/course/course.hub", import.meta.url)), "utf8");

const documentRequests = [
  "completion",
  "hover",
  "definition",
  "references",
  "documentHighlight",
  "prepareRename",
  "rename",
  "codeAction",
  "inlayHint",
  "codeLens",
  "documentLink",
  "documentSymbol",
  "foldingRange",
  "selectionRange",
  "formatting",
  "rangeFormatting",
  "onTypeFormatting",
  "semanticTokens/full",
  "semanticTokens/full/delta",
  "semanticTokens/range",
].map((name) => `textDocument/${name}`);

async function openEmpty() {
  const folder = temporaryFolder({ "a.hub": "" });
  const uri = pathToFileURL(join(folder, "a.hub")).href;
  const client = await startClient(cli.path, { initialize: { rootUri: pathToFileURL(folder).href } });
  client.open(uri, "", 0);
  return { client, uri };
}

/** Every request that a document can be asked, at one place of it. */
async function askEverything(client: LspClient, uri: string, line: number, character: number): Promise<void> {
  const textDocument = { uri };
  const position = { line, character };
  const range = { start: { line: Math.max(0, line - 5), character: 0 }, end: { line: line + 5, character: 0 } };
  const options = { tabSize: 2, insertSpaces: true };
  const asked: readonly (readonly [string, object])[] = [
    ["completion", { position }],
    ["hover", { position }],
    ["definition", { position }],
    ["references", { position, context: { includeDeclaration: true } }],
    ["documentHighlight", { position }],
    ["documentSymbol", {}],
    ["codeAction", { range, context: { diagnostics: [] } }],
    ["codeLens", {}],
    ["documentLink", {}],
    ["foldingRange", {}],
    ["selectionRange", { positions: [position] }],
    ["inlayHint", { range }],
    ["semanticTokens/full", {}],
    ["semanticTokens/range", { range }],
    ["formatting", { options }],
    ["rangeFormatting", { range, options }],
    ["onTypeFormatting", { position, ch: "\n", options }],
    ["onTypeFormatting", { position, ch: "}", options }],
  ];
  await Promise.all(asked.map(([method, more]) => client.request(`textDocument/${method}`, { textDocument, ...more })));
  // These may refuse, with a reason; what they may not is fail.
  for (const [method, more] of [
    ["prepareRename", {}],
    ["rename", { newName: "other" }],
  ] as const) {
    const refusal = await client
      .request(`textDocument/${method}`, { textDocument, position, ...more })
      .then(() => "", String);
    expect(refusal).not.toMatch(/TypeError|RangeError|undefined|failed with message/);
  }
}

test.skipIf(process.platform === "win32")(
  "pipes, links that lead out and what never ends lie beside a document",
  async () => {
    const folder = temporaryFolder({
      "a.hub": 'let a = file("pipe.txt")\nlet b = file("zero.txt")\n',
      "sub/b.hub": "",
    });
    for (const name of ["x.hub", "pipe.txt", "sub/y.hub"]) spawnSync("mkfifo", [join(folder, name)]);
    symlinkSync("/dev/zero", join(folder, "zero.txt"));
    symlinkSync("/etc/passwd", join(folder, "passwd.hub"));
    const client = await startClient(cli.path, { initialize: { rootUri: pathToFileURL(folder).href } });
    for (const name of ["a.hub", "x.hub"]) {
      const uri = pathToFileURL(join(folder, name)).href;
      client.open(uri, name === "a.hub" ? 'let a = file("pipe.txt")\nlet b = file("zero.txt")\n' : "", 0);
      await askEverything(client, uri, 0, 3);
    }
    const found = [...client.published].flatMap(([uri, { diagnostics }]) =>
      diagnostics.map(({ code }) => `${code} ${uri.slice(uri.lastIndexOf("/") + 1)}`),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "file/unreadable a.hub",
        "file/link-outside-project a.hub",
        "file/link-outside-project passwd.hub",
        "file/unreadable y.hub",
      ]),
    );
    expect(await client.quit()).toBe(0);
  },
);

test("a document is typed from start to finish, with every request on the way", async () => {
  const { client, uri } = await openEmpty();
  let [line, character] = [0, 0];
  let version = 0;
  for (const [index, letter] of [...example].entries()) {
    version++;
    client.change(uri, version, letter, { start: { line, character }, end: { line, character } });
    if (letter === "\n") [line, character] = [line + 1, 0];
    else character += letter.length;
    if (index % 29 === 0) await askEverything(client, uri, line, character);
  }
  await client.until(() => client.published.get(uri)?.version === version, "the last version");
  const folder = temporaryFolder({ "a.hub": example });
  const fresh = await startClient(cli.path, { initialize: { rootUri: pathToFileURL(folder).href } });
  fresh.open(pathToFileURL(join(folder, "a.hub")).href, example);
  await fresh.until(
    () => fresh.published.get(pathToFileURL(join(folder, "a.hub")).href)?.version === 1,
    "the whole at once",
  );
  expect(client.published.get(uri)?.diagnostics).toEqual(
    fresh.published.get(pathToFileURL(join(folder, "a.hub")).href)?.diagnostics.map((one) => ({
      ...one,
      ...(one.relatedInformation && {
        relatedInformation: one.relatedInformation.map((place) => ({ ...place, location: { ...place.location, uri } })),
      }),
    })),
  );
  expect(client.received.filter(({ method }) => method === "window/logMessage")).toEqual([]);
});

test("large, deep and senseless texts are answered, and the next sound one is fine", async () => {
  const { client, uri } = await openEmpty();
  const texts = [
    `course c {\n${'  title = "x"\n'.repeat(100_000)}}\n`,
    `let x = ${"[".repeat(20_000)}`,
    `${"group g {\n".repeat(5_000)}`,
    "\uD800 \uFEFF \r\r\n \u0000 é😀\u2028",
    `let x = """${"a\n".repeat(10_000)}`,
    "}".repeat(10_000),
  ];
  for (const [index, text] of texts.entries()) {
    client.change(uri, index + 1, text);
    await client.until(() => client.published.get(uri)?.version === index + 1, `text ${index}`);
    await askEverything(client, uri, 1, 3);
  }
  client.change(uri, 99, 'group g { members = ["ada"] }\n');
  await client.until(() => client.published.get(uri)?.version === 99, "the sound text");
  expect(client.published.get(uri)?.diagnostics).toEqual([]);
  expect(await client.quit()).toBe(0);
});

test("what is no message is said once, and the session goes on", async () => {
  const { client, uri } = await openEmpty();
  const body = JSON.stringify({ jsonrpc: "2.0", id: 900, method: "textDocument/hover", params: null });
  const wrong = [
    "hello\r\n\r\n",
    body,
    `Content-Length: ${body.length - 5}\r\n\r\n${body}`,
    `Content-Length: ${body.length + 4000}\r\n\r\n${body}`,
    `Content-Length: -5\r\n\r\n${body}`,
    `Content-Length: 99999999999\r\n\r\n${body}`,
    `Content-Type: x\r\n\r\n${body}`,
    `Content-Length: ${body.length}\n\n${body}`,
    Buffer.from("436f6e74656e742d4c656e6774683a20330d0a0d0aff22ff", "hex"),
  ];
  for (const [index, bytes] of wrong.entries()) {
    client.process.stdin.write(bytes);
    client.change(uri, index + 1, "");
    await client.until(() => client.published.get(uri)?.version === index + 1, `what comes behind ${index}`);
  }
  const told = client.received.filter(({ method }) => method === "window/logMessage");
  expect(told).toHaveLength(wrong.length);
  expect(await client.quit()).toBe(0);
});

test("a document above the limit is said to be, at once", async () => {
  const { client, uri } = await openEmpty();
  client.change(uri, 1, `${'course c {\n  title = "x"\n}\n'.repeat(800_000)}`);
  await client.until(() => client.published.get(uri)?.version === 1, "the large text");
  expect(client.published.get(uri)?.diagnostics.map(({ code }) => code)).toEqual(["file/too-large"]);
  await askEverything(client, uri, 1, 3);
  client.change(uri, 2, 'group g { members = ["ada"] }\n');
  await client.until(() => client.published.get(uri)?.version === 2, "the sound text");
  expect(client.published.get(uri)?.diagnostics).toEqual([]);
});

test("messages that make no sense are refused one by one", async () => {
  const { client, uri } = await openEmpty();
  await expect(client.request("textDocument/hover", null)).rejects.toThrow();
  await expect(client.request("textDocument/completion", { textDocument: {} })).rejects.toThrow();
  await expect(
    client.request("textDocument/hover", { textDocument: { uri }, position: { line: -1, character: -5 } }),
  ).resolves.toBeNull();
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: 1 },
    contentChanges: [{ text: "group g {" }],
  });
  client.notify("textDocument/didOpen", {});
  client.notify("workspace/didChangeConfiguration", null);
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: "not an address", type: 2 }] });
  await client.until(() => client.published.get(uri)?.version === 1, "the edit");
  expect(await client.quit()).toBe(0);
});

test("parameters that are not as the protocol has them are refused by each request, with their place, and end nothing", async () => {
  const { client, uri } = await openEmpty();
  const place = { textDocument: { uri }, position: { line: 0, character: 0 } };
  const refused: readonly (readonly [method: string, params: unknown, place: string])[] = [
    ...documentRequests.flatMap((method) => [
      [method, null, ""] as const,
      [method, {}, ", at `textDocument`"] as const,
      [method, { textDocument: { uri: 3 } }, ", at `textDocument.uri`"] as const,
    ]),
    ["textDocument/hover", { ...place, position: { line: 0.5, character: 0 } }, ", at `position.line`"],
    ["textDocument/rename", place, ", at `newName`"],
    ["textDocument/references", place, ", at `context`"],
    ["textDocument/selectionRange", { textDocument: { uri }, positions: [{}] }, ", at `positions.0.line`"],
    ["textDocument/codeAction", { textDocument: { uri }, range: {}, context: {} }, ", at `range.start`"],
    ["workspace/symbol", { query: 0 }, ", at `query`"],
    ["workspace/executeCommand", { command: "hubc.showCompiled", arguments: 3 }, ", at `arguments`"],
    ["completionItem/resolve", [], ""],
    ["codeLens/resolve", {}, ", at `range`"],
  ];
  for (const [method, params, at] of refused)
    await expect(client.request(method, params)).rejects.toThrow(
      `The parameters of \`${method}\` are not as the protocol has them${at}.`,
    );
  const passedOver: readonly (readonly [method: string, params: unknown])[] = [
    ["$/cancelRequest", null],
    ["$/cancelRequest", {}],
    ["$/setTrace", null],
    ["textDocument/didOpen", { textDocument: { uri } }],
    ["textDocument/didChange", { textDocument: { uri, version: 1 }, contentChanges: [{ range: 3, text: "x" }] }],
    ["textDocument/didClose", null],
    ["workspace/didChangeWatchedFiles", { changes: 3 }],
    ["workspace/didChangeWorkspaceFolders", {}],
  ];
  for (const [method, params] of passedOver) client.notify(method, params);
  for (const message of [{}, { id: {}, method: "textDocument/hover" }, { jsonrpc: "2.0", method: 3 }, []]) {
    const body = JSON.stringify(message);
    client.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  }
  client.change(uri, 2, 'group g { members = ["ada"] }\n');
  await client.until(() => client.published.get(uri)?.version === 2, "the edit");
  const told = client.received.filter(({ method }) => method === "window/logMessage");
  expect(told).toHaveLength(passedOver.length + 4);
  expect(await client.quit()).toBe(0);
});

test("only the server loads the protocol's library", () => {
  const chunks = join(dirname(cli.path), "chunks");
  const holdsProtocol = (path: string) => readFileSync(path, "utf8").includes("textDocument/publishDiagnostics");
  const names = readdirSync(chunks).filter((name) => name.endsWith(".js"));
  const holders = names.filter((name) => holdsProtocol(join(chunks, name)));
  expect(holders.length).toBeGreaterThan(0);
  const commands = names.filter((name) => /^(?:check|build|fmt|explain|init|lock|capacity)-/.test(name));
  expect(commands.length).toBeGreaterThanOrEqual(7);
  for (const command of commands)
    expect(holders.filter((name) => loadedBy(join(chunks, command)).has(join(chunks, name)))).toEqual([]);
});

/** A module of the bundle and all that it loads before it runs. */
function loadedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const match of readFileSync(path, "utf8").matchAll(/^(?:import|\} from)[^;]*?"(\.[^"]+)";$/gms)) {
    loadedBy(join(dirname(path), match[1] ?? ""), seen);
  }
  return seen;
}
