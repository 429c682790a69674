// Hostile texts at the places of the fixture programs: the check refuses them, or they arrive as the text that they are, and every
// output has the same structure as with a harmless text there. Each output is read back by a reader of its format.
// INJECTIONS=all puts every text at every place, and a number that many at each; else each place gets one, so that every text is at some.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { loadAll } from "js-yaml";
import { describe, expect, test } from "vitest";
import { check } from "../../compiler/check.ts";
import { compile } from "../../compiler/compile.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { htmlText } from "../../compiler/output/html-text.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { fixturePrograms } from "../support/compiled-programs.ts";
import { payloads } from "../support/payloads.ts";
import { readDockerfile } from "../support/read-dockerfile.ts";
import { type TextSite, textSites, withTexts } from "../support/text-sites.ts";

const on = checkedDate("2026-10-05") ?? 0;
const asked = process.env["INJECTIONS"] ?? "1";
const rounds = asked === "all" ? payloads.length : Number(asked);

const sources = (text: string) => ({
  files: [createSourceFile("p.hub", text)],
  assets: new Map<string, string>(),
  readYaml,
  readTemplate,
});
const isSound = (text: string) => check(sources(text), { on }).model !== undefined;

/** Harmless texts of the sorts that settings take; a hostile one stands behind what makes the harmless one right. */
const sorts: readonly { readonly harmless: (i: number) => string; readonly hostile: (payload: string) => string }[] = [
  { harmless: (i) => `Plain words ${i}`, hostile: (payload) => payload },
  { harmless: (i) => `plain${i}`, hostile: (payload) => payload },
  { harmless: (i) => `/plain/${i}`, hostile: (payload) => `/x${payload}` },
  { harmless: (i) => `https://plain${i}.example.edu/x`, hostile: (payload) => `https://x.example.edu/${payload}` },
];

/** Those that take in no files. */
const programs = fixturePrograms.flatMap(({ name, folder }) => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".hub"));
  const text = files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n");
  return text !== "" && isSound(text) ? [{ name, text }] : [];
});

test("there are many texts, programs and places", () => {
  expect(payloads.length).toBeGreaterThanOrEqual(250);
  expect(programs.length).toBeGreaterThanOrEqual(10);
  expect(programs.flatMap(({ text }) => textSites(text)).length).toBeGreaterThan(250);
});

let used = 0;
const arrived = new Set<string>();
const refused = new Set<string>();

describe("hostile texts", () => {
  test.each(programs)(
    "in $name",
    ({ text }) => {
      const sites = textSites(text);
      const kinds = sites.map((_, i) =>
        sorts.find(({ harmless }) => isSound(withTexts(text, sites, new Map([[i, harmless(i)]])))),
      );
      for (let round = 0; round < rounds; round++) {
        const hostile = new Map<number, string>();
        const harmless = new Map<number, string>();
        for (const [i, sort] of kinds.entries()) {
          if (sort === undefined) continue;
          const payload = payloads[used++ % payloads.length] ?? "";
          const value = sort.hostile(payload);
          // What is empty may be left out of a page: there is nothing to compare, but it has to compile.
          const isEmpty = payload.trim() === "";
          if (isEmpty) compile(sources(withTexts(text, sites, new Map([[i, value]]))), { on });
          else if (isSound(withTexts(text, sites, new Map([[i, value]])))) {
            hostile.set(i, value);
            harmless.set(i, sort.harmless(i));
          } else refused.add(payload);
        }
        compare({ text, sites }, hostile, harmless);
      }
    },
    60_000 * rounds,
  );

  test("some arrive, and some are refused", () => {
    expect(arrived.size).toBeGreaterThan(50);
    expect(refused.size).toBeGreaterThan(20);
  });
});

type Texts = ReadonlyMap<number, string>;

/** All at once where that is sound, since compiling takes longer than checking; else in parts. */
function compare(
  program: { readonly text: string; readonly sites: readonly TextSite[] },
  hostile: Texts,
  harmless: Texts,
): void {
  const bad = withTexts(program.text, program.sites, hostile);
  const good = withTexts(program.text, program.sites, harmless);
  if (!isSound(bad) || !isSound(good)) {
    if (hostile.size < 2) return;
    const half = Math.ceil(hostile.size / 2);
    const part = (of: Texts, from: number, to: number) => new Map([...of].slice(from, to));
    compare(program, part(hostile, 0, half), part(harmless, 0, half));
    compare(program, part(hostile, half, hostile.size), part(harmless, half, harmless.size));
    return;
  }
  const twins = new Map([...harmless].map(([i, value]) => [value, hostile.get(i) ?? ""]));
  const files = compile(sources(bad), { on }).files;
  const twinFiles = new Map(compile(sources(good), { on }).files.map((file) => [file.path, file]));
  expect(files.length).toBe(twinFiles.size);
  for (const value of hostile.values()) arrived.add(value);
  for (const file of files) {
    expect(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(file.text), file.path).toBe(
      false,
    );
    const twin = twinFiles.get(file.path);
    if (twin !== undefined) readBack(file, twin, twins);
  }
}

function readBack({ path, text }: OutputFile, twin: OutputFile, twins: ReadonlyMap<string, string>): void {
  if (path.endsWith("hubc-manifest.json")) return;
  if (path.endsWith(".json")) same(readJson(text), readJson(twin.text), { twins, where: path });
  else if (/\.ya?ml$/.test(path)) same(loadAll(text), loadAll(twin.text), { twins, where: path });
  else if (path.endsWith("Dockerfile") && !text.includes("<<")) {
    const keywords = (dockerfile: string) => readDockerfile(dockerfile).map(({ keyword }) => keyword);
    expect(keywords(text), path).toEqual(keywords(twin.text));
  } else if (path.endsWith(".html")) expect(tags(text), path).toEqual(tags(twin.text));
  else if (path.endsWith(".ics")) expect(properties(text), path).toEqual(properties(twin.text));
  else if (path.endsWith(".sh") && text !== twin.text) {
    // Only read, never run.
    const { stderr, status } = spawnSync("bash", ["-n"], { input: text, encoding: "utf8" });
    expect(status, `${path}: ${stderr}`).toBe(0);
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

/** Is `data` what `twin` is, with hostile texts where the harmless ones are? Texts made of several are compared by their type. */
function same(data: unknown, twin: unknown, { twins, where }: Comparing): void {
  if (typeof twin === "string") {
    const expected = twins.get(twin);
    if (expected === undefined) expect(typeof data, `${where}: ${twin}`).toBe("string");
    // Names of profiles are HTML for KubeSpawner.
    else expect([expected, htmlText(expected)], where).toContain(data);
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
