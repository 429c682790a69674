// Names as they are written, and what is said of one that stands for nothing.

import { diagnose, type Fix, offerFix, type Report } from "../diagnostics/diagnostic.ts";
import type { PathNode } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import type { Span } from "../text/span.ts";
import { unknownNames } from "./names-diagnostics.ts";

/** The name that a path `name`, `std.name` or `name[2]` is; none where it has more parts. */
export function nameIn(path: PathNode): { readonly name: string; readonly standard: boolean } | undefined {
  const standard = path.names[0]?.text === "std" && path.names.length > 1;
  const names = standard ? path.names.slice(1) : path.names;
  const name = names[0]?.text;
  if (name === undefined || names.length > 1) return undefined;
  return { name: path.index === undefined ? name : `${name}-${path.index}`, standard };
}

/** A use of a name: where it stands and what kind of declaration it is to be. */
export interface NameUse {
  readonly path: PathNode;
  readonly kind: string;
  readonly span: Span;
  /** A name that is never suggested: that of the declaration itself. */
  readonly except?: string;
}

/** The names that there are. */
export interface KnownNames {
  /** Names of all declarations of a kind. */
  names(kind: string, standard: boolean): readonly string[];
  /** May a declaration whose header could not be read be the one of this kind and name? Then nothing is said of the name. */
  mayBeUnreadable(kind: string, name: string): boolean;
}

/**
 * Reports a name that stands for nothing, unless a declaration that could not be read may be the one. Returns the name that
 * it is judged as.
 */
export function reportUnknown(
  { path, kind, span, except }: NameUse,
  program: KnownNames,
  report: Report,
): string | undefined {
  if (path.names.some(({ text }) => program.mayBeUnreadable(kind, text))) return undefined;
  const standard = path.names[0]?.text === "std" && path.names.length > 1;
  const written = span.file.text.slice(span.start, span.end);
  const own = program.names(kind, false).filter((name) => name !== except);
  const library = program.names(kind, true).map((name) => `std.${name}`);
  const suggestion =
    closest(written, standard ? library : [...own, ...library]) ?? library.find((name) => name === `std.${written}`);
  const definition = unknownNames[kind];
  if (definition === undefined) return undefined;
  const fixes = suggestion === undefined ? [] : [offerFix(`Write \`${suggestion}\``, span, suggestion)];
  // A hub that is used, rather than extended, may be one that somebody else runs.
  const mayBeExternal = kind === "hub" && except === undefined && /^[a-z][a-z0-9-]*$/.test(written);
  if (mayBeExternal) fixes.push(declareExternal(written, span));
  const known = standard ? library : own;
  report(diagnose(definition, { name: written, suggestion, known, mayBeExternal }, { span, fixes }));
  return suggestion !== undefined && isMeant(kind, written, suggestion) ? suggestion : undefined;
}

/** Places, of which a project has few: a misspelt name of one is judged as the one that it is like. Who people are is never guessed. */
const places: ReadonlySet<string> = new Set(["provider", "pool", "hub", "storage"]);

/** Is what is written another spelling of the name, rather than another number? `lab2` may be one that is still to be declared. */
export function isMeant(kind: string, written: string, name: string): boolean {
  const letters = (text: string) => text.replace(/\d+/g, "");
  return places.has(kind) && letters(written) !== letters(name);
}

/** The block of an external hub at the end of the file. */
function declareExternal(name: string, { file }: Span): Fix {
  const end = { file, start: file.text.length, end: file.text.length };
  const gap = file.text.endsWith("\n") ? "\n" : "\n\n";
  const block = `hub ${name} {\n  external = true\n  domain   = "hub.example.edu"\n}\n`;
  return offerFix(
    `Declare \`${name}\` as a hub that somebody else runs, for its address to be filled in`,
    end,
    gap + block,
  );
}
