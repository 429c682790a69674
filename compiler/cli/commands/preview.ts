// hubc preview: what a build would write, in a browser on this machine, anew whenever a file is saved.

import { basename } from "node:path";
import { sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { renderText } from "../../diagnostics/render-text.ts";
import { maskLookalikes } from "../../diagnostics/secret-mask.ts";
import { countDiagnostics, summaryText } from "../../diagnostics/summary.ts";
import { type PreviewAnswer, servePreview } from "../../node/preview-server.ts";
import type { OutputFile } from "../../output/output-file.ts";
import {
  ownPath,
  type PreviewState,
  previewHtml,
  previewIndex,
  previewPolicy,
  previewText,
  reloadScript,
} from "../../service/preview-page.ts";
import { printDate } from "../../text/calendar.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { compileProgram } from "../check-program.ts";
import { CannotRun, type Io } from "../io.ts";
import { buildDate, loadProgram, pathFrom } from "../load-program.ts";
import { runWatching } from "../watch.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const [path] = parsed.positionals;
  let state = await built(parsed, io, []);
  let build = 0;
  const server = await servePreview({
    port: portOf(parsed.values.get("port")),
    eventsPath: `${ownPath}events`,
    headers: { "content-security-policy": previewPolicy },
    answer: (asked) => answer(asked, state),
  });
  if ("problem" in server) throw new CannotRun(`The preview can't be served: ${server.problem}.`);
  io.stdout(`${server.address}\n`);
  try {
    return await runWatching(path, io, async () => {
      // The first build is there already.
      if (build > 0) state = await built(parsed, io, state.files);
      build += 1;
      server.tell(JSON.stringify({ build, summary: state.summary, stale: state.stale }));
      io.note(`${state.summary}\n`);
    });
  } finally {
    server.close();
  }
}

/** @throws CannotRun where it is none. */
function portOf(written: string | undefined): number {
  if (written === undefined) return 0;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (port < 1 || port > 65535) throw new CannotRun(`--port ${quoted(written)}: a port is a number from 1 to 65535.`);
  return port;
}

/** Compiles the program; `before` are the files of the last one without errors. */
async function built(parsed: ParsedArguments, io: Io, before: readonly OutputFile[]): Promise<PreviewState> {
  const on = buildDate(parsed.values.get("on"), io.now);
  const program = await loadProgram(parsed.positionals[0], io.cwd);
  const compiled = await compileProgram(program.sources, { on });
  const diagnostics = sortDiagnostics([...program.diagnostics, ...compiled.diagnostics]);
  const counts = countDiagnostics(diagnostics);
  const stale = counts.errors > 0;
  return {
    title: basename(program.shownRoot) || "hubc",
    on: printDate(on),
    findings: maskLookalikes(renderText(diagnostics, { pathOf: pathFrom(io.cwd, program) })),
    summary: summaryText(counts),
    files: stale ? before : compiled.files,
    stale,
  };
}

function answer(asked: string, state: PreviewState): PreviewAnswer | undefined {
  if (asked === "/") return { type: "text/html", text: previewIndex(state) };
  if (asked === `${ownPath}reload.js`) return { type: "text/javascript", text: reloadScript };
  const file = state.files.find(({ path }) => path === asked.slice(1));
  if (file === undefined) return undefined;
  if (file.path.endsWith(".html")) return { type: "text/html", text: previewHtml(file.text) };
  if (file.path.endsWith(".svg")) return { type: "image/svg+xml", text: file.text };
  return { type: "text/html", text: previewText(file) };
}
