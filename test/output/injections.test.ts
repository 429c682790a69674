// Hostile texts at every place of the vocabulary that takes a text or a file: the check refuses them, or they arrive as the text that they
// are, and every output has the same structure as with a harmless text there. Each output is read back by a reader of its format.
// INJECTIONS=all puts every text at every place, and a number that many at each; else each place gets one, so that every text is at some.
// INJECTIONS_SEED begins at another text, INJECTIONS_OF names one program, and INJECTIONS_LOG a file for the figures.

import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { loadAll } from "js-yaml";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../compiler/check.ts";
import { compile } from "../../compiler/compile.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { htmlText } from "../../compiler/output/html-text.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { unseenCharacters } from "../../compiler/text/unseen-characters.ts";
import { fixturePrograms } from "../support/compiled-programs.ts";
import { moreTexts } from "../support/more-texts.ts";
import {
  bicepSkeleton,
  listLines,
  markdownSkeleton,
  readCsv,
  rSkeleton,
  shellSigns,
  withoutHereDocuments,
} from "../support/output-skeletons.ts";
import { payloads } from "../support/payloads.ts";
import { pythonWith } from "../support/python.ts";
import { readDockerfile } from "../support/read-dockerfile.ts";
import { differentPython, type PythonPair } from "../support/same-python.ts";
import { textPlaces, textPlacesOf, withMoreTexts } from "../support/text-places.ts";
import { placed, type SiteText, type TextSite, textSites, withTexts } from "../support/text-sites.ts";

const on = checkedDate("2026-10-05") ?? 0;
const asked = process.env["INJECTIONS"] ?? "1";
const rounds = asked === "all" ? payloads.length : Number(asked);
const python = pythonWith("ast");

interface Program {
  readonly name: string;
  readonly text: string;
  readonly assets: ReadonlyMap<string, string>;
}

const sources = (text: string, assets: ReadonlyMap<string, string>) => ({
  // An area has a file of its own.
  files: [createSourceFile("p.hub", text), createSourceFile("physics/empty.hub", "")],
  assets,
  readYaml,
  readTemplate,
});
const isSound = (text: string, assets: ReadonlyMap<string, string>) =>
  check(sources(text, assets), { on }).model !== undefined;

/** Harmless texts of the sorts that settings take; a hostile one stands behind what makes the harmless one right. */
const sorts: readonly { readonly harmless: (i: number) => string; readonly hostile: (payload: string) => string }[] = [
  { harmless: (i) => `Plain words ${i}`, hostile: (payload) => payload },
  { harmless: (i) => `plain${i}`, hostile: (payload) => payload },
  { harmless: (i) => `/plain/${i}`, hostile: (payload) => `/x${payload}` },
  { harmless: (i) => `https://plain${i}.example.edu/x`, hostile: (payload) => `https://x.example.edu/${payload}` },
];

function readFixture({ name, folder }: { readonly name: string; readonly folder: string }): Program {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => !file.startsWith("expected"),
  );
  const read = (file: string) => readFileSync(`${folder}/${file}`, "utf8");
  const text = files
    .filter((file) => file.endsWith(".hub"))
    .sort()
    .map(read)
    .join("\n");
  const assets = files.filter((file) => /\.[a-z]+$/.test(file) && !file.endsWith(".hub"));
  return { name, text, assets: new Map(assets.map((file) => [file, read(file)])) };
}

const fixtures = [
  ...fixturePrograms.map(readFixture),
  { name: "more texts", text: moreTexts, assets: new Map<string, string>() },
];
const notYet = new Set(textPlaces());
for (const { text } of fixtures) for (const place of textPlacesOf(text)) notYet.delete(place);

/** The fixtures, with a text wherever the vocabulary takes one. */
const programs = fixtures
  .filter(({ text, assets }) => isSound(text, assets))
  .map((one) => ({ ...one, text: withMoreTexts(one.text, notYet, (text) => isSound(text, one.assets)) }));

test("there are many texts, and a place for each setting of the vocabulary that takes one", () => {
  expect(payloads.length).toBeGreaterThanOrEqual(250);
  expect(programs.length).toBe(fixtures.length);
  expect([...notYet]).toEqual([]);
  expect(textPlaces().size).toBeGreaterThan(200);
});

