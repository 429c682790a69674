// A declaration as it is in each of its stages and in each of its windows: a policy holds in all of them.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Block } from "../model/block.ts";
import { inStage } from "../model/hub-by-stage.ts";
import { onDay, windowsOf } from "../model/windows.ts";
import { andList } from "../text/and-list.ts";

/** What holds in a situation, and the words for it; none for what holds usually. */
export interface Situation {
  readonly block: Block;
  readonly label: string | undefined;
}

/** Findings of these layers are reported where the model is built. */
const ignore: Report = () => {};

/** The situations of a declaration, the usual one first; `byStage` where its texts differ by release. */
export function situationsOf(block: Block, byStage?: ReadonlyMap<string, Block>): Situation[] {
  return inStages(block, byStage).flatMap(({ block: staged, label }) =>
    overDays(staged).map((day) => {
      const words = [label, day.label].filter((word) => word !== undefined);
      return { block: day.block, label: words.length > 0 ? words.join(", ") : undefined };
    }),
  );
}

function inStages(usual: Block, byStage: ReadonlyMap<string, Block> | undefined): Situation[] {
  const labels = usual.overlays.flatMap(({ key, label }) => (key === "stage" && label !== undefined ? [label] : []));
  const stages = [...new Set(labels)];
  if (stages.length === 0) return [{ block: usual, label: undefined }];
  return stages.map((stage) => {
    const block = inStage(byStage?.get(stage) ?? usual, stage, ignore);
    return { block, label: `in stage \`${stage}\`` };
  });
}

/** The days on which windows and exams begin, and the first on which they no longer hold. */
function overDays(block: Block): Situation[] {
  const windows = windowsOf(block, 0);
  const [first] = windows;
  if (first === undefined) return [{ block, label: undefined }];
  const before = first.from - 1; // they are in order of date
  const days = new Set([before, ...windows.flatMap(({ from, to }) => [from, to + 1])]);
  const situations = [...days].map((day): Situation => {
    const labels = windows.filter(({ from, to }) => from <= day && day <= to).map(({ label }) => label);
    return { block: onDay(block, day, ignore), label: labels.length > 0 ? `in ${andList(labels)}` : undefined };
  });
  const usual = situations.find(({ label }) => label === undefined);
  return usual ? [usual, ...situations.filter(({ label }) => label !== undefined)] : situations;
}
