// The programs that random ones are made from, and the places in them where something can be changed.

import { readdirSync, readFileSync } from "node:fs";
import { diagnosticPages as catalogue } from "../../compiler/diagnostic-pages.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { wordsOf } from "../support/mutants.ts";
import { programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

/** Texts by path: `.hub` files, and the files that they name. */
export type Texts = ReadonlyMap<string, string>;

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The places of a text, by what stands there. */
export interface Places {
  readonly words: readonly Place[];
  /** Names of declarations, settings and blocks. */
  readonly names: readonly Place[];
  readonly values: readonly Place[];
  /** Texts in quotes. */
  readonly texts: readonly Place[];
  /** Settings, blocks and package lines. */
  readonly statements: readonly Place[];
  readonly declarations: readonly Place[];
}

export interface Sample {
  readonly files: readonly { readonly path: string; readonly text: string; readonly places: Places }[];
  readonly assets: Texts;
}

/** What was written somewhere, to put it anywhere. */
export interface Pool {
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly statements: readonly string[];
  readonly declarations: readonly string[];
}

export interface Samples {
  readonly programs: readonly Sample[];
  readonly texts: readonly string[];
  readonly pool: Pool;
}

/** The programs of all pages of the catalogue, those in the folders, and a small one. */
export function loadSamples(folders: readonly string[]): Samples {
  const pages = catalogue
    .filter(({ language }) => language !== "yaml")
    .flatMap(({ wrong, right }) => [programOf(wrong), programOf(right)]);
  const small = [smallProgram({ more: 'group all { members = ["ada", "grace"] }' })].map(programOf);
  const programs = [
    ...[...pages, ...small].map((texts) => sampleOf(texts, new Map())),
    ...folders.flatMap((folder) => folderSamples(folder)),
  ];
  const files = programs.flatMap((one) => one.files);
  const written = (of: keyof Places) => [
    ...new Set(files.flatMap(({ text, places }) => places[of].map(({ start, end }) => text.slice(start, end)))),
  ];
  return {
    programs,
    texts: files.map(({ text }) => text),
    pool: {
      names: written("names"),
      values: written("values"),
      statements: written("statements"),
      declarations: written("declarations"),
    },
  };
}

/** Every folder in `folder` that holds `.hub` files, each as one program with all other small texts beside them. */
function folderSamples(folder: string): Sample[] {
  const names = readdirSync(folder, { withFileTypes: true });
  const read = (below: string): [string, string][] =>
    readdirSync(`${folder}/${below}`, { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory()) return /^(?:expected|out)$/.test(entry.name) ? [] : read(`${path}/`);
      return entry.isFile() && !entry.name.startsWith(".") ? [[path, readFileSync(`${folder}/${path}`, "utf8")]] : [];
    });
  if (!names.some(({ name }) => name.endsWith(".hub") || name === "course")) {
    return names.filter((entry) => entry.isDirectory()).flatMap(({ name }) => folderSamples(`${folder}/${name}`));
  }
  const all = read("").filter(([, text]) => text.length < 20_000);
  const isSource = ([path]: readonly [string, string]) => path.endsWith(".hub");
  const assets = new Map(all.filter((entry) => !isSource(entry)));
  const sources = all.filter(isSource);
  // A folder of single programs, or one program in several files.
  if (sources.filter(([, text]) => /^hub /m.test(text)).length < 2) return [sampleOf(new Map(sources), assets)];
  return sources.map((source) => sampleOf(new Map([source]), assets));
}

function sampleOf(texts: Texts, assets: Texts): Sample {
  return { files: [...texts].map(([path, text]) => ({ path, text, places: placesOf(text) })), assets };
}

const sortOfKind: Readonly<Record<string, keyof Places>> = {
  name: "names",
  text: "texts",
  setting: "statements",
  block: "statements",
  "package-line": "statements",
  declaration: "declarations",
  let: "declarations",
};

function placesOf(text: string): Places {
  const found: Record<keyof Places, Place[]> = {
    words: [...wordsOf(text)],
    names: [],
    values: [],
    texts: [],
    statements: [],
    declarations: [],
  };
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node) || "lineStarts" in node) return;
    seen.add(node);
    if ("kind" in node && "start" in node && "end" in node) {
      const { kind, start, end } = node;
      if (typeof kind === "string" && typeof start === "number" && typeof end === "number" && start < end) {
        const sort = sortOfKind[kind];
        if (sort !== undefined) found[sort].push({ start, end });
        if (sort === undefined || sort === "texts") found.values.push({ start, end });
      }
    }
    Object.values(node).forEach(visit);
  };
  const { declarations, lets } = parse(createSourceFile("p.hub", text), () => {});
  visit(declarations);
  visit(lets);
  return found;
}
