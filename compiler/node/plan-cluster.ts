// What of a release in its cluster is other than its program says, asked of the cluster: nothing is changed by it.

import { objectsOf } from "../cluster/cluster-object.ts";
import { type ClusterPlan, type ObjectDrift, valueDifference } from "../cluster/cluster-plan.ts";
import { fieldDifferences } from "../cluster/field-differences.ts";
import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { fixedKeys } from "../model/secret-keys.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { helmContent } from "./cluster-releases.ts";
import { inTurn } from "./in-turn.ts";
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

// What of the objects that helm made is other than helm made it: each is tried by a server-side apply in dry run, as helm would apply it.
// Secrets are left out, since their values would be read for it.

/** @throws ClusterFailure */
async function chartDrift(
  objects: KubeObjects,
  { manifest, namespace, release }: { readonly manifest: string; readonly namespace: string; readonly release: string },
  readYaml: ReadYaml,
): Promise<readonly ObjectDrift[]> {
  const read = readYaml(manifest);
  const documents = "documents" in read ? read.documents : [];
  // What YAML without tags holds is JSON.
  const made = documents.flatMap(({ value }) => (value === undefined ? [] : objectsOf(value as Json)));
  const drifts = await inTurn(
    made.filter(({ kind }) => kind !== "Secret"),
    async ({ body, ...id }): Promise<ObjectDrift | undefined> => {
      const placed = { ...id, namespace: id.namespace ?? namespace };
      const live = await objects.get(placed);
      if (live === undefined) return { kind: "gone", id: placed };
      const marked = { ...placed, body: asHelmMarks(body, release, namespace) };
      const answer = await objects.apply(marked, { dryRun: true, force: true, manager: "helm" });
      if (answer.kind === "refused" && answer.refusal.code === 422)
        return { kind: "stuck", id: placed, problem: (await objects.failure(answer, "patch", placed)).message };
      if (answer.kind !== "ok") throw await objects.failure(answer, "patch", placed);
      const differences = fieldDifferences(live, answer.body);
      return differences.length === 0 ? undefined : { kind: "changed", id: placed, differences };
    },
  );
  return drifts.filter((drift) => drift !== undefined);
}

/** helm says of each object whose it is, beside what the chart wrote (helm 3.17 and 4.1, pkg/action/validate.go). */
function asHelmMarks(body: JsonMap, release: string, namespace: string): JsonMap {
  const { metadata } = body;
  const own = isMap(metadata) ? metadata : {};
  const [labels, annotations] = [own["labels"], own["annotations"]].map((one) => (isMap(one) ? one : {}));
  return {
    ...body,
    metadata: {
      ...own,
      labels: { ...labels, "app.kubernetes.io/managed-by": "Helm" },
      annotations: {
        ...annotations,
        "meta.helm.sh/release-name": release,
        "meta.helm.sh/release-namespace": namespace,
      },
    },
  };
}
