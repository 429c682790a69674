// What a deployment has applied, so that it can be taken back where helm puts its release back: the release that runs then has the objects that
// it had. What keeps something is never removed, and what can't be taken back is reported.

import { type ClusterObject, type ObjectId, shownObject } from "../cluster/cluster-object.ts";
import { isPrunable } from "../cluster/inventory.ts";
import { ownedBody } from "../cluster/owned-fields.ts";
import { type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import { andList } from "../text/and-list.ts";
import { inTurn } from "./in-turn.ts";
import { ClusterFailure, type KubeObjects } from "./kube-objects.ts";

/** An object that was applied. */
export interface Applied {
  readonly object: ClusterObject;
  /** As it was; undefined where it is new. */
  readonly before: JsonMap | undefined;
  /** As it is. */
  readonly after: JsonMap;
}

export interface TakenBack {
  readonly restored: readonly ObjectId[];
  readonly removed: readonly ObjectId[];
  /** What stays as the deployment has applied it. */
  readonly left: readonly ObjectId[];
}

/** hubc's fields, and those of the `kubectl apply` that earlier builds told people to run. */
const managers = ["hubc", "kubectl-client-side-apply"];

/** The last applied first. What the server refuses is left. */
export async function takeBack(objects: KubeObjects, applied: readonly Applied[]): Promise<TakenBack> {
  const changed = applied.filter(({ before, after }) => before === undefined || version(before) !== version(after));
  const ended = await inTurn([...changed].reverse(), async (one) => ({ one, end: await takeOneBack(objects, one) }));
  const those = (wanted: End) => ended.flatMap(({ one, end }) => (end === wanted ? [one.object] : []));
  return { restored: those("restored"), removed: those("removed"), left: those("left") };
}

type End = "restored" | "removed" | "left";

async function takeOneBack(objects: KubeObjects, { object, before }: Applied): Promise<End> {
  // Nothing of a Secret was read, so it can't be put back.
  if (object.kind === "Secret") return "left";
  try {
    if (before === undefined) {
      if (!isPrunable(object)) return "left";
      await objects.remove(object);
      return "removed";
    }
    const { body: _, ...id } = object;
    const answer = await objects.apply({ ...id, body: ownedBody(before, managers) }, { force: true });
    return answer.kind === "ok" ? "restored" : "left";
  } catch (error) {
    if (error instanceof ClusterFailure) return "left";
    throw error;
  }
}

function version(body: JsonMap): string {
  return String(valueAt(body, "metadata.resourceVersion") ?? "");
}

/** In sentences; empty where there was nothing to take back. */
export function takenBackText({ restored, removed, left }: TakenBack): string {
  const names = (ids: readonly ObjectId[]) => andList(ids.map(shownObject));
  return [
    ...(restored.length > 0 ? [` Taken back: ${names(restored)}.`] : []),
    ...(removed.length > 0 ? [` Removed again: ${names(removed)}.`] : []),
    ...(left.length > 0 ? [` What stays as this deployment has applied it: ${names(left)}.`] : []),
  ].join("");
}
