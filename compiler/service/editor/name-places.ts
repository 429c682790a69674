// Where the thing under the cursor is declared and named.

import type { Examined } from "../../examine.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { treeOf } from "./file-trees.ts";
import { type NameSite, namesOf } from "./name-sites.ts";
import { type NamedThing, type ProgramNames, programNames } from "./program-names.ts";

/** The name at an offset, which may be its end. */
function siteAt(tree: SyntaxTree, offset: number): NameSite | undefined {
  const touching = namesOf(tree).sites.filter(({ whole }) => whole.start <= offset && offset <= whole.end);
  return touching.find(({ start }) => start === offset) ?? touching.at(-1);
}

/** The name at an offset, and what it stands for. */
export function thingAt(
  known: Pick<Examined, "trees">,
  file: SourceFile,
  offset: number,
): { readonly site: NameSite; readonly thing: NamedThing; readonly names: ProgramNames } | undefined {
  const site = siteAt(treeOf(known, file), offset);
  if (site === undefined) return undefined;
  const names = programNames(known, file);
  const thing = names.resolve(site);
  return thing && { site, thing, names };
}

/** Where the thing at an offset is declared, in the standard library too. */
export function definitions(known: Pick<Examined, "trees">, file: SourceFile, offset: number): readonly Definition[] {
  const found = thingAt(known, file, offset);
  if (found === undefined) return [];
  const { declared } = found.thing;
  return [
    {
      whole: spanOf(declared.file, declared.node),
      name: spanOf(declared.file, declared.nameRange),
      origin: spanOf(file, found.site.whole),
    },
  ];
}

/** Every place of the program where the thing at an offset is declared or named, the declaration first. */
export function references(known: Pick<Examined, "trees">, file: SourceFile, offset: number): readonly Occurrence[] {
  const found = thingAt(known, file, offset);
  if (found === undefined) return [];
  const places = sitesOf(found.thing, found.names, found.names.trees).map(occurrence);
  const isDeclaration = ({ role }: Occurrence) => role === "declaration";
  return [...places.filter(isDeclaration), ...places.filter((occurrence) => !isDeclaration(occurrence))];
}

/** The same in one file, in order of place. */
export function highlights(known: Pick<Examined, "trees">, file: SourceFile, offset: number): readonly Occurrence[] {
  const found = thingAt(known, file, offset);
  return found ? sitesOf(found.thing, found.names, [treeOf(known, file)]).map(occurrence) : [];
}

/** The sites of these trees that name a thing. */
export function sitesOf(thing: NamedThing, names: ProgramNames, trees: readonly SyntaxTree[]): readonly NameSite[] {
  const { name } = thing.declared;
  return trees.flatMap((tree) =>
    namesOf(tree).sites.filter((site) => site.text.startsWith(name) && names.resolve(site)?.key === thing.key),
  );
}

function occurrence(site: NameSite): Occurrence {
  return { span: spanOf(site.file, site.whole), role: site.role };
}

/** Where a name is declared. */
export interface Definition {
  /** The whole declaration or block. In the standard library, `whole.file` is one of its files (`isStandardFile`). */
  readonly whole: Span;
  /** Its name. */
  readonly name: Span;
  /** The use that was asked about. */
  readonly origin: Span;
}

/** A place where something that has a name is declared or named. */
export interface Occurrence {
  readonly span: Span;
  readonly role: "declaration" | "use";
}
