// The kubeconfig: which contexts there are, and how their servers are spoken to. Kubernetes' own client reads it and signs in.

import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import { load, YAMLException } from "js-yaml";
import type { KubeContext } from "../cluster/expected-context.ts";
import { notAFile } from "./read-bytes.ts";
import { readText, type TextProblem } from "./read-text.ts";

export interface KubeChoice {
  /** `--kubeconfig`. */
  readonly file: string | undefined;
  /** `--context`. */
  readonly context: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface ChosenContext {
  readonly context: KubeContext;
  readonly config: KubeConfig;
}

/** The context that was asked for, or the kubeconfig's current one; or what is wrong, in a sentence. */
export function chooseContext(choice: KubeChoice): ChosenContext | { readonly problem: string } {
  const files = filesOf(choice);
  if (files.length === 0)
    return {
      problem: "There is no kubeconfig: neither ~/.kube/config nor a file that KUBECONFIG or --kubeconfig names.",
    };
  const config = new KubeConfig();
  config.loadFromOptions({ clusters: [], contexts: [], users: [], currentContext: "" });
  for (const file of files) {
    const problem = addFile(config, file);
    if (problem !== undefined) return { problem };
  }
  const name = choice.context ?? config.getCurrentContext();
  const names = config.getContexts().map((context) => context.name);
  if (name === "")
    return { problem: `The kubeconfig has no current context. Choose one with --context: ${names.join(", ")}.` };
  config.setCurrentContext(name);
  const cluster = config.getCurrentCluster();
  if (!names.includes(name))
    return { problem: `The kubeconfig has no context \`${name}\`. It has ${names.join(", ") || "none"}.` };
  if (cluster === null)
    return { problem: `The context \`${name}\` names a cluster that the kubeconfig does not have.` };
  return { config, context: { name, cluster: cluster.name, server: cluster.server } };
}

function filesOf({ file, environment }: KubeChoice): readonly string[] {
  if (file !== undefined) return [file];
  const listed = (environment["KUBECONFIG"] ?? "").split(delimiter).filter((one) => one !== "");
  // kubectl passes over files of the list that are not there, and takes the usual one where there is no list.
  if (listed.length > 0) return listed.filter((one) => existsSync(one));
  const usual = join(environment["HOME"] ?? homedir(), ".kube", "config");
  return existsSync(usual) ? [usual] : [];
}

/** Of two entries of one name the first counts, as for kubectl. */
function addFile(config: KubeConfig, file: string): string | undefined {
  const kubeConfig = new KubeConfig();
  const problem = loadFile(kubeConfig, file);
  if (problem !== undefined) return problem;
  const isNew =
    <T extends { readonly name: string }>(list: readonly T[]) =>
    (entry: T) =>
      !list.some(({ name }) => name === entry.name);
  for (const cluster of kubeConfig.clusters.filter(isNew(config.clusters))) config.addCluster(cluster);
  for (const user of kubeConfig.users.filter(isNew(config.users))) config.addUser(user);
  for (const context of kubeConfig.contexts.filter(isNew(config.contexts))) config.addContext(context);
  if (config.getCurrentContext() === "") config.setCurrentContext(kubeConfig.getCurrentContext() ?? "");
  return undefined;
}

/** In bytes: a hundred times what the contexts of a university take. */
const LARGEST = 8 * 2 ** 20;

/** Takes the entries of one file over; or what is wrong with it, in a sentence. Waits for nothing that is no file. */
function loadFile(config: KubeConfig, file: string): string | undefined {
  const { text, problem } = readText(file, LARGEST);
  if (problem?.kind === "unreadable" && problem.code === "ENOENT") return `${file}: there is no such file.`;
  if (text === undefined || problem !== undefined)
    return `${file} is no kubeconfig that can be read: ${problem === undefined ? "it is empty" : reasonOf(problem)}.`;
  try {
    const tree = load(text);
    if (typeof tree !== "object" || tree === null) return `${file} is no kubeconfig that can be read: it is no map.`;
    // The client reads the files that it names, and would wait for a pipe.
    for (const named of namedFiles(tree, 6)) {
      const stat = statSync(resolve(dirname(file), named), { throwIfNoEntry: false });
      if (stat !== undefined && !stat.isFile()) return `${file} names ${named} for signing in: ${notAFile(stat)}.`;
    }
    config.loadFromString(text);
    config.makePathsAbsolute(dirname(file));
    return undefined;
  } catch (error) {
    return `${file} is no kubeconfig that can be read: ${complaintOf(error)}.`;
  }
}

function reasonOf(problem: TextProblem): string {
  if (problem.kind === "too-large") return `it is larger than ${LARGEST / 2 ** 20} MiB`;
  return problem.kind === "unreadable" ? problem.reason : `${problem.found}, and it must be UTF-8`;
}

const fileSettings = new Set(["certificate-authority", "client-certificate", "client-key", "token-file", "tokenFile"]);

/** The files that a part of a kubeconfig has certificates, keys and tokens in, so many levels down. */
function namedFiles(tree: unknown, levels: number): string[] {
  if (typeof tree !== "object" || tree === null || levels === 0) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" && fileSettings.has(key) ? [value] : namedFiles(value, levels - 1),
  );
}

/** What a reader of YAML says may quote what it read, a password that begins with `!` or `*` among it: its line is enough. */
function complaintOf(error: unknown): string {
  if (error instanceof YAMLException) return `line ${(error.mark?.line ?? 0) + 1} is not valid YAML`;
  // The client's own words name entries by their place: `users[0].name is missing`.
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.slice(0, 120);
}
