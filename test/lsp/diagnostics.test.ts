// What the server says is wrong, over the wire: on open and on change, in files that nobody has open, in words that are no
// program at all, and the same as the command line says.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { bundledCli } from "../support/bundled-cli.ts";
import { type LspClient, type ReceivedDiagnostic, startClient } from "../support/lsp-client.ts";
import { putFiles, temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();

const uriOf = (folder: string, path = "") => pathToFileURL(join(folder, path)).href;
const codes = (client: LspClient, uri: string) => client.published.get(uri)?.diagnostics.map(({ code }) => code);
const course = (more: string) => `course c {\n${more}}\n`;
const group = 'group g { members = ["ada"] }\n';

async function openFolder(files: Record<string, string>, options: Parameters<typeof startClient>[1] = {}) {
  const folder = temporaryFolder(files);
  const client = await startClient(cli.path, {
    ...options,
    initialize: { rootUri: uriOf(folder), ...options.initialize },
  });
  return { folder, client, at: (path: string) => uriOf(folder, path) };
}

describe("pushed", () => {
  test("for every file of a folder, open or not, and again when it changes", async () => {
    const { client, at } = await openFolder({
      "project.hub": "project p { }\n",
      "a.hub": course("  image = nothing\n"),
      "b.hub": group,
    });
    await client.until(
      () => codes(client, at("a.hub"))?.includes("names/unknown-image") === true,
      "a finding in a.hub",
    );
    expect(client.published.has(at("b.hub"))).toBe(false);
    client.open(at("b.hub"), "group g { }\nimage nothing extends std.scipy { }\n");
    await client.until(() => codes(client, at("a.hub"))?.includes("names/unknown-image") === false, "a mended a.hub");
    await client.until(() => client.published.get(at("b.hub"))?.version === 1, "findings of version 1");
    client.change(at("b.hub"), 2, group);
    await client.until(() => codes(client, at("a.hub"))?.includes("names/unknown-image") === true, "the finding again");
    expect(client.published.get(at("b.hub"))).toMatchObject({ version: 2, diagnostics: [] });
    expect(await client.quit()).toBe(0);
  });

  test("lead to their pages, where the client shows links and somebody says where the site is", async () => {
    const files = { "a.hub": 'project p { docs = "https://docs.campus.edu" }\ngroup g { membrs = [] }\n' };
    const page = "/codes/schema/unknown-setting.html";
    const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
    for (const [initialize, href] of [
      [{ capabilities }, `https://docs.campus.edu${page}`],
      [{ capabilities, initializationOptions: { docs: "file:///srv/hubc" } }, `file:///srv/hubc${page}`],
      [{}, undefined],
    ] as const) {
      const { client, at } = await openFolder(files, { initialize });
      await client.until(() => client.published.has(at("a.hub")), "findings");
      const found = client.published
        .get(at("a.hub"))
        ?.diagnostics.find(({ code }) => code === "schema/unknown-setting");
      expect(found).toBeDefined();
      expect(Object(found).codeDescription).toEqual(href === undefined ? undefined : { href });
      expect(await client.quit()).toBe(0);
    }
  });

  test("say where, how bad, which code, and what else matters", async () => {
    const { client, at } = await openFolder({ "a.hub": 'group g { members = ["a"] }\ngroup g { members = ["b"] }\n' });
    await client.until(() => client.published.has(at("a.hub")), "findings");
    const [found] = client.published.get(at("a.hub"))?.diagnostics ?? [];
    expect(found).toMatchObject({
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } },
      severity: 1,
      code: "names/duplicate",
      source: "hubc",
      relatedInformation: [
        {
          message: "The first one is here.",
          location: { uri: at("a.hub"), range: { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } } },
        },
      ],
    });
  });

  test("go away with the file, and with the folder", async () => {
    const { client, folder, at } = await openFolder({ "a.hub": group, "b.hub": "group g { }\n" });
    await client.until(() => (codes(client, at("b.hub")) ?? []).length > 0, "findings in b.hub");
    rmSync(join(folder, "b.hub"));
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at("b.hub"), type: 3 }] });
    await client.until(() => codes(client, at("b.hub"))?.length === 0, "no more findings in b.hub");
  });

  test("mask a secret in every message", async () => {
    const secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    const { client, at } = await openFolder({ "a.hub": `let token = "${secret}"\n` });
    await client.until(() => (codes(client, at("a.hub")) ?? []).length > 0, "findings");
    expect(JSON.stringify(client.published.get(at("a.hub")))).not.toContain(secret);
  });
});

