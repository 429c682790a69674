// Names and passwords for registries, from the file that docker and podman keep them in, where DOCKER_CONFIG says where it is.
// Programs that keep passwords elsewhere (credential helpers) are not asked.

import { join } from "node:path";
import * as z from "zod/mini";
import { readText } from "./read-text.ts";
import type { Environment } from "./run-program.ts";

/** What stands after `Basic` in a header, by registry. */
export type RegistryLogins = ReadonlyMap<string, string>;

/** In bytes: a thousand times what logins take. */
const LARGEST = 8 * 2 ** 20;

/** The logins in `$DOCKER_CONFIG/config.json`; none without the variable or the file. */
export function registryLogins(environment: Environment): RegistryLogins | { readonly problem: string } {
  const folder = environment["DOCKER_CONFIG"];
  if (folder === undefined || folder === "") return new Map();
  const { text, problem } = readText(join(folder, "config.json"), LARGEST);
  if (problem?.kind === "unreadable" && problem.code === "ENOENT") return new Map();
  if (text === undefined || problem !== undefined) return { problem: "config.json in DOCKER_CONFIG can't be read" };
  const parsed = z.safeParse(config, json(text));
  if (!parsed.success) return { problem: "config.json in DOCKER_CONFIG is not docker's configuration" };
  const logins = Object.entries(parsed.data.auths ?? {}).flatMap(([key, { auth }]): [string, string][] =>
    auth === undefined || auth === "" ? [] : [[hostOf(key), auth]],
  );
  return new Map(logins);
}

const config = z.object({
  auths: z.optional(
    z.record(z.string(), z.object({ auth: z.optional(z.string().check(z.regex(/^[A-Za-z0-9+/=]*$/))) })),
  ),
});

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keys are hosts or addresses; Docker Hub's is `https://index.docker.io/v1/`. */
function hostOf(key: string): string {
  const host = key.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  return host === "index.docker.io" ? "docker.io" : host;
}
