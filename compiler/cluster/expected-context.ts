// Whether a context of a kubeconfig leads to the provider's cluster, so that nothing is deployed to another one.

import type { Provider } from "../model/provider.ts";

/** A context with the cluster that it leads to, as a kubeconfig names them. */
export interface KubeContext {
  readonly name: string;
  readonly cluster: string;
  /** `https://10.0.0.1:6443`. */
  readonly server: string;
}

/** What is wrong with the context, in sentences; undefined where it is the provider's. */
export function wrongContext(context: KubeContext, provider: Provider): string | undefined {
  const expected = expectedNames(provider);
  if (expected === undefined) {
    const cloud = cloudOf(context);
    if (cloud === undefined) return undefined;
    return `The context \`${context.name}\` leads to a cluster of ${cloud}, and the provider \`${provider.name}\` is machines of one's own (${provider.variant}). Choose its context with --context.`;
  }
  const isIts = expected.some(({ name }) => name.test(context.name) || name.test(context.cluster));
  if (isIts) return undefined;
  const names = expected.map(({ shown }) => `\`${shown}\``).join(" or ");
  return `The context \`${context.name}\` leads to the cluster \`${context.cluster}\` (${context.server}), which is not that of the provider \`${provider.name}\`: that one is ${names}. Choose its context with --context${learn(provider)}.`;
}

interface Expected {
  readonly shown: string;
  readonly name: RegExp;
}

/**
 * What the tools of the clouds call their clusters in a kubeconfig (`gcloud container clusters get-credentials`, `aws eks
 * update-kubeconfig`, eksctl, `az aks get-credentials`, kind; 2026-11). Undefined where nothing gives them a name.
 */
function expectedNames({ variant, settings, name }: Provider): readonly Expected[] | undefined {
  const value = (key: string) => settings[key]?.value ?? "";
  const exactly = (shown: string): Expected => ({ shown, name: new RegExp(`^${escaped(shown)}$`) });
  switch (variant) {
    case "gke":
      return [exactly(`gke_${value("project")}_${value("region") || value("zone")}_${value("cluster")}`)];
    case "eks":
      return [
        exactly(`arn:aws:eks:${value("region")}:${value("account")}:cluster/${value("cluster")}`),
        {
          shown: `${value("cluster")}.${value("region")}.eksctl.io`,
          name: new RegExp(`^(?:[^@]+@)?${escaped(`${value("cluster")}.${value("region")}.eksctl.io`)}$`),
        },
      ];
    case "aks":
    case "openstack":
      return [{ shown: value("cluster"), name: new RegExp(`^${escaped(value("cluster"))}(?:-admin)?$`) }];
    case "kubernetes":
      return [exactly(value("context"))];
    case "kind":
      return [exactly(`kind-${name}`)];
    case "k3s":
      return undefined;
  }
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

function cloudOf({ name, cluster, server }: KubeContext): string | undefined {
  if ([name, cluster].some((one) => one.startsWith("gke_"))) return "Google";
  if ([name, cluster].some((one) => /^arn:aws|\.eksctl\.io$/.test(one)) || /\.eks\.amazonaws\.com/.test(server))
    return "Amazon";
  return /\.azmk8s\.io/.test(server) ? "Azure" : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
