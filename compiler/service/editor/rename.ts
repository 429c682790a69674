// Renaming a declaration, a constant, a family or a labelled block in all files. Names that can't be, and names that are taken, are
// refused with the reason, since half a renaming is worse than none.

import type { TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Examined } from "../../examine.ts";
import { asLabel } from "../../names/tree-names.ts";
import { kindSchema } from "../../schema/vocabulary.ts";
import { type BodyItem, packageBlocks } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { blockLabel } from "./body-schema.ts";
import { isStandardFile } from "./file-trees.ts";
import { sitesOf, thingAt } from "./name-places.ts";
import type { NameSite } from "./name-sites.ts";
import { lineage, type NamedThing, type ProgramNames } from "./program-names.ts";

/** The name under the cursor, as it may be changed. */
export interface RenamePlace {
  readonly span: Span;
  /** What the editor offers to change. */
  readonly text: string;
}

/** A sentence that says why something is not done. */
export interface Refused {
  readonly refused: string;
}

export interface Renaming {
  readonly edits: readonly TextEdit[];
}

/** The name at an offset as it may be changed; nothing where there is none. */
export function prepareRename(
  known: Pick<Examined, "trees">,
  file: SourceFile,
  offset: number,
): RenamePlace | Refused | undefined {
  const found = thingAt(known, file, offset);
  if (found === undefined) return undefined;
  const refused = refusePlace(found.thing, file);
  if (refused !== undefined) return refused;
  const { site, thing } = found;
  const range = nameIn(site, thing);
  return { span: spanOf(file, range), text: thing.declared.name };
}

/** The edits that give the thing at a place another name. */
export function rename(
  known: Pick<Examined, "trees">,
  at: { readonly file: SourceFile; readonly offset: number },
  name: string,
): Renaming | Refused {
  const found = thingAt(known, at.file, at.offset);
  if (found === undefined) return { refused: "There is no name here that can be changed." };
  const { thing, names } = found;
  if (name === thing.declared.name) return { edits: [] };
  const refused = refusePlace(thing, at.file) ?? refuseName(name, thing) ?? refuseClash(name, thing, names);
  if (refused !== undefined) return refused;
  const sites = sitesOf(thing, names, names.trees);
  return { edits: sites.map((site) => editOf(site, thing, name)) };
}

function editOf(site: NameSite, thing: NamedThing, text: string): TextEdit {
  return { span: spanOf(site.file, nameIn(site, thing)), text };
}

/** The stretch of a site that is the thing's name: of `team-2`, a member of a family, `team`; of `team[2]` that is no member, all of it. */
function nameIn(site: NameSite, { declared }: NamedThing): { readonly start: number; readonly end: number } {
  if (declared.family !== undefined) return { start: site.start, end: site.start + declared.name.length };
  return site.index === undefined ? { start: site.start, end: site.end } : site.whole;
}

function refusePlace(thing: NamedThing, file: SourceFile): Refused | undefined {
  const name = thing.declared.name;
  if (thing.standard || isStandardFile(file))
    return { refused: `\`${name}\` belongs to the standard library, which can't be changed here.` };
  return undefined;
}

const form = /^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/;
/** Blocks whose label becomes a name in a cluster or of a folder there. */
const clusterBlocks: ReadonlySet<string> = new Set(["stage", "pool", "shared"]);

function refuseName(name: string, { declared }: NamedThing): Refused | undefined {
  if (!form.test(name))
    return {
      refused: `\`${name}\` is not a name: a name is letters, digits, \`_\` and single \`-\`, beginning with a letter.`,
    };
  if (packageBlocks.some((word) => word === name))
    return { refused: `\`${name}\` is a word of the language and can't be a name.` };
  if (declared.kind === "let" && ["none", "true", "false", "std", "n"].includes(name))
    return { refused: `\`${name}\` means something else already and can't be a constant.` };
  const isBlock = declared.path.length > 0;
  const inCluster = isBlock ? clusterBlocks.has(declared.kind) : kindSchema(declared.kind)?.clusterName === true;
  const label = asLabel(name);
  if (inCluster && label !== name)
    return {
      refused: `\`${name}\` becomes a name in the cluster, which has lower-case letters, digits and \`-\` only: \`${label}\` would do.`,
    };
  return undefined;
}

function refuseClash(name: string, thing: NamedThing, names: ProgramNames): Refused | undefined {
  const { declared } = thing;
  const taken = declared.path.length > 0 ? partTaken(name, thing, names) : takenBy(name, thing, names);
  return taken === undefined ? undefined : { refused: taken };
}

function takenBy(name: string, { declared }: NamedThing, names: ProgramNames): string | undefined {
  const members =
    declared.family === undefined ? [name] : [name, ...numbers(declared.family).map((number) => `${name}-${number}`)];
  for (const one of members) {
    const other = names.find(declared.kind, one, false)?.declared;
    if (other !== undefined && other !== declared) {
      const what = declared.kind === "let" ? "constant" : declared.kind;
      return `There is a ${what} \`${one}\` already, in ${other.file.path}.`;
    }
  }
  return undefined;
}

function numbers({ first, last }: { readonly first: number; readonly last: number }): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(500, last - first + 1)) }, (_, i) => first + i);
}

/** Is there a block of the name in any declaration that the renamed one is in? */
function partTaken(name: string, thing: NamedThing, names: ProgramNames): string | undefined {
  const { kind } = thing.declared;
  const holders = sitesOf(thing, names, names.trees).flatMap(({ wanted, role }) =>
    role === "declaration" && wanted.to === "part" ? [wanted.holder] : [],
  );
  for (const holder of holders) {
    const namedThing = names.find(holder.kind, holder.name, holder.standard);
    const line = namedThing ? lineage(namedThing.declared, names) : [];
    const other = line.find((one) => one.declaration && holdsBlock(one.declaration.body, kind, name));
    if (other) return `${other.kind} \`${other.name}\` has a ${kind} \`${name}\` already.`;
  }
  return undefined;
}

/** Does a body hold a block of the kind and name, at any depth? */
function holdsBlock(body: readonly BodyItem[], kind: string, name: string): boolean {
  return body.some(
    (item) =>
      item.kind === "block" &&
      ((item.name.text === kind && blockLabel(item) === name) || holdsBlock(item.body, kind, name)),
  );
}
