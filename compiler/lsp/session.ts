// What a running server knows: the client, the documents and the programs. Requests look documents up here; what changes them
// marks what has to be looked at again, and nothing is computed before it is asked for.

import { join } from "node:path";
import type { Location } from "vscode-languageserver/node";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Examined } from "../examine.ts";
import { isStandardFile, treeOf } from "../service/editor/file-trees.ts";
import { standardLibrary } from "../standard-library.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Day } from "../text/calendar.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { createWorkspace } from "../workspace.ts";
import { type ClientFacts, unknownClient } from "./client-facts.ts";
import { type OpenDocuments, readableText } from "./open-documents.ts";
import { fileAt, type OpenProgram } from "./open-program.ts";
import { belongingOf, type OpenPrograms, refreshPrograms } from "./open-programs.ts";
import { toPosition } from "./positions.ts";
import { copyOnDisk, standardNameAt } from "./readable-copies.ts";
import { noSettings, type Settings } from "./settings.ts";
import { pathOfUri, realPathOf, uriOfPath } from "./uris.ts";

export interface Session {
  client: ClientFacts;
  settings: Settings;
  folders: readonly string[];
  /** The day that programs are checked for. */
  on: Day;
  readonly documents: OpenDocuments;
  readonly programs: OpenPrograms;
  /** The disk has to be looked at again. */
  stale: boolean;
}

/** A session in which nothing is open. */
export function createSession(on: Day): Session {
  return {
    client: unknownClient,
    settings: noSettings,
    folders: [],
    on,
    documents: new Map(),
    programs: new Map(),
    stale: true,
  };
}

/** A document, as a feature looks at it. What is not looked at is not worked out. */
export interface Place {
  readonly uri: string;
  /** As it is in the editor. */
  readonly file: SourceFile;
  /** What is known of its program, which may be as it was an edit ago. */
  readonly known: Examined;
  /** Absent for the standard library. */
  readonly program: OpenProgram | undefined;
}

/** Looks at the disk again where that has to be done. */
export function freshen(session: Session): void {
  if (!session.stale) return;
  session.stale = false;
  const { folders, documents, on } = session;
  refreshPrograms(session.programs, { folders, documents, on });
}

/** The document of that address; nothing where it is neither open nor part of a program. */
export function placeOf(session: Session, uri: string): Place | undefined {
  freshen(session);
  const document = session.documents.get(uri);
  const path = document === undefined ? pathOfUri(uri) : document.path;
  const real = path === undefined || document !== undefined ? path : realPathOf(path);
  const standard = standardFileAt(real);
  if (standard !== undefined) return { uri, file: standard, known: emptyProgram(), program: undefined };
  const belonging = belongingOf(session.programs, { uri, path: real });
  if (belonging === undefined) return undefined;
  const { program, path: inside } = belonging;
  const file =
    fileAt(program, inside) ?? createSourceFile(inside, document === undefined ? "" : readableText(document));
  return {
    uri,
    file,
    get known() {
      return knownOf(program);
    },
    program,
  };
}

/** The same, with the program as it is now. */
export function freshPlaceOf(session: Session, uri: string): Place | undefined {
  const place = placeOf(session, uri);
  if (place?.program === undefined) return place;
  const { uri: as, file, program } = place;
  return { uri: as, file, known: examinedNow(program), program };
}

/** The tree of a document, for features that need no more than its text. */
export function treeAt({ file, program }: Place): SyntaxTree {
  return program === undefined ? treeOf({ trees: [] }, file) : program.workspace.tree(file);
}

/** What is known of a program without checking it again. */
function knownOf(program: OpenProgram): Examined {
  return known.get(program) ?? examinedNow(program);
}

/** What the last check of a program found; nothing before the first. */
export function lastDiagnostics(program: OpenProgram): readonly Diagnostic[] {
  return known.get(program)?.diagnostics ?? none;
}

const none: readonly Diagnostic[] = [];

/** What is known of a program as it is now. What was known of it before a change is let go first: two models of a campus are a lot of memory. */
export function examinedNow(program: OpenProgram): Examined {
  known.delete(program);
  const examined = program.workspace.examined();
  known.set(program, examined);
  return examined;
}

const known = new WeakMap<OpenProgram, Examined>();

/** The address of a file of a program or of the standard library, as the client spells it where it has it open. */
export function uriOf(session: Session, program: OpenProgram | undefined, file: SourceFile): string {
  if (isStandardFile(file)) return uriOfPath(copyOnDisk(file.path, file.text));
  if (program === undefined) return "";
  if ("unsaved" in program.place) return program.place.unsaved;
  const real = join(program.loaded?.root ?? program.place.root, file.path);
  for (const { uri, path } of session.documents.values()) if (path === real) return uri;
  return uriOfPath(join(program.loaded?.shownRoot ?? program.place.root, file.path));
}

/** A stretch of a program as the protocol writes it. */
export function locationOf(session: Session, program: OpenProgram | undefined, { file, start, end }: Span): Location {
  const { encoding } = session.client;
  const range = { start: toPosition(file, start, encoding), end: toPosition(file, end, encoding) };
  return { uri: uriOf(session, program, file), range };
}

function standardFileAt(path: string | undefined): SourceFile | undefined {
  const name = path === undefined ? undefined : standardNameAt(path);
  return name === undefined ? undefined : standardLibrary.find((file) => file.path === name);
}

let nothing: Examined | undefined;

function emptyProgram(): Examined {
  nothing ??= createWorkspace({ on: 0 }).examined();
  return nothing;
}
