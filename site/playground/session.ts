// The compiler as the playground holds it: one program that changes, and answers about it. No page and no worker is known here.

import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { secretTexts, shownText } from "../../compiler/diagnostics/secret-mask.ts";
import { format } from "../../compiler/format/format.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { editorFeatures } from "../../compiler/service/editor/editor-features.ts";
import { semanticTokens } from "../../compiler/service/editor/semantic-tokens.ts";
import { emit } from "../../compiler/targets/emit.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { positionAt, type SourceFile } from "../../compiler/text/source-file.ts";
import { createWorkspace, type Workspace } from "../../compiler/workspace.ts";
import type { Answers, Finding, Program, QuestionKind, Questions } from "./messages.ts";

export interface Session {
  /** Answers about the program of the last `check`. @throws Error for a date that is none, or a file that is not there. */
  answer<K extends QuestionKind>(kind: K, question: Questions[K]): Promise<Answers[K]>;
}

type Answerers = { readonly [K in QuestionKind]: (question: Questions[K]) => Answers[K] | Promise<Answers[K]> };

export function createSession(): Session {
  let held: { readonly workspace: Workspace; readonly on: string; readonly readers: string } | undefined;
  let outputs: readonly OutputFile[] | undefined;
  const workspace = (): Workspace => {
    if (held === undefined) throw new Error("nothing was checked yet");
    return held.workspace;
  };
  const emitted = (): readonly OutputFile[] => {
    const { model, sources, options } = workspace().examined();
    outputs ??= model === undefined ? [] : emit(model, { ...sources, ...options });
    return outputs;
  };
  const answerers: Answerers = {
    check: async (program) => {
      outputs = undefined;
      held = await changed(held, program);
      return checked(held.workspace);
    },
    outputs: () => ({ paths: emitted().map(({ path }) => path) }),
    output: ({ path }) => emitted().find((one) => one.path === path),
    from: ({ path, offset }) => {
      const view = editorFeatures.compiled(workspace().examined(), fileAt(workspace(), path), offset);
      return view && { title: view.title, outputs: view.outputs.map((one) => ({ path: one.path, lines: one.lines })) };
    },
    complete: ({ path, offset }) =>
      editorFeatures.completions(workspace().examined(), fileAt(workspace(), path), offset),
    hover: ({ path, offset }) => {
      const found = editorFeatures.hover(workspace().examined(), fileAt(workspace(), path), offset);
      return found && { start: found.span.start, end: found.span.end, markdown: found.markdown };
    },
    format: ({ path }) => ({ text: format(fileAt(workspace(), path)).text }),
  };
  return { answer: async (kind, question) => answerers[kind](question) };
}

/** The workspace with the program in it: the same one where it reads the same kinds of files, so that trees are kept. */
async function changed(
  held: { readonly workspace: Workspace; readonly on: string; readonly readers: string } | undefined,
  { files, on }: Program,
): Promise<{ readonly workspace: Workspace; readonly on: string; readonly readers: string }> {
  const day = checkedDate(on);
  if (day === undefined) throw new Error(`${on} is no date: it is written 2026-10-05`);
  const paths = Object.keys(files);
  const mayName = (word: RegExp) => paths.some((path) => path.endsWith(".hub") && word.test(files[path] ?? ""));
  const [manifests, pages] = [mayName(/\bmanifests\b/), mayName(/\bpages\b/)];
  const readers = `${manifests} ${pages}`;
  const workspace =
    held?.readers === readers
      ? held.workspace
      : createWorkspace(
          { on: day },
          manifests ? (await import("../../compiler/knowledge/read-yaml.ts")).readYaml : undefined,
          pages ? (await import("../../compiler/targets/pages/read-template.ts")).readTemplate : undefined,
        );
  if (held?.on !== on) workspace.setOptions({ on: day });
  for (const { path } of workspace.sources().files) if (files[path] === undefined) workspace.removeFile(path);
  for (const path of workspace.sources().assets.keys())
    if (files[path] === undefined) workspace.setAsset(path, undefined);
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith(".hub")) workspace.setFile(path, text);
    else workspace.setAsset(path, text);
  }
  return { workspace, on, readers };
}

function checked(workspace: Workspace): Answers["check"] {
  const { diagnostics, trees } = workspace.examined();
  const secrets = secretTexts(diagnostics);
  const tokens = Object.fromEntries(trees.map((tree) => [tree.file.path, semanticTokens(tree)]));
  return { findings: diagnostics.map((one) => finding(one, (text) => shownText(text, secrets))), tokens };
}

function finding({ span, severity, code, message, fixes }: Diagnostic, shown: (text: string) => string): Finding {
  return {
    path: span.file.path,
    start: span.start,
    end: span.end,
    line: positionAt(span.file, span.start).line,
    severity,
    code,
    message: shown(message),
    fixes: fixes.map(({ title, edits }) => ({
      title: shown(title),
      edits: edits.map(({ span: { file, start, end }, text }) => ({ path: file.path, start, end, text })),
    })),
  };
}

function fileAt(workspace: Workspace, path: string): SourceFile {
  const file = workspace.sources().files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`there is no file ${path}`);
  return file;
}
