// What the program in the editor would change against the last commit: the plan of `hubc plan`, in a line above a file's first
// declaration. Git gives the commit's files once; they are kept until there is another commit or another day.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { settledChanges } from "../cli/settle-changes.ts";
import type { Examined } from "../examine.ts";
import { readYaml } from "../knowledge/read-yaml.ts";
import { revisionAt, withRevision } from "../node/git-revision.ts";
import { loadSources } from "../node/load-sources.ts";
import type { Snapshot } from "../plan/plan.ts";
import { planned, snapshotOf } from "../service/plan.ts";
import { planSummary } from "../service/plan-summary.ts";
import { deployedFiles } from "../targets/deployed-files.ts";
import type { Day } from "../text/calendar.ts";
import { createWorkspace } from "../workspace.ts";
import type { OpenProgram } from "./open-program.ts";
import { examinedNow } from "./session.ts";

/** Undefined where there is nothing to compare with: no repository, no commit, a program with errors now or then. */
export async function planLensTitle(program: OpenProgram): Promise<string | undefined> {
  const root = program.loaded?.root;
  const { model, sources, options } = examinedNow(program);
  if (root === undefined || model === undefined) return undefined;
  const before = await committed(program, root, options.on);
  if (before === undefined) return undefined;
  const now = { model, files: deployedFiles(model, { readYaml }) };
  const { plan } = planned(before, now, {
    readYaml,
    settle: (diagnostics) => settledChanges(diagnostics, sources, model),
  });
  return `${planSummary(plan, before, snapshotOf(now))}, against the last commit`;
}

interface Committed {
  readonly commit: string;
  readonly on: Day;
  readonly snapshot: Snapshot | undefined;
}

const kept = new WeakMap<OpenProgram, Committed>();

async function committed(program: OpenProgram, root: string, on: Day): Promise<Snapshot | undefined> {
  const revision = await revisionAt(root, "HEAD", process.env);
  if ("problem" in revision) return undefined;
  const before = kept.get(program);
  if (before?.commit === revision.commit && before.on === on) return before.snapshot;
  const read = await withRevision(root, revision, process.env, async (folder) => snapshotAt(program, folder, on));
  const snapshot = read !== undefined && "problem" in read ? undefined : read;
  kept.set(program, { commit: revision.commit, on, snapshot });
  return snapshot;
}

/** The program in a folder; undefined where it has errors. One that was not there yet has nothing. */
function snapshotAt({ place }: OpenProgram, folder: string, on: Day): Snapshot | undefined {
  if (!existsSync(folder) || "unsaved" in place) return snapshotOf(undefined);
  if (place.only !== undefined && !existsSync(join(folder, place.only))) return snapshotOf(undefined);
  const { sources } = loadSources({ ...place, root: folder });
  if (sources.files.length === 0) return snapshotOf(undefined);
  const workspace = createWorkspace({ on }, readYaml);
  for (const { path, text } of sources.files) workspace.setFile(path, text);
  for (const [path, text] of sources.assets) workspace.setAsset(path, text);
  const { model }: Examined = workspace.examined();
  return model && snapshotOf({ model, files: deployedFiles(model, { readYaml }) });
}
