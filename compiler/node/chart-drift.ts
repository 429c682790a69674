// What of the objects that helm made is other than helm made it: each is tried by a server-side apply in dry run, as helm would apply it.
// Secrets are left out, since their values would be read for it.

import { objectsOf } from "../cluster/cluster-object.ts";
import type { ObjectDrift } from "../cluster/cluster-plan.ts";
import { fieldDifferences } from "../cluster/field-differences.ts";
import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { inTurn } from "./in-turn.ts";
import type { KubeObjects } from "./kube-objects.ts";

/** @throws ClusterFailure */
export async function chartDrift(
  objects: KubeObjects,
  { manifest, namespace, release }: { readonly manifest: string; readonly namespace: string; readonly release: string },
  readYaml: ReadYaml,
): Promise<readonly ObjectDrift[]> {
  const read = readYaml(manifest);
  const documents = "documents" in read ? read.documents : [];
  // What YAML without tags holds is JSON.
  const made = documents.flatMap(({ value }) => (value === undefined ? [] : objectsOf(value as Json)));
  const found = await inTurn(
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
  return found.filter((one) => one !== undefined);
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
