// What the declarations of one file come to, before any other file is looked at: the parts of a model that follow from a block and
// the date alone, and the blocks of those that follow from more.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Declaration } from "../names/bind.ts";
import { machine as schema } from "../schema/blocks/machine.ts";
import type { Day } from "../text/calendar.ts";
import { type Block, valueIn } from "./block.ts";
import { buildCourse } from "./build-course.ts";
import { buildGroup } from "./build-group.ts";
import { buildImage, buildProvider, buildStorage, required } from "./build-parts.ts";
import type { Evaluated, EvaluatedFile } from "./evaluate.ts";
import { type Known, nothingKnown, outcomeOf } from "./kept.ts";
import type { Model } from "./model.ts";
import type { Machine } from "./provider.ts";
import { derived } from "./sourced.ts";

/** A declaration whose kind, variant and parent have no error. */
export interface WithBlock extends Evaluated {
  readonly block: Block;
}

/** What is not abstract, by kind. */
export interface FileParts
  extends Pick<Model, "providers" | "machines" | "storages" | "images" | "groups" | "courses"> {
  readonly projects: readonly WithBlock[];
  readonly hubs: readonly WithBlock[];
  /** Images of the standard library. */
  readonly standardImages: readonly WithBlock[];
  /** Every image, be it abstract or of the standard library. */
  readonly imageBlocks: readonly WithBlock[];
}

/** The parts that a file declares; those whose block is the same as before are the same, too. */
export function filePartsOf(
  { evaluated }: EvaluatedFile,
  {
    on,
    known: { parts } = nothingKnown(),
    report,
  }: { readonly on: Day; readonly known?: Known; readonly report: Report },
): FileParts {
  const readable = evaluated.filter(hasBlock);
  const concrete = (kind: string, standard = false) =>
    readable.filter(({ declaration: one }) => one.kind === kind && one.standard === standard && !one.node.abstract);
  const build = <T>(kind: string, one: (declaration: Declaration, block: Block, report: Report) => T): readonly T[] =>
    concrete(kind).map(({ declaration, block }) => {
      const part = parts.get(block) ?? outcomeOf((report) => one(declaration, block, report));
      parts.set(block, part);
      part.found.forEach(report);
      return part.value as T; // a block is one of one kind
    });
  return {
    providers: build("provider", buildProvider),
    machines: build("machine", buildMachine),
    storages: build("storage", buildStorage),
    images: build("image", buildImage),
    groups: build("group", (declaration, block, report) => buildGroup(declaration, block, { on, report })),
    courses: build("course", (declaration, block, report) => buildCourse(declaration, block, on, report)),
    projects: concrete("project"),
    hubs: concrete("hub"),
    standardImages: concrete("image", true),
    imageBlocks: readable.filter(({ declaration }) => declaration.kind === "image"),
  };
}

function hasBlock(one: Evaluated): one is WithBlock {
  return one.block !== undefined;
}

function buildMachine(declaration: Declaration, block: Block): Machine {
  const { settings } = schema;
  return {
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    type: valueIn(block, settings.type) ?? derived(declaration.name, block.span, block.by),
    memory: required(valueIn(block, settings.memory), 0, block),
    cpu: required(valueIn(block, settings.cpu), 0, block),
    gpu: required(valueIn(block, settings.gpu), 0, block),
    pods: valueIn(block, settings.pods),
    price: valueIn(block, settings.price),
    currency: valueIn(block, settings.currency),
    priceDate: valueIn(block, settings["price-date"]),
  };
}
