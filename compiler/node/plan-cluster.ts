// What of a release in its cluster is other than its program says, asked of the cluster: nothing is changed by it.

import { type ClusterPlan, valueDifference } from "../cluster/cluster-plan.ts";
import { fieldDifferences } from "../cluster/field-differences.ts";
import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { fixedKeys } from "../model/secret-keys.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { chartDrift } from "./chart-drift.ts";
import { helmContent } from "./helm-record.ts";
import type { ChosenContext } from "./kube-context.ts";
import type { KubeObjects } from "./kube-objects.ts";
import { type Deployment, planDeploy } from "./plan-deploy.ts";

/** @throws ClusterFailure where the cluster can't be asked. */
export async function planCluster(
  deployment: Deployment,
  { objects, chosen, readYaml }: { objects: KubeObjects; chosen: ChosenContext; readYaml: ReadYaml },
): Promise<ClusterPlan> {
  const { release } = deployment;
  const deploy = await planDeploy(deployment, { objects, chosen, options: { forceConflicts: true, moved: false } });
  if (deploy.record === undefined) return { deploy, values: undefined, drift: [] };
  const { values, manifest } = await helmContent(objects, release.namespace, deploy.record);
  const part = release.umbrella === undefined ? "" : `${release.umbrella.key.value}.`;
  // The proxy's key comes from a Secret, and is no value of the program.
  const left = release.secrets.fixedKeys.value ? `${part}${fixedKeys.proxy}` : undefined;
  const found = fieldDifferences(values, valuesOf(deployment, readYaml)).map(valueDifference);
  const place = { manifest, namespace: release.namespace, release: release.releaseName };
  const drift = await chartDrift(objects, place, readYaml);
  return {
    deploy,
    values: found.filter(({ path }) => path !== left),
    drift,
  };
}

function valuesOf({ values }: Deployment, readYaml: ReadYaml): JsonMap {
  const read = readYaml(values);
  const tree = "documents" in read ? (read.documents[0]?.value as Json) : undefined; // what hubc writes is JSON in YAML
  return isMap(tree) ? tree : {};
}
