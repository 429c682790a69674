import { defineDiagnostic, offerFix } from "../diagnostics/diagnostic.ts";
import { type Area, areaOf } from "../model/areas.ts";
import type { Block } from "../model/block.ts";
import { openingSetting, targetName } from "../model/build-areas.ts";
import type { Sourced } from "../model/sourced.ts";
import type { Item, Shape, Target } from "../schema/value-type.ts";
import { unknown } from "../schema/value-type.ts";
import { closest } from "../text/edit-distance.ts";
import { lookUp } from "../text/look-up.ts";
import type { Span } from "../text/span.ts";
import { type Areas, type InArea, isWrittenInArea, ownerWords, refuse } from "./area-check.ts";

export const notOpened = defineDiagnostic<{ kind: string; name: string; whose: string; area: string; setting: string }>(
  {
    code: "area/not-opened",
    title: "Something of others that is not opened to the area",
    why: "A name in an area is a claim on what it names: a roster gives its people's homes to the course's staff, a hub its machines, an image its files. In an area, names are of the area itself, or of what the operators opened to it.",
    message: ({ kind, name, whose, area, setting }) =>
      `The ${kind} \`${name}\` is ${whose}, and not opened to the area \`${area}\`: operators open it by \`${setting}\` of the area.`,
  },
);

/** What a declaration of an area names, in any situation, is the area's own or opened to it. */
export function checkReferences({ area, situations }: InArea, context: Areas): void {
  for (const block of situations) checkBlock(block, area, context);
}

function checkBlock(block: Block, area: Area, context: Areas): void {
  for (const [key, value] of block.settings) {
    // What an expectation is about has a check of its own.
    if (value === unknown || (key === "course" && block.key === "expect")) continue;
    const shape = lookUp(block.schema.settings, key)?.type.shape;
    for (const { target, span } of targetsIn(value, shape)) {
      // What the operators wrote in an abstract parent is theirs to give; who teaches whom is never inherited from them.
      const isPeople = key === "staff" || key === "roster";
      if (!isPeople && !isWrittenInArea(span.file, context.areas)) continue;
      if (!mayName(target, area, context)) report(target, span, area, context);
    }
  }
  for (const inner of block.blocks) checkBlock(inner, area, context);
}

interface Reference {
  readonly target: Target;
  readonly span: Span;
}

function targetsIn({ value, span }: Sourced<unknown>, shape: Shape | undefined): Reference[] {
  if (shape?.kind === "reference") return [{ target: value as Target, span }]; // what a type of this shape gives
  if (shape?.kind !== "list" || shape.of.kind !== "reference") return [];
  const items = value as readonly Item<Target>[]; // what a type of this shape gives
  return items.map(({ value: target, file, start, end }) => ({ target, span: { file, start, end } }));
}

/** May the area name it? Pools are their provider's. */
function mayName(target: Target, area: Area, { areas, program }: Areas): boolean {
  if (target.standard || area.opened.get(target.kind)?.has(targetName(target))) return true;
  const kind = target.kind === "pool" ? "provider" : target.kind;
  const found = program.named(kind, target.name, false);
  return found.length > 0 && found.every(({ node }) => areaOf(node.file, areas)?.name === area.name);
}

function report(target: Target, span: Span, area: Area, context: Areas): void {
  const { areas, program } = context;
  const name = targetName(target);
  const declared = program.named(target.kind === "pool" ? "provider" : target.kind, target.name, false)[0];
  if (declared === undefined) return;
  const suggestion = closest(name, [...(area.opened.get(target.kind) ?? [])]);
  const fixes = suggestion === undefined ? [] : [offerFix(`Write \`${suggestion}\``, span, suggestion)];
  const parameters = {
    kind: target.kind,
    name,
    whose: ownerWords(declared.node.file, areas),
    area: area.name,
    setting: openingSetting(target.kind) ?? target.kind,
  };
  context.report(refuse({ definition: notOpened, parameters, fixes }, area, span));
}
