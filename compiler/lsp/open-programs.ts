// Which programs the editor works on, and which of them a document belongs to: found as the command line finds them, from the
// folders that are open and from each document upwards.

import { basename, dirname, join } from "node:path";
import { findProject, nearestProject } from "../node/find-project.ts";
import type { Day } from "../text/calendar.ts";
import type { OpenDocument, OpenDocuments } from "./open-documents.ts";
import {
  type OpenProgram,
  openProgram,
  type ProgramPlace,
  pathInProgram,
  programKey,
  reloadProgram,
} from "./open-program.ts";

/** The programs by key. */
export type OpenPrograms = Map<string, OpenProgram>;

/** What decides which programs there are. */
export interface Surroundings {
  /** Absolute paths of the folders that are open in the editor; none for a single file. */
  readonly folders: readonly string[];
  readonly documents: OpenDocuments;
  readonly on: Day;
}

/** A document and its place in a program. */
export interface Belonging {
  readonly program: OpenProgram;
  /** Relative to the program's root. */
  readonly path: string;
}

/** Brings the programs up to date with the disk: new ones are opened, known ones loaded again, those that are gone closed. */
export function refreshPrograms(programs: OpenPrograms, surroundings: Surroundings): void {
  const wanted = new Map<string, OpenProgram>();
  const open = (place: ProgramPlace): OpenProgram => {
    const key = programKey(place);
    const ready = wanted.get(key);
    if (ready !== undefined) return ready;
    const known = programs.get(key);
    if (known !== undefined) reloadProgram(known, surroundings.documents);
    const program = known ?? openProgram(place, surroundings.documents, surroundings.on);
    wanted.set(key, program);
    return program;
  };
  for (const folder of surroundings.folders) openBelow(folder, open);
  for (const document of surroundings.documents.values()) {
    if (belongingOf(wanted, document) === undefined) openAround(document, open);
  }
  programs.clear();
  for (const [key, program] of wanted) programs.set(key, program);
}

/** The innermost program that holds the document. */
export function belongingOf(
  programs: OpenPrograms,
  document: Pick<OpenDocument, "uri" | "path">,
): Belonging | undefined {
  let belonging: Belonging | undefined;
  for (const program of programs.values()) {
    const path = pathInProgram(program, document);
    if (path !== undefined && (belonging === undefined || path.length < belonging.path.length))
      belonging = { program, path };
  }
  return belonging;
}

type Open = (place: ProgramPlace) => OpenProgram;

/** The program of a folder and those of the projects in it. */
function openBelow(folder: string, open: Open): void {
  const place = findProject(undefined, folder);
  if ("problem" in place) return;
  const waiting: ProgramPlace[] = [place];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { loaded } = open(next);
    for (const other of loaded?.otherProjects ?? []) waiting.push({ root: join(loaded?.shownRoot ?? "", other) });
  }
}

/** The program of a document in no folder that is open: its project, else the document alone. */
function openAround(document: OpenDocument, open: Open): void {
  const { uri, path } = document;
  if (path === undefined) {
    open({ unsaved: uri });
    return;
  }
  const root = nearestProject(dirname(path));
  if (root !== undefined && pathInProgram(open({ root }), document) !== undefined) return;
  open({ root: dirname(path), only: basename(path) });
}
