// A release's values for the JupyterHub chart: the parts, put together in the order in which an operator reads them.

import { authenticators } from "../../knowledge/authenticators.ts";
import { secretsDirectory } from "../../knowledge/chart.ts";
import type { Release } from "../../model/model.ts";
import { htmlText } from "../../output/html-text.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, type YamlData, yaml } from "../../output/yaml-tree.ts";
import hubPeople from "./hub-people.py";
import { ingress, proxy } from "./network.ts";
import { type People, people } from "./people.ts";
import { coreSelector, scheduling } from "./pools.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { collaboratingAccounts, servers, spawnerOverrides } from "./servers.ts";
import { signIn } from "./sign-in.ts";

/** `hubs/<hub>/<stage>/values.yaml`. */
export function helmValues(
  context: ReleaseContext,
  hubImage: { readonly name: string; readonly tag: string } | undefined,
): OutputFile {
  const { release } = context;
  const who = people(release, collaboratingAccounts(release));
  const values = {
    custom: { hubc: who.data },
    hub: hub(context, who, hubImage),
    proxy: proxy(context),
    ingress: ingress(release),
    singleuser: servers(context),
    scheduling: scheduling(release, context.model),
    cull: cull(release),
  };
  const title = release.doc === undefined ? [] : [release.doc];
  const header = [
    `Values of the release ${release.name} for the JupyterHub chart ${context.model.project.chart.value}, written by hubc.`,
    ...title,
  ];
  return {
    path: `hubs/${release.hub}/${release.stage}/values.yaml`,
    ...printYaml([yaml(values)], { header, origin: release.span }),
  };
}

function hub(
  context: ReleaseContext,
  who: People,
  hubImage: { readonly name: string; readonly tag: string } | undefined,
): YamlData {
  const { release } = context;
  const { config, environment } = signIn(release);
  const overrides = spawnerOverrides(context);
  return {
    image:
      hubImage &&
      withComment(
        { name: hubImage.name, tag: hubImage.tag },
        `Holds ${authenticators[release.auth.variant]?.needs?.note}.`,
      ),
    nodeSelector: coreSelector(release),
    concurrentSpawnLimit: release.concurrentStarts && from(release.concurrentStarts),
    ...namedServers(release),
    // JupyterHub puts it into the page as HTML (jupyterhub 5.5, page.html).
    templateVars: release.announcement && {
      announcement: from(release.announcement, htmlText(release.announcement.value)),
    },
    config: { ...config, ...(overrides ? { KubeSpawner: overrides } : {}) },
    extraEnv: Object.keys(environment).length > 0 ? environment : undefined,
    loadRoles: Object.keys(who.roles).length > 0 ? who.roles : undefined,
    ...secretLists(release, who.secretKeys),
    extraConfig: { "90-hubc-people": hubPeople },
  };
}

function namedServers(release: Release): Record<string, YamlData> {
  const limit = release.namedServers;
  if (limit === undefined || limit.value === 0) return {};
  return { allowNamedServers: from(limit, true), namedServerLimitPerUser: from(limit) };
}

/** Lists of people are files in the hub's pod: only the keys that are needed, and none of the other secrets. */
function secretLists(release: Release, keys: readonly string[]): Record<string, YamlData> {
  if (keys.length === 0) return {};
  const items = keys.map((key) => ({ key, path: key }));
  const secret = { secretName: release.secretName, optional: true, items };
  const note = "Optional, so that the hub itself can say which list is missing.";
  return {
    extraVolumes: withComment([{ name: "hubc-people", secret }], note),
    extraVolumeMounts: [{ name: "hubc-people", mountPath: secretsDirectory, readOnly: true }],
  };
}

function cull(release: Release): YamlData {
  const { cull } = release;
  if (cull === undefined) return undefined;
  const idle = cull.idle?.value ?? 3600;
  return {
    enabled: true,
    timeout: cull.idle ? from(cull.idle) : idle,
    every: Math.min(600, idle),
    maxAge: cull.maxAge ? from(cull.maxAge) : undefined,
  };
}

/** Keys that the release's Secret must hold, with what each is for. */
export function secretKeys(release: Release): readonly { readonly key: string; readonly use: string }[] {
  const keys = new Map<string, string>();
  for (const [name, value] of Object.entries(release.auth.settings)) {
    const key = secretKey(value.value);
    if (key !== undefined) keys.set(key, `sign-in: ${name}`);
  }
  for (const key of people(release, new Set()).secretKeys) keys.set(key, "list of people, a username a line");
  for (const { name, value } of release.environment) {
    const key = secretKey(value.value);
    if (key !== undefined) keys.set(key, `environment variable ${name}`);
  }
  return [...keys].map(([key, use]) => ({ key, use })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

function secretKey(value: unknown): string | undefined {
  const isSecret =
    typeof value === "object" && value !== null && "kind" in value && value.kind === "secret" && "key" in value;
  return isSecret ? String(value.key) : undefined;
}
