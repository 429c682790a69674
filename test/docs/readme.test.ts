import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { format } from "../../compiler/format/format.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { expectPrinted, printedBy, runCommand, tryDocument } from "../support/document-session.ts";
import { fencedBlocks } from "../support/fenced-blocks.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const documents = [
  "README.md",
  "LANGUAGE.md",
  "docs/settings.md",
  "docs/tutorial.md",
  "docs/from-values.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "compiler/README.md",
  "stdlib/README.md",
];
const readme = read("README.md");
const blocks = fencedBlocks(readme);

function scripts(): Readonly<Record<string, string>> {
  const manifest: unknown = JSON.parse(read("package.json"));
  const found = typeof manifest === "object" && manifest !== null && "scripts" in manifest ? manifest.scripts : {};
  return Object.fromEntries(Object.entries(found ?? {}).map(([name, script]) => [name, String(script)]));
}

/** A folder with the examples in it, to run commands in. */
function withExamples(): string {
  const folder = temporaryFolder();
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  return folder;
}

test("the README names its two commands, and what the first compiles is what it shows", async () => {
  expect(readme).toContain("\nnpm ci && npm run example\n");
  expect(readme).toContain("\nnpm ci && npm test\n");
  const [, command] = /node dist\/cli\.js (.*)$/.exec(scripts()["example"] ?? "") ?? [];
  const [shown] = blocks.filter(({ language }) => language === "text");
  if (shown === undefined) throw new Error("the README shows nothing");
  expectPrinted(await printedBy(`hubc ${command}`, withExamples()), shown);
});

test("every hubc command of the README runs", async () => {
  const folder = withExamples();
  const commands = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split("\n").filter((line) => line.startsWith("hubc ")));
  expect(commands.length).toBeGreaterThan(6);
  for (const command of commands) {
    const { code, printed } = await runCommand(command, folder);
    expect({ command, code, printed }).toMatchObject({ code: 0 });
  }
});

test("the program of the README compiles without a word, and is laid out as hubc fmt does it", () => {
  const programs = blocks.filter(({ language }) => language === "hub");
  expect(programs).toHaveLength(1);
  for (const { text } of programs) {
    expect(checkProgram(programOf(text)).diagnostics).toEqual([]);
    expect(format(createSourceFile("readme.hub", text)).text).toBe(text);
  }
});

test.each(["LANGUAGE.md", "docs/settings.md"])("what %s links to is in the package too", (path) => {
  const manifest: { readonly files: readonly string[] } = JSON.parse(read("package.json"));
  const targets = [...read(path).matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g)].map((match) =>
    join(path, "..", match[1] ?? ""),
  );
  expect(path).toSatisfy((one: string) => manifest.files.includes(one));
  expect(targets.filter((one) => !manifest.files.some((file) => one === file || one.startsWith(`${file}/`)))).toEqual(
    [],
  );
});

test.each(documents)("what %s links to and runs is there", (path) => {
  const text = read(path);
  const targets = [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map((match) => match[1] ?? "");
  const local = targets.filter((target) => !/^https?:/.test(target));
  const missing = local.filter((target) => !existsSync(join(root, path, "..", target)));
  expect(missing).toEqual([]);
  const run = [...text.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? "");
  expect(run.filter((script) => scripts()[script] === undefined)).toEqual([]);
});

test.each(documents)("headings that %s links to are there", (path) => {
  const text = read(path);
  const slugs = [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  const wanted = [...text.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1] ?? "");
  expect(wanted.filter((slug) => !slugs.includes(slug))).toEqual([]);
});

test("every dependency is explained", () => {
  const manifest: unknown = JSON.parse(read("package.json"));
  const names = ["dependencies", "devDependencies"].flatMap((key) => Object.keys(Object(Object(manifest)[key])));
  expect(names.length).toBeGreaterThan(8);
  const explained = read("CONTRIBUTING.md");
  expect(names.filter((name) => !explained.includes(`| ${name} |`))).toEqual([]);
});

test("the changelog's newest version that is released is the package's", () => {
  const [, newest] = /^## (\d\S*)$/m.exec(read("CHANGELOG.md")) ?? [];
  expect(JSON.parse(read("package.json"))).toMatchObject({ version: newest });
});

test("the changelog links to no file beside it, since the editor's extension carries it alone", () => {
  const links = [...read("CHANGELOG.md").matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
});

test("a document whose output is wrong does not pass", async () => {
  const shown = fencedBlocks("```sh\nhubc --version\n```\n```text\nhubc 0.0.0\n```\n");
  await expect(tryDocument(shown, temporaryFolder())).rejects.toThrow();
});
