// `${domain}`, `${stage}`, `${namespace}` and `${release}` in the texts of a hub: what differs by release, filled in for each stage.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { constantCycle } from "../names/names-diagnostics.ts";
import { exampleNames, isReleaseName, type ReleaseName, type ReleaseNames } from "../names/release-names.ts";
import { type Unknown, unknown } from "../schema/value-type.ts";
import type { Block } from "./block.ts";
import { isExternal } from "./external-hub.ts";
import { applyLayer } from "./merge.ts";
import type { Sourced } from "./sourced.ts";

/** Reads the hub with these names; reports what is wrong in it. */
export type ReadHub = (names: ReleaseNames, report: Report) => Block | undefined;

/** The hub as each of its stages has it, by stage. `usual` is the hub with examples for these names, of which the stages are taken. */
export function hubByStage(usual: Block, read: ReadHub, report: Report): ReadonlyMap<string, Block> {
  const hub = usual.label ?? "";
  const found = stagesOf(usual).map((stage): readonly [string, Block] => {
    const names = isExternal(usual) ? namesOfExternal(read, report) : namesOfStage({ hub, stage }, read, report);
    return [stage, read(names, report) ?? usual];
  });
  return new Map(found);
}

/** Of a hub that somebody else runs only the domain is known. */
function namesOfExternal(read: ReadHub, report: Report): ReleaseNames {
  const domain = settled(["domain"], { known: new Map(), read: (names) => read(names, ignore), standard: {} }, report);
  return (name) => (name === "domain" ? (domain.get(name) ?? unknown) : undefined);
}

function namesOfStage(
  { hub, stage }: { readonly hub: string; readonly stage: string },
  read: ReadHub,
  report: Report,
): ReleaseNames {
  const name = `${hub}-${stage}`;
  const search = {
    known: new Map<ReleaseName, string>([["stage", stage]]),
    read: (names: ReleaseNames) => {
      const block = read(names, ignore);
      return block && inStage(block, stage, ignore);
    },
    standard: { release: name, namespace: name },
  };
  const names = settled(["release", "namespace", "domain"], search, report);
  return (asked) => (isReleaseName(asked) ? (names.get(asked) ?? unknown) : undefined);
}

interface Search {
  readonly known: ReadonlyMap<ReleaseName, string>;
  readonly read: (names: ReleaseNames) => Block | undefined;
  /** What holds where the hub says nothing. */
  readonly standard: Partial<Record<ReleaseName, string>>;
}

/**
 * What the hub says for these names, whose texts may use each other. One that stands for itself by way of others is reported, once, and
 * stands for its example, so that nothing follows from it; one that has another error is `unknown`.
 */
function settled(asked: readonly ReleaseName[], search: Search, report: Report) {
  const names = new Map<ReleaseName, string>(search.known);
  settleWhatCanBe(asked, names, search);
  const withExamples = openIn(asked, names).length === 0 ? undefined : search.read(examplesFor(names));
  const wrong = openIn(asked, names).filter((name) => saidIn(withExamples, name) === unknown);
  for (const name of wrong) names.set(name, exampleNames[name]);
  if (wrong.length > 0) settleWhatCanBe(asked, names, search);
  for (const [i, name] of openIn(asked, names).entries()) {
    const said = saidIn(withExamples, name);
    if (i === 0 && said !== undefined && said !== unknown)
      report(diagnose(constantCycle, { name: `\${${name}}` }, { span: said.span }));
    names.set(name, exampleNames[name]);
  }
  return new Map<ReleaseName, string | Unknown>([...names, ...wrong.map((name) => [name, unknown] as const)]);
}

function openIn(asked: readonly ReleaseName[], names: ReadonlyMap<ReleaseName, string>): readonly ReleaseName[] {
  return asked.filter((name) => !names.has(name));
}

/** Finds what follows from what is known, in as many rounds as there are names: each needs at most all the others. */
function settleWhatCanBe(asked: readonly ReleaseName[], names: Map<ReleaseName, string>, search: Search): void {
  const lookUp: ReleaseNames = (name) => (isReleaseName(name) ? (names.get(name) ?? unknown) : undefined);
  for (let round = 0; round < asked.length && openIn(asked, names).length > 0; round++) {
    const block = search.read(lookUp);
    for (const name of openIn(asked, names)) {
      const said = saidIn(block, name);
      const text = said === undefined || said === unknown ? said : said.value;
      if (text === undefined) names.set(name, search.standard[name] ?? exampleNames[name]);
      else if (typeof text === "string") names.set(name, text);
    }
  }
}

function examplesFor(names: ReadonlyMap<ReleaseName, string>): ReleaseNames {
  return (name) => (isReleaseName(name) ? (names.get(name) ?? exampleNames[name]) : undefined);
}

function saidIn(block: Block | undefined, name: ReleaseName): Sourced<unknown> | Unknown | undefined {
  return block === undefined ? unknown : block.settings.get(name);
}

const ignore: Report = () => {};

/** The hub with what a stage says merged onto it. */
export function inStage(block: Block, stage: string, report: Report): Block {
  let staged = block;
  for (const layer of block.overlays) {
    if (layer.key === "stage" && layer.label === stage)
      staged = applyLayer(staged, layer, `${block.by}, stage ${stage}`, report);
  }
  return staged;
}

/** Names of a hub's stages, in order of declaration; `prod` where it has none. */
export function stagesOf(block: Block): string[] {
  const names = block.overlays.flatMap((block) =>
    block.key === "stage" && block.label !== undefined ? [block.label] : [],
  );
  return names.length > 0 ? [...new Set(names)] : ["prod"];
}
