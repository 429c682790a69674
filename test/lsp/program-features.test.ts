// What the server knows of a whole program, over the wire: names across files, completion, hover, actions, lenses, hints, links and
// outputs. What each feature says is tested beside it; here it is that it arrives, at the right place and in the client's form.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { bundledCli } from "../support/bundled-cli.ts";
import { type Position, type Range, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();

const files = {
  "project.hub": "project p { }\n",
  "images.hub": "## For everybody.\nimage soft extends std.scipy { pip { otter-grader==6.1.0 } }\n",
  "course.hub": `let title = "😀 Data"
course c {
  title    = title
  hub      = h
  image    = soft
  term     = 2026-08-26 .. 2026-12-18
  students = 20
  peak     = 5
  memory   = 1GiB .. 2GiB
  site { url = "https://example.edu/c" }
}
`,
  "hub.hub": `hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k {
  pool core  { nodes = 1..1  memory = 8GiB  cpu = 4 }
  pool users { nodes = 2..2  memory = 16GiB  cpu = 4 }
}
storage dynamic homes { size = 5GiB }
`,
};

const rich = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown"],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
  window: { showDocument: { support: true } },
};

async function openProgram(capabilities: object = rich, more: Record<string, string> = {}) {
  const texts: Record<string, string> = { ...files, ...more };
  const folder = temporaryFolder(texts);
  const at = (path: string) => pathToFileURL(join(folder, path)).href;
  const client = await startClient(cli.path, {
    capabilities,
    env: { XDG_CACHE_HOME: join(folder, ".cache") },
    answers: { "window/showDocument": { success: true } },
    initialize: { rootUri: pathToFileURL(folder).href, initializationOptions: { on: "2026-10-05" } },
  });
  for (const path of ["course.hub", ...Object.keys(more)]) client.open(at(path), texts[path] ?? "");
  await client.until(() => client.published.get(at("course.hub"))?.version === 1, "the first check");
  /** The position behind `words` in a file, or `back` characters before that. */
  const behind = (path: string, words: string, back = 0): Position => {
    const lines = (texts[path] ?? "").split("\n");
    const line = lines.findIndex((text) => text.includes(words));
    return { line, character: (lines[line] ?? "").indexOf(words) + words.length - back };
  };
  const ask = <T>(method: string, path: string, params: object = {}) =>
    client.request<T>(`textDocument/${method}`, { textDocument: { uri: at(path) }, ...params });
  return { folder, client, at, behind, ask };
}

interface Location {
  readonly uri: string;
  readonly range: Range;
}

