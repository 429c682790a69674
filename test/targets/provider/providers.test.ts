// What makes the cluster, on each provider: every file to the byte, the configuration files against strict schemas, and what a pool
// becomes in each provider's own words.

import { load, loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { chartComplaints } from "../../support/chart-values.ts";
import { complaints } from "../../support/closed-schema.ts";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { at, listAt } from "../../support/compiled-programs.ts";
import { expectGolden } from "../../support/golden.ts";
import { containerCluster, containerNodePool, eksctl, kindCluster, storageClass } from "./schemas.ts";

const folder = "providers/cluster/";
const compiled = Object.fromEntries(
  Object.entries(clusterPrograms).map(([variant, program]) => [variant, compileCluster(program)]),
);
const filesOf = (variant: string) => compiled[variant] ?? [];
const text = (variant: string, name: string) => fileAt(filesOf(variant), folder + name).text;
const values = (variant: string) => load(fileAt(filesOf(variant), "hubs/campus/prod/values.yaml").text);

describe.each(Object.keys(clusterPrograms))("%s", (variant) => {
  it("has the files that its golden shows", () => {
    const own = filesOf(variant).filter(({ path }) => path.startsWith(folder));
    const shown = own.map((file) => `>>> ${file.path}${file.executable ? " (executable)" : ""}\n${file.text}`);
    expectGolden(new URL(`goldens/${variant}.txt`, import.meta.url), shown.join("\n"));
  });

  it("has a page that names every file, and only files that are there", () => {
    const own = filesOf(variant).flatMap(({ path }) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
    const named = [
      ...text(variant, "README.md").matchAll(
        /(?:\.\/|-(?:filename|config|config-file|template-file|values)[ =])([a-z-]+\.(?:sh|yaml|bicep))/g,
      ),
    ];
    const names = new Set(named.map(([, name]) => name));
    expect([...names].filter((name) => !own.includes(name ?? ""))).toEqual([]);
    expect(own.filter((name) => !name.startsWith("hosts/") && name !== "README.md" && !names.has(name))).toEqual([]);
  });

  it("builds the same images and courses as every other", () => {
    const shared = (files: ReturnType<typeof filesOf>) =>
      files
        .filter(({ path }) => /^(?:images|courses)\//.test(path))
        .map((file) => {
          // On a laptop the second stage has a port of its own.
          return [file.path, file.text.replaceAll("staging.example.edu:8441", "staging.example.edu")];
        });
    expect(shared(filesOf(variant)).length).toBeGreaterThan(3);
    expect(shared(filesOf(variant))).toEqual(shared(filesOf("gke")));
  });

  it("has values that the chart takes, over its defaults", () => {
    expect(chartComplaints(values(variant))).toEqual([]);
  });

  it("selects nodes by a label that its files give, or that the nodes carry", () => {
    const selector = at(values(variant), "singleuser", "nodeSelector");
    const label = { kubernetes: { role: "users" }, openstack: { "capi.stackhpc.com/node-group": "users" } };
    const usual = { "hub.jupyter.org/pool-name": "users" };
    expect(selector).toEqual(Object.entries(label).find(([name]) => name === variant)?.[1] ?? usual);
  });
});

describe("GKE", () => {
  const objects = () => loadAll(text("gke", "cluster.yaml"));

  it("is what Config Connector takes", () => {
    const [cluster, ...pools] = objects();
    expect(complaints(containerCluster, cluster)).toEqual([]);
    expect(pools).toHaveLength(2);
    for (const pool of pools) expect(complaints(containerNodePool, pool)).toEqual([]);
    const broken = structuredClone(pools[0]);
    Object.assign(at(broken, "spec", "autoscaling") ?? {}, { maxNodeCount: 3 });
    expect(complaints(containerNodePool, broken)).toHaveLength(1);
  });

  it("counts nodes over all zones, and those at the start for each zone", () => {
    const users = objects()[2];
    expect(at(users, "spec", "autoscaling")).toEqual({ totalMinNodeCount: 4, totalMaxNodeCount: 10 });
    expect(at(users, "spec", "initialNodeCount")).toBe(2);
    expect(text("gke", "create-cluster.sh")).toContain("--total-min-nodes=4 --total-max-nodes=10 --num-nodes=2 ");
  });

  it("spells the taint with an underline and the effect in capitals, for nodes of people alone", () => {
    const [, core, users] = objects();
    expect(at(core, "spec", "nodeConfig", "taint")).toBeUndefined();
    const taint = { key: "hub.jupyter.org_dedicated", value: "user", effect: "NO_SCHEDULE" };
    expect(at(users, "spec", "nodeConfig", "taint")).toEqual([taint]);
  });

  it("has no taint where no pool is for the hub itself", () => {
    const alone = clusterPrograms.gke.replace(/ {2}pool core.*\n/, "");
    const files = compileCluster(alone);
    expect(fileAt(files, `${folder}cluster.yaml`).text).not.toContain("taint");
    expect(fileAt(files, `${folder}create-cluster.sh`).text).not.toContain("taint");
  });
});

describe("EKS", () => {
  const config = () => load(text("eks", "cluster.yaml"));
  const groups = () => listAt(config(), "managedNodeGroups");

  it("is what eksctl takes", () => {
    expect(complaints(eksctl, config())).toEqual([]);
    const broken = structuredClone(config());
    Object.assign(listAt(broken, "managedNodeGroups")[1] ?? {}, { taints: { "hub.jupyter.org/dedicated": "user" } });
    expect(complaints(eksctl, broken)).toHaveLength(1);
    expect(complaints(storageClass, load(text("eks", "storage-class.yaml")))).toEqual([]);
  });

  it("has a node group a zone where volumes belong to zones, and shares the nodes out", () => {
    expect(groups().map((group) => [at(group, "name"), at(group, "minSize"), at(group, "maxSize")])).toEqual([
      ["core", 1, 2],
      ["users-us-west-2a", 0, 5],
      ["users-us-west-2b", 0, 4],
    ]);
    const efs = clusterPrograms.eks.replace(/storage .*/, 'storage efs homes { filesystem = "fs-0123456789abcdef0" }');
    const shared = load(fileAt(compileCluster(efs), `${folder}cluster.yaml`).text);
    expect(listAt(shared, "managedNodeGroups").map((group) => at(group, "maxSize"))).toEqual([2, 9]);
    expect(listAt(shared, "addons").map((addon) => at(addon, "name"))).toContain("aws-efs-csi-driver");
    expect(listAt(config(), "addons").map((addon) => at(addon, "name"))).not.toContain("aws-efs-csi-driver");
  });

  it("tells the autoscaler of labels and taints where a group can be empty, and only there", () => {
    for (const group of groups()) {
      const tags = Object.entries(at(group, "tags") ?? {});
      expect(tags.length > 0, String(at(group, "name"))).toBe(at(group, "minSize") === 0);
      const prefix = "k8s.io/cluster-autoscaler/node-template/";
      const labels = Object.entries(at(group, "labels") ?? {}).map(([key, value]) => [`${prefix}label/${key}`, value]);
      const taints = listAt(group, "taints").map((taint) => [
        `${prefix}taint/${String(at(taint, "key"))}`,
        `${String(at(taint, "value"))}:${String(at(taint, "effect"))}`,
      ]);
      if (tags.length > 0) expect(tags).toEqual([...labels, ...taints]);
    }
  });

  it("keeps quiet connections open", () => {
    const annotations = at(values("eks"), "proxy", "service", "annotations");
    expect(annotations).toEqual({ "service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout": "3600" });
    expect(at(values("gke"), "proxy", "service")).toBeUndefined();
  });
});

describe("AKS", () => {
  it("tolerates the taint that Azure puts on spot nodes", () => {
    const toleration = {
      key: "kubernetes.azure.com/scalesetpriority",
      value: "spot",
      operator: "Equal",
      effect: "NoSchedule",
    };
    expect(at(values("aks"), "singleuser", "extraTolerations")).toEqual([toleration]);
    expect(at(values("gke"), "singleuser", "extraTolerations")).toBeUndefined();
  });

  it("makes the same pools by script and by Bicep", () => {
    const script = [...text("aks", "create-cluster.sh").matchAll(/--(?:nodepool-)?name=([a-z0-9]+) (?:--mode|\\)/g)];
    const bicep = [...text("aks", "cluster.bicep").matchAll(/name: '([a-z0-9]+)'/g)].map(([, name]) => name);
    expect(bicep).toEqual(["hub", "core", "users", "largememory1", "largememory2"]);
    expect(script.map(([, name]) => name).filter((name) => name !== "hub")).toEqual(bicep.slice(1));
  });
});

describe("k3s", () => {
  it("leaves Traefik out unless an ingress is its to serve", () => {
    expect(at(load(text("k3s", "hosts/lab-1.yaml")), "disable")).toEqual(["traefik"]);
    const ingress = (name: string) =>
      compileCluster(clusterPrograms.k3s, (program) =>
        program.replace(/https \{.*\}/, `ingress { class = "${name}" }`),
      );
    const disabled = (name: string) => at(load(fileAt(ingress(name), `${folder}hosts/lab-1.yaml`).text), "disable");
    expect(disabled("traefik")).toBeUndefined();
    expect(disabled("nginx")).toEqual(["traefik"]);
  });

  it("has a server, and agents that join it", () => {
    expect(at(load(text("k3s", "hosts/lab-1.yaml")), "server")).toBeUndefined();
    for (const host of ["lab-2", "lab-3"]) {
      const config = load(text("k3s", `hosts/${host}.yaml`));
      expect(at(config, "server")).toBe("https://lab-1:6443");
      expect(at(config, "node-taint")).toEqual(["hub.jupyter.org/dedicated=user:NoSchedule"]);
    }
  });
});

describe("kind", () => {
  it("is what kind takes, with patches that are YAML", () => {
    const config = load(text("kind", "cluster.yaml"));
    expect(complaints(kindCluster, config)).toEqual([]);
    const patch = load(String(at(config, "nodes", 2, "kubeadmConfigPatches", 0)));
    const taints = [{ key: "hub.jupyter.org/dedicated", value: "user", effect: "NoSchedule" }];
    expect(patch).toEqual({ kind: "JoinConfiguration", nodeRegistration: { taints } });
  });

  it("binds the ports on which each release answers, the usual ones for people", () => {
    const mappings = listAt(load(text("kind", "cluster.yaml")), "nodes", 0, "extraPortMappings");
    const hostOf = (port: unknown) =>
      at(
        mappings.find((one) => at(one, "containerPort") === port),
        "hostPort",
      );
    const ports = (stage: string) => {
      const service = at(load(fileAt(filesOf("kind"), `hubs/campus/${stage}/values.yaml`).text), "proxy", "service");
      expect(at(service, "type")).toBe("NodePort");
      return [at(service, "nodePorts", "http"), at(service, "nodePorts", "https")];
    };
    expect(ports("prod").map(hostOf)).toEqual([80, 443]);
    expect(new Set([...ports("prod"), ...ports("staging")]).size).toBe(4);
    expect(ports("staging").map(hostOf)).toEqual([8081, 8441]);
  });

  it("leaves the usual ports to an ingress", () => {
    const behind = (program: string) =>
      program
        .replace("stage staging { domain", 'stage staging { ingress { class = "nginx" }  domain')
        .replace(/https \{.*\}\n/, "");
    const files = compileCluster(clusterPrograms.kind, behind);
    const node = at(load(fileAt(files, `${folder}cluster.yaml`).text), "nodes", 0);
    expect(at(node, "labels")).toEqual({ "ingress-ready": "true" });
    const ports = listAt(node, "extraPortMappings").map((one) => [at(one, "containerPort"), at(one, "hostPort")]);
    expect(ports).toEqual([
      [80, 80],
      [443, 443],
      [30080, 8080],
      [30443, 8440],
    ]);
  });
});
