// The file in which sops keeps a release's Secret. Only a deployment decrypts it, into memory, and nothing of it is told.

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ClusterObject } from "../cluster/cluster-object.ts";
import { decryptedSecret, encryptedKeys } from "../cluster/sops-secret.ts";
import type { Json } from "../knowledge/json-schema.ts";
import type { Release } from "../model/release.ts";
import { secretKeys } from "../model/secret-keys.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { ClusterFailure } from "./kube-objects.ts";
import { readText } from "./read-text.ts";
import { type Environment, findProgram, runProgram } from "./run-program.ts";

export interface SopsFile {
  /** From the project's folder, and absolute. */
  readonly path: string;
  readonly place: string;
  /** Keys that hold something. */
  readonly keys: readonly string[];
  /** Why it can't be used, in a sentence. */
  readonly problem: string | undefined;
}

/** Undefined where the release has none, or where it is not at hand: then the Secret is as somebody brought it. */
export function sopsFileOf(release: Release, root: string, readYaml: ReadYaml): SopsFile | undefined {
  const { source } = release.secrets;
  if (source.kind !== "sops" || secretKeys(release).length === 0) return undefined;
  const path = source.file.value;
  const place = join(root, path);
  if (!existsSync(place)) return undefined;
  const { text } = readText(place, mostBytes);
  if (text === undefined) return { path, place, keys: [], problem: `The file \`${path}\` can't be read.` };
  const read = readYaml(text);
  const file: Json = "documents" in read ? ((read.documents[0]?.value ?? null) as Json) : null; // YAML without tags is JSON
  const found = encryptedKeys(file);
  if ("keys" in found) return { path, place, keys: found.keys, problem: undefined };
  const problem = `The file \`${path}\` ${found.problem}. ${release.folder}/README.md says how it is made.`;
  return { path, place, keys: [], problem };
}

/** A Secret holds at most one, and its encrypted form is not much larger. */
const mostBytes = 4 * 2 ** 20;

/** Milliseconds: a key of a cloud is asked for over the network. */
const longest = 120_000;

/** The Secret, decrypted. @throws ClusterFailure where sops can't, or where it is another one. */
export async function decrypted(
  { path, place }: SopsFile,
  { secretName, namespace }: Release,
  environment: Environment,
): Promise<ClusterObject> {
  const program = findProgram("sops", environment);
  if (program === undefined)
    throw new ClusterFailure(`There is no sops on the PATH, which decrypts \`${path}\`. Install sops 3.9 or later.`);
  const words = ["--decrypt", "--input-type", "yaml", "--output-type", "json", place];
  const end = await runProgram({ program, arguments: words, environment, timeout: longest });
  if (end.kind !== "ended" || end.code !== 0)
    throw new ClusterFailure(`sops could not decrypt \`${path}\`: ${whyNot(end, path)}`);
  const secret = decryptedSecret(parsed(end.stdout), { name: secretName, namespace }, base64);
  if (secret === undefined)
    throw new ClusterFailure(
      `The file \`${path}\` holds another object than the Secret \`${secretName}\` of \`${namespace}\`.`,
    );
  return secret;
}

/** Its own words are not repeated: what stands in for sops may put values in them. */
function whyNot(end: Awaited<ReturnType<typeof runProgram>>, path: string): string {
  if (end.kind === "too-slow") return `it gave no answer within ${longest / 1000} s.`;
  if (end.kind === "not-started") return "it could not be started.";
  if (/failed to get the data key/i.test(end.stderr)) return "none of the keys that it is encrypted for is at hand.";
  if (/MAC mismatch/i.test(end.stderr)) return "it was edited without sops since it was encrypted.";
  return `it ended with ${end.code}. \`sops --decrypt ${path}\` by hand says why.`;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not what sops writes: told as another object
  }
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
