// hubc audit: all that is wrong with the values files of hubs that exist. Writes nothing.

import { lstatSync } from "node:fs";
import { relative, resolve } from "node:path";
import { auditHubs } from "../../audit/audit-hub.ts";
import { checkedAs } from "../../audit/hub-values.ts";
import { type FoundHub, findHubs, type LeftOut } from "../../audit/layouts.ts";
import { settleValues } from "../../audit/settle-values.ts";
import { codes } from "../../catalogue.ts";
import { sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, summaryText } from "../../diagnostics/summary.ts";
import { newestChart } from "../../knowledge/charts/charts.ts";
import { fileTree, readSource } from "../../node/file-tree.ts";
import type { ParsedArguments } from "../arguments.ts";
import { CannotRun } from "../cannot-run.ts";
import { exitCode, type Io } from "../io.ts";
import { printFindings } from "../print-findings.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const paths = parsed.positionals.length === 0 ? ["."] : parsed.positionals;
  const asked = askedChart(parsed.values.get("chart"));
  const { hubs, skipped } = hubsAt(paths, io.cwd);
  for (const { path, why } of skipped) io.stderr(`left out ${path}: ${why}\n`);
  if (hubs.length === 0) throw new CannotRun(`${paths.join(", ")}: no values of the JupyterHub chart are there.`);
  const checked = hubs.map(({ version, ...hub }) => ({ ...hub, ...checkedAs(asked ?? version) }));
  for (const note of new Set(checked.flatMap(({ note }) => note ?? []))) io.stderr(`${note}\n`);
  const { diagnostics, audited } = auditHubs(checked);
  const files = hubs.flatMap((hub) => hub.files.map(({ file }) => file));
  const left = sortDiagnostics(settleValues(diagnostics, files, codes));
  const format = parsed.values.get("format");
  io.stdout(await printFindings(left, { format, io, pathOf: ({ path }) => path }));
  const counts = countDiagnostics(left);
  const leaves = audited.reduce((sum, one) => sum + one.leaves, 0);
  if (format !== "json") {
    const what = audited.length === 1 ? "1 hub" : `${audited.length} hubs`;
    io.stderr(`${what}, ${leaves} values: ${summaryText(counts)}\n`);
  }
  return counts.errors > 0 ? exitCode.found : exitCode.fine;
}

/** @throws CannotRun where it is no version. */
function askedChart(version: string | undefined): string | undefined {
  if (version === undefined || /^v?\d+\.\d+(?:\.\d+)?$/.test(version)) return version;
  throw new CannotRun(`--chart ${version}: a version of the chart, such as ${newestChart.version}.`);
}

/** Files are one hub, in the order in which they are named, as with `helm --values`; a folder holds what its layout says. */
function hubsAt(
  paths: readonly string[],
  cwd: string,
): { readonly hubs: readonly FoundHub[]; readonly skipped: readonly LeftOut[] } {
  const found = paths.map((path) => {
    const absolute = resolve(cwd, path);
    const shown = relative(cwd, absolute);
    const kind = lstatSync(absolute, { throwIfNoEntry: false });
    if (kind === undefined) throw new CannotRun(`${path} is not there.`);
    // A link in somebody's repository may lead to any file of this machine, whose lines would be shown.
    if (kind.isSymbolicLink()) throw new CannotRun(`${path} is a link: name what it leads to.`);
    if (kind.isDirectory()) {
      const tree = fileTree(absolute, shown === "" ? "" : `${shown}/`);
      const { hubs, skipped } = findHubs(tree);
      return { folder: { hubs, skipped: [...skipped, ...tree.unread] } };
    }
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
