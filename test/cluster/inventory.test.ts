import { describe, expect, test } from "vitest";
import type { ObjectId } from "../../compiler/cluster/cluster-object.ts";
import { deleteCommand, inventoryObject, leftovers, readInventory } from "../../compiler/cluster/inventory.ts";

const id = (apiVersion: string, kind: string, name: string, namespace: string | undefined = "stats"): ObjectId => ({
  apiVersion,
  kind,
  name,
  namespace,
});
const job = id("batch/v1", "CronJob", "room-stats-main");
const claim = id("v1", "PersistentVolumeClaim", "homes");
const volume: ObjectId = { ...id("v1", "PersistentVolume", "stats-homes"), namespace: undefined };

describe("the inventory of a release", () => {
  test("is read as it was written", () => {
    const inventory = { objects: [claim, job, volume], values: "abc", homes: "claim `homes`", chart: "4.4.0" };
    const written = inventoryObject(inventory, { release: "stats-prod", namespace: "stats", hub: "stats" });
    expect(readInventory(written)).toEqual({ ...inventory, objects: expect.arrayContaining([claim, job, volume]) });
    expect(readInventory(written).objects).toHaveLength(3);
  });

  test("passes over lines that are none of its own", () => {
    const objects = '["v1","ConfigMap","stats","a"]\nnonsense\n["v1","ConfigMap"]\n{"a":1}';
    expect(readInventory({ data: { objects } }).objects).toEqual([id("v1", "ConfigMap", "a")]);
  });
});

describe("what is left over", () => {
  test("jobs and configuration go; volumes, claims, namespaces, Secrets and kinds that are not known stay", () => {
    const kept = [
      claim,
      volume,
      id("v1", "Secret", "keys"),
      { ...id("v1", "Namespace", "stats"), namespace: undefined },
      id("external-secrets.io/v1", "ExternalSecret", "keys"),
      { ...id("rbac.authorization.k8s.io/v1", "ClusterRole", "all"), namespace: undefined },
    ];
    const removed = [job, id("v1", "ConfigMap", "notes"), id("networking.k8s.io/v1", "NetworkPolicy", "open")];
    expect(leftovers([...kept, ...removed], [])).toEqual({ removed, kept });
  });

  test("an object of a newer version of its kind is the same, and one of another group is not", () => {
    const earlier = [id("batch/v1beta1", "CronJob", "a"), id("example.org/v1", "Job", "a")];
    expect(leftovers(earlier, [id("batch/v1", "CronJob", "a"), id("batch/v1", "Job", "a")])).toEqual({
      removed: [],
      kept: [id("example.org/v1", "Job", "a")],
    });
  });

  test("what another release of the namespace has is its own", () => {
    expect(leftovers([job], [], [job])).toEqual({ removed: [], kept: [] });
  });

  test("the command names group and namespace", () => {
    expect(deleteCommand(volume)).toBe("kubectl delete persistentvolume stats-homes");
    expect(deleteCommand(job)).toBe("kubectl delete cronjob.batch room-stats-main --namespace stats");
  });
});