describe("columns", () => {
  // `é` has one UTF-16 unit and two bytes, `😀` two units and four bytes.
  const text = 'group g { members = ["é😀", nobody] }\n';
  const before = 'group g { members = ["é😀", ';
  test.each([
    ["utf-16", undefined, before.length],
    ["utf-8", ["utf-8"], Buffer.byteLength(before)],
    ["utf-32", ["utf-32", "utf-8"], [...before].length],
    ["utf-16", ["utf-8", "utf-16"], before.length],
  ])("count %s where the client offers %j", async (encoding, positionEncodings, column) => {
    const capabilities = positionEncodings === undefined ? {} : { general: { positionEncodings } };
    const { client, at } = await openFolder({ "a.hub": text }, { capabilities });
    expect(client.capabilities["positionEncoding"]).toBe(encoding);
    await client.until(() => (codes(client, at("a.hub")) ?? []).length > 0, "findings");
    const [found] = client.published.get(at("a.hub"))?.diagnostics ?? [];
    expect(found?.range.start).toEqual({ line: 0, character: column });
    client.open(at("a.hub"), text);
    const start = { line: 0, character: column };
    client.change(at("a.hub"), 2, '"ada"', { start, end: { line: 0, character: column + "nobody".length } });
    await client.until(() => client.published.get(at("a.hub"))?.version === 2, "findings of version 2");
    expect(client.published.get(at("a.hub"))?.diagnostics).toEqual([]);
  });

  test("edits apply one after the other, and past the end of a line or text", async () => {
    const { client, at } = await openFolder({});
    client.open(at("new.hub"), "group g { }\r\n");
    client.notify("textDocument/didChange", {
      textDocument: { uri: at("new.hub"), version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 10 } }, text: 'members = ["a"] ' },
        { range: { start: { line: 0, character: 99 }, end: { line: 0, character: 99 } }, text: " # end" },
        { range: { start: { line: 99, character: 0 }, end: { line: 99, character: 0 } }, text: "group h { }\r\n" },
      ],
    });
    const text = 'group g { members = ["a"] } # end\r\ngroup h { }\r\n';
    const symbols = await client.request<{ name: string; location: { range: { end: object } } }[]>(
      "textDocument/documentSymbol",
      { textDocument: { uri: at("new.hub") } },
    );
    expect(symbols.map(({ name }) => name)).toEqual(["g", "h"]);
    expect(symbols[0]?.location.range.end).toEqual({ line: 0, character: text.indexOf(" #") });
  });
});

