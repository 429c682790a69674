// Hubs that exist as a program of files, with the proof that it comes to what they have: compiled as a whole, and compared hub by hub.

import { check } from "../check.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { maskSecrets, secretTexts } from "../diagnostics/secret-mask.ts";
import { format } from "../format/format.ts";
import { valuesOfRelease } from "../targets/values-of-release.ts";
import type { Day } from "../text/calendar.ts";
import { createSourceFile } from "../text/source-file.ts";
import { type ClusterPool, poolsOf } from "./cluster-pools.ts";
import { compareValues } from "./compare-values.ts";
import type { Environment } from "./environment.ts";
import { type Figures, figuresOf } from "./figures.ts";
import type { FolderImage } from "./images/image-folders.ts";
import { hubBlock, type ImportedHub, importHub, stageBlock } from "./import-hub.ts";
import { block, type Declarations, printStatements, type Statement, shared } from "./piece.ts";
import { nameFrom } from "./print-data.ts";
import { callbackHosts } from "./recognise/address.ts";
import { groupedBy, type WrittenHub, withSharedParents } from "./written-hubs.ts";

export interface ProgramFile {
  /** From the program's folder. */
  readonly path: string;
  readonly text: string;
}

export interface ImportedProgram {
  /** Its folder below the one that is written to; empty where there is one program. */
  readonly folder: string;
  readonly files: readonly ProgramFile[];
  readonly figures: readonly Figures[];
  /** What stops it from being built. */
  readonly errors: readonly Diagnostic[];
}

/** What is imported as one program. */
interface Imports {
  readonly environments: readonly Environment[];
  readonly images: readonly FolderImage[];
  readonly on: Day;
}

/** Hubs of several clusters are programs of their own. An image of a folder goes where the hub is that its layout gives it to, else to the first. */
export function importPrograms(
  environments: readonly Environment[],
  on: Day,
  images: readonly FolderImage[] = [],
): readonly ImportedProgram[] {
  const clusters = groupedBy(environments, ({ place }) => place.cluster?.name ?? "");
  if (clusters.size === 0) return images.length === 0 ? [] : [{ folder: "", ...imagesAlone(images, on) }];
  const clusterOf = ({ hub }: FolderImage) =>
    environments.find(({ place }) => hub !== undefined && place.hub === hub)?.place.cluster?.name ??
    [...clusters.keys()][0];
  return [...clusters].map(([cluster, hubs]) => ({
    folder: clusters.size > 1 ? nameFrom(cluster === "" ? "hubs" : cluster) : "",
    ...importProgram({ environments: hubs, images: images.filter((image) => clusterOf(image) === cluster), on }),
  }));
}

function imagesAlone(images: readonly FolderImage[], on: Day): Omit<ImportedProgram, "folder"> {
  const files = [laidOut("project.hub", "project images {\n}\n"), ...images.flatMap(filesOfImage)];
  const { diagnostics } = check(sourcesOf(files), { on });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { files: withoutSecrets(files, errors), figures: [], errors };
}

function filesOfImage({ name, text, files }: FolderImage): readonly ProgramFile[] {
  return text === undefined ? [] : [laidOut(`images/${name}.hub`, text), ...files];
}

function sourcesOf(files: readonly ProgramFile[]) {
  const isProgram = ({ path }: ProgramFile) => path.endsWith(".hub");
  return {
    files: files.filter(isProgram).map(({ path, text }) => createSourceFile(path, text)),
    assets: new Map(files.filter((programFile) => !isProgram(programFile)).map(({ path, text }) => [path, text])),
  };
}

