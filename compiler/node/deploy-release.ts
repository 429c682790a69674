// Deploying one release: what a plan says is done, in an order in which being killed between any two steps loses nothing. Whoever comes
// next begins at the start, and ends in the same state.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type ClusterObject, type ObjectId, objectKey, shownObject } from "../cluster/cluster-object.ts";
import { pendingOf } from "../cluster/helm-release.ts";
import { clusterWords, helmFailure, upgradeWords } from "../cluster/helm-words.ts";
import { type Inventory, inventoryId, inventoryObject, leftovers } from "../cluster/inventory.ts";
import { leaseId } from "../cluster/lease.ts";
import { missingSecret, wantedSecrets } from "../cluster/missing-secrets.ts";
import { isList, isMap, type Json, valueAt } from "../knowledge/json-schema.ts";
import { fixedKeys } from "../model/secret-keys.ts";
import { type HeldLease, takeLease } from "./deploy-lease.ts";
import { inTurn } from "./in-turn.ts";
import { ClusterFailure, type KubeObjects } from "./kube-objects.ts";
import { brought, type Deployment, recordsOf, valuesDigest } from "./plan-deploy.ts";
import { type HelmEnd, runHelm } from "./run-helm.ts";
import { keysOf } from "./secret-problems.ts";
import { decrypted } from "./sops-file.ts";
import { type Applied, takeBack, takenBackText } from "./take-back.ts";

export interface DeployWorld {
  readonly objects: KubeObjects;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As given; undefined for the usual one. */
  readonly kubeconfig: string | undefined;
  readonly context: string;
  /** Seconds for the release to come up, and for another deployment to end. */
  readonly timeout: number;
  readonly forceConflicts: boolean;
  readonly tell: (line: string) => void;
}

/** helm's version, `v4.1.4`. @throws ClusterFailure where there is no helm, or one that hubc does not know. */
async function helmVersionOf({ environment }: DeployWorld): Promise<string> {
  const end = await runHelm({ arguments: ["version", "--template", "{{.Version}}"], environment });
  if (end.kind === "missing") throw new ClusterFailure("There is no helm on the PATH. Install helm 3.17 or later.");
  if (!/^v[34]\./.test(end.stdout))
    throw new ClusterFailure(
      `hubc works with helm 3 and 4, and this one says it is ${end.stdout.trim() || "nothing"}.`,
    );
  return end.stdout.trim();
}

/** @throws ClusterFailure where it could not be deployed. */
export async function deployRelease(deployment: Deployment, world: DeployWorld): Promise<void> {
  const { release } = deployment;
  const { objects, tell } = world;
  const version = await helmVersionOf(world);
  const secret = deployment.sops && (await decrypted(deployment.sops, release, world.environment));
  const namespaces = deployment.objects.filter(({ kind, name }) => kind === "Namespace" && name === release.namespace);
  for (const object of namespaces) await applyObject(object, world);
  const lease = await takeLease(objects, leaseId(release.name, release.namespace), { wait: world.timeout, tell });
  let unused = true;
  try {
    await freeRelease(deployment, lease, world);
    unused = false;
    // Asked again now that nobody else deploys: what is removed is what is left over at this moment.
    const { inventory, earlier, others } = await brought(objects, deployment, "there");
    const unwanted = leftovers(earlier, deployment.objects, others);
    // Until all is done it lists what was there and what comes, so that whoever comes after a killed one knows of both.
    const all = [...inventory.objects, ...unwanted.removed, ...idsOf(deployment)];
    await writeInventory(deployment, { ...inventory, objects: all }, world);
    tell(`applying ${deployment.objects.length} objects`);
    const applied = await applyAll(deployment.objects, world);
    if (secret) applied.push(await bringSecret(secret, world));
    try {
      await waitForSecrets(deployment, world);
      await upgrade(deployment, version, { lease, world });
    } catch (error) {
      if (!(error instanceof ClusterFailure) || lease.lost.aborted) throw error;
      tell("the release did not come up: what was applied is taken back");
      const taken = await takeBack(objects, applied);
      await writeInventory(deployment, { ...inventory, objects: [...inventory.objects, ...taken.left] }, world);
      throw new ClusterFailure(`${error.message}${takenBackText(taken)}`);
    }
    for (const id of unwanted.removed) {
      stopWhereLost(lease);
      await objects.remove(id);
      tell(`removed ${shownObject(id)}`);
    }
    await writeInventory(deployment, inventoryNow(deployment, inventory, unwanted.kept), world);
  } finally {
    await lease.release(unused);
  }
}

