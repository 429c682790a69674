// Classes that a configuration of IPython or Jupyter in an image names: one of another case is no class, and nothing says so.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import { imageFile } from "./audit-diagnostics.ts";

/** Of IPython 8, ipykernel 6, jupyter_server 2, jupyterlab 4, notebook 7 and nbconvert 7, as their `--help-all` lists them. */
const classes =
  `HistoryManager HistoryAccessor InteractiveShell InteractiveShellApp TerminalInteractiveShell TerminalIPythonApp IPCompleter Completer
  StoreMagics ScriptMagics LoggingMagics ProfileDir IPKernelApp IPythonKernel ZMQInteractiveShell InlineBackend ServerApp NotebookApp LabApp
  JupyterNotebookApp ContentsManager FileContentsManager LargeFileManager MappingKernelManager AsyncMappingKernelManager KernelSpecManager
  KernelManager SessionManager NotebookNotary TerminalManager LabServerApp ExtensionApp GatewayClient ResourceUseDisplay Session
  TemplateExporter HTMLExporter PDFExporter WebPDFExporter LatexExporter SlidesExporter NotebookExporter TagRemovePreprocessor ExecutePreprocessor`
    .trim()
    .split(/\s+/);

export function checkPythonClasses(file: SourceFile, report: Report): void {
  for (const match of file.text.matchAll(/^[ \t]*c\.([A-Za-z]+)\.\w+/gm)) {
    const [whole, name = ""] = match;
    const meant = classes.find((one) => one.toLowerCase() === name.toLowerCase());
    if (meant === undefined || classes.includes(name)) continue;
    const start = match.index + whole.indexOf(name);
    const problem = `No class is called \`${name}\`, so that this sets nothing: did you mean \`${meant}\`?`;
    report(diagnose(imageFile, { problem }, { span: { file, start, end: start + name.length } }));
  }
}
