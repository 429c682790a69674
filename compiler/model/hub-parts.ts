// What a release has beside its courses: files, mounts, services, roles, templates of pages, sizes of its pods, and a chart around it.

import type { OwnPod } from "../schema/blocks/own-pods.ts";
import type { RangeValue } from "../schema/values/compounds.ts";
import type { SecretReference } from "../schema/values/references.ts";
import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { Sourced } from "./sourced.ts";

/** A file in every server, or in the hub's own pod. */
export interface HubFile {
  readonly name: string;
  readonly path: Sourced<string>;
  readonly in: Sourced<"servers" | "hub">;
  readonly holds:
    | { readonly kind: "text"; readonly text: Sourced<string> }
    | { readonly kind: "secret"; readonly secret: Sourced<SecretReference> }
    /** A key of a Secret that is not the release's own. */
    | { readonly kind: "elsewhere"; readonly name: Sourced<string>; readonly key: string }
    | { readonly kind: "data"; readonly values: readonly OwnValue[] };
  readonly executable: boolean;
  readonly span: Span;
}

/** The image that a hub itself runs, where a program says one: built elsewhere, or declared here. */
export type HubImage =
  | { readonly kind: "elsewhere"; readonly reference: string }
  | { readonly kind: "declared"; readonly name: string };

/** A program beside the hub. */
export interface HubService {
  readonly name: string;
  readonly command: readonly Sourced<string>[];
  readonly url: Sourced<string> | undefined;
  readonly environment: readonly { readonly name: string; readonly value: Sourced<string> }[];
  readonly scopes: readonly Sourced<string>[];
  readonly display: Sourced<boolean> | undefined;
  /** People are asked whether it may know who they are. */
  readonly asksPeople: Sourced<boolean> | undefined;
  readonly redirectUrl: Sourced<string> | undefined;
  readonly clientId: Sourced<string> | undefined;
  readonly span: Span;
}

/** How every server starts. */
export interface ServerStart {
  /** The program that it runs; empty for the chart's. */
  readonly command: readonly Sourced<string>[];
  /** What runs beside it at its start; empty for nothing. */
  readonly after: readonly Sourced<string>[];
  readonly pull: Sourced<"always" | "if-missing" | "never"> | undefined;
  /** An account of the cluster. */
  readonly account: Sourced<string> | undefined;
  readonly span: Span;
}

/** A role of JupyterHub's, for groups. */
export interface HubRole {
  readonly name: string;
  readonly description: Sourced<string> | undefined;
  readonly groups: readonly Sourced<string>[];
  readonly scopes: readonly Sourced<string>[];
  readonly span: Span;
}

/** What the roles `user` and `server` hold in place of their own; undefined where nothing is said. */
export interface RoleScopes {
  readonly user: readonly Sourced<string>[] | undefined;
  readonly server: readonly Sourced<string>[] | undefined;
}

/** The volume of the hub's own database: its storage class, and its size in bytes. */
export interface HubDatabase {
  readonly class: Sourced<string> | undefined;
  readonly size: Sourced<number> | undefined;
}

/** One of the hub's own pods; an end of a range that is infinite is no limit. */
export interface PodSize {
  readonly pod: OwnPod;
  /** Bytes. */
  readonly memory: Sourced<RangeValue<number>> | undefined;
  /** Cores. */
  readonly cpu: Sourced<RangeValue<number>> | undefined;
  /** How many of them run. */
  readonly replicas: Sourced<number> | undefined;
  readonly span: Span;
}

/** Templates of a hub's pages. */
export interface HubTemplates {
  readonly repository: TemplateRepository | undefined;
  /** By JupyterHub's names for them. */
  readonly pages: readonly { readonly name: string; readonly text: Sourced<string> }[];
  readonly vars: readonly OwnValue[];
  /** Names of settings about a repository, where none is named. */
  readonly withoutRepository: readonly Sourced<string>[];
  readonly span: Span;
}

export interface TemplateRepository {
  readonly url: Sourced<string>;
  readonly branch: Sourced<string> | undefined;
  readonly folder: Sourced<string>;
  readonly assets: Sourced<string> | undefined;
  /** Seconds between two looks at it. */
  readonly update: Sourced<number> | undefined;
}

/** A chart of the project's own, of which the JupyterHub chart is a part. */
export interface Umbrella {
  /** The chart's folder, from the project's. */
  readonly chart: Sourced<string>;
  /** What the JupyterHub chart is called in it. */
  readonly key: Sourced<string>;
  /** Values beside those of the JupyterHub chart. */
  readonly values: readonly OwnValue[];
  readonly span: Span;
}

/** A folder of a storage that a hub mounts into servers. */
export interface HubMount {
  readonly name: string;
  /** Under the home, or absolute. */
  readonly path: Sourced<string>;
  readonly folder: Sourced<string>;
  /** The storage's name; the homes' where nothing is said. */
  readonly storage: Sourced<string> | undefined;
  readonly readOnly: Sourced<boolean>;
  /** Whose servers have it: those of members of these groups, and of admins. Everybody's where neither is said. */
  readonly groups: readonly Sourced<string>[];
  readonly admins: Sourced<boolean>;
  readonly span: Span;
}

/** A folder of every server, or of the hub's own pod, that holds nobody's work. */
export interface HubVolume {
  readonly name: string;
  readonly path: Sourced<string>;
  readonly in: Sourced<"servers" | "hub">;
  readonly holds: /** Bytes; infinite where there is no limit. */
    | { readonly kind: "scratch" | "memory"; readonly size: Sourced<number> }
    /** The name of an object of the namespace, or a path on the node. */
    | { readonly kind: "claim" | "config-map" | "secret" | "node-folder"; readonly name: Sourced<string> };
  /** The settings that say what it holds, in the order of the vocabulary: one, where nothing is wrong. */
  readonly saying: readonly Sourced<string>[];
  /** The part of it that is mounted; all of it where nothing is said. */
  readonly folder: Sourced<string> | undefined;
  readonly readOnly: Sourced<boolean> | undefined;
  readonly span: Span;
}

/** Is it in every server? */
export function isForEverybody({ groups, admins }: HubMount): boolean {
  return groups.length === 0 && !admins.value;
}