/** What stays although it is not written any more is reported again the next time. */
function inventoryNow(deployment: Deployment, { objects }: Inventory, kept: readonly ObjectId[]): Inventory {
  const { chart, project, homes } = deployment;
  const stays = new Set(kept.map(objectKey));
  return {
    objects: [...idsOf(deployment), ...objects.filter((id) => stays.has(objectKey(id)))],
    values: valuesDigest(deployment),
    homes,
    chart: chart ?? project.chart.value,
  };
}

function idsOf({ objects }: Deployment): readonly ObjectId[] {
  return objects.map(({ body: _, ...id }) => id);
}

async function writeInventory({ release }: Deployment, inventory: Inventory, world: DeployWorld): Promise<void> {
  const place = { release: release.name, namespace: release.namespace, hub: release.hub };
  const object = { ...inventoryId(place), body: inventoryObject(inventory, place) };
  const answer = await world.objects.apply(object, { force: true });
  if (answer.kind !== "ok") throw await world.objects.failure(answer, "patch", object);
}

/** Those of one rank at once, ranks in order: what a kind needs is there before it. */
async function applyAll(objects: readonly ClusterObject[], world: DeployWorld): Promise<Applied[]> {
  const applied: Applied[] = [];
  let rest = objects;
  for (let [head] = rest; head !== undefined; [head] = rest) {
    const { kind } = head;
    const until = rest.findIndex((object) => object.kind !== kind);
    const same = until < 0 ? rest : rest.slice(0, until);
    rest = rest.slice(same.length);
    applied.push(...(await inTurn(same, (object) => applyObject(object, world))));
  }
  return applied;
}

async function applyObject(object: ClusterObject, { objects, forceConflicts }: DeployWorld): Promise<Applied> {
  // What a Secret holds is not asked for.
  const before = object.kind === "Secret" ? undefined : await objects.get(object);
  let answer = await objects.apply(object, { force: forceConflicts });
  if (
    answer.kind === "refused" &&
    answer.refusal.code === 409 &&
    isOwnEarlier(answer.refusal.causes.map(({ message }) => message))
  )
    answer = await objects.apply(object, { force: true });
  if (answer.kind !== "ok") throw await objects.failure(answer, "patch", object);
  return { object, before, after: answer.body };
}

/** A key that the file does not have any more stays where somebody else has put it. */
function bringSecret(secret: ClusterObject, world: DeployWorld): Promise<Applied> {
  world.tell(`bringing the ${shownObject(secret)}`);
  return applyObject(secret, world);
}

/** Earlier builds told people to run `kubectl apply`: what only that has set is hubc's. */
function isOwnEarlier(messages: readonly string[]): boolean {
  return messages.length > 0 && messages.every((one) => one.startsWith('conflict with "kubectl-client-side-apply"'));
}

/** Gets the release out of what a helm that was killed has left. @throws ClusterFailure where somebody's helm may be at work. */
async function freeRelease(
  { release }: Deployment,
  lease: HeldLease,
  { objects, timeout, tell }: DeployWorld,
): Promise<void> {
  for (;;) {
    const now = Math.floor(Date.now() / 1000);
    const pending = pendingOf(await recordsOf(objects, release), {
      now,
      last: lease.last,
      longest: Math.max(timeout, 1800),
    });
    if (pending.kind === "none") return;
    const { status, revision, secret } = pending.record;
    if (pending.kind === "busy")
      throw new ClusterFailure(
        `The release ${release.releaseName} is ${status} since ${pending.minutes} minutes (revision ${revision}), by a helm that hubc did not start. Wait until that has ended. If it was killed, \`helm rollback ${release.releaseName} --namespace ${release.namespace}\` puts the release back.`,
      );
    tell(
      `revision ${revision} of ${release.releaseName} was left ${status} by a helm that was killed: its record is removed`,
    );
    await objects.remove({ apiVersion: "v1", kind: "Secret", namespace: release.namespace, name: secret });
  }
}

/** An operator brings the Secret some time after it is told of it. */
async function waitForSecrets({ release }: Deployment, { objects, tell }: DeployWorld): Promise<void> {
  const secret = wantedSecrets(release).find(({ name }) => name === release.secretName);
  if (secret === undefined || release.secrets.source.kind !== "external") return;
  tell(`waiting for the Secret ${secret.name}, which the operator brings`);
  let problem: string | undefined;
  for (let tries = 0; tries < 60; tries++) {
    problem = missingSecret(secret, await keysOf(objects, secret.name, release), release);
    if (problem === undefined) return;
    await wait(2000);
  }
  throw new ClusterFailure(
    `${problem} The External Secrets operator has not brought it in 2 minutes: \`kubectl describe externalsecret ${secret.name} --namespace ${release.namespace}\` says why.`,
  );
}

