// Files and services that a release has of its own.

import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { SecretReference } from "./secret-reference.ts";
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
