// What an earlier build wrote, from the manifest that it left. The manifest is input like any other: it is checked before any
// path in it is believed.

import { join } from "node:path";
import * as z from "zod/mini";
import { type EarlierBuild, isPlainPath, MANIFEST } from "./earlier-build.ts";
import { LARGEST_FILE } from "./file-state.ts";
import { readText } from "./read-text.ts";

/** The manifest in `out`. Never throws. */
export function readManifest(out: string): EarlierBuild {
  const parsed = z.safeParse(manifest, manifestJson(out));
  if (!parsed.success) return { kind: "unusable" };
  const digests = Object.entries(parsed.data.files).map(([path, { sha256 }]) => [path, sha256] as const);
  return { kind: "read", files: new Map(digests) };
}

/** What is read is the same in both versions; in the first, runs of lines said where they stand. */
const manifest = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  files: z.record(
    z.string().check(z.refine(isPlainPath)),
    z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  ),
});

function manifestJson(out: string): unknown {
  try {
    return JSON.parse(readText(join(out, MANIFEST), LARGEST_FILE).text ?? "");
  } catch {
    return undefined;
  }
}
