// Whether a context of a kubeconfig leads to the provider's cluster, so that nothing is deployed to another one.

import {
  cloudClusterText,
  cloudContexts,
  contextNames,
  fitsPattern,
  otherClusterText,
} from "../model/cluster-contexts.ts";
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
  const { name, cluster, server } = context;
  const expected = contextNames(provider);
  if (expected === undefined) {
    const cloud = cloudOf(context);
    if (cloud === undefined) return undefined;
    return `The context \`${name}\` leads to a cluster of ${cloud}, ${cloudClusterText(provider)}`;
  }
  const patterns = expected.flatMap((context) => context.patterns);
  if (patterns.some((one) => fitsPattern(name, one) || fitsPattern(cluster, one))) return undefined;
  return `The context \`${name}\` leads to the cluster \`${cluster}\` (${server}), ${otherClusterText(provider, expected)}`;
}

function cloudOf({ name, cluster, server }: KubeContext): string | undefined {
  const its = cloudContexts.find(
    ({ names, servers }) =>
      names.some((one) => fitsPattern(name, one) || fitsPattern(cluster, one)) ||
      servers.some((one) => fitsPattern(server, one)),
  );
  return its?.cloud;
}
