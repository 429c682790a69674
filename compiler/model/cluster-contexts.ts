// What a provider's cluster is called in a kubeconfig, so that nothing is deployed to another one: `hubc deploy` and the script of a release
// hold the context against it.

import type { Provider } from "./provider.ts";

/** A name of a context or of a cluster. */
export interface ContextName {
  /** As messages name it. */
  readonly shown: string;
  /** `*` at an end stands for anything. */
  readonly patterns: readonly string[];
}

/**
 * What the tools of the clouds call their clusters in a kubeconfig (`gcloud container clusters get-credentials`, `aws eks
 * update-kubeconfig`, eksctl, `az aks get-credentials`, kind; 2026-11). Undefined where nothing gives them a name.
 */
export function contextNames({ variant, settings, name }: Provider): readonly ContextName[] | undefined {
  const value = (key: string) => settings[key]?.value ?? "";
  const exactly = (shown: string): ContextName => ({ shown, patterns: [shown] });
  switch (variant) {
    case "gke":
      return [exactly(`gke_${value("project")}_${value("region") || value("zone")}_${value("cluster")}`)];
    case "eks": {
      const eksctl = `${value("cluster")}.${value("region")}.eksctl.io`;
      return [
        exactly(`arn:aws:eks:${value("region")}:${value("account")}:cluster/${value("cluster")}`),
        { shown: eksctl, patterns: [eksctl, `*@${eksctl}`] },
      ];
    }
    case "aks":
    case "openstack":
      return [{ shown: value("cluster"), patterns: [value("cluster"), `${value("cluster")}-admin`] }];
    case "kubernetes":
      return [exactly(value("context"))];
    case "kind":
      return [exactly(`kind-${name}`)];
    case "k3s":
      return undefined;
  }
}

/** Clouds by what their tools call a context or a cluster, and by the addresses of their servers. */
export const cloudContexts: readonly {
  readonly cloud: string;
  readonly names: readonly string[];
  readonly servers: readonly string[];
}[] = [
  { cloud: "Google", names: ["gke_*"], servers: [] },
  { cloud: "Amazon", names: ["arn:aws*", "*.eksctl.io"], servers: ["*.eks.amazonaws.com*"] },
  { cloud: "Azure", names: [], servers: ["*.azmk8s.io*"] },
];

export function fitsPattern(text: string, pattern: string): boolean {
  const [before, after] = [pattern.startsWith("*"), pattern.endsWith("*")];
  const part = pattern.slice(before ? 1 : 0, after ? -1 : undefined);
  if (before && after) return text.includes(part);
  if (before) return text.endsWith(part);
  return after ? text.startsWith(part) : text === part;
}

/** Of a context that has none of the names, after a comma: what is wrong, and what to do. */
export function otherClusterText(provider: Provider, names: readonly ContextName[]): string {
  const shown = names.map((context) => `\`${context.shown}\``).join(" or ");
  return `which is not that of the provider \`${provider.name}\`: that one is ${shown}. Choose its context with --context${learn(provider)}. Where it is that cluster under a name of your own, \`kubectl config rename-context\` gives it the other.`;
}

/** Of a context of a cloud, after a comma, for a provider that is machines of one's own. */
export function cloudClusterText({ name, variant }: Provider): string {
  return `and the provider \`${name}\` is machines of one's own (${variant}). Choose its context with --context.`;
}

function learn({ variant, settings }: Provider): string {
  const value = (key: string) => settings[key]?.value ?? "";
  const place = settings["region"] ? `--region ${value("region")}` : `--zone ${value("zone")}`;
  switch (variant) {
    case "gke":
      return `; \`gcloud container clusters get-credentials ${value("cluster")} ${place} --project ${value("project")}\` makes it`;
    case "eks":
      return `; \`aws eks update-kubeconfig --name ${value("cluster")} --region ${value("region")}\` makes it`;
    case "aks":
      return `; \`az aks get-credentials --resource-group ${value("resource-group")} --name ${value("cluster")}\` makes it`;
    default:
      return "";
  }
}
