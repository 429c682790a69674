// What servers of a course hold beside the home: repositories, how git signs in to them, and shared folders.

import type { Moment } from "../schema/values/moments.ts";
import type { SecretReference } from "../schema/values/references.ts";
import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

export interface ContentLink {
  readonly name: string;
  readonly path: string;
  readonly app: App | undefined;
  /** Another branch than its content's. */
  readonly branch: string | undefined;
  /** As people read it; its name where undefined. */
  readonly title: string | undefined;
  /** The week or unit that it belongs to. */
  readonly part: string | undefined;
  /** When it must be handed in, in the project's time zone. */
  readonly due: Moment | undefined;
  readonly span: Span;
}

export type App = "lab" | "notebook" | "rstudio" | "vscode" | "desktop" | "retro";

export interface Content {
  readonly name: string;
  readonly repo: Sourced<string>;
  readonly branch: Sourced<string> | undefined;
  /** The branches and tags that the repository is said to have; empty where nothing is said. */
  readonly branches: readonly Sourced<string>[];
  /** The folder that it is fetched into: the last part of the address where undefined. */
  readonly folder: Sourced<string> | undefined;
  readonly private: Sourced<boolean>;
  /** How git signs in to it; undefined where nothing is said. */
  readonly signIn: GitSignIn | undefined;
  readonly depth: Sourced<number> | undefined;
  readonly open: readonly ContentLink[];
  readonly span: Span;
}

/** How a server's git signs in to a repository. */
export type GitSignIn = { readonly span: Span } & (
  | { readonly kind: "token"; readonly username: Sourced<string>; readonly token: Sourced<SecretReference> }
  | { readonly kind: "github-app"; readonly appId: Sourced<number>; readonly privateKey: Sourced<SecretReference> }
  | {
      readonly kind: "gh-scoped-creds";
      readonly clientId: Sourced<string>;
      readonly appUrl: Sourced<string> | undefined;
    }
);

export type Audience = "students" | "staff";

export interface NamedUrl {
  readonly name: string;
  /** A page, or `mailto:` and an address. */
  readonly url: Sourced<string>;
  /** The only ones to whom it is shown; all of the course where undefined. */
  readonly audience: Audience | undefined;
}

/** A folder that everybody of a course sees, kept in `_shared/<course>/<name>` of its storage. */
export interface SharedFolder {
  readonly name: string;
  /** Under the image's home, or absolute. */
  readonly path: Sourced<string>;
  readonly staffWrites: Sourced<boolean>;
  /** The hub's homes, where nothing is said. */
  readonly storage: Sourced<string> | undefined;
  readonly span: Span;
}