function importProgram({ environments, images, on }: Imports): Omit<ImportedProgram, "folder"> {
  const declarations = declarationTable();
  // Images of values get other names.
  for (const { name } of images) declarations.declare("image", name, `# ${name}`);
  const chart = environments[0]?.chart.version ?? "";
  const pools = poolsOf(environments);
  const provider = providerOf(environments[0], pools, declarations);
  const project = `project ${nameFrom(environments[0]?.place.cluster?.name ?? "hubs")} {\nchart = ${JSON.stringify(chart)}\n}\n`;
  const surroundings = (text: string) => project + usedIn(text, declarations.all()).map(declarationText).join("");
  const hosts = callbackHosts(environments);
  const imported = environments.map((environment) => {
    const [name, callbackHost] = [nameFrom(environment.place.hub), hosts.get(environment)];
    return importHub(environment, { declarations, surroundings, provider, pools, name, callbackHost, on });
  });
  const around = { project, declarations, images, on };
  const hubs = hubsWithStages(imported);
  const sharing = withSharedParents(hubs);
  if (sharing.length > hubs.length) {
    const shared = proven(imported, sharing, around);
    if (isRight(shared) && shared.figures.every(({ added }) => added.length === 0)) return shared;
  }
  const together = proven(imported, hubs, around);
  if (isRight(together)) return together;
  const apart = proven(imported, hubsApart(imported), around);
  return apart.errors.length <= together.errors.length ? apart : together;
}

function isRight({ errors, figures }: Omit<ImportedProgram, "folder">): boolean {
  return errors.length === 0 && figures.every(({ different }) => different.length === 0);
}

function providerOf(
  environment: Environment | undefined,
  pools: readonly ClusterPool[],
  { declare }: DeclarationTable,
): string {
  const { cluster } = environment?.place ?? {};
  const name = nameFrom(cluster?.name ?? "cluster");
  const context = JSON.stringify(cluster?.name ?? name);
  const blocks = pools.map((pool) => `pool ${pool.name} {\nlabel = ${JSON.stringify(pool.label)}\n}`);
  return declare("provider kubernetes", name, [`context = ${context}`, ...blocks].join("\n"));
}

/** Settings that hold in every stage of a hub. */
const ofWholeHub = /^(?:image|images|any-image|memory|cpu|pool|gpu|peak|open-with|size .*|profile .*)$/;

/** The environments of a hub as its stages; with a hub each, and a parent, where their servers are other ones. */
function hubsWithStages(imported: readonly ImportedHub[]): readonly WrittenHub[] {
  const hubs = groupedBy(imported, ({ environment }) => nameFrom(environment.place.hub));
  return [...hubs].map(([name, all]): WrittenHub => {
    const stages = new Set(all.map(({ environment }) => environment.place.stage));
    if (stages.size < all.length || all.length === 1) return apart(name, all);
    const bodies = all.map(({ statements }) => statements);
    const { common, own } = shared(bodies);
    if (own.some((body) => body.some(({ head }) => ofWholeHub.test(head)))) return withParent(name, all);
    // What every hub has to say stands in the hub too, as its first stage has it.
    const isNeeded = (head: string) => /^(?:homes|domain|auth .*)$/.test(head);
    const needed = (bodies[0] ?? []).filter(
      ({ head }) => isNeeded(head) && !common.some((statement) => statement.head === head),
    );
    const blocks = all.map(({ environment, statements }, i) => {
      const homes = environment.place.stage === "prod" ? [] : statements.filter(({ head }) => head === "homes");
      const differs = (statement: Statement) => statement.head !== "homes" && !(i === 0 && needed.includes(statement));
      const kept = statements.filter(
        ({ head }) => head === "homes" && !common.some((statement) => statement.head === head),
      );
      return stageBlock(environment, name, [...(homes.length > 0 ? homes : kept), ...(own[i] ?? []).filter(differs)]);
    });
    return {
      file: name,
      statements: [block(`hub ${name}`, [...needed, ...common, ...blocks], "hub")],
      releases: all.map((hub) => ({ imported: hub, hub: name, stage: hub.environment.place.stage })),
    };
  });
}

/** A hub for each, that extends what they share. */
function withParent(name: string, all: readonly ImportedHub[]): WrittenHub {
  if (all.length < 2) return apart(name, all);
  const { common, own } = shared(all.map(({ statements }) => statements));
  const parent = `${name}-hubs`;
  const releases = all.map((imported) => ({
    imported,
    hub: nameApart(imported),
    stage: imported.environment.place.stage,
  }));
  const hubs = releases.map(({ imported, hub }, i) => {
    const inner = hubBlock({ ...imported, statements: own[i] ?? [] }, hub);
    return { ...inner, head: `hub ${hub} extends ${parent}` };
  });
  return { file: name, statements: [block(`abstract hub ${parent}`, common, "hub"), ...hubs], releases };
}

function hubsApart(imported: readonly ImportedHub[]): readonly WrittenHub[] {
  return imported.map((hub) => apart(nameApart(hub), [hub]));
}