describe("what a client may be like", () => {
  test("without a workspace, with a file of a project: the project is checked", async () => {
    const folder = temporaryFolder({
      "project.hub": "project p { }\n",
      "courses/a.hub": course("  image = i\n"),
      "i.hub": "image i extends std.scipy { }\n",
    });
    const client = await startClient(cli.path, { initialize: { rootUri: null, workspaceFolders: null } });
    client.open(uriOf(folder, "courses/a.hub"), course("  image = i\n"));
    await client.until(() => client.published.has(uriOf(folder, "courses/a.hub")), "findings");
    expect(codes(client, uriOf(folder, "courses/a.hub"))).not.toContain("names/unknown-image");
  });

  test("without a workspace and a project: the file is the program", async () => {
    const folder = temporaryFolder({ "a.hub": "", "i.hub": "image i extends std.scipy { }\n" });
    const client = await startClient(cli.path, { initialize: { rootUri: null, workspaceFolders: null } });
    client.open(uriOf(folder, "a.hub"), course("  image = i\n"));
    await client.until(() => client.published.has(uriOf(folder, "a.hub")), "findings");
    expect(codes(client, uriOf(folder, "a.hub"))).toContain("names/unknown-image");
  });

  test("with a buffer that is on no disk", async () => {
    const client = await startClient(cli.path);
    client.open("untitled:Untitled-1", "group g {\n");
    await client.until(() => codes(client, "untitled:Untitled-1")?.[0] === "syntax/unclosed-block", "a finding");
    client.change("untitled:Untitled-1", 2, group);
    await client.until(() => codes(client, "untitled:Untitled-1")?.length === 0, "no finding");
    client.notify("textDocument/didClose", { textDocument: { uri: "untitled:Untitled-1" } });
    expect(await client.quit()).toBe(0);
  });

  test("with several projects in one folder", async () => {
    const { client, at } = await openFolder({
      "one/project.hub": "project one { }\n",
      "one/a.hub": course("  image = i\n"),
      "two/project.hub": "project two { }\nimage i extends std.scipy { }\n",
      "two/a.hub": course("  image = i\n"),
    });
    await client.until(() => codes(client, at("one/a.hub")) !== undefined, "findings in one");
    await client.until(() => codes(client, at("two/a.hub")) !== undefined, "findings in two");
    expect(codes(client, at("one/a.hub"))).toContain("names/unknown-image");
    expect(codes(client, at("two/a.hub"))).not.toContain("names/unknown-image");
  });

  test("answering null to everything, and to settings in particular", async () => {
    const { client, at } = await openFolder(
      { "a.hub": "group g { }\n" },
      { capabilities: { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } } },
    );
    await client.until(
      () => client.received.some(({ method }) => method === "workspace/configuration"),
      "the question",
    );
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.published.has(at("a.hub")), "findings");
    expect(await client.quit()).toBe(0);
  });

  test("asking for what there is not, cancelling, and speaking of what is not open", async () => {
    const { client, at } = await openFolder({ "a.hub": group });
    await expect(client.request("hubc/no-such-thing", {})).rejects.toThrow("hubc/no-such-thing");
    client.notify("$/cancelRequest", { id: 4711 });
    client.change(at("never-opened.hub"), 2, "x");
    client.notify("textDocument/didClose", { textDocument: { uri: at("never-opened.hub") } });
    const symbols = client.request<unknown[]>("textDocument/documentSymbol", { textDocument: { uri: at("gone.hub") } });
    expect(await symbols).toEqual([]);
    expect(await client.quit()).toBe(0);
  });

  test("going away without a word ends the server", async () => {
    const { client } = await openFolder({ "a.hub": group });
    const ended = new Promise((resolve) => client.process.on("exit", resolve));
    client.process.stdin.end();
    expect(await ended).toBe(1);
  });
});

describe("changes on the disk", () => {
  const capabilities = {
    workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
  };
  const image = 'image i extends std.scipy {\n  files { "/etc/motd" = file("motd.txt") }\n}\n';

  test("are followed, those of files that a program takes in too", async () => {
    const { client, folder, at } = await openFolder({ "project.hub": image }, { capabilities });
    await client.until(() => codes(client, at("project.hub"))?.includes("file/not-found") === true, "a missing file");
    const watched = () =>
      JSON.stringify(client.received.filter(({ method }) => method === "client/registerCapability"));
    await client.until(() => watched().includes("**/*.hub") && watched().includes("motd.txt"), "the watched files");
    putFiles(folder, { "motd.txt": "hello\n" });
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at("motd.txt"), type: 1 }] });
    await client.until(() => codes(client, at("project.hub"))?.includes("file/not-found") === false, "the file");
    putFiles(folder, { "new.hub": "image i { }\n" });
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at("new.hub"), type: 1 }] });
    await client.until(
      () => [at("new.hub"), at("project.hub")].some((uri) => codes(client, uri)?.includes("names/duplicate")),
      "the second image",
    );
  });

  test("do not win over what is open, until that is closed", async () => {
    const { client, folder, at } = await openFolder({ "a.hub": group }, { capabilities });
    client.open(at("a.hub"), "group g {\n");
    await client.until(() => codes(client, at("a.hub"))?.length === 1, "a finding");
    putFiles(folder, { "a.hub": group, "b.hub": group.replace("g", "h") });
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at("b.hub"), type: 1 }] });
    client.change(at("a.hub"), 2, "group g {\n ");
    await client.until(() => client.published.get(at("a.hub"))?.version === 2, "version 2");
    expect(codes(client, at("a.hub"))).toHaveLength(1);
    client.notify("textDocument/didClose", { textDocument: { uri: at("a.hub") } });
    await client.until(() => codes(client, at("a.hub"))?.length === 0, "what is on the disk");
  });

  test("a folder becomes a project, and a file of it its own, as texts say", async () => {
    const { client, at } = await openFolder({
      "a.hub": course("  image = i\n"),
      "sub/b.hub": "image i extends std.scipy { }\n",
    });
    await client.until(() => codes(client, at("a.hub"))?.includes("names/unknown-image") === false, "one program");
    client.open(at("sub/b.hub"), "project own { }\nimage i extends std.scipy { }\n");
    await client.until(() => codes(client, at("a.hub"))?.includes("names/unknown-image") === true, "two programs");
  });
});

