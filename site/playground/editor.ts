// The editor of one file: CodeMirror with the colours, findings, completion and hover of the compiler's own service.

import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  snippet,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Completion as Offered } from "../../compiler/service/editor/completion.ts";
import type { SemanticToken } from "../../compiler/service/editor/semantic-tokens.ts";
import { markdownNodes } from "./markdown-nodes.ts";
import type { Answers, Finding, Place } from "./messages.ts";

export interface EditorNeeds {
  readonly parent: HTMLElement;
  readonly path: () => string;
  readonly changed: (text: string) => void;
  readonly moved: (offset: number) => void;
  /** Asked after the text was checked as it is. */
  readonly complete: (place: Place) => Promise<Answers["complete"]>;
  readonly hover: (place: Place) => Promise<Answers["hover"]>;
  /** Applies a fix, which may be of several files. */
  readonly mend: (fix: Finding["fixes"][number]) => void;
}

const setTokens = StateEffect.define<readonly SemanticToken[]>();

/** The colours, which move with the text until the next answer. */
const tokensField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    const given = transaction.effects.find((effect) => effect.is(setTokens));
    if (given === undefined) return before.map(transaction.changes);
    const tokens: readonly SemanticToken[] = given.value;
    return RangeSet.of(
      tokens
        .filter(({ start, end }) => start < end && end <= transaction.newDoc.length)
        .map(({ start, end, type }) => Decoration.mark({ class: `t-${type}` }).range(start, end)),
      true,
    );
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function createEditor(needs: EditorNeeds): EditorView {
  return new EditorView({ parent: needs.parent, state: editorState("", needs) });
}

/** A fresh state: another file, with no history of this one. */
export function editorState(text: string, needs: EditorNeeds): EditorState {
  return EditorState.create({ doc: text, extensions: extensions(needs) });
}

function extensions(needs: EditorNeeds): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    closeBrackets(),
    lintGutter(),
    tokensField,
    autocompletion({ override: [(context) => completions(context, needs)] }),
    hoverTooltip((_view, offset) => hover(offset, needs)),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": "Program text", tabindex: "0", spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) needs.changed(update.state.doc.toString());
      if (update.docChanged || update.selectionSet) needs.moved(update.state.selection.main.head);
    }),
    theme,
  ];
}

const theme = EditorView.theme({
  "&.cm-focused": { outline: "2px solid var(--accent)" },
  ".cm-content": { caretColor: "var(--words)" },
  ".cm-cursor": { borderLeftColor: "var(--words)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--quiet)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 8%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--words)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    maxWidth: "min(34rem, 90vw)",
  },
  ".cm-tooltip .hover": { padding: "0.2rem 0.7rem", maxHeight: "20rem", overflow: "auto" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionDetail": { color: "var(--quiet)", fontStyle: "normal" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionInfo": { padding: "0 0.7rem" },
});

async function completions(context: CompletionContext, needs: EditorNeeds): Promise<CompletionResult | null> {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 80), context.pos);
  // A blank asks only where a value is wanted.
  if (!context.explicit && !/[\w.-]$|(?:=|\bextends|\.\.)[ \t]*$/.test(before)) return null;
  const { items } = await needs.complete({ path: needs.path(), offset: context.pos });
  const [first] = items;
  if (context.aborted || first === undefined) return null;
  const sorted = [...items].sort((a, b) => (a.sort < b.sort ? -1 : 1));
  return {
    from: first.replace.start,
    to: context.pos,
    options: sorted.map((item, index) => option(item, index)),
    validFor: /^[\w-]*$/,
  };
}

function option(item: Offered, index: number): Completion {
  const { label, detail, doc, insert, snippet: template, replace } = item;
  return {
    label,
    ...(detail === undefined ? {} : { detail }),
    ...(doc === undefined ? {} : { info: () => markdownNodes(doc) }),
    boost: -index,
    apply: (view: EditorView, completion: Completion, _from: number, to: number) => {
      const end = Math.max(to, replace.end);
      if (template !== undefined)
        return snippet(template.replaceAll("$0", "${}"))(view, completion, replace.start, end);
      view.dispatch({
        changes: { from: replace.start, to: end, insert },
        selection: { anchor: replace.start + insert.length },
      });
    },
  };
}

async function hover(offset: number, needs: EditorNeeds) {
  const found = await needs.hover({ path: needs.path(), offset });
  if (found === undefined) return null;
  return { pos: found.start, end: found.end, create: () => ({ dom: markdownNodes(found.markdown) }) };
}

/** Shows what is wrong with the file, and its colours. */
export function showFindings(
  view: EditorView,
  findings: readonly Finding[],
  { tokens, needs }: { readonly tokens: readonly SemanticToken[]; readonly needs: EditorNeeds },
): void {
  const { length } = view.state.doc;
  const shown = findings.map(
    ({ start, end, severity, code, message, fixes }): Diagnostic => ({
      from: Math.min(start, length),
      to: Math.min(Math.max(end, start), length),
      severity,
      source: code,
      message,
      actions: fixes.map((fix) => ({ name: fix.title, apply: () => needs.mend(fix) })),
    }),
  );
  view.dispatch(setDiagnostics(view.state, shown), { effects: setTokens.of(tokens) });
}