describe("names", () => {
  test("lead to their declarations, in another file and in the standard library, as a file that can be read", async () => {
    const { at, behind, ask, folder } = await openProgram();
    interface Link {
      readonly targetUri: string;
      readonly targetSelectionRange: Range;
      readonly originSelectionRange: Range;
    }
    const [own] = await ask<readonly Link[]>("definition", "course.hub", {
      position: behind("course.hub", "= soft", 1),
    });
    expect(own).toMatchObject({
      targetUri: at("images.hub"),
      targetSelectionRange: { start: { line: 1, character: 6 }, end: { line: 1, character: 10 } },
    });
    const [library] = await ask<readonly Link[]>("definition", "images.hub", {
      position: behind("images.hub", "std.scipy", 1),
    });
    const copy = fileURLToPath(library?.targetUri ?? "");
    expect(copy.startsWith(join(folder, ".cache"))).toBe(true);
    expect(readFileSync(copy, "utf8")).toBe(readFileSync(new URL("../../stdlib/scipy.hub", import.meta.url), "utf8"));
    expect(statSync(copy).mode & 0o222).toBe(0);
    const plain = await openProgram({});
    const places = await plain.ask<readonly Location[]>("definition", "course.hub", {
      position: plain.behind("course.hub", "= soft", 1),
    });
    expect(places[0]?.uri).toBe(plain.at("images.hub"));
  });

  test("of the library itself can be asked about, and its file has no findings", async () => {
    const { client, behind, ask } = await openProgram();
    const [link] = await ask<readonly { targetUri: string }[]>("definition", "images.hub", {
      position: behind("images.hub", "std.scipy", 1),
    });
    const uri = link?.targetUri ?? "";
    client.open(uri, readFileSync(fileURLToPath(uri), "utf8"));
    const symbols = await client.request<readonly { name: string }[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    expect(symbols[0]?.name).toBe("scipy");
    const edits = await client.request("textDocument/formatting", { textDocument: { uri }, options: {} });
    expect(edits).toEqual([]);
    expect(client.published.get(uri)?.diagnostics ?? []).toEqual([]);
  });

  test("are found where they are used, and marked", async () => {
    const { at, behind, ask } = await openProgram();
    const position = behind("images.hub", "image soft", 1);
    const all = await ask<readonly Location[]>("references", "images.hub", {
      position,
      context: { includeDeclaration: true },
    });
    expect(all.map(({ uri }) => uri)).toEqual([at("images.hub"), at("course.hub")]);
    const uses = await ask<readonly Location[]>("references", "images.hub", {
      position,
      context: { includeDeclaration: false },
    });
    expect(uses.map(({ uri, range }) => [uri, range.start])).toEqual([[at("course.hub"), { line: 4, character: 13 }]]);
    const marks = await ask<readonly { kind: number; range: Range }[]>("documentHighlight", "course.hub", {
      position: behind("course.hub", "= title", 1),
    });
    expect(marks.map(({ kind, range }) => [kind, range.start.line])).toEqual([
      [3, 0],
      [2, 2],
    ]);
  });

  test("are changed in all files, with the versions that are open, or refused with a reason", async () => {
    const { client, at, behind, ask } = await openProgram();
    const position = behind("course.hub", "= soft", 1);
    const prepared = await ask("prepareRename", "course.hub", { position });
    expect(prepared).toMatchObject({ placeholder: "soft" });
    const edit = await ask<{
      documentChanges: readonly { textDocument: object; edits: readonly { newText: string }[] }[];
    }>("rename", "course.hub", { position, newName: "software" });
    const byUri = edit.documentChanges.map(({ textDocument, edits }) => [
      textDocument,
      edits.map(({ newText }) => newText),
    ]);
    expect(byUri).toHaveLength(2);
    expect(byUri).toContainEqual([{ uri: at("course.hub"), version: 1 }, ["software"]]);
    expect(byUri).toContainEqual([{ uri: at("images.hub"), version: null }, ["software"]]);
    await expect(ask("rename", "course.hub", { position, newName: "no name" })).rejects.toThrow(/name/);
    const plain = await openProgram({});
    const changes = await plain.ask<{ changes: Record<string, unknown[]> }>("rename", "course.hub", {
      position,
      newName: "software",
    });
    expect(Object.keys(changes.changes).sort()).toEqual([plain.at("course.hub"), plain.at("images.hub")].sort());
    expect(await client.request<readonly { name: string }[]>("workspace/symbol", { query: "soft" })).toMatchObject([
      { name: "soft", location: { uri: at("images.hub") } },
    ]);
  });
});

describe("completion", () => {
  interface List {
    readonly items: readonly {
      readonly label: string;
      readonly insertTextFormat?: number;
      readonly documentation?: { readonly kind: string; readonly value: string };
      readonly textEdit: { readonly range: Range; readonly newText: string };
    }[];
  }

  test("is right in a half-typed file, right after the edit, behind an emoji", async () => {
    const { client, at, ask } = await openProgram();
    client.change(at("course.hub"), 2, 'let title = "😀"\ncourse c { title = "😀"  image = so\n');
    const position = { line: 1, character: 'course c { title = "😀"  image = so'.length };
    const { items } = await ask<List>("completion", "course.hub", { position });
    const soft = items.find(({ label }) => label === "soft");
    expect(soft?.textEdit).toEqual({
      range: { start: { line: 1, character: position.character - 2 }, end: position },
      newText: "soft",
    });
    expect(soft?.documentation).toBeUndefined();
    const resolved = await client.request<List["items"][number]>("completionItem/resolve", soft);
    expect(resolved.documentation).toMatchObject({ kind: "markdown" });
    expect(resolved.documentation?.value).toContain("For everybody.");
  });

  test("inserts snippets only where the client knows them", async () => {
    const typed = `${files["course.hub"]}gro`;
    const formats = async (capabilities: object) => {
      const { client, at, ask } = await openProgram(capabilities);
      client.change(at("course.hub"), 2, typed);
      const position = { line: typed.split("\n").length - 1, character: 3 };
      const { items } = await ask<List>("completion", "course.hub", { position });
      return items.find(({ label }) => label === "group");
    };
    const snippet = await formats(rich);
    expect([snippet?.insertTextFormat, /\$\{?1/.test(snippet?.textEdit.newText ?? "")]).toEqual([2, true]);
    const plain = await formats({});
    expect([plain?.insertTextFormat, plain?.textEdit.newText.includes("$")]).toEqual([undefined, false]);
  });

  test("is not woken by every blank", async () => {
    const { client, at, ask } = await openProgram();
    client.change(at("course.hub"), 2, "course c { \n  image = \n}\n");
    const count = async (line: number, character: number) => {
      const context = { triggerKind: 2, triggerCharacter: " " };
      return (await ask<List>("completion", "course.hub", { position: { line, character }, context })).items.length;
    };
    expect(await count(0, 11)).toBe(0);
    expect(await count(1, 10)).toBeGreaterThan(0);
  });
});

test("hover tells in the form that the client reads", async () => {
  interface Hover {
    readonly contents: { readonly kind: string; readonly value: string };
    readonly range: Range;
  }
  const { behind, ask } = await openProgram();
  const position = behind("course.hub", "memory", 1);
  const hover = await ask<Hover>("hover", "course.hub", { position });
  expect(hover.contents.kind).toBe("markdown");
  expect(hover.contents.value).toContain("1GiB .. 2GiB");
  expect(hover.range.start).toEqual({ line: position.line, character: 2 });
  expect(await ask("hover", "course.hub", { position: { line: 99, character: 0 } })).toBeNull();
  const plain = await openProgram({});
  expect((await plain.ask<Hover>("hover", "course.hub", { position })).contents.kind).toBe("plaintext");
});

describe("actions", () => {
  const broken = 'group a { membrs = ["x"] }\ngroup b { membrs = ["y"] }\n';

  interface Action {
    readonly title: string;
    readonly kind: string;
    readonly isPreferred?: boolean;
    readonly diagnostics?: readonly { readonly code: string }[];
    readonly edit: { readonly documentChanges: readonly { readonly edits: readonly { readonly newText: string }[] }[] };
  }

  test("mend what is wrong at the place, and all of a file at once", async () => {
    const { ask } = await openProgram(rich, { "broken.hub": broken });
    const range = { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } };
    const actions = (only?: readonly string[]) =>
      ask<readonly Action[]>("codeAction", "broken.hub", {
        range,
        context: { diagnostics: [], ...(only && { only }) },
      });
    const [fix, ...others] = await actions(["quickfix"]);
    expect([fix?.diagnostics?.[0]?.code, fix?.edit.documentChanges[0]?.edits[0]?.newText]).toEqual([
      "schema/unknown-setting",
      "members",
    ]);
    expect(others.every(({ kind }) => kind === "quickfix")).toBe(true);
    const all = await actions(["source.fixAll"]);
    expect(all.map(({ kind }) => kind)).toEqual(["source.fixAll.hubc"]);
    expect(all[0]?.edit.documentChanges.map(({ edits }) => edits.length)).toEqual([2]);
    const kinds = (await actions()).map(({ kind }) => kind);
    expect(kinds).toContain("quickfix");
    expect(kinds).toContain("source.fixAll.hubc");
  });
});

describe("what a program compiles to", () => {
  interface Compiled {
    readonly title: string;
    readonly outputs: readonly {
      readonly path: string;
      readonly text: string;
      readonly lines: readonly { first: number; last: number }[];
    }[];
  }

  test("is told with its lines, and opened for clients that can", async () => {
    const { client, at, behind } = await openProgram();
    const parameters = { textDocument: { uri: at("course.hub") }, position: behind("course.hub", "memory", 1) };
    const compiled = await client.request<Compiled>("hubc/compiled", parameters);
    const marked = compiled.outputs.flatMap(({ text, lines }) =>
      lines.flatMap(({ first, last }) => text.split("\n").slice(first, last + 1)),
    );
    expect(marked.join("\n")).toMatch(/2147483648|2G/);
    const shown = await client.request<Compiled>("workspace/executeCommand", {
      command: "hubc.showCompiled",
      arguments: [parameters],
    });
    expect(shown).toEqual(compiled);
    const opened = client.received.filter(({ method }) => method === "window/showDocument");
    expect(opened).toHaveLength(compiled.outputs.length);
    const [, front = ""] = /"uri":"([^"]+)"/.exec(JSON.stringify(opened.at(-1)?.params)) ?? [];
    expect(readFileSync(fileURLToPath(front), "utf8")).toBe(compiled.outputs[0]?.text);
  });

  test("is nothing while there are errors, and for what is no place", async () => {
    const { client, at } = await openProgram(rich, { "broken.hub": "group {\n" });
    const position = { line: 4, character: 4 };
    expect(await client.request("hubc/compiled", { textDocument: { uri: at("course.hub") }, position })).toBeNull();
    expect(await client.request("hubc/compiled", null)).toBeNull();
    expect(await client.request("workspace/executeCommand", { command: "someone.elses" })).toBeNull();
  });

  test("is counted above each declaration", async () => {
    interface Lens {
      readonly range: Range;
      readonly command?: { readonly title: string; readonly command: string; readonly arguments: readonly unknown[] };
    }
    const { client, ask } = await openProgram();
    const lenses = await ask<readonly Lens[]>("codeLens", "course.hub");
    const course = lenses.find(({ range }) => range.start.line === 1);
    const resolved = await client.request<Lens>("codeLens/resolve", course);
    expect(resolved.command?.title).toMatch(/^\d+ outputs?$/);
    expect(resolved.command?.command).toBe("hubc.showCompiled");
    const shown = await client.request("workspace/executeCommand", {
      command: resolved.command?.command,
      arguments: resolved.command?.arguments,
    });
    expect(shown).not.toBeNull();
  });
});

