// Completion, as the protocol writes it. What an item means is sent when it is looked at, since a list may be long.

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type Connection,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from "vscode-languageserver/node";
import type { Completion, CompletionKind } from "../service/editor/completion.ts";
import { editorFeatures } from "../service/editor/editor-features.ts";
import type { SourceFile } from "../text/source-file.ts";
import { toOffset, toRange } from "./positions.ts";
import { placeOf, type Session } from "./session.ts";
import { fieldOf } from "./settings.ts";

/** What asks for completion by being typed. A blank does so only after what wants a value. */
export const completionTriggers = [" ", "=", ".", '"', "[", "(", "{"];

/** Answers requests for a list and for one item of the last list. */
export function answerCompletionRequests(session: Session, connection: Connection): void {
  let list: { readonly number: number; readonly items: readonly Completion[] } = { number: 0, items: [] };
  connection.onCompletion((parameters): CompletionList => {
    const place = placeOf(session, parameters.textDocument.uri);
    if (place?.program === undefined) return { isIncomplete: false, items: [] };
    const { file, known } = place;
    const offset = toOffset(file, parameters.position, session.client.encoding);
    if (isIdle(parameters, file, offset)) return { isIncomplete: false, items: [] };
    const { items, incomplete } = editorFeatures.completions(known, file, offset);
    list = { number: list.number + 1, items };
    return {
      isIncomplete: incomplete,
      items: items.map((item, index) => toItem(session, { file, item, data: [list.number, index] })),
    };
  });
  connection.onCompletionResolve((item): CompletionItem => {
    const [number, index] = [fieldOf(item.data, "0"), fieldOf(item.data, "1")];
    const doc = number === list.number && typeof index === "number" ? list.items[index]?.doc : undefined;
    if (doc === undefined) return item;
    const kind = session.client.completionMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { ...item, documentation: { kind, value: doc } };
  });
}

/** A blank that was typed where no value is wanted. */
function isIdle({ context }: CompletionParams, file: SourceFile, offset: number): boolean {
  if (context?.triggerCharacter !== " ") return false;
  return !/(?:[=,[(]|\bextends|\.\.)[ \t]+$/.test(file.text.slice(Math.max(0, offset - 80), offset));
}

function toItem(
  session: Session,
  { file, item, data }: { readonly file: SourceFile; readonly item: Completion; readonly data: readonly number[] },
): CompletionItem {
  const { snippets, adjustsIndentation, encoding } = session.client;
  const snippet = snippets ? item.snippet : undefined;
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    sortText: item.sort,
    filterText: item.label,
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(snippet !== undefined && adjustsIndentation ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    textEdit: { range: toRange(file, item.replace, encoding), newText: snippet ?? item.insert },
    data,
  };
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  kind: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Keyword,
  variant: CompletionItemKind.TypeParameter,
  setting: CompletionItemKind.Property,
  block: CompletionItemKind.Struct,
  choice: CompletionItemKind.EnumMember,
  declaration: CompletionItemKind.Class,
  constant: CompletionItemKind.Constant,
  package: CompletionItemKind.Module,
  unit: CompletionItemKind.Unit,
  value: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
  function: CompletionItemKind.Function,
  code: CompletionItemKind.Event,
};
