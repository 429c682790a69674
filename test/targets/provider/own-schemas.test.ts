// The clusters of GKE, EKS and AKS, held against what the projects themselves say they take: eksctl's schema, Config Connector's definitions
// and the fields of Azure's API, of which test/fixtures/schemas has the names and types (scripts/provider-schemas.mjs made them).

import { load, loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { complainer } from "../../support/closed-schema.ts";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { at, listAt, readJson } from "../../support/compiled-programs.ts";
import { readBicep } from "../../support/read-bicep.ts";

/** What one definition of a project's schema, which may name the others, says of data. */
function own(project: string, definition: string): (data: unknown) => string[] {
  const definitions = at(readJson(`test/fixtures/schemas/${project}.json`), "definitions");
  return complainer({ $ref: `#/definitions/${definition}`, definitions });
}

function text(variant: keyof typeof clusterPrograms, name: string, change?: (program: string) => string): string {
  return fileAt(compileCluster(clusterPrograms[variant], change), `providers/cluster/${name}`).text;
}

const plain = (program: string) => program.replace(/ disk = 200GiB {2}spot = true {2}zones = \[.*?\]/, "");

describe("eksctl's schema", () => {
  const complaints = own("eksctl", "ClusterConfig");

  it.each([
    ["as it is", (program: string) => program],
    ["with plain pools", plain],
    [
      "with homes on EFS",
      (p: string) => p.replace(/storage .*/, 'storage efs homes { filesystem = "fs-0123456789abcdef0" }'),
    ],
  ])("takes the cluster %s", (_, change) => {
    expect(complaints(load(text("eks", "cluster.yaml", change)))).toEqual([]);
  });

  it.each<[string, (config: unknown) => object]>([
    ["a field that is not there", (config) => Object.assign(at(config, "iam") ?? {}, { withOidc: true })],
    [
      "a field of another type",
      (config) => Object.assign(listAt(config, "managedNodeGroups")[0] ?? {}, { minSize: "1" }),
    ],
    [
      "a taint as a map",
      (config) => Object.assign(listAt(config, "managedNodeGroups")[1] ?? {}, { taints: { a: "b" } }),
    ],
    ["another kind", (config) => Object.assign(Object(config), { kind: "Cluster" })],
  ])("refuses %s", (_, spoil) => {
    const config = load(text("eks", "cluster.yaml"));
    spoil(config);
    expect(complaints(config).length).toBeGreaterThan(0);
  });
});

describe("Config Connector's definitions", () => {
  const objects = (change?: (program: string) => string) => loadAll(text("gke", "cluster.yaml", change));
  const kinds = new Map(["ContainerCluster", "ContainerNodePool"].map((kind) => [kind, own("config-connector", kind)]));
  const ofKind = (object: unknown) => kinds.get(String(at(object, "kind")))?.(object) ?? ["another kind"];

  it.each([
    ["as they are", (program: string) => program],
    ["with plain pools", plain],
  ])("take the cluster and its pools %s", (_, change) => {
    const all = objects(change);
    expect(all.map((one) => at(one, "kind"))).toEqual(["ContainerCluster", "ContainerNodePool", "ContainerNodePool"]);
    for (const object of all) expect(ofKind(object)).toEqual([]);
  });

  it("refuse what they do not name, and values of another type", () => {
    const [cluster, pool] = objects();
    Object.assign(at(cluster, "spec", "workloadIdentityConfig") ?? {}, { pool: "x" });
    expect(ofKind(cluster)).toHaveLength(1);
    Object.assign(at(pool, "spec", "nodeConfig") ?? {}, { diskSizeGb: "100" });
    expect(ofKind(pool)).toHaveLength(1);
  });

  it("say the same as the script", () => {
    const script = text("gke", "create-cluster.sh");
    const [cluster, core, users] = objects();
    const create = (start: string) => script.slice(script.indexOf(start)).split(/[^\\]\n/)[0] ?? "";
    const made = create("gcloud container clusters create");
    expect(made).toContain(`--workload-pool=${String(at(cluster, "spec", "workloadIdentityConfig", "workloadPool"))}`);
    expect(made).toContain("--enable-dataplane-v2");
    expect(at(cluster, "spec", "datapathProvider")).toBe("ADVANCED_DATAPATH");
    const channel = String(at(cluster, "spec", "releaseChannel", "channel"));
    expect(made).toContain(`--release-channel=${channel.toLowerCase()}`);
    const profile = String(at(cluster, "spec", "clusterAutoscaling", "autoscalingProfile"));
    expect(made).toContain(`--autoscaling-profile=${profile.toLowerCase().replaceAll("_", "-")}`);
    for (const pool of [core, users]) {
      const config = (key: string) => at(pool, "spec", "nodeConfig", key);
      const made = create(`gcloud container node-pools create ${String(at(pool, "spec", "resourceID"))}`);
      expect(made).toContain(`--machine-type=${String(config("machineType"))}`);
      expect(made).toContain(`--scopes=${String(config("oauthScopes"))}`);
      expect(made).toContain(`--workload-metadata=${String(at(config("workloadMetadataConfig"), "mode"))}`);
      expect(made.includes("--spot")).toBe(config("spot") === true);
      expect(made.includes("--disk-size=200")).toBe(config("diskSizeGb") === 200);
      expect(made.includes("--node-taints=")).toBe(config("taint") !== undefined);
    }
  });
});

describe("Azure's API", () => {
  const resources = () => readBicep(text("aks", "cluster.bicep"));
  const ofCluster = own("aks", "ManagedClusterProperties");
  // A pool by itself has the fields of a pool in its cluster, but for the name, which is the resource's.
  const ofPool = own("aks", "ManagedClusterAgentPoolProfileProperties");

  it("takes the cluster and its pools", () => {
    const [cluster, ...pools] = resources();
    expect(cluster?.type).toBe("Microsoft.ContainerService/managedClusters");
    const properties = structuredClone(cluster?.members["properties"]);
    const names = listAt(properties, "agentPoolProfiles").map((profile) => at(profile, "name"));
    expect(names).toEqual(["core"]);
    expect(ofCluster(properties)).toEqual([]);
    expect(pools.map(({ members }) => members["name"])).toEqual(["users", "largememory1", "largememory2"]);
    for (const { members } of pools) expect(ofPool(members["properties"])).toEqual([]);
  });

  it("refuses what it does not name, other types and other values", () => {
    const [, pool] = resources();
    for (const wrong of [{ vmsize: "x" }, { maxPods: "110" }, { mode: "system" }, { provisioningState: "x" }]) {
      expect(ofPool({ ...Object(pool?.members["properties"]), ...wrong })).toHaveLength(1);
    }
  });
});
