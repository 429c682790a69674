import { takenOverBy } from "../../knowledge/loader-variables.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import type { OwnValue } from "../../model/chart-leaf.ts";
import type { Image } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { serversOn } from "../../model/server.ts";
import type { ChartData } from "../../schema/values/chart-data.ts";
import type { Span } from "../../text/span.ts";
import { defineRule, type ReportOf } from "../rule.ts";
import { entriesNamed } from "./entries-named.ts";

interface Variable {
  readonly name: string;
  readonly span: Span;
}

/** Variables of servers are those that only their own programs read. */
export const variable = defineRule<{ name: string; what: string }>({
  code: "server/variable",
  severity: "warning",
  title: "A variable that takes over every server",
  why: "Such a variable decides what runs before the program that was started, in every terminal, kernel and tool of everybody's server. Most are set by mistake; software is found where packages install it. Where it is meant, allow it with the reason.",
  message: ({ name, what }) => `\`${name}\` decides ${what}.`,
  check: ({ images, releases }, report) => {
    for (const image of images) asFarAsKnown(() => warn([...image.env, ...writtenInDockerfile(image)], report));
    for (const release of releases) asFarAsKnown(() => warnOf(release, report));
  },
});

function warnOf(release: Release, report: ReportOf<{ name: string; what: string }>): void {
  const ofServers = serversOn(release).flatMap(({ environment }) => environment);
  const ofContainers = release.containers.flatMap(({ environment }) => environment);
  const declared = [...release.environment, ...ofServers, ...ofContainers];
  warn(
    declared.map(({ name, value }) => ({ name, span: value.span })),
    report,
  );
  warn(release.ownValues.flatMap(ownVariables), report);
}

function warn(variables: readonly Variable[], report: ReportOf<{ name: string; what: string }>): void {
  for (const { name, span } of variables) {
    const what = takenOverBy(name);
    if (what !== undefined) report({ name, what }, { span });
  }
}

/** Names in the `ENV` lines of a Dockerfile's own part: `ENV A=1 B=2` and `ENV A 1`. */
function writtenInDockerfile({ dockerfile }: Image): Variable[] {
  if (dockerfile === undefined) return [];
  const lines = dockerfile.value.replaceAll(/\\\r?\n/g, " ").split("\n");
  const names = lines.flatMap((line) => {
    const rest = /^\s*ENV\s+(.*)$/i.exec(line)?.[1] ?? "";
    const pairs = [...rest.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)].map((match) => match[1] ?? "");
    return pairs.length > 0 ? pairs : rest.split(/\s/).slice(0, 1);
  });
  return names.map((name) => ({ name, span: dockerfile.span }));
}

/** Variables among values of one's own (chart 4.4.0, which refuses the spawner's trait for them beside its own values). */
function ownVariables({ leaf: { value, span } }: OwnValue): Variable[] {
  const [first, second, name] = value.path;
  if (first !== "singleuser") return [];
  if (second === "profileList") return entriesNamed("environment", value.data).flatMap(keysOf);
  return second === "extraEnv" && name !== undefined ? [{ name, span }] : [];
}

function keysOf(data: ChartData): Variable[] {
  return data.kind === "map" ? data.entries.map(({ key, keySpan }) => ({ name: key, span: keySpan })) : [];
}
