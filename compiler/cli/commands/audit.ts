// hubc audit: all that is wrong with the values files of hubs that exist. Writes nothing.

import { lstatSync } from "node:fs";
import { relative, resolve } from "node:path";
import { auditHubs } from "../../audit/audit-hub.ts";
import type { HubFiles } from "../../audit/hub-values.ts";
import { type FoundHub, findHubs } from "../../audit/layouts.ts";
import { settleValues } from "../../audit/settle-values.ts";
import { codes } from "../../catalogue.ts";
import { type Diagnostic, sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, summaryText } from "../../diagnostics/summary.ts";
import { chartFor, isTooOld, newestChart } from "../../knowledge/charts/charts.ts";
import { fileTree, readSource } from "../../node/file-tree.ts";
import type { ParsedArguments } from "../arguments.ts";
import { CannotRun } from "../cannot-run.ts";
import { paletteFor } from "../colours.ts";
import { exitCode, type Io } from "../io.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const paths = parsed.positionals.length === 0 ? ["."] : parsed.positionals;
  const { hubs, skipped } = hubsAt(paths, io.cwd);
  for (const path of skipped) io.stderr(`left out ${path}: ${whyLeftOut(path)}\n`);
  if (hubs.length === 0) throw new CannotRun(`${paths.join(", ")}: no values of the JupyterHub chart are there.`);
  for (const line of new Set(hubs.flatMap((hub) => olderChart(hub, parsed.values.get("chart")) ?? []))) io.stderr(line);
  const { diagnostics, audited } = auditHubs(hubs.map((hub) => withChart(hub, parsed.values.get("chart"))));
  const left = sortDiagnostics(
    settleValues(
      diagnostics,
      hubs.flatMap(({ files }) => files.map(({ file }) => file)),
      codes,
    ),
  );
  const format = parsed.values.get("format") ?? "text";
  io.stdout(await render(left, format, io));
  const counts = countDiagnostics(left);
  const leaves = audited.reduce((sum, one) => sum + one.leaves, 0);
  if (format !== "json") {
    const what = audited.length === 1 ? "1 hub" : `${audited.length} hubs`;
    io.stderr(`${what}, ${leaves} values: ${summaryText(counts)}\n`);
  }
  return counts.errors > 0 ? exitCode.found : exitCode.fine;
}

/** Files are one hub, in the order in which they are named, as with `helm --values`; a folder holds what its layout says. */
function hubsAt(
  paths: readonly string[],
  cwd: string,
): { readonly hubs: readonly FoundHub[]; readonly skipped: readonly string[] } {
  const found = paths.map((path) => {
    const absolute = resolve(cwd, path);
    const shown = relative(cwd, absolute);
    const kind = lstatSync(absolute, { throwIfNoEntry: false });
    if (kind === undefined) throw new CannotRun(`${path} is not there.`);
    // A link in somebody's repository may lead to any file of this machine, whose lines would be shown.
    if (kind.isSymbolicLink()) throw new CannotRun(`${path} is a link: name what it leads to.`);
    if (kind.isDirectory()) return { folder: findHubs(fileTree(absolute, shown === "" ? "" : `${shown}/`)) };
    const file = kind.isFile() ? readSource(absolute, shown) : undefined;
    if (file === undefined) throw new CannotRun(`${path} is no text that can be read.`);
    return { file };
  });
  const files = found.flatMap(({ file }) => file ?? []);
  const named: FoundHub[] =
    files.length === 0
      ? []
      : [{ name: files.at(-1)?.path ?? "", files: files.map((file) => ({ file, under: [] })), version: undefined }];
  const folders = found.flatMap(({ folder }) => folder ?? []);
  return {
    hubs: [...named, ...folders.flatMap(({ hubs }) => hubs)],
    skipped: folders.flatMap(({ skipped }) => skipped),
  };
}

function withChart({ name, files, version }: FoundHub, asked: string | undefined): HubFiles {
  const named = asked ?? version;
  if (named !== undefined && !/^v?\d+\.\d+/.test(named)) {
    if (asked !== undefined)
      throw new CannotRun(`--chart ${asked}: a version of the chart, such as ${newestChart.version}.`);
    return { name, files, chartKey: undefined, chart: newestChart };
  }
  const chart = named === undefined ? newestChart : chartFor(named.replace(/^v/, ""));
  return { name, files, chartKey: undefined, chart };
}

function whyLeftOut(path: string): string {
  return path.endsWith(".jsonnet")
    ? "jsonnet is a program, which hubc does not run"
    : "it is not there, so that its hub is not audited";
}

/** What is said where the chart is older than all that are known. */
function olderChart({ version }: FoundHub, asked: string | undefined): string | undefined {
  const named = (asked ?? version)?.replace(/^v/, "");
  if (named === undefined || !/^\d+\.\d+/.test(named) || !isTooOld(named)) return undefined;
  return `The chart ${named} is older than all that hubc knows: checked as ${newestChart.version}, so some findings may not be true of it.\n`;
}

async function render(diagnostics: readonly Diagnostic[], format: string, io: Io): Promise<string> {
  const pathOf = (file: { readonly path: string }) => file.path;
  if (format === "json") return (await import("../../diagnostics/render-json.ts")).renderJson(diagnostics);
  if (format === "github")
    return (await import("../../diagnostics/render-github.ts")).renderGithub(diagnostics, pathOf);
  if (format === "sarif") {
    const { renderSarif } = await import("../../diagnostics/render-sarif.ts");
    const { catalogue } = await import("../../catalogue.ts");
    const { VERSION } = await import("../../version.ts");
    return renderSarif(diagnostics, { pages: catalogue, version: VERSION, pathOf });
  }
  if (diagnostics.length === 0) return "";
  const { renderText } = await import("../../diagnostics/render-text.ts");
  return renderText(diagnostics, { palette: paletteFor(io, "stdout"), pathOf });
}
