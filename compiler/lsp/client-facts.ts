// What the client can do, read once. Everything that it leaves out is taken for "no".

import type { InitializeParams } from "vscode-languageserver/node";
import { chooseEncoding, type PositionEncoding } from "./positions.ts";
import { pathOfUri } from "./uris.ts";

export interface ClientFacts {
  readonly encoding: PositionEncoding;
  /** It asks for diagnostics, so they are not sent unasked. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  /** It shows a link behind the code of a diagnostic. */
  readonly codeDescriptions: boolean;
  readonly configuration: boolean;
  /** It reports changes of settings where it is asked to. */
  readonly reportsSettings: boolean;
  /** It reports changes on the disk of the files that it is asked to watch. */
  readonly watchesFiles: boolean;
  /** Files to watch may be named from any folder. */
  readonly relativePatterns: boolean;
  readonly changesFolders: boolean;
  readonly snippets: boolean;
  readonly completionMarkdown: boolean;
  readonly adjustsIndentation: boolean;
  readonly hoverMarkdown: boolean;
  readonly definitionLinks: boolean;
  readonly nestedSymbols: boolean;
  /** It takes edits together with the versions of the documents that they are for. */
  readonly documentChanges: boolean;
  /** It can open a document that the server names. */
  readonly showsDocuments: boolean;
  /** It lays the server's colours over those of a grammar of its own, which knows texts and what is inside them better. */
  readonly coloursTexts: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
}

/** Before the client has said anything. */
export const unknownClient: ClientFacts = clientFacts({ processId: null, rootUri: null, capabilities: {} });

/** The facts of a client. */
export function clientFacts({ capabilities }: InitializeParams): ClientFacts {
  const { textDocument, workspace, window, general } = capabilities;
  const markdown = (formats: readonly string[] | undefined) => formats?.includes("markdown") === true;
  const completion = textDocument?.completion?.completionItem;
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic != null,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    diagnosticTags: textDocument?.publishDiagnostics?.tagSupport != null,
    codeDescriptions: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    configuration: workspace?.configuration === true,
    reportsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    snippets: completion?.snippetSupport === true,
    completionMarkdown: markdown(completion?.documentationFormat),
    adjustsIndentation: completion?.insertTextModeSupport?.valueSet?.includes(2) === true,
    hoverMarkdown: markdown(textDocument?.hover?.contentFormat),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    showsDocuments: window?.showDocument?.support === true,
    coloursTexts: textDocument?.semanticTokens?.augmentsSyntaxTokens === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

/** The folders that are open, as absolute paths. A client may name none, one in either of two old ways, or several. */
export function openFolders({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri == null ? [] : [rootUri]);
  const paths = uris.flatMap((uri) => pathOfUri(uri) ?? []);
  return paths.length === 0 && workspaceFolders == null && rootUri == null && rootPath ? [rootPath] : paths;
}