let used = Number(process.env["INJECTIONS_SEED"] ?? 0);
const arrived = new Set<string>();
const refused = new Set<string>();
const counted = { tried: 0, arrived: 0, refused: 0, outputs: 0 };

afterAll(() => {
  const log = process.env["INJECTIONS_LOG"];
  if (log !== undefined)
    appendFileSync(log, `${JSON.stringify({ asked, of: process.env["INJECTIONS_OF"], ...counted })}\n`);
});

const wanted = programs.filter(({ name }) => (process.env["INJECTIONS_OF"] ?? name) === name);

describe("hostile texts", () => {
  test.each(wanted)(
    "in $name",
    (program) => {
      const sites = textSites(program.text);
      const kinds = sites.map((_, i) =>
        sorts.find(({ harmless }) =>
          isSound(withTexts(program.text, sites, new Map([[i, harmless(i)]])), program.assets),
        ),
      );
      for (let round = 0; round < rounds; round++) {
        const first = used;
        used += sites.length;
        const values = kinds.flatMap((sort, i): readonly [number, string, string | undefined][] => {
          const payload = payloads[(first + i) % payloads.length] ?? "";
          // What is empty may be left out of a page: there is nothing to compare.
          if (payload.trim() === "") return [];
          return [[i, sort?.hostile(payload) ?? payload, sort?.harmless(i)]];
        });
        tryOut({ ...program, sites }, values);
      }
    },
    60_000 * rounds,
  );

  test("in files", { timeout: 60_000 * rounds }, () => {
    for (const program of wanted) {
      const sites = textSites(program.text);
      const harmless = (i: number) => `Plain words ${i}`;
      const file = (i: number) => `texts/${i}.txt`;
      const takesFile = sites.map((_, i) =>
        isSound(
          withTexts(program.text, sites, new Map([[i, { file: file(i) }]])),
          new Map([...program.assets, [file(i), harmless(i)]]),
        ),
      );
      for (let round = 0; round < rounds; round++) {
        const values = sites.flatMap((_, i): readonly [number, string, string][] => {
          const payload = payloads[used++ % payloads.length] ?? "";
          // The end of a file's last line is no part of a name.
          return takesFile[i] && payload.trim() !== "" && !payload.endsWith("\n") ? [[i, payload, harmless(i)]] : [];
        });
        tryOut({ ...program, sites, file }, values);
      }
    }
  });

  test("some arrive, and some are refused", () => {
    expect(arrived.size).toBeGreaterThan(50);
    expect(refused.size).toBeGreaterThan(20);
  });
});

interface Place extends Program {
  readonly sites: readonly TextSite[];
  /** The file for the text at a site, where the texts stand in files. */
  readonly file?: (i: number) => string;
}

/** For some sites, the hostile text and the harmless one: as the program has it, where it takes only a few. */
type Values = readonly (readonly [site: number, hostile: string, harmless: string | undefined])[];

/** A program with texts at its sites, or in files that stand there. */
function program({ text, sites, assets, file }: Place, texts: readonly (readonly [number, string])[]) {
  if (file === undefined) return { ...placed(text, sites, new Map(texts)), assets };
  const named = texts.map(([i]): [number, SiteText] => [i, { file: file(i) }]);
  const files = texts.map(([i, one]): [string, string] => [file(i), one]);
  return { ...placed(text, sites, new Map(named)), assets: new Map([...assets, ...files]) };
}

/** Leaves out what is refused, as long as something is, and compares what arrives. */
function tryOut(place: Place, values: Values): void {
  counted.tried += values.length;
  let left = values;
  for (let turn = 0; turn < 8 && left.length > 0; turn++) {
    const bad = program(
      place,
      left.map(([i, hostile]) => [i, hostile]),
    );
    const { diagnostics, model } = check(sources(bad.text, bad.assets), { on });
    if (model !== undefined) break;
    const shown = renderText(diagnostics);
    expect(unseenCharacters(shown, "prose"), shown).toEqual([]);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const isRefused = ([i]: Values[number]) => {
      const at = bad.places.get(i);
      return at !== undefined && errors.some(({ span }) => span.start >= at.start && span.start < at.end);
    };
    const told = left.filter(isRefused);
    if (told.length === 0) break;
    for (const [, hostile] of told) refused.add(hostile);
    counted.refused += told.length;
    left = left.filter((one) => !told.includes(one));
  }
  compare(place, left);
}

