// What is known of an earlier build in an output folder, and the rule for paths in it. Apart from the reading of manifests,
// which takes a validator to load and is needed only where there is one.

import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { ProgramFacts } from "../plan/facts.ts";

/** The name of the manifest in an output folder. */
export const MANIFEST = "hubc-manifest.json";

/** Digests (SHA-256, hexadecimal) of the files that the earlier build wrote, by path relative to the output folder. */
export type EarlierFiles = ReadonlyMap<string, string>;

/** What can be said of an earlier build: none; these files; or that something is there which is no manifest. */
export type EarlierBuild =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly files: EarlierFiles; readonly facts: ProgramFacts | undefined }
  | { readonly kind: "unusable" };

/** The earlier build in `out`. Never rejects. */
export async function earlierBuild(out: string): Promise<EarlierBuild> {
  if (!existsSync(join(out, MANIFEST))) return { kind: "none" };
  const { readManifest } = await import("./read-manifest.ts");
  return readManifest(out);
}

/** Whether a path names a file below the output folder and nothing else, in its one spelling. */
export function isPlainPath(path: string): boolean {
  if (path === "" || path.startsWith("/") || /[\\\0]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  return posix.normalize(path) === path && !path.endsWith("/") && !path.split("/").includes("..") && path !== ".";
}
