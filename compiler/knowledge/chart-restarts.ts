// Which values the pods of the chart's own parts are made of, so that a change of them starts the part anew.
// Source: zero-to-jupyterhub-k8s, branch 4.x, 2026-11: jupyterhub/templates/hub/deployment.yaml (checksum/secret, of a Secret that holds
// all values, with the chart's version), proxy/deployment.yaml, proxy/autohttps/deployment.yaml and _configmap-traefik.yaml.

import { isList, isMap, type Json, type JsonMap, valueAt } from "./json-schema.ts";

/**
 * `proxy` is what every connection goes through where HTTPS does not end in front of it; `autohttps` is traefik in front of it;
 * `user-scheduler` gives people's servers their nodes; `image-puller` brings images to nodes before somebody waits for them.
 */
export type ChartPart = "proxy" | "autohttps" | "user-scheduler" | "image-puller";

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
  "user-scheduler": [...priority, "scheduling.userScheduler", "imagePullSecrets", "imagePullSecret"],
  "image-puller": [
    "scheduling.podPriority.enabled",
    "scheduling.userPods",
    "singleuser.nodeSelector",
    "singleuser.extraTolerations",
    "singleuser.cloudMetadata",
    "singleuser.networkTools",
    "prePuller",
    "imagePullSecrets",
    "imagePullSecret",
  ],
};

/** Of these parts, values that are of other objects than the pod. */
const besidePod = [
  ...["networkPolicy", "pdb", "service", "serviceAccount", "revisionHistoryLimit", "extraDynamicConfig"],
  ...["replicas", "hook", "continuous"],
];

/** Parts whose pods differ between two values of one chart, and that are there before and after. */
export function restartedParts(before: JsonMap, after: JsonMap): readonly ChartPart[] {
  const parts: readonly ChartPart[] = ["proxy", "autohttps", "user-scheduler", "image-puller"];
  return parts.filter((part) => {
    if (!isThere(part, before) || !isThere(part, after)) return false;
    if (part === "image-puller" && !isSameValue(pulledImages(before), pulledImages(after))) return true;
    if (part === "proxy" && tlsOfProxy(before) !== tlsOfProxy(after)) return true;
    return partValues[part].some((path) => !isSameValue(ofPod(before, path), ofPod(after, path)));
  });
}

function ofPod(values: JsonMap, path: string): Json | undefined {
  const found = valueAt(values, path);
  if (!isMap(found)) return found;
  return Object.fromEntries(Object.entries(found).filter(([key]) => !besidePod.includes(key)));
}

function isThere(part: ChartPart, values: JsonMap): boolean {
  if (part === "autohttps") return hasAutohttps(values);
  if (part === "user-scheduler") return valueAt(values, "scheduling.userScheduler.enabled") !== false;
  return part === "proxy" || valueAt(values, "prePuller.continuous.enabled") !== false;
}

/** The images that the puller has a container of each for, in their order (templates/image-puller/_helpers-daemonset.tpl). */
function pulledImages(values: JsonMap): readonly Json[] {
  const list = (path: string) => {
    const found = valueAt(values, path);
    return isList(found) ? found.filter(isMap) : [];
  };
  const containers = [...list("singleuser.initContainers"), ...list("singleuser.extraContainers")];
  const profiles = list("singleuser.profileList").flatMap((profile) => {
    const options = profile["profile_options"];
    const choices = isMap(options)
      ? Object.values(options)
          .filter(isMap)
          .flatMap(({ choices }) => (isMap(choices) ? Object.values(choices) : []))
      : [];
    return [profile, ...choices.filter(isMap)].map((object) => valueAt(object, "kubespawner_override.image") ?? null);
  });
  return [
    valueAt(values, "singleuser.image") ?? null,
    ...containers.map((object) => object["image"] ?? null),
    ...(valueAt(values, "prePuller.pullProfileListImages") === false ? [] : profiles.filter((one) => one !== null)),
  ];
}

export function hasAutohttps(values: JsonMap): boolean {
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