/** All at once where that is sound, since compiling takes longer than checking; else in parts. */
function compare(place: Place, values: Values): void {
  if (values.length === 0) return;
  const bad = program(
    place,
    values.map(([i, hostile]) => [i, hostile]),
  );
  const good = program(
    place,
    values.flatMap(([i, , harmless]): [number, string][] => (harmless === undefined ? [] : [[i, harmless]])),
  );
  if (!isSound(bad.text, bad.assets) || !isSound(good.text, good.assets)) {
    if (values.length < 2) {
      counted.refused += 1;
      return;
    }
    const half = Math.ceil(values.length / 2);
    compare(place, values.slice(0, half));
    compare(place, values.slice(half));
    return;
  }
  const twins = new Map(
    values.flatMap(([, hostile, harmless]): [string, string][] =>
      harmless === undefined ? [] : [[harmless, hostile]],
    ),
  );
  const files = compile(sources(bad.text, bad.assets), { on }).files;
  const twinFiles = new Map(compile(sources(good.text, good.assets), { on }).files.map((file) => [file.path, file]));
  expect(files.length).toBe(twinFiles.size);
  for (const [, hostile] of values) arrived.add(hostile);
  counted.arrived += values.length;
  counted.outputs += files.length;
  const pythonPairs: PythonPair[] = [];
  for (const file of files) {
    expect(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(file.text), file.path).toBe(
      false,
    );
    const twin = twinFiles.get(file.path);
    if (twin === undefined || file.text === twin.text) continue;
    readBack(file, twin, twins);
    if (file.path.endsWith("values.yaml")) pythonPairs.push(...pythonIn(file, twin, twins));
  }
  if (python !== undefined && pythonPairs.length > 0) expect(differentPython(python, pythonPairs, twins)).toEqual([]);
}

/** The pieces of Python of a release that differ from those of its twin; what the program brings itself is compared as a text. */
function pythonIn(file: OutputFile, twin: OutputFile, twins: ReadonlyMap<string, string>): readonly PythonPair[] {
  const pieces = extraConfig(file.text);
  return Object.entries(extraConfig(twin.text)).flatMap(([name, piece]) => {
    const text = pieces[name];
    const isOwn = typeof piece !== "string" || twins.has(piece);
    return isOwn || typeof text !== "string" || text === piece
      ? []
      : [{ text, twin: piece, where: `${file.path} ${name}` }];
  });
}

function extraConfig(values: string): Readonly<Record<string, unknown>> {
  const [document] = loadAll(values);
  const hub = typeof document === "object" && document !== null && "hub" in document ? document.hub : undefined;
  const found = typeof hub === "object" && hub !== null && "extraConfig" in hub ? hub.extraConfig : undefined;
  return typeof found === "object" && found !== null ? { ...found } : {};
}

function readBack({ path, text }: OutputFile, twin: OutputFile, twins: ReadonlyMap<string, string>): void {
  if (path.endsWith("hubc-manifest.json")) return;
  if (path.endsWith(".json")) same(readJson(text), readJson(twin.text), { twins, where: path });
  else if (/\.ya?ml$/.test(path)) same(loadAll(text), loadAll(twin.text), { twins, where: path });
  else if (path.endsWith("Dockerfile")) {
    const keywords = (dockerfile: string) =>
      readDockerfile(withoutHereDocuments(dockerfile)).map(({ keyword }) => keyword);
    expect(keywords(text), path).toEqual(keywords(twin.text));
  } else if (path.endsWith(".html")) expect(tags(text), path).toEqual(tags(twin.text));
  else if (path.endsWith(".ics")) expect(properties(text), path).toEqual(properties(twin.text));
  else if (path.endsWith(".md")) expect(markdownSkeleton(text), path).toEqual(markdownSkeleton(twin.text));
  else if (path.endsWith(".csv")) sameTable(readCsv(text), readCsv(twin.text), { twins, where: path });
  else if (path.endsWith(".R")) expect(rSkeleton(text), path).toEqual(rSkeleton(twin.text));
  else if (path.endsWith(".bicep")) expect(bicepSkeleton(text), path).toEqual(bicepSkeleton(twin.text));
  else if (/\.txt$|CODEOWNERS$/.test(path)) expect(listLines(text), path).toBe(listLines(twin.text));
  else if (/\.sh$|\/(?:start|postBuild)$/.test(path)) {
    // Only read, never run.
    const { stderr, status } = spawnSync("bash", ["-n"], { input: text, encoding: "utf8" });
    expect(status, `${path}: ${stderr}`).toBe(0);
    expect(shellSigns(text), path).toEqual(shellSigns(twin.text));
  }
}

