// Texts that are on no disk, shown beside the editor and read-only.

import { type Disposable, EventEmitter, type TextEditor, Uri, ViewColumn, window, workspace } from "vscode";

export interface TextView extends Disposable {
  /** Shows a text under a path, whose ending decides how it is coloured; a text shown before under that path is replaced. */
  show(path: string, text: string): Promise<TextEditor>;
}

/** A view whose documents have addresses of this scheme. */
export function createTextView(scheme: string): TextView {
  const texts = new Map<string, string>();
  const changes = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? "",
  });
  return {
    show: async (path, text) => {
      const uri = Uri.from({ scheme, path: `/${path}` });
      texts.set(uri.path, text);
      changes.fire(uri);
      const document = await workspace.openTextDocument(uri);
      return window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
    },
    dispose: () => {
      provider.dispose();
      changes.dispose();
    },
  };
}
