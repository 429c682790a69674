// Workflows for every cluster and every kind of registry: read by actionlint, their scripts by shellcheck, pinned by commit, and with no
// right that a job does not use.

import { spawnSync } from "node:child_process";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { actionlint } from "../../support/actionlint.ts";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { at } from "../../support/compiled-programs.ts";

const registries = {
  gke: "europe-west1-docker.pkg.dev/campus/hubs",
  aks: "campus.azurecr.io/hubs",
  eks: "123456789012.dkr.ecr.us-west-2.amazonaws.com/hubs",
  openstack: "quay.io/campus",
  k3s: "registry.gitlab.com/campus/hubs",
  kubernetes: "ghcr.io/campus/hubs",
} as const;
type Cluster = keyof typeof registries;

const clusters: readonly Cluster[] = ["gke", "aks", "eks", "openstack", "k3s", "kubernetes"];
const filesOf = new Map(
  clusters.map((cluster) => [
    cluster,
    compileCluster(clusterPrograms[cluster], (text) =>
      text
        .replace("ghcr.io/campus/hubs", registries[cluster])
        .replace("  pool   =", "  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 3GiB }\n  pool   ="),
    ),
  ]),
);
const workflows = clusters.flatMap((cluster) =>
  (filesOf.get(cluster) ?? [])
    .filter(({ path }) => path.startsWith("ci/github/"))
    .map(({ path, text }): [string, string] => [`${cluster}: ${path.slice("ci/github/".length)}`, text]),
);

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly environment?: { readonly name: string };
  readonly needs?: string | readonly string[];
}

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (text: string) => load(text) as Workflow; // as actionlint reads it
const shellcheck = spawnSync("shellcheck", ["--version"]).error === undefined;

test("there are five for each", () => {
  expect(workflows.map(([name]) => name)).toHaveLength(30);
});