async function upgrade(
  deployment: Deployment,
  version: string,
  { lease, world }: { readonly lease: HeldLease; readonly world: DeployWorld },
): Promise<void> {
  const { release, project, chart, root } = deployment;
  const folder = mkdtempSync(join(tmpdir(), "hubc-deploy-"));
  try {
    const values = join(folder, "values.yaml");
    writeFileSync(values, deployment.values, { mode: 0o600 });
    const umbrella = release.umbrella && resolve(root, release.umbrella.chart.value);
    if (umbrella !== undefined) await helm(["dependency", "build", umbrella], { deployment, lease, world });
    const own = chart ?? umbrella;
    const words = upgradeWords(
      { name: release.releaseName, namespace: release.namespace },
      {
        version,
        chart: own === undefined ? { version: project.chart.value } : { own },
        values,
        timeout: world.timeout,
        fixedKey: release.secrets.fixedKeys.value ? await fixedKey(deployment, folder, world) : undefined,
      },
    );
    world.tell(`helm upgrades ${release.releaseName}, and waits until it is ready`);
    const stop = watchPods(deployment, world);
    try {
      await helm(words, { deployment, lease, world });
    } finally {
      stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function helm(
  words: readonly string[],
  { deployment, lease, world }: { deployment: Deployment; lease: HeldLease; world: DeployWorld },
): Promise<void> {
  stopWhereLost(lease);
  const isLocal = words[0] === "dependency";
  const end: HelmEnd = await runHelm({
    arguments: [...words, ...(isLocal ? [] : clusterWords(world))],
    environment: world.environment,
    signal: lease.lost,
  });
  stopWhereLost(lease);
  if (end.kind === "missing") throw new ClusterFailure("There is no helm on the PATH.");
  if (end.code !== 0) throw new ClusterFailure(helmFailure(end.stderr, deployment.release.releaseName));
}

function stopWhereLost({ lost }: HeldLease): void {
  if (lost.aborted)
    throw new ClusterFailure(
      "The lease of the deployment was lost: somebody else may be deploying the release. Deploy again once that has ended.",
    );
}

/** The proxy's key, which the chart takes only as a value: it goes from the Secret into a file that only its owner reads. */
async function fixedKey(
  { release }: Deployment,
  folder: string,
  { objects }: DeployWorld,
): Promise<{ path: string; file: string }> {
  const id = { apiVersion: "v1", kind: "Secret", namespace: release.namespace, name: release.secretName };
  const data = (await objects.get(id))?.["data"];
  const value = isMap(data) ? data[fixedKeys.proxy] : undefined;
  if (typeof value !== "string") throw new ClusterFailure(`The Secret \`${id.name}\` lacks \`${fixedKeys.proxy}\`.`);
  const file = join(folder, "token");
  writeFileSync(file, Buffer.from(value, "base64"), { mode: 0o600 });
  const part = release.umbrella === undefined ? "" : `${release.umbrella.key.value}.`;
  return { path: `${part}${fixedKeys.proxy}`, file };
}

/** Says what the release's pods wait for, whenever that changes. */
function watchPods({ release }: Deployment, { objects, tell }: DeployWorld): () => void {
  let told = "";
  let isOver = false;
  const look = async () => {
    const kind = { apiVersion: "apps/v1", kind: "Deployment", namespace: release.namespace };
    const waiting = (await objects.list(kind, `release=${release.releaseName}`)).flatMap((object) =>
      waitingFor(object),
    );
    const line = waiting.length === 0 ? "" : `waiting for ${waiting.sort().join(", ")}`;
    if (line !== "" && line !== told && !isOver) tell(line);
    told = line;
  };
  // What can't be seen is no reason to stop: helm says what failed.
  const timer = setInterval(() => void look().catch(() => undefined), 3000);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

function waitingFor(deployment: { readonly [key: string]: Json }): string[] {
  const ready = valueAt(deployment, "status.readyReplicas") ?? 0;
  const wanted = valueAt(deployment, "spec.replicas") ?? 1;
  const name = valueAt(deployment, "metadata.name");
  if (ready === wanted) return [];
  const conditions = valueAt(deployment, "status.conditions");
  const reasons = isList(conditions) ? conditions.filter(isMap).filter(({ status }) => status !== "True") : [];
  const reason = reasons.flatMap(({ message }) => (typeof message === "string" ? [` (${message})`] : []))[0] ?? "";
  return [`${String(name)}: ${String(ready)} of ${String(wanted)} ready${reason}`];
}
