// hubc status: what of each release runs in its cluster.

import { releaseStatus, statusText } from "../../node/release-status.ts";
import { printJson } from "../../text/print-json.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkedModel } from "../checked-model.ts";
import { contextFor, objectsOf, orCannotRun, patienceOf } from "../cluster-connection.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate } from "../load-program.ts";
import { requireSelected } from "../selection.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const patience = patienceOf(parsed);
  const [hub, path] = parsed.positionals;
  const stage = parsed.values.get("stage");
  const selection = { ...(hub === undefined ? {} : { hub }), ...(stage === undefined ? {} : { stage }) };
  const model = await checkedModel(path, { on: buildDate(parsed.values.get("on"), io.now) }, io);
  if (model === undefined) return exitCode.found;
  requireSelected(model, selection);
  const releases = model.releases.filter(
    (release) => (hub === undefined || release.hub === hub) && (stage === undefined || release.stage === stage),
  );
  if (releases.length === 0) throw new CannotRun("There is no hub of the program's own to ask about.");
  const objects = await objectsOf(await contextFor(releases, parsed, io), patience);
  try {
    const found = [];
    for (const release of releases) found.push(await orCannotRun(() => releaseStatus(objects, release)));
    const isJson = parsed.values.get("format") === "json";
    io.stdout(isJson ? printJson({ releases: found }) : found.map(statusText).join("\n"));
    return exitCode.fine;
  } finally {
    objects.api.end();
  }
}
