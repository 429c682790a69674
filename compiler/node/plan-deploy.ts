// What deploying a release would do, asked of the cluster: nothing is changed by it. Objects are tried by a server-side apply in dry run.

import { createHash } from "node:crypto";
import { ownedFields } from "../cluster/api-answer.ts";
import { type ClusterObject, groupOf, manifestObjects, type ObjectId } from "../cluster/cluster-object.ts";
import type { DeployPlan, ObjectChange } from "../cluster/deploy-plan.ts";
import { addedFields, fieldDifferences, othersWrote } from "../cluster/field-differences.ts";
import { type HelmRecord, helmRecords } from "../cluster/helm-release.ts";
import { type Inventory, inventoryId, leftovers, noInventory, readInventory } from "../cluster/inventory.ts";
import { asWritten } from "../cluster/owned-fields.ts";
import { fixedFieldText } from "../cluster/refusal-text.ts";
import { isMap, type Json, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import { isClusterWide, ownKinds } from "../knowledge/kubernetes-kinds.ts";
import type { Project } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import type { OutputFile } from "../output/output-file.ts";
import { homeOf, nowhere } from "../plan/home-place.ts";
import { immutableChanges } from "../plan/immutable-fields.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { inTurn } from "./in-turn.ts";
import type { ChosenContext } from "./kube-context.ts";
import { ClusterFailure, idsOf, type KubeObjects, noSuchKind } from "./kube-objects.ts";
import { secretProblems } from "./secret-problems.ts";
import { type SopsFile, sopsFileOf } from "./sops-file.ts";

/** What is deployed: a release of a program, with what a build writes for it. */
export interface Deployment {
  readonly release: Release;
  readonly project: Project;
  /** The project's folder, absolute. */
  readonly root: string;
  /** The text of values.yaml. */
  readonly values: string;
  readonly objects: readonly ClusterObject[];
  /** Where the homes are, in words. */
  readonly homes: string | undefined;
  /** The file that sops keeps the Secret in, where it is at hand. */
  readonly sops: SopsFile | undefined;
  /** A chart in place of the repository's: a folder or an archive. */
  readonly chart: string | undefined;
}

export function deploymentOf(
  release: Release,
  {
    project,
    root,
    files,
    readYaml,
    chart,
  }: {
    readonly project: Project;
    readonly root: string;
    readonly files: readonly OutputFile[];
    readonly readYaml: ReadYaml;
    readonly chart: string | undefined;
  },
): Deployment {
  const values = files.find(({ path }) => path === `${release.folder}/values.yaml`)?.text;
  if (values === undefined) throw new Error(`invariant: no values for ${release.name}`);
  const read = readYaml(values);
  const tree = "documents" in read ? (read.documents[0]?.value as Json) : undefined; // what hubc writes is JSON in YAML
  const homes = isMap(tree) ? homeOf(tree) : undefined;
  const objects = manifestObjects(release.folder, files, readYaml);
  return { release, project, root, values, homes, chart, objects, sops: sopsFileOf(release, root, readYaml) };
}

/** With the release's namespace at objects that name none, of kinds that only the cluster knows. @throws ClusterFailure */
export async function placedDeployment(deployment: Deployment, objects: KubeObjects): Promise<Deployment> {
  const { namespace } = deployment.release;
  const placed = await inTurn(deployment.objects, async (object) => {
    if (object.namespace !== undefined || isClusterWide(groupOf(object.apiVersion), object.kind)) return object;
    if (!(await objects.liesInNamespaces(object))) return object;
    const { metadata } = object.body;
    return {
      ...object,
      namespace,
      body: { ...object.body, metadata: { ...(isMap(metadata) && metadata), namespace } },
    };
  });
  return { ...deployment, objects: placed };
}

/** The fingerprint of what helm is given. */
export function valuesDigest({ values, chart, project }: Deployment): string {
  return createHash("sha256")
    .update(JSON.stringify([values, chart ?? project.chart.value]))
    .digest("hex");
}

export interface PlanOptions {
  readonly forceConflicts: boolean;
  readonly moved: boolean;
}

/** @throws ClusterFailure where the cluster can't be asked. */
export async function planDeploy(
  deployment: Deployment,
  { objects, chosen, options }: { objects: KubeObjects; chosen: ChosenContext; options: PlanOptions },
): Promise<DeployPlan> {
  const { release } = deployment;
  const state = await namespaceState(objects, release.namespace);
  const found = await brought(objects, deployment, state);
  const changes = await inTurn(deployment.objects, (object) => changeOf(object, { objects, options, state }));
  const problems = [
    ...changes.flatMap((one) => (typeof one === "string" ? [one] : [])),
    ...(await secretProblems(objects, deployment, state)),
    ...(await missingClasses(objects, deployment)),
    ...movedHomes(
      deployment,
      options.moved ? undefined : await homesNow(objects, deployment, found.inventory),
      options,
    ),
  ];
  const records = state === "there" ? await recordsOf(objects, release) : [];
  const values = found.inventory.values;
  return {
    release: release.name,
    releaseName: release.releaseName,
    namespace: release.namespace,
    context: chosen.context.name,
    server: chosen.context.server,
    objects: changes.filter((one) => typeof one !== "string"),
    leftovers: leftovers(found.earlier, deployment.objects, found.others),
    secret: deployment.sops && { name: release.secretName, file: deployment.sops.path },
    record: records[0],
    valuesChange: values === undefined ? undefined : values !== valuesDigest(deployment),
    problems,
  };
}

export type NamespaceState = "absent" | "there";

/** @throws ClusterFailure where it is being deleted. */
async function namespaceState(objects: KubeObjects, name: string): Promise<NamespaceState> {
  const object = await objects.get({ apiVersion: "v1", kind: "Namespace", namespace: undefined, name });
  if (object === undefined) return "absent";
  if (valueAt(object, "metadata.deletionTimestamp") !== undefined)
    throw new ClusterFailure(
      `The namespace \`${name}\` is being deleted, so nothing can be made in it. Wait until it is gone, then deploy again; \`kubectl get namespace ${name} --output yaml\` says what holds it.`,
    );
  return "there";
}

export interface Brought {
  readonly inventory: Inventory;
  /** All that hubc has made for the release, by the inventory and by labels. */
  readonly earlier: readonly ObjectId[];
  /** What other releases of the namespace have. */
  readonly others: readonly ObjectId[];
}

/** What the cluster has of the release, as hubc knows it. @throws ClusterFailure */
export async function brought(objects: KubeObjects, { release }: Deployment, state: NamespaceState): Promise<Brought> {
  if (state === "absent") return { inventory: noInventory, earlier: [], others: [] };
  const { namespace, hub } = release;
  const id = inventoryId({ release: release.name, namespace, hub });
  const labels = `app.kubernetes.io/managed-by=hubc,app.kubernetes.io/part-of=${hub}`;
  const lists = await inTurn(ownKinds, (kind) => objects.list({ ...kind, namespace }, labels));
  const inventories = await objects.list({ apiVersion: "v1", kind: "ConfigMap", namespace }, "hubc/inventory=true");
  const named = (body: JsonMap) => valueAt(body, "metadata.name");
  const mine = inventories.find((object) => named(object) === id.name);
  const inventory = mine === undefined ? noInventory : readInventory(mine);
  const labelled = idsOf(lists.flat()).filter(({ name }) => !name.startsWith("hubc-inventory-"));
  return {
    inventory,
    earlier: [...inventory.objects, ...labelled],
    others: inventories.filter((object) => object !== mine).flatMap((object) => readInventory(object).objects),
  };
}

/** The change, or why it is refused. */
async function changeOf(
  object: ClusterObject,
  { objects, options, state }: { objects: KubeObjects; options: PlanOptions; state: NamespaceState },
): Promise<ObjectChange | string> {
  const { body: _, ...id } = object;
  const isInNew = state === "absent" && object.namespace !== undefined;
  // There is no namespace yet to try it in; whether the cluster has its kind can be told.
  if (isInNew)
    return (await objects.knows(object))
      ? { kind: "new", id }
      : (await objects.failure(noSuchKind, "create", id)).message;
  const live = await objects.get(object);
  const tried = await objects.apply(object, { dryRun: true });
  let overrides: readonly string[] = [];
  let answer = tried;
  if (tried.kind === "refused" && tried.refusal.code === 409) {
    overrides = overridden(tried.refusal, options);
    if (overrides.length > 0) answer = await objects.apply(object, { dryRun: true, force: true });
  }
  if (answer.kind === "unreachable" || answer.kind === "too-slow") throw await objects.failure(answer, "patch", object);
  if (answer.kind !== "ok") {
    const failure = await objects.failure(answer, "patch", object);
    if (answer.refusal.code === 401) throw failure;
    return (live && fixedFields(live, object)) ?? failure.message;
  }
  if (live === undefined) return { kind: "new", id };
  const differences = fieldDifferences(live, answer.body);
  return {
    kind: differences.length > 0 ? "changed" : "same",
    id,
    differences,
    // A field that somebody has taken over is reported once, by its value.
    added: addedFields(live, "hubc").filter(
      ({ field }) => !differences.some((fieldDifference) => fieldDifference.field === field),
    ),
    overrides,
    othersWrote: othersWrote(live, "hubc"),
  };
}

/** What of an object that exists can't be changed, in the words of the program; undefined where the server refuses something else. */
function fixedFields(live: JsonMap, object: ClusterObject): string | undefined {
  const [change] = immutableChanges(asWritten(live, object.body), object.body);
  return change && fixedFieldText(object, change);
}

/**
 * Managers whose fields are taken over. Earlier builds told people to run `kubectl apply`, whose fields are hubc's; those of others are
 * taken only where that was asked for.
 */
function overridden(refusal: Parameters<typeof ownedFields>[0], { forceConflicts }: PlanOptions): readonly string[] {
  const managers = [...new Set(ownedFields(refusal).map(({ manager }) => manager))];
  const isOurs = managers.every((manager) => manager === "kubectl-client-side-apply");
  return isOurs || forceConflicts ? managers : [];
}

/** Classes that claims and the ingress name and the cluster does not have: what waits for one waits for ever. */
async function missingClasses(
  objects: KubeObjects,
  { objects: written, release }: Deployment,
): Promise<readonly string[]> {
  const own = new Set(written.filter(({ kind }) => kind === "StorageClass").map(({ name }) => name));
  const storage = written.flatMap(({ kind, name, body }) => {
    const named = kind === "PersistentVolumeClaim" ? valueAt(body, "spec.storageClassName") : undefined;
    return typeof named === "string" && named !== "" && !own.has(named) ? [{ named, by: `The claim \`${name}\`` }] : [];
  });
  const ingress = release.ingress?.class;
  const wanted = [
    ...storage.map((one) => ({ ...one, apiVersion: "storage.k8s.io/v1", kind: "StorageClass" })),
    ...(ingress
      ? [{ named: ingress.value, by: "The ingress", apiVersion: "networking.k8s.io/v1", kind: "IngressClass" }]
      : []),
  ];
  const problems = await inTurn(wanted, async ({ named, by, apiVersion, kind }) => {
    const object = await objects.metadata({ apiVersion, kind, namespace: undefined, name: named });
    return object === undefined
      ? `${by} is of the ${kind} \`${named}\`, which the cluster does not have: it would wait for ever. \`kubectl get ${kind.toLowerCase()}\` lists those that there are.`
      : undefined;
  });
  return problems.flatMap((one) => one ?? []);
}

/** Where the homes are now: as noted by the last deployment or, of a release that others deployed, by the values that helm keeps. @throws ClusterFailure */
async function homesNow(
  objects: KubeObjects,
  { homes, release }: Deployment,
  inventory: Inventory,
): Promise<string | undefined> {
  if (inventory.homes !== undefined || homes === undefined) return inventory.homes;
  const deployed = (await recordsOf(objects, release)).find(({ status }) => status === "deployed");
  if (deployed === undefined) return undefined;
  const { helmContent } = await import("./cluster-releases.ts");
  return homeOf((await helmContent(objects, release.namespace, deployed)).values);
}

/** Why a deployment may not follow on homes that are elsewhere now, or are kept now and would be no more; empty where it may. `was`: in the words of `homeOf`. */
export function movedHomes(
  { homes, release }: { readonly homes: string | undefined; readonly release: Pick<Release, "name"> },
  was: string | undefined,
  { moved }: Pick<PlanOptions, "moved">,
): string[] {
  if (moved || was === undefined || homes === undefined || was === homes || was === nowhere) return [];
  const text =
    homes === nowhere
      ? `The homes of ${release.name} would last no longer than a server, and come from ${was}: people would find an empty home, and what they save in it is gone when their server stops. Copy what is to be kept first`
      : `The homes of ${release.name} would come from ${homes}, and come from ${was}: people would find an empty home. Copy the homes first`;
  return [`${text}, then deploy with \`--moved\`.`];
}

/** helm's records of the release, by their labels. @throws ClusterFailure */
export async function recordsOf(objects: KubeObjects, release: Release): Promise<readonly HelmRecord[]> {
  const kind = { apiVersion: "v1", kind: "Secret", namespace: release.namespace };
  const list = await objects.listMetadata(kind, `owner=helm,name=${release.releaseName}`);
  return helmRecords(list, release.releaseName);
}
