// What happens to volumes that nobody is refused: those that grow, those that nothing mounts any more, and homes that keep what they have.

import type { JsonMap } from "../knowledge/json-schema.ts";
import { valueAt } from "../knowledge/value-at.ts";
import type { HubAndStage } from "../model/release-folder.ts";
import { hubsPart, objectWords } from "./cluster-objects.ts";
import type { Deployed } from "./deployed.ts";
import { immutableChanges } from "./immutable-fields.ts";
import type { PlanChange, PlanWeight } from "./plan.ts";

const kinds = new Set(["PersistentVolume", "PersistentVolumeClaim", "StorageClass"]);

/** Objects by which work is kept. */
export function isVolume({ kind }: JsonMap): boolean {
  return kinds.has(String(kind));
}

/** Sentences about the volumes of a release, and about homes of which each person has a volume. */
export function volumeChanges(place: HubAndStage, was: Deployed, is: Deployed): readonly PlanChange[] {
  const say = (code: string, text: string, weight: PlanWeight = "note"): PlanChange => ({
    section: "work",
    weight,
    code,
    hubs: [place.hub],
    stages: [place.stage],
    text,
    details: [],
  });
  return [...ofObjects(was, is, say), ...ofHomes(was, is, say)];
}

type Say = (code: string, text: string, weight?: PlanWeight) => PlanChange;

function ofObjects(was: Deployed, is: Deployed, say: Say): readonly PlanChange[] {
  const after = new Map(is.objects.filter(isVolume).map((object) => [objectWords(object), object]));
  return was.objects.filter(isVolume).flatMap((before) => {
    const words = objectWords(before);
    const object = after.get(words);
    if (object === undefined) {
      const text = `${words} is not written any more. Nothing deletes it, and what is in it stays.`;
      return before["kind"] === "StorageClass" ? [] : [say("volume-left", text, "warning")];
    }
    if (immutableChanges(before, object).length > 0) return [];
    return [...grown(words, before, object, say), ...reclaimed(words, before, object, say)];
  });
}

function grown(words: string, before: JsonMap, after: JsonMap, say: Say): readonly PlanChange[] {
  const [had, has] = [before, after].map((object) => valueAt(object, "spec.resources.requests.storage"));
  if (before["kind"] !== "PersistentVolumeClaim" || had === has) return [];
  return [say("claim-grows", `${words} grows in place from ${String(had)} to ${String(has)}; nothing moves.`)];
}

function reclaimed(words: string, before: JsonMap, after: JsonMap, say: Say): readonly PlanChange[] {
  const policy = "spec.persistentVolumeReclaimPolicy";
  if (valueAt(before, policy) === valueAt(after, policy) || valueAt(after, policy) !== "Delete") return [];
  return [say("volume-deleted", `${words} is deleted with its claim from now on, with all that is in it.`, "warning")];
}

/** KubeSpawner makes a claim for a person once, and never changes it (kubespawner 7.0, spawner.py, _make_create_pvc_request). */
function ofHomes(was: Deployed, is: Deployed, say: Say): readonly PlanChange[] {
  const [before, after] = [was, is].map(({ values }) => (field: string) => {
    const value = valueAt(hubsPart(values).values, `singleuser.storage.${field}`);
    return value === undefined ? undefined : String(value);
  });
  if (before === undefined || after === undefined) return [];
  const [had, has] = [before("homeMountPath"), after("homeMountPath")];
  const mount =
    had === has
      ? []
      : [
          say(
            "home-path",
            `Homes appear at ${has ?? "the chart's path"} instead of ${had ?? "the chart's path"}: what is in them stays, and paths that people wrote into notebooks lead elsewhere.`,
            "warning",
          ),
        ];
  if (before("type") === "static" || after("type") === "static") return mount;
  const names = { capacity: "size", "dynamic.storageClass": "storage class" } as const;
  const kept = Object.entries(names).flatMap(([field, name]) => {
    const [old, now] = [before(field), after(field)];
    if (old === now) return [];
    const text = `Homes that exist keep the ${name} ${old ?? "of the cluster"}; only those of new people get ${now ?? "the cluster's"}.`;
    return [say("homes-keep", text, "warning")];
  });
  return [...mount, ...kept];
}
