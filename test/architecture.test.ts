// The shape of the compiler: imports point downward, the core is pure, and the house rules that a tool can check hold.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../compiler", import.meta.url));

/** From the bottom up, as compiler/README.md draws them; a part imports those below its own layer. Files at the top of compiler/ are parts of their own. */
const layers: readonly (readonly string[])[] = drawnLayers(readFileSync(join(root, "README.md"), "utf8"));
const withDisk = new Set(["lsp", "cli", "node"]);

interface SourceText {
  /** Relative to compiler/. */
  readonly path: string;
  readonly part: string;
  readonly text: string;
}

interface Import {
  readonly from: SourceText;
  /** A path below compiler/, or a package. */
  readonly to: string;
  readonly part: string;
  readonly typeOnly: boolean;
  /** `import()`, when the code runs. */
  readonly lazy: boolean;
}

const sources: readonly SourceText[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => ({ path, part: partOf(path), text: readFileSync(join(root, path), "utf8") }));
const imports: readonly Import[] = sources.flatMap(importsOf);
const local = imports.filter(({ from, part }) => part !== "" && part !== from.part);

test("the README draws every part in one layer, and nothing else", () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(imports.length).toBeGreaterThan(500);
  expect(layers.flat().sort()).toEqual([...new Set(sources.map(({ part }) => part))].sort());
});

test("imports point downward", () => {
  const upward = local.filter((one) => layerOf(one.part) >= layerOf(one.from.part) && !isAllowed(one));
  expect(upward.map(written)).toEqual([]);
});

test("targets know the model and the output, not the syntax, and not each other", () => {
  const wrong = imports.filter(({ from, to, part, typeOnly }) => {
    if (from.part !== "targets") return false;
    if (part === "syntax") return !(typeOnly && to.startsWith("syntax/requirements/"));
    return part === "targets" && targetOf(from.path) !== targetOf(to) && !isTargetsOwn(from.path) && !isTargetsOwn(to);
  });
  expect(wrong.map(written)).toEqual([]);
});

test("the grammar's library stays in syntax: nothing else knows how a text is read", () => {
  const users = imports.filter(({ to }) => to === "chevrotain");
  expect(users.length).toBeGreaterThan(3);
  expect(users.filter(({ from }) => from.part !== "syntax").map(written)).toEqual([]);
});

test("no files need each other's values in a circle", () => {
  const next = new Map<string, string[]>();
  const counts = ({ part, typeOnly, lazy }: Import) => part !== "" && !lazy && !typeOnly;
  for (const { from, to } of imports.filter(counts)) next.set(from.path, [...(next.get(from.path) ?? []), to]);
  expect(circlesIn(next)).toEqual([]);
});

describe("the core", () => {
  const core = sources.filter(({ part }) => !withDisk.has(part));

  test("imports nothing of Node", () => {
    const wrong = imports.filter(
      ({ from, to }) => !withDisk.has(from.part) && /^(?:node:|fs$|path$|process$)/.test(to),
    );
    expect(wrong.map(written)).toEqual([]);
  });

  test.each([
    ["the console", /\bconsole\./],
    ["the clock", /\bnew Date\b|\bDate\.(?:now|parse|UTC)|\bperformance\.|\bsetTimeout\b/],
    ["chance", /\bMath\.random\b|\bcrypto\b/],
    ["the process", /\bprocess\.|\bglobalThis\b|\brequire\(/],
    ["the network", /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
  ])("does not use %s", (_name, pattern) => {
    expect(core.filter(({ text }) => pattern.test(codeOf(text))).map(({ path }) => path)).toEqual([]);
  });
});

describe("the house rules", () => {
  test.each([
    ["any", /(?:: |<|\bas )any\b(?!\s*[=(.])/],
    ["ts-ignore", /@ts-(?:ignore|expect-error|nocheck)/],
    ["a non-null assertion", /[\w)\]]!(?:[.;,)\]]|\s*$)/m],
    ["a default export", /^export default/m],
    ["an enum", /^(?:export )?(?:const )?enum /m],
  ])("there is no %s", (_name, pattern) => {
    expect(sources.filter(({ text }) => pattern.test(codeOf(text))).map(({ path }) => path)).toEqual([]);
  });

  test("files have at most 400 lines, and begin by saying why they are there", () => {
    const lengths = sources.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    const long = lengths.filter(({ lines }) => lines > 400);
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines of 400`)).toEqual([]);
  });

  test("no file is a drawer for anything", () => {
    const drawers = sources.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|types|misc)\.ts$/.test(path));
    expect(drawers.map(({ path }) => path)).toEqual([]);
  });

  test("names of files are in kebab-case", () => {
    const others = sources.filter(({ path }) => !/^(?:[a-z0-9.-]+\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(path));
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});

/** The first fenced block under the words on imports, a layer a line. */
function drawnLayers(readme: string): string[][] {
  const [, block = ""] = /\*\*Imports point downward\.\*\*[^`]*```\n([^`]*?)\n *```/.exec(readme) ?? [];
  return block.split("\n").map((line) => line.trim().split(", "));
}

function partOf(path: string): string {
  return (path.split("/")[0] ?? "").replace(/\.ts$/, "");
}

function importsOf(from: SourceText): Import[] {
  const pattern = /^(import|export)( type)?[^;"]*?from "([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gm;
  return [...from.text.matchAll(pattern)].map((match) => {
    const target = match[3] ?? match[4] ?? match[5] ?? "";
    const isLocal = target.startsWith(".");
    const to = isLocal ? relative(root, join(root, dirname(from.path), target)) : target;
    const isCode = isLocal && to.endsWith(".ts") && !to.startsWith("..");
    return { from, to, part: isCode ? partOf(to) : "", typeOnly: match[2] !== undefined, lazy: match[4] !== undefined };
  });
}

function layerOf(part: string): number {
  return layers.findIndex((parts) => parts.includes(part));
}

/**
 * Names need to know which kinds have variants and families; knowledge tells of things in the model's shapes; messages must know
 * what a secret looks like, which is data alone; the shells of one program may use each other.
 */
function isAllowed({ from, to, part, typeOnly }: Import): boolean {
  if (from.path === "diagnostics/secret-stretches.ts" && to === "knowledge/secret-forms.ts") return true;
  if (from.path === "diagnostics/secrets-by-name.ts" && to === "knowledge/secret-names.ts") return true;
  if (from.part === "names" && part === "schema") return true;
  if (from.part === "knowledge" && part === "model") return typeOnly;
  return withDisk.has(from.part) && withDisk.has(part);
}

function targetOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** Files of targets/ itself, which put the targets together. */
function isTargetsOwn(path: string): boolean {
  return path.split("/").length === 2;
}

function written({ from, to, typeOnly }: Import): string {
  return `${from.path} → ${to}${typeOnly ? " (type)" : ""}`;
}

function circlesIn(next: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return circles;
}

/** The code of a file, without comments, texts and patterns. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\\[`"'/]/g, "")
    .replace(/(^|\s)\/\/[^\n]*/g, "$1")
    .replace(/\/(?![/*\s])(?:\[[^\]\n]*\]|[^/\n[])+\/[dgimsuvy]*/g, '""')
    .replace(/`[^`]*`|"[^"\n]*"|'[^'\n]*'/g, '""');
}
