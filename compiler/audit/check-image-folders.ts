// The files from which a repository's images are made, as repo2docker and conda read them: what stops a build, or is passed over in it.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { type ChartData, chartItems, isChartText } from "../schema/values/chart-data.ts";
import { parseCondaRequirement } from "../syntax/requirements/conda-match-spec.ts";
import { parsePipRequirement } from "../syntax/requirements/pep508.ts";
import type { ParsedRequirement } from "../syntax/requirements/requirement.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { imageFile } from "./audit-diagnostics.ts";
import type { FileTree } from "./layouts.ts";
import { readValues } from "./read-values.ts";

/** Folders of images by their names: of repo2docker, of hubploy, and of what people write by hand. */
const imageFolder = /(?:^|\/)(?:images?|[^/]*-user-image|\.?binder)\//;

// Classes that a configuration of IPython or Jupyter in an image names: one of another case is no class, and nothing says so.

/** Of IPython 8, ipykernel 6, jupyter_server 2, jupyterlab 4, notebook 7 and nbconvert 7, as their `--help-all` lists them. */
const classes =
  `HistoryManager HistoryAccessor InteractiveShell InteractiveShellApp TerminalInteractiveShell TerminalIPythonApp IPCompleter Completer
  StoreMagics ScriptMagics LoggingMagics ProfileDir IPKernelApp IPythonKernel ZMQInteractiveShell InlineBackend ServerApp NotebookApp LabApp
  JupyterNotebookApp ContentsManager FileContentsManager LargeFileManager MappingKernelManager AsyncMappingKernelManager KernelSpecManager
  KernelManager SessionManager NotebookNotary TerminalManager LabServerApp ExtensionApp GatewayClient ResourceUseDisplay Session
  TemplateExporter HTMLExporter PDFExporter WebPDFExporter LatexExporter SlidesExporter NotebookExporter TagRemovePreprocessor ExecutePreprocessor`
    .trim()
    .split(/\s+/);

function checkPythonClasses(file: SourceFile, report: Report): void {
  for (const match of file.text.matchAll(/^[ \t]*c\.([A-Za-z]+)\.\w+/gm)) {
    const [whole, name = ""] = match;
    const meant = classes.find((one) => one.toLowerCase() === name.toLowerCase());
    if (meant === undefined || classes.includes(name)) continue;
    const start = match.index + whole.indexOf(name);
    const problem = `No class is called \`${name}\`, so that this sets nothing: did you mean \`${meant}\`?`;
    report(diagnose(imageFile, { problem }, { span: { file, start, end: start + name.length } }));
  }
}

// Lists of packages in R: a comma between each two texts, and none behind the last. R reads neither slip, and the build ends there (R 4.4, gram.y;
// `c("a",)` is `argument 2 is empty`).

interface Sign {
  readonly kind: "text" | "," | "(" | ")" | "other";
  /** For `(`: what is called. */
  readonly name?: string;
  readonly start: number;
  readonly end: number;
}

/** Texts, brackets and commas; comments and blanks are left out. */
const signs = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#[^\n]*|[A-Za-z.][\w.]*|[(),]|[^\s]/g;

function checkRVectors(file: SourceFile, report: Report): void {
  const vectors: boolean[] = [];
  let before: Sign | undefined;
  let last: Sign | undefined;
  for (const match of file.text.matchAll(signs)) {
    const [word] = match;
    if (word.startsWith("#")) continue;
    const sign = signOf(word, match.index);
    if (sign.kind === "(") vectors.push(last?.name === "c");
    const within = vectors.at(-1) === true;
    if (within && sign.kind === "text" && last?.kind === "text")
      say(file, last, "A comma is missing behind this text: R stops here, and the image is not built.", report);
    if (within && sign.kind === ")" && last?.kind === "," && before?.kind === "text")
      say(
        file,
        last,
        "No comma stands behind the last text of a vector: R stops here, and the image is not built.",
        report,
      );
    if (sign.kind === ")") vectors.pop();
    before = last;
    last = sign;
  }
}

