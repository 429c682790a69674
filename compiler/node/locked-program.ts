// A program as its lock fixes it, where that fits, and what solvers fixed of its images.

import { join } from "node:path";
import { applyLock } from "../lock/apply-lock.ts";
import { SOLVES } from "../lock/lock.ts";
import { solvedPackages } from "../lock/solved-packages.ts";
import type { Model } from "../model/model.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { readLockTexts } from "./read-lock-texts.ts";
import { readText } from "./read-text.ts";

export interface LockedProgram {
  readonly model: Model;
  /** Packages that a solver fixed, a line each, by the image's name. */
  readonly solved: ReadonlyMap<string, readonly string[]>;
  /** Why the lock is not applied, in a sentence. */
  readonly problem: string | undefined;
}

/** Bytes: what a solver writes of a large environment for several platforms. */
const LARGEST_SOLVE = 32 * 2 ** 20;

/** Never throws. */
export function lockedProgram(root: string, model: Model, readYaml: ReadYaml): LockedProgram {
  const nothing = { model, solved: new Map(), problem: undefined };
  const texts = readLockTexts(root);
  if ("problem" in texts) return { ...nothing, problem: texts.problem };
  const { diagnostics, model: locked } = applyLock(model, texts);
  const [first] = diagnostics;
  if (first !== undefined) return { ...nothing, problem: first.message };
  const solved = model.images.flatMap(({ name }): [string, readonly string[]][] => {
    const ends = ["conda-lock.yml", "pixi.lock"].map((end) => `${SOLVES}/${name}.${end}`);
    const path = ends.find((one) => texts.solves.has(one));
    const text = path && readText(join(root, path), LARGEST_SOLVE).text;
    return text === undefined || text === "" ? [] : [[name, solvedPackages(text, readYaml)]];
  });
  return { model: locked, solved: new Map(solved), problem: undefined };
}
