// Who may have a profile: the keys by which the hub's own Python narrows a list of profiles, which KubeSpawner itself passes over.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { traitsOf } from "../knowledge/hub-traits.ts";
import { sectionOf } from "../knowledge/sign-in-classes.ts";
import { pathText } from "../model/check-chart-leaf.ts";
import type { ChartData, ChartEntry, ChartMap } from "../schema/values/chart-data.ts";
import { pitfall } from "../schema/values-diagnostics.ts";
import { hubCode } from "./hub-code.ts";
import { mapOfValues, placeAt } from "./value-places.ts";

interface Narrowed {
  readonly path: readonly (string | number)[];
  readonly entry: ChartEntry;
}

/** Keys of a profile, and of a choice, that narrow who may have it. */
const narrowing = /^allowed_\w+$/;

export function checkProfiles(values: ChartMap, chart: Chart, report: Report): void {
  const list = placeAt(values, ["singleuser", "profileList"])?.data;
  if (list === undefined) return;
  const code = hubCode(values);
  const traits = traitsOf(chart, "KubeSpawner") ?? {};
  const isGitHub =
    sectionOf(textAt(values, ["hub", "config", "JupyterHub", "authenticator_class"])) === "GitHubOAuthenticator";
  for (const narrowed of narrowedIn(list, ["singleuser", "profileList"])) {
    const say = (problem: string, span = narrowed.entry.keySpan) =>
      report(diagnose(pitfall, { path: pathText(narrowed.path), problem }, { span }));
    const { key } = narrowed.entry;
    // A program of the hub's own that reads another such key reads this one nowhere.
    if (!Object.hasOwn(traits, key) && !new RegExp(`\\b${key}\\b`).test(code)) {
      const read = [...new Set([...code.matchAll(/\ballowed_(?:groups|teams|users)\b/g)].map(([name]) => name))];
      if (read.length > 0)
        say(
          `is read by nobody, so that everybody has the profile: the hub's Python reads ${read.map((one) => `\`${one}\``).join(", ")}`,
        );
    }
    if (!isGitHub) continue;
    for (const { text, span } of textsIn(narrowed.entry.value))
      if (/^[\w.-]+\/[\w.-]+$/.test(text) && (key === "allowed_teams" || key === "allowed_groups"))
        say(`names \`${text}\`, and a team of GitHub is written \`${text.replace("/", ":")}\``, span);
    if (readsTeams(code) && !knowsTeams(values) && textsIn(narrowed.entry.value).some(({ text }) => text.includes(":")))
      say(
        "is for teams, which the hub's Python looks for in what it keeps of a sign-in, and it keeps none: `GitHubOAuthenticator.populate_teams_in_auth_state` and `Authenticator.enable_auth_state` are not both `true`",
      );
  }
}

/** The keys that narrow, in profiles and in their choices. */
function narrowedIn(data: ChartData, path: readonly (string | number)[]): readonly Narrowed[] {
  if (data.kind === "list") return data.items.flatMap((item, i) => narrowedIn(item, [...path, i]));
  if (data.kind !== "map") return [];
  return data.entries.flatMap((entry): readonly Narrowed[] => {
    const at = [...path, entry.key];
    if (narrowing.test(entry.key)) return [{ path: at, entry }];
    return entry.key === "kubespawner_override" ? [] : narrowedIn(entry.value, at);
  });
}

function readsTeams(code: string): boolean {
  return (
    /auth_state\[["']teams["']\]/.test(code) &&
    !/^\s*c\.\w+\.(?:enable_auth_state|populate_teams_in_auth_state)\b/m.test(code)
  );
}

function knowsTeams(values: ChartMap): boolean {
  const isTrue = (...path: string[]) => {
    const data = placeAt(mapOfValues(values, ["hub", "config"]), path)?.data;
    return data?.kind === "scalar" && data.value === true;
  };
  const classes = ["GitHubOAuthenticator", "OAuthenticator", "Authenticator"];
  return (
    classes.some((one) => isTrue(one, "enable_auth_state")) &&
    isTrue("GitHubOAuthenticator", "populate_teams_in_auth_state")
  );
}

function textsIn(data: ChartData): readonly { readonly text: string; readonly span: ChartData["span"] }[] {
  if (data.kind === "list") return data.items.flatMap(textsIn);
  return data.kind === "scalar" && typeof data.value === "string" ? [{ text: data.value, span: data.span }] : [];
}

function textAt(values: ChartMap, path: readonly string[]): string | undefined {
  const data = placeAt(values, path)?.data;
  return data?.kind === "scalar" && typeof data.value === "string" ? data.value : undefined;
}