function signOf(word: string, start: number): Sign {
  const end = start + word.length;
  if (/^["']./.test(word)) return { kind: "text", start, end };
  if (word === "," || word === "(" || word === ")") return { kind: word, start, end };
  return { kind: "other", name: word, start, end };
}

function say(file: SourceFile, { start, end }: Sign, problem: string, report: Report): void {
  report(diagnose(imageFile, { problem }, { span: { file, start, end } }));
}

const kinds: readonly (readonly [name: RegExp, check: (file: SourceFile, report: Report) => void])[] = [
  [/(?:^|\/)environment\.ya?ml$/, checkEnvironment],
  [/(?:^|\/)[\w-]*requirements[\w-]*\.txt$/, checkRequirements],
  [/\.r$/i, checkRVectors],
  [/(?:^|\/)(?:ipython|jupyter\w*)_config\.py$/, checkPythonClasses],
];

/** The files of images below a folder that are looked at. */
export function imageFilesIn(tree: FileTree): readonly SourceFile[] {
  const paths = tree.paths.filter((path) => imageFolder.test(path) && kinds.some(([name]) => name.test(path)));
  return paths.flatMap((path) => tree.read(path) ?? []);
}

export function checkImageFiles(files: readonly SourceFile[], report: Report): void {
  for (const file of files) for (const [name, check] of kinds) if (name.test(file.path)) check(file, report);
  for (const file of files) if (/\.ya?ml$/.test(file.path)) checkPinnedTwice(file, files, report);
}

interface Line {
  readonly text: string;
  readonly span: Span;
}

function checkEnvironment(file: SourceFile, report: Report): void {
  const dependencies = dependenciesOf(file, report);
  for (const item of dependencies) if (isChartText(item)) checkLine(item, parseCondaRequirement(item.value), report);
  for (const line of pipLinesOf(dependencies)) checkPipLine(line, report);
}

function checkRequirements(file: SourceFile, report: Report): void {
  for (const line of linesOf(file)) checkPipLine(line, report);
}

function checkPipLine({ text, span }: Line, report: Report): void {
  if (isRequirement(text)) checkLine({ span }, parsePipRequirement(text), report);
}

/** No option such as `-r other.txt`, no file or folder beside it, and no `${NAME}`, which pip fills in (pip 23.2, req_file.py). */
function isRequirement(text: string): boolean {
  const isPath = /^(?:\.|file:|(?!\w[\w+.-]*:\/\/)[^\s@;]*(?:\/|\.(?:whl|zip|tar\.gz)$))/.test(text);
  return text !== "" && !text.startsWith("-") && !isPath && !/\$\{[A-Z0-9_]+\}|@\s*file:/.test(text);
}

/** A package at two versions in what one call of pip is given: in the environment, and in a file that it names. */
function checkPinnedTwice(file: SourceFile, files: readonly SourceFile[], report: Report): void {
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const own = pipLinesOf(dependenciesOf(file, () => {}));
  const named = own.flatMap(({ text }) => /^-r\s*(?:\.\/)?(\S+)$/.exec(text)?.[1] ?? []);
  const others = files.filter(({ path }) => named.some((name) => path === folder + name));
  const pinned = new Map<string, { readonly exact: string; readonly span: Span }>();
  for (const { text, span } of [...others.flatMap(linesOf), ...own]) {
    const parsed = isRequirement(text) ? parsePipRequirement(text) : undefined;
    if (parsed === undefined || "error" in parsed) continue;
    const { name, exact, written, marker } = parsed.requirement;
    // What stands behind a marker need not hold on the same Python.
    if (exact === undefined || marker !== undefined) continue;
    const before = pinned.get(name);
    if (before !== undefined && inShort(before.exact) !== inShort(exact)) {
      const problem = `pip is asked for \`${written}\` at ${exact} here and at ${before.exact} in ${before.span.file.path}, and installs neither: keep one.`;
      const related = [{ span: before.span, message: "The other version." }];
      report(diagnose(imageFile, { problem }, { span, related }));
    } else pinned.set(name, { exact, span });
  }
}

/** 1.26.0 and 1.26 are one version (PEP 440). */
function inShort(version: string): string {
  return version.replace(/(?:\.0)+$/, "");
}

function dependenciesOf(file: SourceFile, report: Report): readonly ChartData[] {
  return chartItems(readValues(file, report)?.entries.find(({ key }) => key === "dependencies")?.value);
}

function pipLinesOf(dependencies: readonly ChartData[]): readonly Line[] {
  const lists = dependencies.flatMap((item) =>
    item.kind === "map" ? chartItems(item.entries.find(({ key }) => key === "pip")?.value) : [],
  );
  return lists.flatMap((line) => (isChartText(line) ? [{ text: withoutComment(line.value), span: line.span }] : []));
}

/** Lines of a file for pip, without those that go on in the next. */
function linesOf(file: SourceFile): readonly Line[] {
  return [...file.text.matchAll(/^[^\n]+$/gm)].flatMap((match) => {
    const text = withoutComment(match[0]);
    if (text.startsWith("#") || text.endsWith("\\")) return [];
    const start = match.index + match[0].indexOf(text);
    return [{ text, span: { file, start, end: start + text.length } }];
  });
}

/** Options of pip behind a line, such as `--no-binary`, are its own matter too. */
function withoutComment(line: string): string {
  return line.replace(/\s+(?:#|--[a-z]).*$/, "").trim();
}

function checkLine({ span }: { readonly span: Span }, parsed: ParsedRequirement, report: Report): void {
  if ("error" in parsed) report(diagnose(imageFile, { problem: parsed.error.message }, { span }));
}
