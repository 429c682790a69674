// Areas: what a course's people declare in their folder gives them what the operators opened to it, and no more; in every stage, in
// every window of time and on the day of every exam.

import { reportedOnce } from "../diagnostics/reported-once.ts";
import { areaOf } from "../model/areas.ts";
import type { Block } from "../model/block.ts";
import type { EvaluatedFile } from "../model/evaluate.ts";
import { situationsOf } from "../policy/situations.ts";
import type { Areas, InArea } from "./area-check.ts";
import { checkConstants } from "./constant.ts";
import { checkExpectation } from "./expect-elsewhere.ts";
import { checkFiles } from "./file.ts";
import { checkFolders } from "./folders.ts";
import { checkImageAddresses } from "./image-address.ts";
import { checkKind } from "./kind.ts";
import { checkGrants } from "./needs-grant.ts";
import { checkReferences } from "./not-opened.ts";
import { checkParent } from "./parent.ts";
import { checkPeople } from "./people.ts";
import { checkRosters } from "./roster-missing.ts";
import { checkSecrets } from "./secret.ts";
import { checkSources } from "./source.ts";
import { checkUsedOutside } from "./used-outside.ts";

const checks: readonly ((one: InArea, context: Areas) => void)[] = [
  checkParent,
  checkReferences,
  checkGrants,
  checkSources,
  checkSecrets,
  checkPeople,
  checkRosters,
  checkImageAddresses,
  checkExpectation,
];

/** Reports what an area's declarations do that it may not; nothing in a program without areas. */
export function checkAreas(files: readonly EvaluatedFile[], given: Omit<Areas, "blocks">): void {
  if (given.areas.length === 0) return;
  const context = { ...given, report: reportedOnce(given.report), blocks: groupBlocks(files) };
  checkFolders(context);
  for (const { declaration, block } of files.flatMap(({ evaluated }) => evaluated)) {
    const area = declaration.standard ? undefined : areaOf(declaration.node.file, given.areas);
    if (area === undefined || !checkKind({ area, declaration }, context) || block === undefined) continue;
    const situations = situationsOf(block).map((situation) => situation.block);
    for (const check of checks) check({ area, declaration, situations }, context);
  }
  const all = files.flatMap(({ evaluated }) => evaluated.map(({ declaration }) => declaration));
  checkUsedOutside(all, context);
  checkConstants(context);
  checkFiles(context);
}

/** The program's groups by name, abstract ones left out. */
function groupBlocks(files: readonly EvaluatedFile[]): ReadonlyMap<string, Block> {
  const groups = new Map<string, Block>();
  for (const { declaration, block } of files.flatMap(({ evaluated }) => evaluated)) {
    if (declaration.kind === "group" && !declaration.node.abstract && block !== undefined)
      groups.set(declaration.name, block);
  }
  return groups;
}
