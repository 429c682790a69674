// Areas: folders of a project whose declarations others than the operators write.

import type { Grant } from "../schema/grants.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { GroupSource } from "./group-sources.ts";
import type { Sourced } from "./sourced.ts";

export interface Area {
  readonly name: string;
  /** From the project's folder, with `/`, and none at its end. */
  readonly folder: Sourced<string>;
  readonly owners: readonly Sourced<string>[];
  /** Names of what of others it may use, by kind; pools as `provider.pool`. */
  readonly opened: ReadonlyMap<string, ReadonlySet<string>>;
  readonly grants: ReadonlySet<Grant>;
  /** Where its groups may take people from. */
  readonly sources: readonly GroupSource[];
  /** Its header. */
  readonly span: Span;
}

/** The area that a file belongs to; nothing for a file of the operators. Of areas inside of one another, which are an error, the inner. */
export function areaOf({ path }: Pick<SourceFile, "path">, areas: readonly Area[]): Area | undefined {
  const holding = areas.filter(({ folder }) => isInFolder(path, folder.value));
  return holding.sort((a, b) => b.folder.value.length - a.folder.value.length)[0];
}

/** Is a path, from the project's folder, that of something in the folder? */
export function isInFolder(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}
