// Templates of a hub's pages.

import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { Sourced } from "./sourced.ts";

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
