// Compares what a build made with what lies in the output folder, and says what is to be done, or why nothing may be.
// Nothing is changed here.

import { readdirSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OutputFile } from "../output/output-file.ts";
import { type EarlierBuild, type EarlierFiles, isPlainPath, MANIFEST } from "./earlier-build.ts";
import { type FileState, fileState, LARGEST_FILE, sha256, statOf } from "./file-state.ts";
import { readBytes } from "./read-bytes.ts";
import { isWithin } from "./real-folder.ts";

export interface OutputRequest {
  /** Absolute: the folder to write to. */
  readonly out: string;
  /** Absolute: the project's root. */
  readonly root: string;
  /** The folder is the one that the project names, which lies inside of it: a link there must not lead elsewhere. */
  readonly isProjects?: boolean;
  readonly files: readonly OutputFile[];
  /** Also overwrite and remove what was edited since, or what hubc did not write. */
  readonly force: boolean;
  /** Whether an earlier file that this build does not make may be removed; true unless said. */
  readonly mayRemove?: (path: string) => boolean;
}

export interface OutputPlan {
  /** Absolute, with links of the folder itself followed. */
  readonly out: string;
  /** Files to write, with what is there now. */
  readonly writes: readonly { readonly file: OutputFile; readonly before: FileState }[];
  /** Files to remove, by their paths relative to `out`, with what is there now. */
  readonly removes: readonly { readonly path: string; readonly before: FileState }[];
  readonly unchanged: number;
}

/** Why the folder can't be written to. `paths` are the files concerned, relative to `out`. */
export interface OutputRefusal {
  readonly kind: "refused";
  readonly message: string;
  readonly paths: readonly string[];
  /** What to do about it. */
  readonly advice: string;
}

/**
 * What to do in the folder `out`, which is `request.out` with links followed, and fit to be written to.
 * @throws an error of the disk, where the folder can't be read.
 */
export function planOutputs(request: OutputRequest, out: string, earlier: EarlierBuild): OutputPlan | OutputRefusal {
  for (const { path } of request.files) if (!isPlainPath(path)) throw new Error(`invariant: ${path} is no output path`);
  const known: EarlierFiles = earlier.kind === "read" ? earlier.files : new Map();
  const look = lookAt(out, known, earlier.kind === "read");
  const states = request.files.map((file) => ({ file, ...look(file) }));
  const made = new Set(request.files.map((file) => file.path));
  const gone = [...known.keys()]
    .filter((path) => !made.has(path) && path !== MANIFEST)
    .map((path) => ({ path, ...look({ path }) }))
    .filter(({ state }) => state !== "absent");
  const refusal =
    refuseBlocked(states) ??
    (request.force
      ? undefined
      : (refuseForeign([...states.map(({ file, state }) => ({ path: file.path, state })), ...gone]) ??
        refuseRemoval(gone, request)));
  if (refusal !== undefined) return refusal;
  return {
    out,
    writes: states.filter(({ state }) => state !== "same").map(({ file, before }) => ({ file, before })),
    removes: gone.filter(({ state }) => state !== "blocked").map(({ path, before }) => ({ path, before })),
    unchanged: states.filter(({ state }) => state === "same").length,
  };
}

/**
 * What lies at a path: nothing; the very file; one that hubc wrote; one that was edited since; one that hubc did not write; or
 * something that can't be replaced by a file (a folder, or a link or file where a folder must be).
 */
type State = "absent" | "same" | "ours" | "edited" | "foreign" | "blocked";

function lookAt(
  out: string,
  known: EarlierFiles,
  manifestIsOurs: boolean,
): (file: Pick<OutputFile, "path"> & Partial<OutputFile>) => { readonly state: State; readonly before: FileState } {
  const folders = new Map<string, "folder" | "absent" | "blocked">([
    [out, statOf(out) === undefined ? "absent" : "folder"],
  ]);
  const folderState = (folder: string): "folder" | "absent" | "blocked" => {
    const before = folders.get(folder);
    if (before !== undefined) return before;
    const above = folderState(dirname(folder));
    const stat = above === "folder" ? statOf(folder) : undefined;
    const state =
      above !== "folder" ? above : stat === undefined ? "absent" : stat.isDirectory() ? "folder" : "blocked";
    folders.set(folder, state);
    return state;
  };
  return ({ path, text, executable }) => {
    const absolute = join(out, path);
    const folder = folderState(dirname(absolute));
    if (folder !== "folder") return { state: folder, before: { kind: folder === "absent" ? "absent" : "other" } };
    const stat = statOf(absolute);
    if (stat === undefined) return { state: "absent", before: { kind: "absent" } };
    if (stat.isSymbolicLink()) return { state: "foreign", before: fileState(absolute) };
    // What is larger than anything that hubc writes is in the way like a folder: it could not be put back.
    if (!stat.isFile() || stat.size > LARGEST_FILE) return { state: "blocked", before: { kind: "other" } };
    const digest = digestOf(absolute);
    const sameMode = process.platform === "win32" || ((stat.mode & 0o100) !== 0) === (executable === true);
    const sameText = text !== undefined && digest === sha256(text);
    return { state: stateOf(), before: { kind: "file", sha256: digest } };

    function stateOf(): State {
      if (sameText) return sameMode ? "same" : "ours";
      if (path === MANIFEST) return manifestIsOurs ? "ours" : "foreign";
      const written = known.get(path);
      if (written === undefined) return "foreign";
      return digest === written ? "ours" : "edited";
    }
  };
}

