// What an earlier build wrote, from the manifest that it left. The manifest is input like any other: it is checked before any
// path in it is believed.

import { join } from "node:path";
import * as z from "zod/mini";
import { subjectKinds } from "../plan/facts.ts";
import { type EarlierBuild, isPlainPath, MANIFEST } from "./earlier-build.ts";
import { LARGEST_FILE } from "./file-state.ts";
import { readText } from "./read-text.ts";

/** The manifest in `out`. Never throws. */
export function readManifest(out: string): EarlierBuild {
  const parsed = z.safeParse(manifest, manifestJson(out));
  if (!parsed.success) return { kind: "unusable" };
  const digests = Object.entries(parsed.data.files).map(([path, { sha256 }]) => [path, sha256] as const);
  const { facts, vocabulary } = parsed.data;
  return { kind: "read", files: new Map(digests), facts: facts && { vocabulary, subjects: facts } };
}

const value = z.union([z.string(), z.array(z.string())]);

/** As `Subject` of the plan. A stage that is not there is one that is not said. */
const subject = z.pipe(
  z.object({
    kind: z.union(subjectKinds.map((kind) => z.literal(kind))),
    name: z.string(),
    hubs: z.array(z.string()),
    stage: z.optional(z.string()),
    facts: z.record(z.string(), value),
  }),
  z.transform((one) => ({ ...one, stage: one.stage })),
);

/** What is read is the same in both versions; in the first, runs of lines said where they stand. */
const manifest = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  files: z.record(
    z.string().check(z.refine(isPlainPath)),
    z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  ),
  /** The first that there was is not written. */
  vocabulary: z._default(z.int().check(z.positive()), 1),
  facts: z.optional(z.array(subject)),
});

function manifestJson(out: string): unknown {
  try {
    return JSON.parse(readText(join(out, MANIFEST), LARGEST_FILE).text ?? "");
  } catch {
    return undefined;
  }
}
