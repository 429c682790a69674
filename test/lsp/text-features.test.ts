// What the server tells of one text, over the wire: outline, folds, selections, colours and layout.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { bundledCli } from "../support/bundled-cli.ts";
import { type LspClient, type Range, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();

interface Edit {
  readonly range: Range;
  readonly newText: string;
}

async function openText(text: string, capabilities: object = {}) {
  const folder = temporaryFolder({ "a.hub": text });
  const uri = pathToFileURL(join(folder, "a.hub")).href;
  const client = await startClient(cli.path, { capabilities, initialize: { rootUri: pathToFileURL(folder).href } });
  client.open(uri, text);
  const ask = <T>(method: string, more: object = {}) =>
    client.request<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });
  return { client, uri, ask };
}

const program = `## The people.
group g {
  members = ["é😀", "ada"]  # two
}

image i extends std.scipy {
  pip {
    otter-grader==6.1.0
  }
  files {
    "/etc/motd" = """
      Hello \${who}
      there
      """
  }
}
let who = "world"
`;

test("the outline, as a tree and as a list", async () => {
  interface Symbol {
    readonly name: string;
    readonly detail?: string;
    readonly children?: readonly Symbol[];
    readonly selectionRange: Range;
  }
  const { ask } = await openText(program, {
    textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  });
  const names = (symbols: readonly Symbol[]): unknown =>
    symbols.map(({ name, children }) => [name, names(children ?? [])]);
  const tree = await ask<readonly Symbol[]>("documentSymbol");
  expect(names(tree)).toEqual([
    ["g", [["members", []]]],
    [
      "i",
      [
        ["pip", []],
        ["files", [['"/etc/motd"', []]]],
      ],
    ],
    ["who", []],
  ]);
  expect(tree[0]?.selectionRange).toEqual({ start: { line: 1, character: 6 }, end: { line: 1, character: 7 } });
  expect(tree.map(({ detail }) => detail)).toEqual(["group", "image", "let"]);
  const flat = await openText(program);
  const list = await flat.ask<readonly { name: string; containerName?: string }[]>("documentSymbol");
  expect(list.map(({ name, containerName }) => [name, containerName])).toEqual([
    ["g", undefined],
    ["i", undefined],
    ["pip", "i"],
    ["files", "i"],
    ["who", undefined],
  ]);
});

test("folds keep the last line of what has a closing sign", async () => {
  const { ask } = await openText(`# one\n# two\n${program}`);
  const folds = await ask<readonly { startLine: number; endLine: number; kind?: string }[]>("foldingRange");
  expect(folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
    [0, 2, "comment"],
    [3, 4, undefined],
    [7, 16, undefined],
    [8, 9, undefined],
    [11, 15, undefined],
    [12, 15, undefined],
  ]);
});

test("a selection grows from the word to the file", async () => {
  const { ask } = await openText(program);
  interface Selection {
    readonly range: Range;
    readonly parent?: Selection;
  }
  const line = program.split("\n")[2] ?? "";
  const position = { line: 2, character: line.indexOf("ada") + 1 };
  const [innermost] = await ask<readonly Selection[]>("selectionRange", { positions: [position] });
  const lines = program.split("\n");
  const found: string[] = [];
  for (let at = innermost; at !== undefined; at = at.parent) {
    const { start, end } = at.range;
    found.push(
      start.line === end.line
        ? (lines[start.line] ?? "").slice(start.character, end.character)
        : `${start.line}-${end.line}`,
    );
  }
  expect(found).toEqual([
    "ada",
    '"ada"',
    '["é😀", "ada"]',
    'members = ["é😀", "ada"]',
    "1-3",
    "1-3",
    `0-${lines.length - 1}`,
  ]);
});

