// A values file as helm reads it.

import { expect, test } from "vitest";
import { readValues } from "../../compiler/audit/read-values.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { jsonOf } from "../../compiler/model/chart-leaf.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { audit, placesOf } from "../support/audit.ts";
import { createRandom } from "../support/random.ts";

function read(text: string): { readonly data: unknown; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const values = readValues(createSourceFile("values.yaml", text), (one) => found.push(one));
  return { data: values && jsonOf(values), found };
}

test.each([
  ["hub: {}\n", { hub: {} }],
  ["", {}],
  ["# nothing\n", {}],
  ["---\nhub: {a: yes, b: off, c: 'no', d: ~}\n", { hub: { a: true, b: false, c: "no", d: null } }],
  ["a: 0644\nb: 1_000\nc: 0x10\nd: 1e3\n", { a: 420, b: 1000, c: 16, d: 1000 }],
  ["a: 2026-10-05\nb: 10:30\nc: 4.10\n", { a: "2026-10-05", b: "10:30", c: 4.1 }],
  ["a: &x {k: 1}\nb: *x\nc:\n  <<: *x\n  m: 2\n", { a: { k: 1 }, b: { k: 1 }, c: { k: 1, m: 2 } }],
  ["a: |\n  one\n\n  two\nb: >\n  one\n  two\n", { a: "one\n\ntwo\n", b: "one two\n" }],
  ["1: one\ntrue: yes\n", { "1": "one", true: true }],
])("reads %j", (text, data) => {
  expect(read(text)).toEqual({ data, found: [] });
});

test.each([
  ["hub:\n\tdb: 1\n", ["2: yaml/syntax"]],
  ["hub: {\n", ["2: yaml/syntax"]],
  ["hub: [1, 2\nproxy: 1\n", ["2: yaml/syntax"]],
  ["a: *nowhere\n", ["1: yaml/syntax"]],
  ["hub:\n  a: 1\n  a: 2\n", ["3: yaml/duplicate-key"]],
  ["hub: {}\n---\nproxy: {}\n", ["2: yaml/several-documents"]],
  ["- hub\n", ["1: yaml/not-a-map"]],
])("says what is wrong with %j", (text, places) => {
  expect(placesOf(read(text).found)).toEqual(places);
});

test("anchors that repeat each other come to an end", () => {
  const lines = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`);
  expect(placesOf(read(`a0: &a0 [1]\n${lines.join("\n")}\n`).found)).toEqual(["1: yaml/syntax"]);
});

test("a deep file is one message", () => {
  expect(placesOf(read(`${"[".repeat(5000)}\n`).found)).toHaveLength(1);
  expect(placesOf(read(`a: ${"{a: ".repeat(1000)}1${"}".repeat(1000)}\n`).found)).toHaveLength(1);
});

test.each([
  ["alone", "[".repeat(20000), 1],
  ["in a line below others", `hub: {}\nx: ${"[".repeat(20000)}\ny: 1\n`, 2],
  ["of maps", `hub: {}\nx: ${"{a: ".repeat(20000)}`, 2],
  ["that ends", `${"[".repeat(20000)}${"]".repeat(20000)}\n`, 1],
])("brackets without end, %s, are called that at their line", (_, text, line) => {
  const { data, found } = read(text);
  expect(data).toBeUndefined();
  expect(found.map(({ message }) => message)).toEqual(["This is not YAML: it is nested too deeply to be read."]);
  expect(placesOf(found)).toEqual([`${line}: yaml/syntax`]);
});

test("a line that stands too far out in a long map is found where it is", () => {
  const lines = Array.from({ length: 6000 }, (_, i) => `${i === 283 ? " " : "  "}k${i}: ${i}`);
  expect(placesOf(read(`a:\n${lines.join("\n")}\nb: 1\n`).found)).toEqual(["285: yaml/syntax"]);
});

test("what is wrong with Python is found at its line of the file", () => {
  const text = "hub:\n  extraConfig:\n    own: |\n      x = 1\n\n      c.KubeSpawner.strat_timeout = 5\n";
  const [found] = audit(text);
  expect(found?.code).toBe("values/unknown-trait");
  expect(found && text.slice(found.span.start, found.span.end)).toBe("c.KubeSpawner.strat_timeout");
});

test("damaged files are findings, never a crash", () => {
  const random = createRandom(7);
  const sound =
    "hub:\n  config:\n    JupyterHub: {authenticator_class: github}\n    GitHubOAuthenticator:\n      allowed_organizations: [campus]\n  extraConfig:\n    a: |\n      c.X.y = 1\nsingleuser:\n  memory: &m {limit: 2G, guarantee: 1G}\n  profileList:\n    - display_name: A\n      kubespawner_override: {mem_limit: 4G}\n  cpu:\n    <<: *m\n";
  const signs = [
    ":",
    "-",
    "{",
    "}",
    "[",
    "]",
    "&a",
    "*a",
    "|",
    ">",
    "'",
    '"',
    "\t",
    "\n",
    "#",
    "!!",
    "?",
    "<<",
    "---\n",
    "\u0000",
    "null",
    "  ",
  ];
  for (let i = 0; i < 1000; i++) {
    let text = sound;
    for (let edits = 1 + random.below(4); edits > 0; edits--) {
      const at = random.below(text.length);
      text = text.slice(0, at) + (signs[random.below(signs.length)] ?? "") + text.slice(at + random.below(4));
    }
    expect(() => audit(text), JSON.stringify(text)).not.toThrow();
  }
});

test("anchors that repeat one another are said at once, wherever they stand", () => {
  const levels = (line: (i: number) => string) => Array.from({ length: 40 }, (_, i) => line(i)).join("\n");
  const twelve = (entry: (k: number) => string) => Array.from({ length: 12 }, (_, k) => entry(k)).join(", ");
  const bombs = [
    `a0: &a0 {x: 1}\n${levels((i) => `a${i + 1}: &a${i + 1} {${twelve((k) => `k${k}: *a${i}`)}}`)}`,
    `a0: &a0 [x]\n${levels((i) => `a${i + 1}: &a${i + 1} [${twelve(() => `*a${i}`)}]`)}`,
    `a0: &a0 {x: 1}\n${levels((i) => `a${i + 1}: &a${i + 1} {<<: [${twelve(() => `*a${i}`)}], y${i}: 1}`)}`,
  ];
  for (const bomb of bombs) {
    const began = process.cpuUsage().user;
    const found: string[] = [];
    readValues(createSourceFile("values.yaml", bomb), ({ code }) => found.push(code));
    expect(found).toEqual(["yaml/syntax"]);
    // Microseconds; some hundred thousand here.
    expect(process.cpuUsage().user - began).toBeLessThan(60_000_000);
  }
});

test("an alias is the last anchor of its name above it", () => {
  const read = readValues(createSourceFile("values.yaml", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n"), () => {});
  expect(read?.entries.map(({ value }) => value.kind === "scalar" && value.value)).toEqual([1, 1, 2, 2]);
});

test("what is wrong with a file is told to everybody who reads it, and another file of the same path is read anew", () => {
  const broken = createSourceFile("values.yaml", "hub: {}\nhub: {db: {}}\n");
  const tell = () => {
    const found: string[] = [];
    const values = readValues(broken, ({ code }) => found.push(code));
    return { found, data: values && jsonOf(values) };
  };
  const first = tell();
  expect(first.found).toEqual(["yaml/duplicate-key"]);
  expect(tell()).toEqual(first);
  expect(read("hub: {a: 1}\n")).toEqual({ data: { hub: { a: 1 } }, found: [] });
});
