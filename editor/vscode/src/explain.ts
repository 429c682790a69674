// `hubc explain` in the editor: for a finding at the cursor, or for the code or setting that one types.

import { type ExtensionContext, languages, window } from "vscode";
import { askProgram } from "./program.ts";
import type { TextView } from "./text-view.ts";

/** Asks what to explain where the cursor does not say it, and shows what `hubc explain` prints. */
export async function explain(context: ExtensionContext, view: TextView): Promise<void> {
  const subject = (await codeAtCursor()) ?? (await typedSubject());
  if (subject === undefined || subject === "") return;
  const { failed, text } = await askProgram(context, ["explain", "--", subject]);
  if (failed) void window.showWarningMessage(text.trim());
  else await view.show(`${subject.replace(/\//g, " ")}.txt`, text);
}

async function codeAtCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const found = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === "hubc");
  const atCursor = found.filter(({ range }) => range.intersection(editor.selection) !== undefined);
  const onLine = found.filter(({ range }) => range.start.line === editor.selection.active.line);
  const here = atCursor.length > 0 ? atCursor : onLine;
  const codes = [...new Set(here.flatMap(({ code }) => codeOf(code) ?? []))];
  return codes.length > 1 ? window.showQuickPick(codes, { title: "Explain which message?" }) : codes[0];
}

function codeOf(code: unknown): string | undefined {
  if (typeof code === "string") return code;
  if (typeof code !== "object" || code === null || !("value" in code)) return undefined;
  return typeof code.value === "string" ? code.value : undefined;
}

async function typedSubject(): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: "Explain a message or a setting",
    prompt: "The code of a message, or a setting by its path",
    placeHolder: "names/duplicate or course.memory",
  });
  return typed?.trim();
}
