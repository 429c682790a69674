// When programs are checked and what of it the client is told: unasked for clients that wait for it, asked for those that pull.
// An edit waits a little for the next one, longer where a check takes longer; it never waits for the typing to end.

import {
  CodeLensRefreshRequest,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findingsOf, firstFindingsOf, type ProgramFindings, sameFindings, toDiagnostics } from "./diagnostics.ts";
import { fileAt, isLarge, type OpenProgram } from "./open-program.ts";
import { belongingOf } from "./open-programs.ts";
import { examinedNow, freshen, isKnown, type Session, uriOf } from "./session.ts";

export interface Checks {
  /** Something changed: check again soon. */
  schedule(): void;
  /** What is wrong with a document; `previous` is the name of the report that the client has. */
  document(uri: string, previous: string | undefined): DocumentDiagnosticReport;
  /** What is wrong with every file of every program. */
  workspace(previous: ReadonlyMap<string, string>): readonly WorkspaceDocumentDiagnosticReport[];
  /** Nothing is checked any more. */
  stop(): void;
}

/** What the client was last told of a file. */
interface Told {
  readonly uri: string;
  readonly items: readonly Diagnostic[];
  readonly version: number | undefined;
  readonly secrets: string;
}

interface State {
  readonly session: Session;
  readonly connection: Connection;
  readonly checked: () => void;
  /** By program and path. */
  readonly told: Map<OpenProgram, Map<string, Told>>;
  /** The reports that pulling clients have, by address. */
  readonly reports: Map<
    string,
    { readonly items: readonly Diagnostic[]; readonly secrets: string; readonly id: string }
  >;
  lastReport: number;
  /** A check is to come. */
  scheduled: boolean;
  stopped: boolean;
  /** Milliseconds that the last check took. */
  took: number;
  /** Programs of which only first findings have been told. */
  readonly reading: Set<OpenProgram>;
}

/** Milliseconds to wait for a further edit, at least and at most. */
const WAIT = { least: 2, most: 250 };

/** Milliseconds of a check that nobody feels, so that it need not wait for a further edit. */
const UNFELT = 50;

/** `checked` is called after every check, with the programs up to date. */
export function createChecks(session: Session, connection: Connection, checked: () => void): Checks {
  const state: State = {
    session,
    connection,
    checked,
    told: new Map(),
    reports: new Map(),
    lastReport: 0,
    scheduled: false,
    stopped: false,
    took: 0,
    reading: new Set(),
  };
  return {
    schedule: () => {
      if (state.scheduled) return;
      state.scheduled = true;
      later(state, Math.min(WAIT.most, Math.max(WAIT.least, state.took - UNFELT)), run);
    },
    document: (uri, previous) => documentReport(state, uri, previous),
    workspace: (previous) => workspaceReport(state, previous),
    stop: () => {
      state.stopped = true;
    },
  };
}

/** Milliseconds later, and behind what has been answered and told by then: the library writes when timers are done. */
function later(state: State, wait: number, next: (state: State) => void): void {
  const go = () => {
    if (state.stopped) return;
    try {
      next(state);
    } catch (error) {
      state.connection.console.error(`The check failed, which is a bug in hubc: ${traceOf(error)}`);
    }
  };
  setTimeout(() => setImmediate(go), wait);
}

function run(state: State): void {
  const { session } = state;
  const started = performance.now();
  state.scheduled = false;
  try {
    const changedOnDisk = session.stale;
    freshen(session);
    if (!session.client.pullsDiagnostics) publish(state);
    if (changedOnDisk) askToRefresh(state);
    state.checked();
  } finally {
    state.took = performance.now() - started;
  }
}

/** Are only first findings to be told, since a check of all that has just been opened would be waited for? */
function isToBeRead(program: OpenProgram): boolean {
  return !isKnown(program) && isLarge(program);
}

/** Files of a large program that are read between two looks at what the client wants. */
const FILES_AT_ONCE = 20;

/** Reads all of a program of which first findings have been told, a few files at a time, and tells everything. */
function readAll(state: State, program: OpenProgram): void {
  if (state.reading.has(program)) return;
  state.reading.add(program);
  const { session } = state;
  const goOn = () => {
    const isOpen = session.programs.get(program.key) === program;
    if (isOpen && !isKnown(program) && program.workspace.parseAhead(FILES_AT_ONCE)) return later(state, 0, goOn);
    state.reading.delete(program);
    if (!isOpen) return;
    examinedNow(program);
    if (session.client.pullsDiagnostics) state.connection.languages.diagnostics.refresh();
    else publishProgram(state, program);
  };
  later(state, WAIT.least, goOn);
}

