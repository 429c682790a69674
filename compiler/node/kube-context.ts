// The kubeconfig: which contexts there are, and how their servers are spoken to. Kubernetes' own client reads it and signs in.

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import type { KubeContext } from "../cluster/expected-context.ts";

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
  const names = config.getContexts().map((one) => one.name);
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
  const one = new KubeConfig();
  try {
    one.loadFromFile(file);
  } catch (error) {
    const missing = !existsSync(file);
    return missing
      ? `${file}: there is no such file.`
      : `${file} is no kubeconfig that can be read: ${reasonOf(error)}.`;
  }
  const isNew =
    <T extends { readonly name: string }>(list: readonly T[]) =>
    (entry: T) =>
      !list.some(({ name }) => name === entry.name);
  for (const cluster of one.clusters.filter(isNew(config.clusters))) config.addCluster(cluster);
  for (const user of one.users.filter(isNew(config.users))) config.addUser(user);
  for (const context of one.contexts.filter(isNew(config.contexts))) config.addContext(context);
  if (config.getCurrentContext() === "") config.setCurrentContext(one.getCurrentContext() ?? "");
  return undefined;
}

/** Of a kubeconfig that can't be read only the first line is repeated: the rest may quote it. */
function reasonOf(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.slice(0, 120);
}
