import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { format } from "../../compiler/format/format.ts";
import { languageSections, replaceGenerated, settingsSections } from "../../compiler/service/reference.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { grammarSection } from "../../editor/grammars/written-grammar.ts";
import { printedBy, runCommand, tryDocument } from "../support/document-session.ts";
import { type FencedBlock, fencedBlocks } from "../support/fenced-blocks.ts";
import { withBodyLines, withDeclarations } from "../support/fragments.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const document = read("LANGUAGE.md");
const settings = read("docs/settings.md");
const blocks = [document, settings].flatMap(fencedBlocks).filter(({ language }) => language === "hub");

test("the tables are those of the vocabulary; `npm run generate` writes them anew", () => {
  expect(
    replaceGenerated(document, new Map([...languageSections(), ["grammar", grammarSection()]])) === document,
    "LANGUAGE.md is stale",
  ).toBe(true);
  expect(replaceGenerated(settings, settingsSections()) === settings, "docs/settings.md is stale").toBe(true);
});

test("the tutorial does what it says, and its files stay laid out as hubc fmt does it", async () => {
  const tutorial = read("docs/tutorial.md");
  const folder = temporaryFolder();
  expect(await tryDocument(fencedBlocks(tutorial), folder)).toBe(8);
  expect(await printedBy("hubc fmt --check", folder)).toBe("");
});

test("the guide from values files does what it says", async () => {
  const folder = temporaryFolder();
  expect(await tryDocument(fencedBlocks(read("docs/from-values.md")), folder)).toBe(8);
  expect(await printedBy("hubc fmt --check program", folder)).toBe("");
});

test("the manifest is of the form that the reference shows", async () => {
  const [shown] = fencedBlocks(document).filter(({ language }) => language === "json");
  const folder = temporaryFolder();
  const [program] = fencedBlocks(read("README.md")).filter(({ language }) => language === "hub");
  if (shown === undefined || program === undefined) throw new Error("LANGUAGE.md or README.md has changed");
  await tryDocument([{ ...program, words: ["file=campus.hub"] }], folder);
  const { code } = await runCommand("hubc build", folder);
  expect(code).toBe(0);
  const written: unknown = JSON.parse(readFileSync(join(folder, "out/hubc-manifest.json"), "utf8"));
  const example: unknown = JSON.parse(shown.text);
  expect(formOf(written)).toEqual(formOf(example));
});

/** The keys of a manifest, and the kinds of values in an entry of `files`. */
function formOf(manifest: unknown): unknown {
  const { files, ...rest } = Object(manifest);
  const entry = Object(files)["hubs/datahub/prod/values.yaml"];
  return { keys: Object.keys(rest), entry: Object.keys(entry), numbers: entry.lines[0].length };
}

test("there are examples to try", () => {
  expect(blocks.length).toBeGreaterThan(40);
  expect(blocks.filter(({ words }) => words.includes("error")).length).toBeGreaterThan(10);
});

test.each(blocks.map((block) => [`line ${block.line}: ${block.words.join(" ") || "a program"}`, block] as const))(
  "%s",
  (_, block) => {
    const { diagnostics } = checkProgram(programOf(programAround(block)), dateOf(block));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const wanted = wordAfter(block, "error");
    expect(errors.map(({ code, message }) => (code === wanted ? code : `${code}: ${message}`))).toEqual(
      wanted === undefined ? [] : [wanted],
    );
    const warnings = diagnostics.filter(({ severity }) => severity === "warning");
    if (wanted === undefined) expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  },
);

test.each(
  blocks
    .filter(({ words }) => !words.includes("in") && !words.includes("unformatted"))
    .map((block) => [block.line, block.text] as const),
)("the example on line %i is laid out as hubc fmt does it", (_, text) => {
  expect(format(createSourceFile("example.hub", text)).text).toBe(text);
});

function programAround(block: FencedBlock): string {
  const kind = wordAfter(block, "in");
  if (kind !== undefined) return withBodyLines(kind, block.text);
  return block.words.includes("fragment") ? withDeclarations(block.text) : block.text;
}

function dateOf(block: FencedBlock): { readonly on?: string } {
  const on = wordAfter(block, "on");
  return on === undefined ? {} : { on };
}

function wordAfter({ words }: FencedBlock, word: string): string | undefined {
  return words.includes(word) ? words[words.indexOf(word) + 1] : undefined;
}