describe("colours", () => {
  interface Tokens {
    readonly resultId?: string;
    readonly data?: readonly number[];
    readonly edits?: readonly { start: number; deleteCount: number; data: readonly number[] }[];
  }

  function words(client: LspClient, text: string, data: readonly number[]): string[] {
    const { legend } = client.capabilities["semanticTokensProvider"] as { legend: { tokenTypes: string[] } }; // as the protocol has it
    const lines = text.split("\n");
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
      line += down;
      character = down === 0 ? character + right : right;
      found.push(`${legend.tokenTypes[type]} ${(lines[line] ?? "").slice(character, character + length)}`);
    }
    return found;
  }

  test("say what each word is, by its place", async () => {
    const { client, ask } = await openText(program);
    const { data = [] } = await ask<Tokens>("semanticTokens/full");
    expect(words(client, program, data)).toEqual([
      "comment ## The people.",
      "keyword group",
      "class g",
      "property members",
      'string "é😀"',
      'string "ada"',
      "comment # two",
      "keyword image",
      "class i",
      "keyword extends",
      "namespace std",
      "class scipy",
      "keyword pip",
      "namespace otter-grader",
      "string ==6.1.0",
      "keyword files",
      'property "/etc/motd"',
      'string """',
      "string       Hello ${",
      "variable who",
      "string }",
      "string       there",
      'string       """',
      "keyword let",
      "variable who",
      'string "world"',
    ]);
  });

  test("of a range, and what changed of them", async () => {
    const { client, uri, ask } = await openText(program);
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    const part = await ask<Tokens>("semanticTokens/range", { range });
    expect(words(client, program, part.data ?? [])).toContain("property members");
    expect(words(client, program, part.data ?? [])).not.toContain("keyword image");
    const { resultId, data = [] } = await ask<Tokens>("semanticTokens/full");
    const changed = program.replace('"ada"', '"ada", "grace"');
    client.change(uri, 2, changed);
    const delta = await ask<Tokens>("semanticTokens/full/delta", { previousResultId: resultId });
    const patched = [...data];
    for (const edit of delta.edits ?? []) patched.splice(edit.start, edit.deleteCount, ...edit.data);
    expect(delta.edits?.[0]?.data.length).toBeLessThan(20);
    expect(words(client, changed, patched)).toContain('string "grace"');
    const stale = await ask<Tokens>("semanticTokens/full/delta", { previousResultId: "none of ours" });
    expect(words(client, changed, stale.data ?? [])).toContain('string "grace"');
  });
});

describe("layout", () => {
  const untidy = 'group a {\nmembers=["x"]\n}\ngroup b {\nmembers=["y"]\n}\n';

  function applied(text: string, edits: readonly Edit[]): string {
    const lines = text.split("\n");
    const offset = ({ line, character }: Range["start"]) =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return [...edits]
      .sort((a, b) => offset(b.range.start) - offset(a.range.start))
      .reduce(
        (done, { range, newText }) => done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
        text,
      );
  }

  test("of the whole, by the lines that change", async () => {
    const { ask } = await openText(untidy);
    const edits = await ask<readonly Edit[]>("formatting", { options: { tabSize: 8, insertSpaces: false } });
    expect(applied(untidy, edits)).toBe('group a {\n  members = ["x"]\n}\n\ngroup b {\n  members = ["y"]\n}\n');
    expect(edits.every(({ range }) => range.start.line >= 1 && range.end.line <= 5)).toBe(true);
  });

  test("of a range, and nothing else", async () => {
    const { ask } = await openText(untidy);
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
    const edits = await ask<readonly Edit[]>("rangeFormatting", { range, options: { tabSize: 2, insertSpaces: true } });
    expect(applied(untidy, edits)).toBe(untidy.replace('members=["y"]', '  members = ["y"]'));
  });

  test("of the line that was ended, and of the block that was closed", async () => {
    const { ask } = await openText('group a {\nmembers=["x"]\n\n}\ngroup b {\nmembers=["y"]\n}\n');
    const onType = (ch: string, line: number, character: number) =>
      ask<readonly Edit[]>("onTypeFormatting", {
        ch,
        position: { line, character },
        options: { tabSize: 2, insertSpaces: true },
      });
    expect(await onType("\n", 2, 0)).toEqual([
      { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, newText: '  members = ["x"]\n' },
    ]);
    expect((await onType("}", 6, 1)).map(({ newText }) => newText)).toEqual(['  members = ["y"]\n']);
    expect(await onType("\n", 99, 0)).toEqual([]);
  });

  test("of a file with an error leaves the broken part alone", async () => {
    const text = `group a {\nmembers=[\n}\n${untidy}`;
    const { ask } = await openText(text);
    const edits = await ask<readonly Edit[]>("formatting", { options: { tabSize: 2, insertSpaces: true } });
    expect(applied(text, edits)).toContain("members=[\n}\n");
    expect(applied(text, edits)).toContain('  members = ["y"]\n');
  });
});
