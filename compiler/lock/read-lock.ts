// A lock's text to data. The file is input like any other: what is in it goes into Dockerfiles and requirement lines, so nothing is
// believed before its form is checked.

import * as z from "zod/mini";
import { LOCK_VERSION, type Lock, type LockedImage } from "./lock.ts";

/** The lock, or why the text is none, as part of a sentence. Never throws. */
export function readLock(text: string): { readonly lock: Lock } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: "it is no JSON" };
  }
  const version = z.safeParse(versioned, json);
  if (!version.success) return { problem: "it has no version" };
  if (version.data.version > LOCK_VERSION) return { problem: "a newer hubc wrote it" };
  const parsed = z.safeParse(lockForm, json);
  if (!parsed.success) return { problem: placeOf(parsed.error) };
  const images = mapOf(parsed.data.images, imageOf);
  const contents = mapOf(parsed.data.contents, (course) => mapOf(course, (one) => one));
  return { lock: { images, contents } };
}

const versioned = z.object({ version: z.number() });

const matching = (pattern: RegExp) => z.string().check(z.regex(pattern));

const repository = z.strictObject({
  repository: z.string(),
  ref: z.string(),
  commit: matching(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
});

const solve = z.strictObject({
  tool: z.enum(["conda-lock", "pixi"]),
  platforms: z.array(z.string()),
  file: matching(/^locks\/[A-Za-z0-9_-]+\.(?:conda-lock\.yml|pixi\.lock)$/),
  sha256: matching(/^[0-9a-f]{64}$/),
});

const image = z.strictObject({
  base: z.strictObject({ reference: z.string(), digest: matching(/^sha256:[0-9a-f]{64}$/) }),
  requirements: z.strictObject({
    python: z.optional(z.string()),
    channels: z.array(z.string()),
    conda: z.record(z.string(), z.string()),
    pip: z.record(z.string(), z.string()),
  }),
  git: z.record(z.string(), repository),
  solve: z.optional(solve),
});

const lockForm = z.strictObject({
  version: z.literal(LOCK_VERSION),
  images: z.record(z.string(), image),
  contents: z.record(z.string(), z.record(z.string(), repository)),
});

function imageOf({ base, requirements, git, solve }: z.infer<typeof image>): LockedImage {
  return {
    base,
    requirements: {
      python: requirements.python,
      channels: requirements.channels,
      conda: mapOf(requirements.conda, (line) => line),
      pip: mapOf(requirements.pip, (line) => line),
    },
    git: mapOf(git, (one) => one),
    solve,
  };
}

function mapOf<T, U>(record: Readonly<Record<string, T>>, read: (value: T) => U): ReadonlyMap<string, U> {
  return new Map(Object.entries(record).map(([key, value]) => [key, read(value)]));
}

function placeOf(error: z.core.$ZodError): string {
  const path = (error.issues[0]?.path ?? []).map(String).join(".");
  return path === "" ? "it has another form" : `\`${path}\` has another form`;
}
