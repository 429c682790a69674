// hubc audit: all that is wrong with the values files of hubs that exist. Writes nothing.

import { auditHubs } from "../../audit/audit-hub.ts";
import { checkedHub } from "../../audit/hub-values.ts";
import { settleValues } from "../../audit/settle-values.ts";
import { codes } from "../../catalogue.ts";
import { sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, failsBy, summaryText } from "../../diagnostics/summary.ts";
import { printDate } from "../../text/calendar.ts";
import type { ParsedArguments } from "../arguments.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate } from "../load-program.ts";
import { printFindings } from "../print-findings.ts";
import { docsOf } from "../text-options.ts";
import { askedChart, hubsAt } from "../values-paths.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const paths = parsed.positionals.length === 0 ? ["."] : parsed.positionals;
  const asked = askedChart(parsed.values.get("chart"));
  const { hubs, images = [], skipped } = hubsAt(paths, io.cwd);
  for (const { path, why } of skipped) io.note(`left out ${path}: ${why}\n`);
  if (hubs.length === 0 && images.length === 0)
    throw new CannotRun(
      `${paths.join(", ")}: no values of the JupyterHub chart ${skipped.length > 0 ? "that can be read " : ""}are there.`,
    );
  const checked = hubs.map(({ version, ...hub }) => ({ ...hub, ...checkedHub(asked ?? version, hub.files) }));
  for (const note of new Set(checked.flatMap(({ note }) => note ?? []))) io.note(`${note}\n`);
  const { diagnostics, audited } = auditHubs(checked, {
    today: printDate(buildDate(undefined, io.now)),
    images,
  });
  if (audited.length === 0 && images.length === 0 && diagnostics.length === 0)
    throw new CannotRun(`${paths.join(", ")}: there are no values, only comments or nothing at all.`);
  const files = [...hubs.flatMap((hub) => hub.files.map(({ file }) => file)), ...images];
  const left = sortDiagnostics(settleValues(diagnostics, files, codes));
  const format = parsed.values.get("format");
  io.stdout(await printFindings(left, { format, io, pathOf: ({ path }) => path, docs: docsOf(io, undefined) }));
  const counts = countDiagnostics(left);
  const leaves = audited.reduce((sum, auditedHub) => sum + auditedHub.leaves, 0);
  if (format !== "json") {
    const what = audited.length === 1 ? "1 hub" : `${audited.length} hubs`;
    io.note(`${what}, ${leaves} values: ${summaryText(counts)}\n`);
  }
  return failsBy(counts, parsed.switches.has("strict")) ? exitCode.found : exitCode.fine;
}