test("what changes against the last commit stands above the first declaration", async () => {
  interface Lens {
    readonly range: Range;
    readonly data: { readonly plan?: boolean };
    readonly command?: { readonly title: string };
  }
  const { client, ask, at, folder } = await openProgram();
  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.edu", ...words], {
      cwd: folder,
      stdio: "pipe",
    });
  const planLens = async () =>
    (await ask<readonly Lens[]>("codeLens", "course.hub")).find(({ data }) => data.plan === true);
  const titleOf = async () => (await client.request<Lens>("codeLens/resolve", await planLens())).command?.title;
  expect(await planLens()).toBeUndefined();
  git("init", "--quiet");
  expect(await titleOf()).toBe("no plan against the last commit");
  git("add", "--all", "*.hub");
  git("commit", "--quiet", "--message", "one");
  expect((await planLens())?.range.start).toEqual({ line: 1, character: 0 });
  expect(await titleOf()).toBe("changes nothing that is deployed, against the last commit");
  client.change(at("course.hub"), 2, files["course.hub"].replace("1GiB .. 2GiB", "2GiB .. 4GiB"));
  expect(await titleOf()).toBe("changes 1 hub, restarts 1, against the last commit");
});

test("hints stand in their lines, and links lead to addresses and files", async () => {
  const image = 'image j extends std.scipy {\n  files { "/etc/motd" = file("motd.txt") }\n}\n';
  const { ask, at } = await openProgram(rich, { "links.hub": image, "motd.txt": "hello\n" });
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const hints = await ask<readonly { position: Position; label: string }[]>("inlayHint", "course.hub", { range });
  const lines = files["course.hub"].split("\n");
  expect(hints.length).toBeGreaterThan(0);
  for (const { position, label } of hints) {
    expect(position.character, label).toBe(lines[position.line]?.length);
  }
  const targets = async (path: string) =>
    (await ask<readonly { target: string }[]>("documentLink", path)).map(({ target }) => target);
  expect(await targets("course.hub")).toEqual(["https://example.edu/c"]);
  expect(await targets("links.hub")).toEqual([at("motd.txt")]);
});
