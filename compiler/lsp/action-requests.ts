// Changes that the server offers at a place: the fixes of what is wrong there, what is missing, and all fixes of a file at once.

import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
} from "vscode-languageserver/node";
import { secretTexts } from "../diagnostics/secret-mask.ts";
import { editorFeatures } from "../service/editor/editor-features.ts";
import { toDiagnostic } from "./diagnostics.ts";
import { programDiagnostics } from "./open-program.ts";
import { toOffsets } from "./positions.ts";
import { freshPlaceOf, type Session } from "./session.ts";
import { toWorkspaceEdit } from "./workspace-edits.ts";

/** All fixes of a file; a kind of its own, so that it can be run on saving. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.hubc`;

/** Kinds of change that are offered. */
export const actionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  FIX_ALL,
];

/** Answers requests for changes. */
export function answerActionRequests(session: Session, connection: Connection): void {
  connection.onCodeAction(({ textDocument, range, context }): CodeAction[] => {
    const place = freshPlaceOf(session, textDocument.uri);
    const program = place?.program;
    if (place === undefined || program === undefined) return [];
    const secrets = secretTexts(programDiagnostics(program));
    const within = toOffsets(place.file, range, session.client.encoding);
    const offered = editorFeatures.codeActions(place.known, place.file, within).map(
      (action): CodeAction => ({
        title: action.title,
        kind: action.kind,
        diagnostics: action.diagnostics.map((diagnostic) => toDiagnostic(session, program, { diagnostic, secrets })),
        ...(action.preferred ? { isPreferred: true } : {}),
        edit: toWorkspaceEdit(session, program, action.edits),
      }),
    );
    const actions = offered.filter(({ kind }) => isWanted(context, kind ?? ""));
    // Every fix is tried out, which is too much for each move of the cursor: it is for those who ask for changes.
    if (!isWanted(context, FIX_ALL) || (context.triggerKind === CodeActionTriggerKind.Automatic && !context.only))
      return actions;
    const all = editorFeatures.fixAll(place.known, place.file);
    if (all.length === 0) return actions;
    return [
      ...actions,
      { title: "Fix all that hubc can fix in this file", kind: FIX_ALL, edit: toWorkspaceEdit(session, program, all) },
    ];
  });
}

/** Clients may ask for kinds of change; a kind stands for those below it too. */
function isWanted({ only }: CodeActionContext, kind: string): boolean {
  return (
    only === undefined ||
    only === null ||
    only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`))
  );
}
