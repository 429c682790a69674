// Hostile texts at every place of the vocabulary that takes a text or a file: the check refuses them, or they arrive as the text that they
// are, and every output has the same structure as with a harmless text there. Each output is read back by a reader of its format.
// INJECTIONS=all puts every text at every place, and a number that many at each; else each place gets one, so that every text is at some.
// INJECTIONS_SEED begins at another text, INJECTIONS_OF names one program, and INJECTIONS_LOG a file for the figures.

import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../compiler/check.ts";
import { compile } from "../../compiler/compile.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { unseenCharacters } from "../../compiler/text/unseen-characters.ts";
import { fixturePrograms } from "../support/compiled-programs.ts";
import { moreTexts } from "../support/more-texts.ts";
import { payloads } from "../support/payloads.ts";
import { pythonWith } from "../support/python.ts";
import { type OutputTwin, outputTwin, pythonIn, readBack } from "../support/read-back.ts";
import { differentPython, type PythonPairs } from "../support/same-python.ts";
import { textPlaces, textPlacesOf, withMoreTexts } from "../support/text-places.ts";
import { placed, type SiteText, type TextSite, textSites, withTexts } from "../support/text-sites.ts";

const on = checkedDate("2026-10-05") ?? 0;
const asked = process.env["INJECTIONS"] ?? "1";
const rounds = asked === "all" ? payloads.length : Number(asked);
const interpreter = pythonWith("ast");

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
  // An image: what else is one names another base, whose Dockerfile is another.
  { harmless: (i) => `plain.example.edu/p${i}:1`, hostile: (payload) => `x.example.edu/x:${payload}` },
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
      const harmless = kinds.flatMap((sort, i): [number, string][] => (sort ? [[i, sort.harmless(i)]] : []));
      for (let round = 0; round < rounds; round++) {
        const first = used;
        used += sites.length;
        const values = kinds.flatMap((sort, i): readonly [number, string, string | undefined][] => {
          const payload = payloads[(first + i) % payloads.length] ?? "";
          // What is empty may be left out of a page: there is nothing to compare.
          if (payload.trim() === "") return [];
          return [[i, sort?.hostile(payload) ?? payload, sort?.harmless(i)]];
        });
        tryOut({ ...program, sites, harmless }, values);
      }
      expect(found()).toEqual([]);
    },
    900_000 * rounds,
  );

  test.each(wanted)(
    "in files of $name",
    (program) => {
      const sites = textSites(program.text);
      const harmless = (i: number) => `Plain words ${i}`;
      const file = (i: number) => `texts/${i}.txt`;
      const takesFile = sites.map((_, i) =>
        isSound(
          withTexts(program.text, sites, new Map([[i, { file: file(i) }]])),
          new Map([...program.assets, [file(i), harmless(i)]]),
        ),
      );
      const plain = sites.flatMap((_, i): [number, string][] => (takesFile[i] ? [[i, harmless(i)]] : []));
      for (let round = 0; round < rounds; round++) {
        const values = sites.flatMap((_, i): readonly [number, string, string][] => {
          const payload = payloads[used++ % payloads.length] ?? "";
          // The end of a file's last line is no part of a name.
          return takesFile[i] && payload.trim() !== "" && !payload.endsWith("\n") ? [[i, payload, harmless(i)]] : [];
        });
        tryOut({ ...program, sites, harmless: plain, file }, values);
      }
      expect(found()).toEqual([]);
    },
    900_000 * rounds,
  );

  test("some arrive, and some are refused", () => {
    expect(arrived.size).toBeGreaterThan(50);
    expect(refused.size).toBeGreaterThan(20);
  });
});

interface Place extends Program {
  readonly sites: readonly TextSite[];
  /** The harmless text for each site that takes one. */
  readonly harmless: readonly (readonly [site: number, text: string])[];
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

/** What is wrong, each once. Said all at once, since `expect` for every part of every output takes most of the time. */
const wrong = new Set<string>();
/** Python is asked about many pieces at a time. */
let python: PythonPairs[] = [];

function hold(isRight: boolean, what: () => string): void {
  if (!isRight && wrong.size < 100) wrong.add(what());
}

/** What is wrong in all that was tried since it was last asked. */
function found(): readonly string[] {
  askPython();
  const all = [...wrong];
  wrong.clear();
  return all;
}

function askPython(): void {
  if (interpreter !== undefined && python.length > 0)
    for (const one of differentPython(interpreter, python)) wrong.add(one);
  python = [];
}

/** Leaves out what is refused, as long as something is, and compares what arrives. */
function tryOut(place: Place, values: Values): void {
  counted.tried += values.length;
  let left = values;
  for (let turn = 0; turn < 8 && left.length > 0; turn++) {
    const bad = withValues(place, left);
    const { diagnostics, model } = check(sources(bad.text, bad.assets), { on });
    if (model !== undefined) break;
    const shown = renderText(diagnostics);
    hold(unseenCharacters(shown, "prose").length === 0, () => `not seen in a message: ${JSON.stringify(shown)}`);
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

/** The program with the hostile texts, and the harmless ones at its other sites, where it is sound with all of those. */
function withValues(place: Place, values: Values): ReturnType<typeof program> {
  const hostile = new Map(values.map(([i, one]) => [i, one]));
  const others = twinOf(place) === undefined ? [] : place.harmless.filter(([i]) => !hostile.has(i));
  return program(place, [...hostile, ...others]);
}

const twins = new Map<string, OutputTwin | undefined>();

/** What a program compiles to with harmless texts at all its sites, made once; undefined where it isn't sound so. */
function twinOf(place: Place): OutputTwin | undefined {
  const key = `${place.name} ${place.file !== undefined}`;
  if (!twins.has(key)) {
    const { text, assets } = program(place, place.harmless);
    const { files, model } = compile(sources(text, assets), { on });
    twins.set(key, model && outputTwin(files));
  }
  return twins.get(key);
}

function twinFor(place: Place, values: Values): OutputTwin | undefined {
  const whole = twinOf(place);
  if (whole !== undefined) return whole;
  const texts = values.flatMap(([i, , harmless]): [number, string][] =>
    harmless === undefined ? [] : [[i, harmless]],
  );
  const { text, assets } = program(place, texts);
  const { files, model } = compile(sources(text, assets), { on });
  return model && outputTwin(files);
}

/** All at once where that is sound, since compiling takes longer than checking; else in parts. */
function compare(place: Place, values: Values): void {
  if (values.length === 0) return;
  const bad = withValues(place, values);
  const { files, model } = compile(sources(bad.text, bad.assets), { on });
  const twin = model && twinFor(place, values);
  if (model === undefined || twin === undefined) {
    if (values.length < 2) {
      counted.refused += 1;
      return;
    }
    const half = Math.ceil(values.length / 2);
    compare(place, values.slice(0, half));
    compare(place, values.slice(half));
    return;
  }
  const texts = new Map(
    values.flatMap(([, hostile, harmless]): [string, string][] =>
      harmless === undefined ? [] : [[harmless, hostile]],
    ),
  );
  hold(files.length === twin.files.size, () => `${place.name}: ${files.length} files for ${twin.files.size}`);
  for (const [, hostile] of values) arrived.add(hostile);
  counted.arrived += values.length;
  counted.outputs += files.length;
  const comparing = { texts, twin, hold };
  const pairs = files.flatMap((file) => pythonIn(file, comparing));
  for (const file of files) {
    hold(
      !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(file.text),
      () => `${file.path}: half of a pair`,
    );
    readBack(file, comparing);
  }
  if (pairs.length > 0) python.push({ pairs, twins: texts });
  if (python.length >= 20) askPython();
}
