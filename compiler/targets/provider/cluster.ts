// What a provider's files are made from, and what each variant makes of it.

import type { Storage } from "../../model/model.ts";
import type { Pool, Provider } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";

export interface Cluster {
  readonly provider: Provider;
  /** The hubs that run on it. */
  readonly releases: readonly Release[];
}

/** A step of the README: what to do, and the commands that do it, each on lines of its own. */
export interface Step {
  /** Markdown. */
  readonly text: string;
  readonly commands: readonly string[];
}

export interface ClusterOutput {
  readonly files: readonly OutputFile[];
  readonly steps: readonly Step[];
  /** Markdown: what an operator should know. */
  readonly notes: readonly string[];
}

/** Where a file of the provider lies. */
export function clusterPath({ provider }: Cluster, name: string): string {
  return `providers/${provider.name}/${name}`;
}

/** A setting of the provider; empty where it is not said. */
export function settingOf({ provider }: Cluster, key: string): string {
  return provider.settings[key]?.value ?? "";
}

/** Whether some hub of the cluster keeps its homes on storage of this variant. */
export function keepsHomesOn({ releases }: Cluster, variant: Storage["variant"]): boolean {
  return releases.some(({ homes }) => homes.variant === variant);
}

/** What stands in the first line of each file, and nowhere else. */
export const writtenByHubc = "Written by hubc";

/** The first line of each file. */
export function heading({ provider }: Cluster, what: string): string {
  return `${what} ${writtenByHubc} from the provider ${provider.name}; edit the .hub files, not this.`;
}

/** A setting with its place, where it is said. */
export function text(value: Sourced<string> | undefined): YamlData {
  return value && withOrigin(value.value, value.span);
}

export function poolComment(pool: Pool): string {
  return `The pool ${pool.name}, for ${pool.core ? "the hub's own pods" : "people's servers"}.`;
}
