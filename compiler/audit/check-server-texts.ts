// Texts that servers get, in variables and files: addresses of people's servers, folders of conda, and variables that changed places.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { pathText } from "../model/check-chart-leaf.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { pitfall } from "../schema/values-diagnostics.ts";
import type { Span } from "../text/span.ts";
import { swappedVariable } from "./course-grants-diagnostics.ts";
import { leavesOf, mapOfValues } from "./value-places.ts";

interface ServerText {
  readonly path: readonly string[];
  readonly text: string;
  readonly span: Span;
}

export function checkServerTexts(values: ChartMap, report: Report): void {
  for (const kind of ["extraEnv", "extraFiles"])
    for (const { path, data } of leavesOf(mapOfValues(values, ["singleuser", kind]))) {
      if (data.kind !== "scalar" || typeof data.value !== "string") continue;
      const text = { path: ["singleuser", kind, ...path], text: data.value, span: data.span };
      if (kind === "extraEnv") checkAddress(text, report);
      else checkAssignments(text, report);
      checkCondaFolder(text, report);
    }
}

/** KubeSpawner fills in the name as Kubernetes takes it (kubespawner 7.0.0, spawner.py, _expand_user_properties); an address has the name itself. */
function checkAddress({ path, text, span }: ServerText, report: Report): void {
  if (!/\/user\/\{username\}/.test(text)) return;
  const problem =
    "is an address with `{username}`, which is the name without the signs that Kubernetes does not take, so that it leads nowhere for whoever has one: servers have the address in `JUPYTERHUB_SERVICE_PREFIX`";
  report(diagnose(pitfall, { path: pathText(path), problem }, { span }));
}

/** conda keeps environments in `envs` (conda 24.7, base/constants.py); repo2docker's is `/srv/conda/envs/notebook`. */
function checkCondaFolder({ path, text, span }: ServerText, report: Report): void {
  const [found] = /\/(?:srv|opt)\/conda\/env\/[\w/.-]*/.exec(text) ?? [];
  if (found === undefined) return;
  const problem = `names \`${found}\`, and conda keeps environments in \`envs\`: is it a slip?`;
  report(diagnose(pitfall, { path: pathText(path), problem }, { span }));
}

/** Lines such as `Sys.setenv(APP_URL = "…")` and `export APP_URL="…"`. */
function checkAssignments({ text, span }: ServerText, report: Report): void {
  for (const [, name = "", value = ""] of text.matchAll(
    /\b([A-Z][A-Z0-9_]*_(?:URL|CLIENT_ID))["']?\s*[=:]\s*["']([^"'\n]*)["']/g,
  )) {
    const what = whatIsSwapped(name, value);
    if (what !== undefined) report(diagnose(swappedVariable, { name, what }, { span }));
  }
}

/** What a variable holds that belongs in another: a client's id, and an address. */
export function whatIsSwapped(name: string, value: string): string | undefined {
  if (/_URL$/.test(name) && /^Iv\d/.test(value)) return "the id of an application";
  return /_CLIENT_ID$/.test(name) && /^https?:\/\//.test(value) ? "an address" : undefined;
}