describe("pulled", () => {
  const capabilities = { textDocument: { diagnostic: {} } };
  interface Report {
    readonly kind: string;
    readonly resultId?: string;
    readonly uri?: string;
    readonly items?: readonly ReceivedDiagnostic[];
  }

  test("nothing is pushed, and what did not change is not sent again", async () => {
    const { client, at } = await openFolder({ "a.hub": "group g { }\ngroup g { }\n", "b.hub": "" }, { capabilities });
    client.open(at("a.hub"), "group g { }\ngroup g { }\n");
    const pull = (previousResultId?: string) =>
      client.request<Report>("textDocument/diagnostic", { textDocument: { uri: at("a.hub") }, previousResultId });
    const first = await pull();
    expect(first.items?.map(({ code }) => code)).toContain("names/duplicate");
    expect(await pull(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    client.change(at("a.hub"), 2, group);
    expect(await pull(first.resultId)).toMatchObject({ kind: "full", items: [] });
    expect(client.published.size).toBe(0);
  });

  test("again, where the server knows of a change and the client does not", async () => {
    const { client, folder, at } = await openFolder(
      { "a.hub": "group g { }\n" },
      {
        capabilities: {
          ...capabilities,
          workspace: {
            diagnostics: { refreshSupport: true },
            inlayHint: { refreshSupport: true },
            codeLens: { refreshSupport: true },
          },
        },
      },
    );
    const asked = () =>
      client.received
        .map(({ method }) => method)
        .filter((method) => method.endsWith("refresh"))
        .sort();
    await client.request("textDocument/diagnostic", { textDocument: { uri: at("a.hub") } });
    const before = asked().length;
    putFiles(folder, { "b.hub": group });
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at("b.hub"), type: 1 }] });
    await client.until(() => asked().length >= before + 3, "what to ask again");
    expect(new Set(asked())).toEqual(
      new Set(["workspace/codeLens/refresh", "workspace/diagnostic/refresh", "workspace/inlayHint/refresh"]),
    );
  });

  test("for all files at once", async () => {
    const { client, at } = await openFolder({ "a.hub": "group g { }\n", "b.hub": "group g { }\n" }, { capabilities });
    const pull = (previousResultIds: readonly object[]) =>
      client.request<{ items: readonly Report[] }>("workspace/diagnostic", { previousResultIds });
    const { items } = await pull([]);
    expect(items.map(({ uri, kind }) => [uri, kind])).toEqual([
      [at("a.hub"), "full"],
      [at("b.hub"), "full"],
    ]);
    const previous = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const again = await pull([...previous, { uri: at("gone.hub"), value: "7" }]);
    expect(again.items.map(({ uri, kind }) => [uri, kind])).toEqual([
      [at("a.hub"), "unchanged"],
      [at("b.hub"), "unchanged"],
      [at("gone.hub"), "full"],
    ]);
  });
});

describe("the date", () => {
  test("is today's, or what people set", async () => {
    const folder = fileURLToPath(new URL("../../examples/data8", import.meta.url));
    const over = (client: LspClient) =>
      [...client.published.keys()].some((uri) => codes(client, uri)?.includes("course/term-over"));
    const start = (on: string) =>
      startClient(cli.path, { initialize: { rootUri: uriOf(folder), initializationOptions: { on } } });
    const client = await start("2030-10-05");
    await client.until(() => over(client), "the end of the term");
    client.notify("workspace/didChangeConfiguration", { settings: { hubc: { on: "2026-10-05" } } });
    await client.until(() => !over(client), "a day of the term");
    client.notify("workspace/didChangeConfiguration", { settings: { hubc: { on: "2030-10-06" } } });
    await client.until(() => over(client), "the end of the term again");
  });

  test("that is none is told, and does no harm", async () => {
    const { client, at } = await openFolder(
      { "a.hub": "group g { }\n" },
      { initialize: { initializationOptions: { on: "soon" } } },
    );
    await client.until(() => client.published.has(at("a.hub")), "findings");
    const warned = client.received.find(({ method }) => method === "window/showMessage");
    expect(JSON.stringify(warned?.params)).toContain("hubc.on");
  });
});
