// Which values the pods of the chart's own parts are made of, so that a change of them starts the part anew.
// Source: zero-to-jupyterhub-k8s, branch 4.x, 2026-11: jupyterhub/templates/hub/deployment.yaml (checksum/secret, of a Secret that holds
// all values, with the chart's version), proxy/deployment.yaml, proxy/autohttps/deployment.yaml and _configmap-traefik.yaml.

import { isList, isMap, type Json, type JsonMap } from "./json-schema.ts";
import { valueAt } from "./value-at.ts";

/** `proxy` is what every connection goes through where HTTPS does not end in front of it; `autohttps` is traefik in front of it. */
export type ChartPart = "proxy" | "autohttps";

const priority = ["scheduling.podPriority.enabled", "scheduling.corePods"];

const partValues: Readonly<Record<ChartPart, readonly string[]>> = {
  proxy: [
    ...priority,
    "proxy.secretToken",
    "proxy.labels",
    "proxy.annotations",
    "proxy.chp",
    "proxy.https.secret",
    "proxy.https.manual",
    "debug.enabled",
    "hub.config.JupyterHub.subdomain_host",
    "imagePullSecrets",
    "imagePullSecret",
  ],
  autohttps: [
    ...priority,
    "proxy.traefik",
    "proxy.secretSync",
    "proxy.https.letsencrypt",
    "imagePullSecrets",
    "imagePullSecret",
  ],
};

/** Of these parts, values that are of other objects than the pod. */
const besidePod = ["networkPolicy", "pdb", "service", "serviceAccount", "revisionHistoryLimit", "extraDynamicConfig"];

/** Parts whose pods differ between two values of one chart, and that are there before and after. */
export function restartedParts(before: JsonMap, after: JsonMap): readonly ChartPart[] {
  const parts: readonly ChartPart[] = ["proxy", "autohttps"];
  return parts.filter((part) => {
    if (part === "autohttps" && !(hasAutohttps(before) && hasAutohttps(after))) return false;
    if (part === "proxy" && tlsOfProxy(before) !== tlsOfProxy(after)) return true;
    return partValues[part].some((path) => !isSameValue(ofPod(before, path), ofPod(after, path)));
  });
}

function ofPod(values: JsonMap, path: string): Json | undefined {
  const found = valueAt(values, path);
  if (!isMap(found)) return found;
  return Object.fromEntries(Object.entries(found).filter(([key]) => !besidePod.includes(key)));
}

function hasAutohttps(values: JsonMap): boolean {
  const hosts = valueAt(values, "proxy.https.hosts");
  const type = valueAt(values, "proxy.https.type") ?? "letsencrypt";
  return valueAt(values, "proxy.https.enabled") === true && isList(hosts) && hosts.length > 0 && type === "letsencrypt";
}

/** What kind of certificate the proxy itself holds. */
function tlsOfProxy(values: JsonMap): string {
  const type = valueAt(values, "proxy.https.type");
  const own = valueAt(values, "proxy.https.enabled") === true && (type === "manual" || type === "secret");
  return own ? String(type) : "none";
}

/** The same data, whatever the order of keys. */
export function isSameValue(one: Json | undefined, other: Json | undefined): boolean {
  if (isMap(one) && isMap(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSameValue(one[key], other[key]));
  }
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, i) => isSameValue(item, other[i]));
  return one === other;
}