/** @throws an error that says why the file can't be read. */
function digestOf(path: string): string {
  const read = readBytes(path, LARGEST_FILE);
  if ("bytes" in read) return sha256(read.bytes);
  throw new Error(read.problem.kind === "unreadable" ? read.problem.reason : "it grows");
}

interface Found {
  readonly path: string;
  readonly state: State;
}

function refuseBlocked(
  states: readonly { readonly file: OutputFile; readonly state: State }[],
): OutputRefusal | undefined {
  const paths = states.filter(({ state }) => state === "blocked").map(({ file }) => file.path);
  if (paths.length === 0) return undefined;
  const message = "Where these files go there is a folder, or a link or a file where a folder must be";
  return { kind: "refused", message, paths, advice: "move it away, or give another folder with --out" };
}

function refuseForeign(found: readonly Found[]): OutputRefusal | undefined {
  const edited = found.filter(({ state }) => state === "edited").map(({ path }) => path);
  const foreign = found.filter(({ state }) => state === "foreign").map(({ path }) => path);
  if (edited.length + foreign.length === 0) return undefined;
  const advice =
    "move what you want to keep into the project's .hub files or elsewhere, then build again with --force to replace these files";
  if (foreign.length === 0)
    return { kind: "refused", message: "These files were edited since hubc wrote them", paths: edited, advice };
  if (edited.length === 0)
    return {
      kind: "refused",
      message: "These files are in the way, and hubc did not write them",
      paths: foreign,
      advice,
    };
  const message = "These files are in the way: hubc did not write them, or they were edited since";
  return { kind: "refused", message, paths: [...edited, ...foreign].sort(), advice };
}

function refuseRemoval(gone: readonly Found[], { mayRemove }: OutputRequest): OutputRefusal | undefined {
  const paths = mayRemove === undefined ? [] : gone.map(({ path }) => path).filter((path) => !mayRemove(path));
  if (paths.length === 0) return undefined;
  return {
    kind: "refused",
    message: "An earlier build of more hubs or stages wrote these files, and this one would remove them",
    paths,
    advice: "build without --hub and --stage, or into a folder of its own with --out, or with --force to remove them",
  };
}

/**
 * Why a build must not write to a folder at all: it is the project itself, one above it, one that holds programs, one that a link of the
 * project leads to, or the system's.
 * @throws an error of the disk, where the folder can't be read.
 */
export function unfitFolder(
  out: string,
  { root, isProjects = false }: Pick<OutputRequest, "root" | "isProjects">,
  wroteBefore: boolean,
): OutputRefusal | undefined {
  const advice = "give a folder for outputs alone with --out";
  if (isKernelFolder(out)) {
    const message = "The output folder is one of the system's own, where files are devices and settings of the kernel";
    return { kind: "refused", message, paths: [], advice };
  }
  if (isWithin(out, root)) {
    const message = "The output folder is the project's folder, or one above it";
    return { kind: "refused", message, paths: [], advice };
  }
  if (isProjects && !isWithin(root, out)) {
    const message = "The output folder is a link that leads out of the project's folder";
    return { kind: "refused", message, paths: [], advice: "remove the link, or name the folder with --out" };
  }
  const stat = statOf(out);
  if (stat !== undefined && !stat.isDirectory()) {
    return { kind: "refused", message: "The output folder is a file", paths: [], advice: "give a folder with --out" };
  }
  if (stat === undefined || wroteBefore) return undefined;
  const { hubs, tooMany } = hubFilesIn(out);
  if (hubs.length > 0) {
    const message = "The output folder holds .hub files, so it is a part of a program";
    return { kind: "refused", message, paths: hubs, advice };
  }
  if (!tooMany) return undefined;
  const message = `The output folder holds more than ${MOST_ENTRIES} files and folders, and none of them is from hubc`;
  return { kind: "refused", message, paths: [], advice };
}

/** Nobody keeps so many beside outputs, and a walk must end. */
const MOST_ENTRIES = 200_000;
/** As many as a message needs. */
const MOST_SOURCES = 50;

/** The .hub files in and below the folder, links not followed. @throws an error of the disk. */
function hubFilesIn(out: string): { readonly hubs: readonly string[]; readonly tooMany: boolean } {
  const hubs: string[] = [];
  const waiting = [""];
  let seen = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      seen += 1;
      if (entry.isDirectory() && entry.name !== "node_modules") waiting.push(path);
      else if (entry.name.endsWith(".hub")) hubs.push(path);
      if (seen > MOST_ENTRIES || hubs.length >= MOST_SOURCES) return { hubs, tooMany: seen > MOST_ENTRIES };
    }
  }
  return { hubs, tooMany: false };
}

/** Whether a folder, absolute and with links followed, or the nearest one above it that is there, is of the kernel's own. */
function isKernelFolder(folder: string): boolean {
  if (process.platform === "win32") return false;
  if (isWithin("/proc", folder) || isWithin("/sys", folder)) return true;
  // What lies in /dev/shm is memory that people use for files.
  if (isWithin("/dev", folder) && !(isWithin("/dev/shm", folder) && folder !== "/dev/shm")) return true;
  return process.platform === "linux" && KERNEL.has(fileSystemOf(folder));
}

/** The types of proc, sysfs, cgroup2, debugfs, tracefs and securityfs, as statfs(2) gives them (Linux 6.12, include/uapi/linux/magic.h). */
const KERNEL: ReadonlySet<number> = new Set([0x9fa0, 0x62656572, 0x63677270, 0x64626720, 0x74726163, 0x73636673]);

function fileSystemOf(folder: string): number {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return statfsSync(at).type;
    } catch (error) {
      // It is not there yet, or can't be asked: the one above it can.
      if (at === dirname(at)) throw error;
    }
  }
}
