// Blocks of a body that extend others of it: each begins as its parent, whichever is written first.

import { diagnose, offerFix, type Report } from "../diagnostics/diagnostic.ts";
import { extendsCycle } from "../names/names-diagnostics.ts";
import type { BlockSchema } from "../schema/block.ts";
import { unknownParentBlock } from "../schema/schema-diagnostics.ts";
import { closest } from "../text/edit-distance.ts";
import type { Block, OwnBlock } from "./block.ts";

export interface BlocksToLay {
  /** What the body inherits. */
  readonly under: readonly Block[];
  readonly own: readonly OwnBlock[];
  readonly schema: BlockSchema;
  readonly report: Report;
  readonly lay: (under: Block | undefined, own: OwnBlock) => Block;
}

/** Gives for each own block what holds: it over its parent, else over what is inherited under its name. */
export function layerOf({ under, own, schema, report, lay }: BlocksToLay): (block: OwnBlock) => Block {
  const known = new Map<OwnBlock, Block>();
  const laid = (block: OwnBlock, passed: readonly OwnBlock[]): Block => {
    const before = known.get(block);
    if (before !== undefined) return before;
    const found = block.extends === undefined ? over(block) : overParent(block, block.extends, [...passed, block]);
    known.set(block, found);
    return found;
  };
  /** Any number of some stand side by side, whatever they are called. */
  const over = (block: OwnBlock): Block => {
    const isOne = schema.blocks[block.key]?.many !== true;
    const same = isOne ? under.find((one) => isCalled(one, block.key, block.label)) : undefined;
    return lay(same?.variant === block.variant ? same : undefined, block);
  };
  const overParent = (block: OwnBlock, parent: NonNullable<OwnBlock["extends"]>, passed: readonly OwnBlock[]) => {
    const written = own.find((one) => isCalled(one, block.key, parent.label));
    if (written !== undefined && passed.includes(written)) {
      const circle = [...passed.slice(passed.indexOf(written)), written].map(({ label }) => label ?? "");
      report(diagnose(extendsCycle, { names: circle }, { span: parent.span }));
      return lay(undefined, { ...block, broken: true });
    }
    const inherited = under.find((one) => isCalled(one, block.key, parent.label));
    const found = written === undefined ? inherited : laid(written, passed);
    if (found !== undefined) return lay(withoutOwnWords(found, schema), block);
    reportUnknown(block, parent, [...under, ...own], report);
    return lay(undefined, { ...block, broken: true });
  };
  return (block) => laid(block, []);
}

function isCalled({ key, label }: Pick<Block, "key" | "label">, otherKey: string, otherLabel: string | undefined) {
  return key === otherKey && label === otherLabel;
}

/** The parent without what each says for itself, such as its title. */
function withoutOwnWords(parent: Block, schema: BlockSchema): Block {
  const words = schema.blocks[parent.key]?.extends?.without ?? [];
  return { ...parent, settings: new Map([...parent.settings].filter(([key]) => !words.includes(key))) };
}

function reportUnknown(
  { key, label }: OwnBlock,
  parent: NonNullable<OwnBlock["extends"]>,
  blocks: readonly Pick<Block, "key" | "label">[],
  report: Report,
): void {
  const labels = blocks.flatMap((one) => (one.key === key && one.label !== undefined ? [one.label] : []));
  const known = [...new Set(labels)].filter((one) => one !== label);
  const suggestion = closest(parent.label, known);
  const fixes = suggestion === undefined ? [] : [offerFix(`Write \`${suggestion}\``, parent.span, suggestion)];
  report(diagnose(unknownParentBlock, { block: key, name: parent.label, suggestion }, { span: parent.span, fixes }));
}
