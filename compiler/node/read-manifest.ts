// What an earlier build wrote, from the manifest that it left. The manifest is input like any other: it is checked before any
// path in it is believed.

import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import * as z from "zod/mini";
import { diskCode, diskReason } from "./disk-reason.ts";

/** The name of the manifest in an output folder. */
export const MANIFEST = "hubc-manifest.json";

/** Digests (SHA-256, hexadecimal) of the files that the earlier build wrote, by path relative to the output folder. */
export type EarlierFiles = ReadonlyMap<string, string>;

/** What can be said of the manifest in a folder. */
export type EarlierBuild =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly files: EarlierFiles }
  | { readonly kind: "unusable"; readonly reason: string };

/** The manifest in `out`. Never throws. */
export function readManifest(out: string): EarlierBuild {
  let text: string;
  try {
    text = readFileSync(join(out, MANIFEST), "utf8");
  } catch (error) {
    const code = diskCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "none" };
    return { kind: "unusable", reason: diskReason(error) };
  }
  const parsed = z.safeParse(manifest, jsonOrNothing(text));
  if (!parsed.success) return { kind: "unusable", reason: "it does not have the form that hubc writes" };
  return {
    kind: "read",
    files: new Map(Object.entries(parsed.data.files).map(([path, { sha256 }]) => [path, sha256])),
  };
}

/** Whether a path names a file below the output folder and nothing else, in its one spelling. */
export function isPlainPath(path: string): boolean {
  if (path === "" || path.startsWith("/") || /[\\\0]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  return posix.normalize(path) === path && !path.endsWith("/") && !path.split("/").includes("..") && path !== ".";
}

const manifest = z.object({
  version: z.literal(1),
  files: z.record(
    z.string().check(z.refine(isPlainPath)),
    z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  ),
});

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