/** After a change that the client did not make it does not know that what it shows is old. */
function askToRefresh({ session: { client }, connection }: State): void {
  if (client.pullsDiagnostics && client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  if (client.refreshesInlayHints) void connection.languages.inlayHint.refresh();
  if (client.refreshesCodeLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
}

/** What to write down of something that was thrown. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function publish(state: State): void {
  const open = new Set(state.session.programs.values());
  for (const [program, told] of state.told) {
    if (open.has(program)) continue;
    for (const { uri } of told.values()) send(state, uri, undefined, []);
    state.told.delete(program);
  }
  for (const program of open) publishProgram(state, program);
}

function publishProgram(state: State, program: OpenProgram): void {
  const { session } = state;
  const versions = openVersions(session, program);
  const first = isToBeRead(program);
  const findings = first ? firstFindingsOf(program, new Set(versions.keys())) : findingsNow(program);
  const secrets = findings.secrets.join("\n");
  const told = state.told.get(program) ?? new Map<string, Told>();
  state.told.set(program, told);
  // What people look at comes first.
  const paths = new Set([...versions.keys(), ...findings.byFile.keys(), ...told.keys()]);
  for (const path of paths) {
    const items = findings.byFile.get(path) ?? [];
    const before = told.get(path);
    const version = versions.get(path);
    const same = before !== undefined && sameFindings(before.items, items) && before.secrets === secrets;
    if (before === undefined ? items.length === 0 && version === undefined : same && before.version === version)
      continue;
    const uri = uriAt(session, program, path, items);
    if (before !== undefined && before.uri !== uri) send(state, before.uri, undefined, []);
    send(state, uri, version, toDiagnostics(session, program, { items, secrets: findings.secrets }));
    if (items.length === 0 && version === undefined) told.delete(path);
    else told.set(path, { uri, items, version, secrets });
  }
  if (first) readAll(state, program);
}

function send(
  { connection }: State,
  uri: string,
  version: number | undefined,
  diagnostics: ReturnType<typeof toDiagnostics>,
): void {
  void connection.sendDiagnostics({ uri, ...(version === undefined ? {} : { version }), diagnostics });
}

/** The versions of the documents that are open, by their path in the program. */
function openVersions(session: Session, program: OpenProgram): ReadonlyMap<string, number> {
  const versions = new Map<string, number>();
  for (const document of session.documents.values()) {
    const belonging = belongingOf(session.programs, document);
    if (belonging?.program === program) versions.set(belonging.path, document.version);
  }
  return versions;
}

function uriAt(session: Session, program: OpenProgram, path: string, items: readonly Diagnostic[]): string {
  const file = fileAt(program, path) ?? items[0]?.span.file ?? { path, text: "", lineStarts: [0] };
  return uriOf(session, program, file);
}

function documentReport(state: State, uri: string, previous: string | undefined): DocumentDiagnosticReport {
  const { session } = state;
  freshen(session);
  const document = session.documents.get(uri);
  const belonging = document === undefined ? undefined : belongingOf(session.programs, document);
  if (belonging === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { program, path } = belonging;
  const first = isToBeRead(program) && session.client.refreshesDiagnostics;
  const findings = first ? firstFindingsOf(program, new Set([path])) : findingsNow(program);
  if (first) readAll(state, program);
  return report(state, { program, findings, path, uri }, previous);
}

function workspaceReport(state: State, previous: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
  const { session } = state;
  freshen(session);
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  const reported = new Set<string>();
  for (const program of session.programs.values()) {
    const findings = findingsNow(program);
    const versions = openVersions(session, program);
    for (const [path, items] of findings.byFile) {
      const uri = uriAt(session, program, path, items);
      reported.add(uri);
      const version = versions.get(path) ?? null;
      reports.push({ ...report(state, { program, findings, path, uri }, previous.get(uri)), uri, version });
    }
  }
  for (const uri of previous.keys()) {
    if (!reported.has(uri)) reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }
  return reports;
}

function findingsNow(program: OpenProgram): ProgramFindings {
  const examined = examinedNow(program);
  const { sourceProblems, assetProblems } = program;
  const kept = sorted.get(program);
  if (kept?.examined === examined && kept.sourceProblems === sourceProblems && kept.assetProblems === assetProblems) {
    return kept.findings;
  }
  const findings = findingsOf(program);
  sorted.set(program, { examined, sourceProblems, assetProblems, findings });
  return findings;
}

const sorted = new WeakMap<
  OpenProgram,
  Pick<OpenProgram, "sourceProblems" | "assetProblems"> & {
    readonly examined: object;
    readonly findings: ProgramFindings;
  }
>();

interface Reported {
  readonly program: OpenProgram;
  readonly findings: ProgramFindings;
  readonly path: string;
  readonly uri: string;
}

function report(
  state: State,
  { program, findings, path, uri }: Reported,
  previous: string | undefined,
): DocumentDiagnosticReport {
  const items = findings.byFile.get(path) ?? [];
  const secrets = findings.secrets.join("\n");
  const before = state.reports.get(uri);
  if (before !== undefined && sameFindings(before.items, items) && before.secrets === secrets) {
    if (before.id === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
  } else {
    state.lastReport++;
    state.reports.set(uri, { items, secrets, id: String(state.lastReport) });
  }
  const resultId = state.reports.get(uri)?.id ?? "";
  return {
    kind: DocumentDiagnosticReportKind.Full,
    resultId,
    items: toDiagnostics(state.session, program, { items, secrets: findings.secrets }),
  };
}