describe.each(workflows)("%s", (_, text) => {
  const { on, permissions, jobs } = read(text);
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  test("is a workflow, as actionlint reads it", async () => {
    expect(await actionlint(text)).toEqual([]);
    expect(await actionlint(text.replace("runs-on:", "runs-in:"))).not.toEqual([]);
    expect(on).toBeTypeOf("object");
  });

  test("uses actions by their commit, and names their version", () => {
    const uses = [...text.matchAll(/^ *# (v[0-9.]+)\n *- uses: (\S+)$/gm)];
    const external = steps.flatMap((step) => step.uses ?? []);
    expect(uses.map(([, , one]) => one)).toEqual(external);
    for (const one of external) expect(one).toMatch(/^[a-z-]+(?:\/[a-z-]+)+@[0-9a-f]{40}$/);
  });

  test("has no rights but those that its jobs name", () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  test("puts no expression into a script, and no secret anywhere but into the environment of one step", () => {
    for (const { run = "", with: settings = {} } of steps) {
      expect(run).not.toContain("${{");
      expect(JSON.stringify(settings)).not.toContain("secrets.");
    }
    expect(text).not.toContain("secrets: inherit");
  });

  test.skipIf(!shellcheck)("runs what shellcheck finds nothing wrong with", () => {
    for (const { run } of steps) {
      if (run === undefined) continue;
      const checked = spawnSync("shellcheck", ["--shell=bash", "--exclude=SC2016", "-"], {
        input: run,
        encoding: "utf8",
      });
      expect(checked.stdout).toBe("");
    }
  });
});

test("says where scripts can't be checked by shellcheck", () => {
  if (!shellcheck) console.log("skipped: shellcheck is not installed");
});

describe("rights", () => {
  const jobsOf = (cluster: Cluster, name: string) =>
    read(fileAt(filesOf.get(cluster) ?? [], `ci/github/hubc-${name}.yml`).text).jobs;

  test.each(clusters)(
    "of %s: only who asks a cloud has an identity, only who pushes to GitHub writes packages",
    (cluster) => {
      const cloud = cluster === "gke" || cluster === "aks" || cluster === "eks";
      const deploy = jobsOf(cluster, "deploy")["deploy-campus-prod"]?.permissions;
      expect(deploy).toEqual(cloud ? { "id-token": "write" } : {});
      const images = jobsOf(cluster, "images");
      expect(images["try"]?.permissions).toEqual({ contents: "read" });
      expect(images["push"]?.permissions).toEqual({
        contents: "read",
        ...(cloud ? { "id-token": "write" } : {}),
        ...(cluster === "kubernetes" ? { packages: "write" } : {}),
      });
      expect(jobsOf(cluster, "check")["check"]?.permissions).toEqual({ contents: "read", "security-events": "write" });
      // A called workflow can't have more than the job that calls it.
      expect(jobsOf(cluster, "deploy")["images"]?.permissions).toEqual(images["push"]?.permissions);
    },
  );
});

test.each(clusters)("the page says what deploys on %s, and the script does it", (cluster) => {
  const files = filesOf.get(cluster) ?? [];
  expect(fileAt(files, "ci/README.md").text).toContain(
    "it looks for the keys of the Secret where one is needed, applies the manifests, and runs `helm upgrade --install`",
  );
  for (const stage of ["staging", "prod"]) {
    const script = fileAt(files, `hubs/campus/${stage}/deploy.sh`).text;
    const context = cluster === "k3s" ? "cloud=" : "is_its";
    const at = [context, "./check-secrets.sh", "kubectl apply", "helm upgrade --install"].map((part) =>
      script.indexOf(part),
    );
    expect(at).toEqual([...at].filter((one) => one > 0).sort((a, b) => a - b));
    expect(fileAt(files, "ci/github/hubc-deploy.yml").text).toContain(`hubs/campus/${stage}/deploy.sh`);
  }
});

test("a chart of the repository's own is there for the job that deploys it, and for no other", async () => {
  const umbrella = (text: string) =>
    text.replace("  stage prod { }", '  stage prod { umbrella { chart = "charts/hub"  key = "basehub" } }');
  const { text } = fileAt(compileCluster(clusterPrograms.gke, umbrella), "ci/github/hubc-deploy.yml");
  expect(await actionlint(text)).toEqual([]);
  const { jobs } = read(text);
  const usesOf = (name: string) => (jobs[name]?.steps ?? []).flatMap(({ uses }) => uses?.replace(/@.*/, "") ?? []);
  const prod = usesOf("deploy-campus-prod");
  expect(prod.slice(0, 2)).toEqual(["actions/checkout", "actions/download-artifact"]);
  expect(jobs["deploy-campus-prod"]?.permissions).toEqual({ contents: "read", "id-token": "write" });
  expect(usesOf("deploy-campus-staging")).toEqual(prod.slice(1));
});

test("on GitLab, Amazon's registry is asked for a password each time, and deployments have the helm that is pinned", () => {
  const files = compileCluster(clusterPrograms.eks, (text) =>
    text.replace('registry = "ghcr.io/campus/hubs"', `registry = "${registries.eks}"  ci { systems = [gitlab] }`),
  );
  const jobs = load(fileAt(files, "ci/gitlab/.gitlab-ci.yml").text);
  expect(at(jobs, "image-intro", "id_tokens", "AWS_TOKEN", "aud")).toBe("https://sts.amazonaws.com");
  const script = String(at(jobs, "image-intro", "script"));
  expect(script).toContain("aws ecr get-login-password --region us-west-2 | docker login");
  expect(script).not.toContain("REGISTRY_PASSWORD");
  expect(String(at(jobs, "deploy-campus-prod", "script"))).toContain(
    "https://get.helm.sh/helm-v4.1.4-linux-amd64.tar.gz",
  );
});

describe("clusters", () => {
  const stepsOf = (cluster: Cluster) =>
    read(fileAt(filesOf.get(cluster) ?? [], "ci/github/hubc-deploy.yml").text).jobs["deploy-campus-prod"]?.steps ?? [];

  test("of Google's cloud are reached by the run's identity", () => {
    expect(stepsOf("gke").map(({ with: settings }) => settings)).toContainEqual({
      cluster_name: "hub",
      location: "us-central1",
      project_id: "campus",
    });
  });

  test("of Microsoft's have names as they are, whatever is in them", () => {
    expect(stepsOf("aks").map(({ with: settings }) => settings)).toContainEqual({
      "resource-group": "the hub's $GROUP",
      "cluster-name": "hub",
    });
  });

  test("of Amazon's too", () => {
    expect(stepsOf("eks").map(({ run }) => run)).toContain("aws eks update-kubeconfig --name hub --region us-west-2");
  });

  test("of one's own are reached by a kubeconfig that is the environment's secret", () => {
    const learn = stepsOf("kubernetes").find(({ name }) => name === "Learn of the cluster");
    expect(learn?.env).toEqual({ CLUSTER: "${{ secrets.KUBECONFIG }}" });
    expect(learn?.run).toMatch(/^umask 077\n/);
    expect(learn?.run).toMatch(/ config use-context 'campus admin'\n$/);
  });

  test("on a laptop are deployed to by nobody else", () => {
    const files = compileCluster(clusterPrograms.kind);
    const paths = files.map(({ path }) => path).filter((path) => path.startsWith("ci/"));
    expect(paths).toEqual([
      "ci/README.md",
      "ci/build-image.sh",
      "ci/github/hubc-check.yml",
      "ci/github/hubc-images.yml",
      "ci/github/hubc-plan-comment.yml",
      "ci/github/hubc-plan.yml",
      "ci/images.txt",
    ]);
    expect(fileAt(files, "ci/README.md").text).toContain(
      "`campus-prod` is not deployed from there: its cluster is one on a laptop.",
    );
  });

  test("can't pull images that have no registry", () => {
    const files = compileCluster(clusterPrograms.gke, (text) => text.replace('registry = "ghcr.io/campus/hubs"', ""));
    expect(files.map(({ path }) => path)).not.toContain("ci/github/hubc-deploy.yml");
    expect(fileAt(files, "ci/README.md").text).toContain("its project names no `registry` to pull images from.");
  });
});

describe("a text that GitHub would read an expression in", () => {
  test("stays what it is", async () => {
    const files = compileCluster(clusterPrograms.gke, (text) =>
      text.replace('cluster = "hub"', 'cluster = "\\${{ secrets.X }}"'),
    );
    const { text } = fileAt(files, "ci/github/hubc-deploy.yml");
    expect(text).toContain("cluster_name: \"${{ '${{' }} secrets.X }}\"");
    expect(await actionlint(text)).toEqual([]);
  });
});

describe("systems", () => {
  const withCi = (ci: string) =>
    compileCluster(clusterPrograms.gke, (text) => text.replace("project p {", `project p {\n  ci { ${ci} }\n `))
      .map(({ path }) => path)
      .filter((path) => path.startsWith("ci/"));

  test("none is none", () => {
    expect(withCi("systems = []")).toEqual([]);
  });

  test("one is not the others", () => {
    const paths = withCi("systems = [gitlab]");
    expect(paths).toContain("ci/gitlab/.gitlab-ci.yml");
    expect(paths.filter((path) => path.startsWith("ci/github"))).toEqual([]);
  });

  test("the settings alone leave GitHub as it is", () => {
    expect(withCi('branch = "trunk"')).toContain("ci/github/hubc-deploy.yml");
  });
});