/** Alone, a hub has the name that its stages would share. */
function apart(file: string, all: readonly ImportedHub[]): WrittenHub {
  const releases = all.map((imported) => ({
    imported,
    hub: all.length === 1 ? file : nameApart(imported),
    stage: imported.environment.place.stage,
  }));
  return { file, statements: releases.map(({ imported, hub }) => hubBlock(imported, hub)), releases };
}

function nameApart({ environment }: ImportedHub): string {
  return nameFrom(environment.name);
}

interface Around {
  readonly project: string;
  readonly declarations: DeclarationTable;
  readonly images: readonly FolderImage[];
  readonly on: Day;
}

function proven(
  imported: readonly ImportedHub[],
  hubs: readonly WrittenHub[],
  around: Around,
): Omit<ImportedProgram, "folder"> {
  const text = hubs.map(({ statements }) => printStatements(statements).text).join("\n");
  const used = usedIn(text, around.declarations.all());
  const files = [
    laidOut(
      "project.hub",
      [around.project, ...used.filter(({ head }) => head !== "image").map(declarationText)].join("\n"),
    ),
    ...imagesFile(used),
    ...around.images.flatMap(filesOfImage),
    ...hubs.map(({ file, statements }) => laidOut(`hubs/${file}.hub`, `${printStatements(statements).text}\n`)),
  ];
  const { diagnostics, model } = check(sourcesOf(files), { on: around.on });
  const releases = hubs.flatMap((hub) => hub.releases);
  const figures = imported.map((one) => {
    const place = releases.find((release) => release.imported === one);
    const release = model?.releases.find(({ hub, stage }) => hub === place?.hub && stage === place.stage);
    if (model === undefined || release === undefined) return figuresOf({ ...one, comparison: undefined });
    const use = { ...one.environment, chartKey: one.environment.key };
    return figuresOf({ ...one, comparison: compareValues(use, valuesOfRelease(release, model)) });
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { files: withoutSecrets(files, errors), figures, errors };
}

/** What could not be written around is an error, and its text stands in no file either. */
function withoutSecrets(files: readonly ProgramFile[], errors: readonly Diagnostic[]): readonly ProgramFile[] {
  const diagnostics = errors.filter(({ code }) => code.startsWith("secret/"));
  if (diagnostics.length === 0) return files;
  const secrets = secretTexts(diagnostics);
  return files.map(({ path, text }) => ({ path, text: maskSecrets(text, secrets) }));
}

/** A piece that was taken back may have been the only one to need a declaration. */
function usedIn(text: string, all: readonly Declared[]): readonly Declared[] {
  return all.filter(({ name }) => new RegExp(`(?:= |\\[|, |!group=)${name}(?![\\w-])`, "m").test(text));
}

function imagesFile(used: readonly Declared[]): readonly ProgramFile[] {
  const images = used.filter(({ head }) => head === "image");
  return images.length === 0 ? [] : [laidOut("images.hub", images.map(declarationText).join("\n"))];
}

function laidOut(path: string, text: string): ProgramFile {
  return { path, text: format(createSourceFile(path, text)).text };
}

/** Declarations that several hubs use: each is there once, whoever asks for it first names it. */
interface DeclarationTable extends Declarations {
  /** Their texts, in order of need: the kind's words, then name and body. */
  readonly all: () => readonly Declared[];
}

interface Declared {
  readonly head: string;
  readonly name: string;
  readonly body: string;
}

function declarationTable(): DeclarationTable {
  const byContent = new Map<string, Declared>();
  const taken = new Set<string>();
  const declare = (head: string, wanted: string, body: string): string => {
    const content = JSON.stringify([head, body]);
    const there = byContent.get(content);
    if (there !== undefined) return there.name;
    const kind = head.split(" ")[0] ?? head;
    let name = wanted;
    for (let i = 2; taken.has(`${kind} ${name}`); i++) name = `${wanted}-${i}`;
    taken.add(`${kind} ${name}`);
    byContent.set(content, { head, name, body });
    return name;
  };
  return { declare, all: () => [...byContent.values()] };
}

function declarationText({ head, name, body }: Declared): string {
  return `${head} ${name} {\n${body}\n}\n`;
}
