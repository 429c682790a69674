// A value is checked alike wherever its text comes from: every type of the vocabulary takes and refuses from a file exactly what it
// takes and refuses as a text.

import { describe, expect, test } from "vitest";
import { unknown, type ValueReader, type ValueType } from "../../compiler/schema/value-type.ts";
import type { ValueNode } from "../../compiler/syntax/tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { payloads } from "../support/payloads.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";
import { settingPlaces } from "../support/vocabulary-walk.ts";

const at = { start: 0, end: 1 };

/** What some types take, and what attackers write. */
const texts = [
  // The end of a file's last line is not a part of a text of one line.
  ...payloads.filter((text) => !text.endsWith("\n")),
  ..."main|data8|hub.example.edu|https://hub.example.edu|help@example.edu|/home/jovyan|0 3 * * *|10.0.0.0/8".split("|"),
  ..."quay.io/a/b:1|ghcr.io/campus/hubs|America/New_York|{username}|4.1.0|conda-forge|out/made|age1qqqq".split("|"),
  "",
  " ",
  "../../etc/cron.d/x",
  "x$(touch PWNED)",
  "`id`",
  "javascript:alert(1)",
  "${{ secrets.TOKEN }}",
  "a\nb",
  "main\nrm -rf /",
  "a\0b",
  "a\u202eb",
  "'; drop table users; --",
  "ghp_0123456789abcdefghij0123456789abcdef",
  "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n",
  "https://ada:hunter2@example.edu/x",
  "{{../x}}",
  "\ud800",
  "x".repeat(300),
];

describe("every type of the vocabulary", () => {
  const types = new Set(settingPlaces().map(({ setting }) => setting.type));

  test.each([...types].map((type) => [type.name, type] as const))("%s", (name, type) => {
    for (const text of texts) {
      const written: ValueNode = { kind: "text", parts: [text], long: false, ...at };
      const word = { kind: "name", text: "file", ...at } as const;
      const path: ValueNode = { kind: "text", parts: ["x.txt"], long: false, ...at };
      const fromFile: ValueNode = { kind: "call", name: word, argument: path, ...at };
      const list = (item: ValueNode): ValueNode => ({ kind: "list", items: [item], ...at });
      expect(takes(type, fromFile, text), text).toBe(takes(type, written, text));
      // People are named in the program or by a secret, and by no file.
      if (name === "list of text, or secret") expect(takes(type, list(fromFile), text), text).toBe(false);
      else expect(takes(type, list(fromFile), text), text).toBe(takes(type, list(written), text));
    }
  });

  test("there are many of them, and texts among them", () => {
    expect(types.size).toBeGreaterThan(40);
    expect([...types].filter((type) => takes(type, textNode("hub.example.edu"), "")).length).toBeGreaterThan(15);
  });
});

function textNode(text: string): ValueNode {
  return { kind: "text", parts: [text], long: false, ...at };
}

/** Whether the type takes the value; `text` is what every file holds. */
function takes(type: ValueType<unknown>, node: ValueNode, text: string): boolean {
  let found = 0;
  const reader: ValueReader = {
    file: createSourceFile("p.hub", "x"),
    example: undefined,
    beside: () => reader,
    quiet: () => reader,
    say: ({ severity }) => {
      // With a warning the value is taken.
      if (severity !== "warning") found += 1;
      return unknown;
    },
    fix: (title) => ({ title, edits: [], applies: "always" }),
    offer: (title) => ({ title, edits: [], applies: "when-chosen" }),
    constant: () => undefined,
    interpolated: () => unknown,
    targets: () => reader.say({} as never, {} as never, at) as typeof unknown,
    asset: () => text,
  };
  const value = type.read(node, reader);
  expect(value === unknown).toBe(found > 0);
  return value !== unknown;
}

describe("the finding", () => {
  const found = (text: string, setting = 'domain = file("d.txt")') =>
    checkProgram(programOf(smallProgram({ hub: `stage prod { ${setting} }` })), { assets: new Map([["d.txt", text]]) })
      .diagnostics.filter(({ severity }) => severity === "error")
      .map(({ code, message, span }) => `${code} | ${span.file.text.slice(span.start, span.end)} | ${message}`);

  test("stands at the call and says which line is wrong", () => {
    expect(found("hub.example.edu")).toEqual([]);
    expect(found("hub.example.edu\n")).toEqual([]);
    expect(found("hub.example.edu\r\n")).toEqual([]);
    expect(found("https://x\n")[0]).toMatch(
      /^schema\/bad-text \| file\("d.txt"\) \| Line 1 of `d.txt` is not a host name/,
    );
    expect(found("hub.example.edu\n$(id)\n")[0]).toMatch(/ Line 2 of `d.txt` is not a host name/);
    expect(found("\n\n")[0]).toMatch(/ Line 1 of `d.txt` is not a host name/);
  });

  test("is there by way of a constant, and says nothing of what the file holds", () => {
    const viaLet = `let where = file("d.txt")\n${smallProgram({ hub: "stage prod { domain = where }" })}`;
    const { diagnostics } = checkProgram(programOf(viaLet), { assets: new Map([["d.txt", "hunter2 hunter2"]]) });
    expect(diagnostics.map(({ code }) => code)).toContain("schema/bad-text");
    expect(JSON.stringify(diagnostics.map(({ message }) => message))).not.toContain("hunter2");
  });

  test("a token is told with its line and not shown", () => {
    const token = "ghp_0123456789abcdefghij0123456789abcdef";
    const message = found(`# notes\n\ntoken: ${token}\n`, 'announcement = file("d.txt")')[0] ?? "";
    expect(message).toMatch(/^secret\/looks-like-secret \| file\("d.txt"\) \| .*GitHub token \(line 3 of `d.txt`\)/);
    expect(message).not.toContain(token);
  });
});

test.each([".env", "./.env", "a/.ssh/id", "a/../.env", ".git/config", "..data/x", ".a/b/c.txt", "x/./.y"])(
  "the hidden %s is refused, whatever there is",
  (path) => {
    const program = programOf(`let x = file("${path}")\n`);
    const assets = new Map([[path, "A=1"]]);
    expect(checkProgram(program, { assets }).diagnostics.map(({ code }) => code)).toEqual(["file/hidden"]);
  },
);
