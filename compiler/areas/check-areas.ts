// Areas: what a course's people declare in their folder gives them what the operators opened to it, and no more; in every stage, in
// every window of time and on the day of every exam.

import type { DiagnosticKind } from "../diagnostics/diagnostic.ts";
import { reportedOnce } from "../diagnostics/reported-once.ts";
import { areaOf } from "../model/areas.ts";
import type { Block } from "../model/block.ts";
import type { EvaluatedFile } from "../model/evaluate.ts";
import { situationsOf } from "../policy/situations.ts";
import type { Areas, InArea } from "./area-check.ts";
import { checkConstants, constant } from "./constant.ts";
import { checkExpectation, expectElsewhere } from "./expect-elsewhere.ts";
import { checkFiles, file } from "./file.ts";
import { checkFolders, noFiles, noOperators, overlap } from "./folders.ts";
import { checkImageAddresses, imageAddress } from "./image-address.ts";
import { checkKind, kind } from "./kind.ts";
import { checkGrants, needsGrant } from "./needs-grant.ts";
import { checkReferences, notOpened } from "./not-opened.ts";
import { checkParent, parent } from "./parent.ts";
import { checkPeople, people } from "./people.ts";
import { checkRosters, rosterMissing } from "./roster-missing.ts";
import { checkSecrets, secret } from "./secret.ts";
import { checkSources, source } from "./source.ts";
import { checkUsedOutside, usedOutside } from "./used-outside.ts";

/** The pages of what these checks may report. */
export const areaPages: readonly DiagnosticKind[] = [
  constant,
  expectElsewhere,
  file,
  imageAddress,
  kind,
  needsGrant,
  noFiles,
  noOperators,
  notOpened,
  overlap,
  parent,
  people,
  rosterMissing,
  secret,
  source,
  usedOutside,
];

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
    const situations = situationsOf(block).map((one) => one.block);
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
