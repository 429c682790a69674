// When programs are checked and what of it the client is told: unasked for clients that wait for it, asked for those that pull.
// Where a check takes so long that people feel it, what the editor asks beside an edit is answered first.

import {
  CodeLensRefreshRequest,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import type { SourceFile } from "../text/source-file.ts";
import { findingsOf, type ProgramFindings, toDiagnostics } from "./diagnostics.ts";
import { fileAt, type OpenProgram } from "./open-program.ts";
import { belongingOf } from "./open-programs.ts";
import { examinedNow, freshen, type Session, uriOf } from "./session.ts";

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
  /** The findings as they were sent, as JSON. */
  readonly sent: string;
  readonly version: number | undefined;
}

interface State {
  readonly session: Session;
  readonly connection: Connection;
  readonly checked: () => void;
  /** By program and path. */
  readonly told: Map<OpenProgram, Map<string, Told>>;
  /** The reports that pulling clients have, by address. */
  readonly reports: Map<string, { readonly sent: string; readonly id: string }>;
  lastReport: number;
  /** A check is to come. */
  scheduled: boolean;
  stopped: boolean;
  /** Milliseconds that the last check took. */
  took: number;
}

/** Milliseconds of a check that nobody feels. */
const UNFELT = 50;

/** Milliseconds from an edit to its check. Editors ask for completions 10 ms after a key (`editor.quickSuggestionsDelay` of VS Code). */
const WAIT = { unfelt: 2, felt: 15 };

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
  };
  return {
    schedule: () => {
      if (state.scheduled) return;
      state.scheduled = true;
      later(state, state.took < UNFELT ? WAIT.unfelt : WAIT.felt, run);
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
  const findings = findingsNow(program);
  const told = state.told.get(program) ?? new Map<string, Told>();
  state.told.set(program, told);
  // What people look at comes first.
  const paths = new Set([...versions.keys(), ...findings.byFile.keys(), ...told.keys()]);
  for (const path of paths) {
    const items = findings.byFile.get(path) ?? [];
    const before = told.get(path);
    const version = versions.get(path);
    if (items.length === 0 && before === undefined && version === undefined) continue;
    const diagnostics = toDiagnostics(session, program, { items, secrets: findings.secrets });
    const sent = JSON.stringify(diagnostics);
    if (before?.sent === sent && before.version === version) continue;
    const uri = uriAt(session, program, path, items[0]?.span.file);
    if (before !== undefined && before.uri !== uri) send(state, before.uri, undefined, []);
    send(state, uri, version, diagnostics);
    if (items.length === 0 && version === undefined) told.delete(path);
    else told.set(path, { uri, sent, version });
  }
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

/** The address of a file; `file` stands for one that could not be read. */
function uriAt(session: Session, program: OpenProgram, path: string, file: SourceFile | undefined): string {
  return uriOf(session, program, fileAt(program, path) ?? file ?? { path, text: "", lineStarts: [0] });
}

function documentReport(state: State, uri: string, previous: string | undefined): DocumentDiagnosticReport {
  const { session } = state;
  freshen(session);
  const document = session.documents.get(uri);
  const belonging = document === undefined ? undefined : belongingOf(session.programs, document);
  if (belonging === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { program, path } = belonging;
  const findings = findingsNow(program);
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
      const uri = uriAt(session, program, path, items[0]?.span.file);
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
  const kept = sorted.get(examined);
  if (kept?.sourceProblems === sourceProblems && kept.assetProblems === assetProblems) return kept.findings;
  const findings = findingsOf(program);
  sorted.set(examined, { sourceProblems, assetProblems, findings });
  return findings;
}

/** By what a check found, so that nothing of an older check is kept. */
const sorted = new WeakMap<
  object,
  Pick<OpenProgram, "sourceProblems" | "assetProblems"> & { readonly findings: ProgramFindings }
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
  const items = toDiagnostics(state.session, program, {
    items: findings.byFile.get(path) ?? [],
    secrets: findings.secrets,
  });
  const sent = JSON.stringify(items);
  const before = state.reports.get(uri);
  if (before?.sent === sent) {
    if (before.id === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: before.id, items };
  }
  state.lastReport++;
  const resultId = String(state.lastReport);
  state.reports.set(uri, { sent, id: resultId });
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
