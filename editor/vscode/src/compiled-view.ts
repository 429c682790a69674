// "Show what this compiles to": the outputs of the place under the cursor, with the lines that come from it marked.

import { OverviewRulerLane, Range, type TextEditor, ThemeColor, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { TextView } from "./text-view.ts";

/** As the server answers `hubc/compiled`. */
interface Compiled {
  readonly title: string;
  readonly outputs: readonly Output[];
}

interface Output {
  readonly path: string;
  readonly text: string;
  /** From 0, the last included. */
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}

/** Shows what the place of the cursor compiles to. */
export async function showCompiledHere(client: LanguageClient | undefined, view: TextView): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || client === undefined || editor.document.languageId !== "hub") {
    void window.showInformationMessage("Open a .hub file and put the cursor on what you want to see compiled.");
    return;
  }
  const { document, selection } = editor;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  await showCompiledAt(client, view, {
    textDocument,
    position: client.code2ProtocolConverter.asPosition(selection.active),
  });
}

/** Shows what a place compiles to: a document and a position, as in every request of the protocol. */
export async function showCompiledAt(
  client: LanguageClient | undefined,
  view: TextView,
  place: unknown,
): Promise<void> {
  const compiled = await client?.sendRequest<Compiled | null>("hubc/compiled", place);
  if (compiled == null || compiled.outputs.length === 0) {
    void window.showInformationMessage("Nothing is compiled from here. A program with an error compiles to nothing.");
    return;
  }
  const output = await chosen(compiled);
  if (output !== undefined) mark(await view.show(output.path, output.text), output);
}

async function chosen({ title, outputs }: Compiled): Promise<Output | undefined> {
  if (outputs.length === 1) return outputs[0];
  const items = outputs.map((output) => ({ label: output.path, description: linesInWords(output), output }));
  return (await window.showQuickPick(items, { title: `What ${title} compiles to`, matchOnDescription: true }))?.output;
}

function linesInWords({ lines }: Output): string {
  const ranges = lines.map(({ first, last }) => (first === last ? `${first + 1}` : `${first + 1}–${last + 1}`));
  const [most, rest] = [ranges.slice(0, 4), ranges.length - 4];
  return `${lines.length === 1 && lines[0]?.first === lines[0]?.last ? "line" : "lines"} ${most.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

const marked = window.createTextEditorDecorationType({
  isWholeLine: true,
  backgroundColor: new ThemeColor("editor.rangeHighlightBackground"),
  overviewRulerColor: new ThemeColor("editorOverviewRuler.infoForeground"),
  overviewRulerLane: OverviewRulerLane.Full,
});

function mark(editor: TextEditor, { lines }: Output): void {
  const ranges = lines.map(({ first, last }) => new Range(first, 0, last, 0));
  editor.setDecorations(marked, ranges);
  const [top] = ranges;
  if (top !== undefined) editor.revealRange(top);
}
