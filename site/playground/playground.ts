// The playground: a program in an editor, and beside it what is wrong with it and what it compiles to, as it is typed.

import { type Compiler, startCompiler } from "./compiler.ts";
import { createEditor, type EditorNeeds, editorState, showFindings } from "./editor.ts";
import type { Answers, CompiledPlace, Finding, Program } from "./messages.ts";
import { fillSelect, page } from "./page.ts";
import { showFiles, showOutput, showWhatIsFound } from "./panels.ts";
import { fromFragment, toFragment } from "./share.ts";

interface Example {
  readonly name: string;
  readonly title: string;
  /** The day that it is for, where it is not the day of all. */
  readonly on?: string;
}

const usualDay = "2026-10-05";

const state = {
  files: {} as Record<string, string>, // the program, as it is in the editor
  path: "",
  on: usualDay,
  offset: 0,
  checked: { findings: [], tokens: {} } as Answers["check"],
  from: undefined as CompiledPlace | undefined, // what the place at the cursor makes
};

const compiler: Compiler = startCompiler();
const examples: readonly Example[] = await (await fetch("examples.json")).json();
const needs: EditorNeeds = {
  parent: page.editor,
  path: () => state.path,
  changed: (text) => {
    state.files[state.path] = text;
    check();
  },
  moved: (offset) => {
    state.offset = offset;
    if (!running) void follow();
  },
  complete: (place) => afterCheck(() => compiler.ask("complete", place)),
  hover: (place) => afterCheck(() => compiler.ask("hover", place)),
  mend,
};
const editor = createEditor(needs);
let running: Promise<void> | undefined;
let stale = false;

fillSelect(page.example, [
  ...examples.map(({ name, title }) => ({ value: name, title })),
  { value: "", title: "Your own" },
]);
page.example.addEventListener("change", () => void open(page.example.value));
page.on.addEventListener("change", () => {
  state.on = page.on.value;
  check();
});
page.output.addEventListener("change", () => void showChosen());
page.follow.addEventListener("change", () => void follow());
page.layout.addEventListener("click", () => void layOut());
page.share.addEventListener("click", () => void share());
window.addEventListener("hashchange", () => void openAddress());
await openAddress();

/** What the address names: a program, or an example; the first, unless it names one. */
async function openAddress(): Promise<void> {
  const { hash } = location;
  const [, name] = /^#example=([\w-]+)$/.exec(hash) ?? [];
  if (hash.startsWith("#code=")) {
    try {
      page.example.value = "";
      return show(await fromFragment(hash));
    } catch {
      page.state.textContent = "The address holds no program that can be read: it may have been cut.";
      return;
    }
  }
  await open(examples.some((one) => one.name === name) ? (name ?? "") : (examples[0]?.name ?? ""));
}

async function open(name: string): Promise<void> {
  if (name === "") return;
  page.example.value = name;
  const files: Record<string, string> = await (await fetch(`examples/${name}.json`)).json();
  show({ files, on: examples.find((one) => one.name === name)?.on ?? usualDay });
}

function show({ files, on }: Program): void {
  state.files = { ...files };
  state.on = on;
  page.on.value = on;
  openFile(Object.keys(files)[0] ?? "");
  check();
}

function openFile(path: string): void {
  state.path = path;
  state.offset = 0;
  editor.setState(editorState(state.files[path] ?? "", needs));
  showFiles(Object.keys(state.files), path, (next) => {
    openFile(next);
    drawFindings();
    void follow();
  });
}

/** Checks the program as it is; while one check runs, what comes is checked once, after it. */
function check(): void {
  stale = true;
  running ??= (async () => {
    while (stale) {
      stale = false;
      await checkOnce();
    }
    running = undefined;
  })();
}

async function checkOnce(): Promise<void> {
  const started = performance.now();
  try {
    state.checked = await compiler.ask("check", { files: { ...state.files }, on: state.on });
  } catch (error) {
    page.state.textContent = error instanceof Error ? error.message : String(error);
    return;
  }
  const milliseconds = Math.round(performance.now() - started);
  drawFindings();
  performance.measure("check", { start: started, end: performance.now() });
  page.state.textContent = `${counted(state.checked.findings)}, checked in ${milliseconds} ms`;
  await drawOutputs();
}

function counted(findings: readonly Finding[]): string {
  return findings.length === 0
    ? "Nothing is wrong"
    : `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
}

function drawFindings(): void {
  const { findings, tokens } = state.checked;
  const own = findings.filter(({ path }) => path === state.path);
  showFindings(editor, own, { tokens: tokens[state.path] ?? [], needs });
  showWhatIsFound(findings, { goTo, mend });
}

function goTo({ path, start }: Finding): void {
  if (path !== state.path && state.files[path] !== undefined) {
    openFile(path);
    drawFindings();
  }
  editor.dispatch({ selection: { anchor: Math.min(start, editor.state.doc.length) }, scrollIntoView: true });
  editor.focus();
}

/** Applies a fix, from the end of each file so that earlier places stay where they are. */
function mend({ edits }: Finding["fixes"][number]): void {
  for (const { path, start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
    if (path === state.path) editor.dispatch({ changes: { from: start, to: end, insert: text } });
    else {
      const before = state.files[path] ?? "";
      state.files[path] = before.slice(0, start) + text + before.slice(end);
    }
  }
  check();
}

async function drawOutputs(): Promise<void> {
  const { paths } = await compiler.ask("outputs", {});
  const before = page.output.value;
  fillSelect(
    page.output,
    paths.map((path) => ({ value: path, title: path })),
  );
  // The values of a hub say more of a program than the first of its files.
  const shown = paths.find((path) => path.endsWith("/values.yaml"));
  if (page.output.value !== before && shown !== undefined) page.output.value = shown;
  await follow();
}

/** Marks what the place at the cursor makes, and shows it where that is wanted. */
async function follow(): Promise<void> {
  if (state.files[state.path] === undefined || !state.path.endsWith(".hub")) return;
  state.from = await compiler.ask("from", { path: state.path, offset: state.offset });
  const outputs = state.from?.outputs ?? [];
  const isShown = outputs.some(({ path }) => path === page.output.value);
  if (page.follow.checked && !isShown) {
    const best = outputs.find(({ path }) => path.endsWith("/values.yaml")) ?? outputs[0];
    if (best !== undefined) page.output.value = best.path;
  }
  await showChosen();
}

async function showChosen(): Promise<void> {
  const path = page.output.value;
  const output = path === "" ? undefined : await compiler.ask("output", { path });
  if (path !== page.output.value) return;
  showOutput(path, output?.text, state.from);
}

async function afterCheck<T>(ask: () => Promise<T>): Promise<T> {
  await running;
  return ask();
}

async function layOut(): Promise<void> {
  if (!state.path.endsWith(".hub")) return;
  const { text } = await afterCheck(() => compiler.ask("format", { path: state.path }));
  if (text !== editor.state.doc.toString())
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}

async function share(): Promise<void> {
  const fragment = await toFragment({ files: state.files, on: state.on });
  history.replaceState(null, "", `#${fragment}`);
  page.example.value = "";
  try {
    await navigator.clipboard.writeText(location.href);
    page.state.textContent = "The link is copied. The program is in it; nothing was sent.";
  } catch {
    page.state.textContent = "The link is in the address bar: copy it from there.";
  }
}