function sameTable(
  rows: readonly (readonly string[])[],
  twin: readonly (readonly string[])[],
  { twins, where }: Comparing,
): void {
  expect(
    rows.map((row) => row.length),
    where,
  ).toEqual(twin.map((row) => row.length));
  for (const [y, row] of twin.entries())
    for (const [x, cell] of row.entries()) {
      const expected = twins.get(cell);
      // A spreadsheet takes no cell for a formula.
      expect(rows[y]?.[x], where).not.toMatch(/^[=+@\t\r]/);
      if (expected !== undefined) expect([expected, `'${expected}`], where).toContain(rows[y]?.[x]);
    }
}

/** JSON, behind lines of comment where its reader takes them, as that of development containers does. */
function readJson(text: string): unknown {
  return JSON.parse(text.replace(/^(?:\/\/.*\n)+/, ""));
}

/** The tags of a page with the names of their attributes, in order. */
function tags(html: string): readonly string[] {
  const found = html.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<(\/?[A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g);
  return [...found].map(([, name = "", rest = ""]) => {
    const names = rest.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(/[\w-]+(?==)/g);
    return [name, ...names].join(" ");
  });
}

/** The names of a calendar's lines, unfolded (RFC 5545, section 3.1). */
function properties(ics: string): readonly string[] {
  const lines = ics.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map((line) => /^[A-Z-]*/.exec(line)?.[0] ?? "");
}

interface Comparing {
  readonly twins: ReadonlyMap<string, string>;
  readonly where: string;
}

/** What stands in an output for a text, by what reads it there. */
function formsOf(text: string): readonly string[] {
  return [
    text,
    // Names of profiles are HTML for KubeSpawner.
    htmlText(text),
    // KubeSpawner fills in variables as Python's `format` does.
    text.replace(/[{}]/g, "$&$&"),
    // GitHub's own way to write what would begin an expression.
    text.replaceAll("$" + "{{", "$" + "{{ '$" + "{{' }}"),
    // Domains and people.
    text.toLowerCase(),
    // Prose in one line, and paths below a folder.
    text.replace(/\s+/g, " ").trim(),
    text.trim(),
    text.replace(/^\/+/, ""),
    // Addresses of repositories, and the first line of a description in a list.
    text.replace(/\/+$/, ""),
    text.split("\n", 1)[0]?.trim() ?? "",
  ];
}

/** Is `data` what `twin` is, with hostile texts where the harmless ones are? Texts made of several are compared by their type. */
function same(data: unknown, twin: unknown, { twins, where }: Comparing): void {
  if (typeof twin === "string") {
    const expected = twins.get(twin);
    if (expected === undefined) expect(typeof data, `${where}: ${twin}`).toBe("string");
    else expect(formsOf(expected), where).toContain(data);
  } else if (Array.isArray(twin)) {
    const items: readonly unknown[] = Array.isArray(data) ? data : [];
    expect(items.length, where).toBe(twin.length);
    // A list of words may stand in the order of its words.
    if (twin.every((one) => typeof one === "string")) {
      for (const one of twin) {
        const expected = twins.get(one);
        // The names of people are in lower case, as JupyterHub keeps them.
        if (expected !== undefined && !items.includes(expected.toLowerCase())) expect(items, where).toContain(expected);
      }
    } else for (const [i, one] of twin.entries()) same(items[i], one, { twins, where: `${where}[${i}]` });
  } else if (typeof twin === "object" && twin !== null) {
    const own = new Map<string, unknown>(Object.entries(data ?? {}));
    expect(own.size, where).toBe(Object.keys(twin).length);
    for (const [key, value] of Object.entries(twin)) {
      const name = twins.get(key) ?? key;
      if (twins.has(key)) expect([...own.keys()], where).toContain(name);
      if (own.has(name)) same(own.get(name), value, { twins, where: `${where}.${key}` });
    }
  } else expect(typeof data, where).toBe(typeof twin);
}
