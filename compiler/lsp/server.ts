// The server from the first message to the last: what it offers, what it asks the client for, and which file answers what.

import {
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type ResponseMessage,
  ShowMessageNotification,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { buildDate } from "../cli/load-program.ts";
import { VERSION } from "../version.ts";
import { actionKinds, answerActionRequests } from "./action-requests.ts";
import { type Checks, createChecks, traceOf } from "./checks.ts";
import { clientFacts, openFolders } from "./client-facts.ts";
import { answerCompiledRequests, SHOW_COMPILED } from "./compiled-requests.ts";
import { answerCompletionRequests, completionTriggers } from "./completion-requests.ts";
import { followDocuments } from "./document-sync.ts";
import { knownSecrets } from "./known-secrets.ts";
import { createMessageReader } from "./message-reader.ts";
import { answerNameRequests } from "./name-requests.ts";
import { answerReadingRequests } from "./reading-requests.ts";
import { createSession, type Session } from "./session.ts";
import { fieldOf, readSettings } from "./settings.ts";
import { shownMessages } from "./shown-messages.ts";
import { answerSyntaxRequests } from "./syntax-requests.ts";
import { answerTokenRequests, tokenLegend } from "./token-requests.ts";
import { pathOfUri } from "./uris.ts";
import { fileWatcher } from "./watched-files.ts";

export interface ServerStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The clock of the person's computer. */
  readonly now: () => Date;
}

/** Serves one client until it says goodbye or goes away, which ends the process. */
export function serve({ input, output, now }: ServerStreams): void {
  const session = createSession(buildDate(undefined, now));
  const writer = shownMessages(new StreamMessageWriter(output), () => knownSecrets(session));
  const reader = createMessageReader(input, ({ problem, request }) => {
    if (request === undefined) connection.console.error(problem);
    else void writer.write(refusal(request, problem));
  });
  const connection = createConnection(reader, writer);
  const checks = createChecks(session, connection, fileWatcher(session, connection));
  const server: Server = { session, connection, checks, now };
  connection.onInitialize((parameters) => initialize(server, parameters));
  connection.onInitialized(() => initialized(server));
  connection.onDidChangeConfiguration(
    ({ settings }) => void changeSettings(server, fieldOf(settings, "hubc") ?? settings),
  );
  followDocuments(session, connection, checks);
  answerDiagnosticRequests(connection, checks);
  answerSyntaxRequests(session, connection);
  answerNameRequests(session, connection);
  answerCompletionRequests(session, connection);
  answerReadingRequests(session, connection);
  answerActionRequests(session, connection);
  answerCompiledRequests(session, connection);
  answerTokenRequests(session, connection);
  const days = setInterval(() => setDay(server), MINUTE);
  days.unref();
  let isShutDown = false;
  // A client that has gone without goodbye ends the server too.
  for (const event of ["end", "close"]) input.on(event, () => process.exit(isShutDown ? 0 : 1));
  connection.onShutdown(() => {
    isShutDown = true;
    clearInterval(days);
    checks.stop();
  });
  connection.listen();
}

/** The answer to a request whose parameters can't be taken. */
function refusal(id: number | string, message: string): ResponseMessage {
  return { jsonrpc: "2.0", id, error: { code: ErrorCodes.InvalidParams, message } };
}

interface Server {
  readonly session: Session;
  readonly connection: Connection;
  readonly checks: Checks;
  readonly now: () => Date;
}

const MINUTE = 60_000;

function initialize(server: Server, parameters: InitializeParams): InitializeResult {
  const { session } = server;
  session.client = clientFacts(parameters);
  session.folders = openFolders(parameters);
  const { settings, problem } = readSettings(parameters.initializationOptions);
  session.settings = settings;
  if (problem !== undefined) warn(server, problem);
  setDay(server);
  return { serverInfo: { name: "hubc", version: VERSION }, capabilities: capabilities(session) };
}

function capabilities({ client }: Session): InitializeResult["capabilities"] {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: "hubc", interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: actionKinds },
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: true },
    documentLinkProvider: {},
    executeCommandProvider: { commands: [SHOW_COMPILED] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] },
    semanticTokensProvider: { legend: tokenLegend, full: { delta: true }, range: true },
  };
}

function initialized(server: Server): void {
  const { session, connection, checks } = server;
  if (session.client.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => pathOfUri(uri)));
      const fresh = added.flatMap(({ uri }) => pathOfUri(uri) ?? []);
      session.folders = [...session.folders.filter((folder) => !gone.has(folder)), ...fresh];
      session.stale = true;
      checks.schedule();
    });
  }
  if (session.client.reportsSettings) {
    const asked = connection.client.register(DidChangeConfigurationNotification.type, { section: "hubc" });
    asked.catch((error) => connection.console.info(`Changes of settings are not reported: ${traceOf(error)}`));
  }
  if (session.client.configuration) void askForSettings(server);
  checks.schedule();
}

async function askForSettings(server: Server): Promise<void> {
  try {
    const answer: unknown = await server.connection.workspace.getConfiguration("hubc");
    if (answer !== null && answer !== undefined) applySettings(server, answer);
  } catch (error) {
    server.connection.console.info(`The client gives no settings: ${traceOf(error)}`);
  }
}

/** Settings that were sent along, or the client's answer where it sends none. */
async function changeSettings(server: Server, sent: unknown): Promise<void> {
  if (server.session.client.configuration) await askForSettings(server);
  else applySettings(server, sent);
}

function applySettings(server: Server, sent: unknown): void {
  const { settings, problem } = readSettings(sent);
  if (problem !== undefined) warn(server, problem);
  server.session.settings = settings;
  setDay(server);
}

function warn({ connection }: Server, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}

/** The day to check for: what people set, else today. Called every minute, since an editor stays open over midnight. */
function setDay({ session, checks, now }: Server): void {
  const on = session.settings.on ?? buildDate(undefined, now);
  if (on === session.on) return;
  session.on = on;
  for (const program of session.programs.values()) program.workspace.setOptions({ on });
  session.stale = true;
  checks.schedule();
}

/** Answers clients that ask for diagnostics: of one document, and of all. */
function answerDiagnosticRequests(connection: Connection, checks: Checks): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    checks.document(textDocument.uri, previousResultId),
  );
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }) => ({
    items: [...checks.workspace(new Map(previousResultIds.map(({ uri, value }) => [uri, value])))],
  }));
}
