// The programs that hubc's outputs are used with, as they are on this machine.

import { type Environment, findProgram, runProgram } from "../../node/run-program.ts";

/** One thing that was looked at. `absent`: not there, and not needed for writing and checking. `wrong`: what is needed is not right. */
export interface Health {
  readonly name: string;
  readonly state: "fine" | "absent" | "wrong";
  readonly text: string;
  /** What to do, where something is not as it should be. */
  readonly advice?: string;
}

/** What makes the cluster of a provider, by its variant: the program that the provider's page runs, how it tells its version, and where it is had. */
const clusterPrograms: ReadonlyMap<string, readonly [program: string, words: readonly string[], address: string]> =
  new Map([
    ["kind", ["kind", ["version"], "https://kind.sigs.k8s.io/docs/user/quick-start/#installation"]],
    ["gke", ["gcloud", ["--version"], "https://cloud.google.com/sdk/docs/install"]],
    ["eks", ["eksctl", ["version"], "https://eksctl.io/installation/"]],
    ["aks", ["az", ["--version"], "https://learn.microsoft.com/cli/azure/install-azure-cli"]],
    ["openstack", ["openstack", ["--version"], "https://docs.openstack.org/python-openstackclient/latest/"]],
  ]);

async function makersHealth(environment: Environment, variants: readonly string[]): Promise<readonly Health[]> {
  const found = [...new Set(variants)].map((variant) => clusterPrograms.get(variant));
  return Promise.all(
    found.flatMap((maker) => {
      if (maker === undefined) return [];
      const [program, words, address] = maker;
      return [programHealth(program, words, environment, `the page of the cluster uses it: ${address}`)];
    }),
  );
}

/** Node, git, helm, kubectl, what makes clusters of the providers' variants and what builds images. */
export async function programsHealth(
  environment: Environment,
  { needsCluster, variants }: { readonly needsCluster: boolean; readonly variants: readonly string[] },
): Promise<readonly Health[]> {
  const git = await programHealth("git", ["--version"], environment, "hubc plan compares with commits by it");
  if (!needsCluster) return [nodeHealth(), git];
  return [
    nodeHealth(),
    git,
    await helmHealth(environment),
    await programHealth(
      "kubectl",
      ["version", "--client"],
      environment,
      "the commands of a build's pages use it: https://kubernetes.io/docs/tasks/tools/",
    ),
    ...(await makersHealth(environment, variants)),
    await builderHealth(environment),
  ];
}

/** Of package.json's `engines`. */
const OLDEST_NODE = [20, 19] as const;

function nodeHealth(): Health {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (!isOld) return { name: "node", state: "fine", text: process.versions.node };
  return {
    name: "node",
    state: "wrong",
    text: process.versions.node,
    advice: `hubc needs Node ${OLDEST_NODE.join(".")} or newer`,
  };
}

/** The chart 4.x is installed by helm 3.17 or later, or 4.1 or later, as the pages of a build say. */
async function helmHealth(environment: Environment): Promise<Health> {
  const health = await programHealth(
    "helm",
    ["version", "--short"],
    environment,
    "hubc deploy needs it: https://helm.sh/docs/intro/install/",
  );
  if (health.state !== "fine") return health;
  const [, major = "0", minor = "0"] = /v(\d+)\.(\d+)/.exec(health.text) ?? [];
  const isNew = Number(major) > 4 || (major === "4" && Number(minor) >= 1) || (major === "3" && Number(minor) >= 17);
  return isNew
    ? health
    : { ...health, state: "wrong", advice: "the chart needs helm 3.17 or a later 3, or 4.1 or later" };
}

async function builderHealth(environment: Environment): Promise<Health> {
  for (const name of ["docker", "podman", "buildah"]) {
    if (findProgram(name, environment) !== undefined) return programHealth(name, ["--version"], environment, "");
  }
  return {
    name: "docker",
    state: "absent",
    text: "neither docker, podman nor buildah is here",
    advice: "images are built with one of them, here or in continuous integration",
  };
}

/** What a program says of its version. */
async function programHealth(
  name: string,
  words: readonly string[],
  environment: Environment,
  use: string,
): Promise<Health> {
  const program = findProgram(name, environment);
  if (program === undefined) return { name, state: "absent", text: "not on the PATH", advice: use };
  const end = await runProgram({ program, arguments: words, environment, timeout: 10_000 });
  if (end.kind === "ended" && end.code === 0) return { name, state: "fine", text: firstLine(end.stdout) };
  const why = end.kind === "ended" ? `it ends with ${end.code}: ${firstLine(end.stderr)}` : "it does not answer";
  return { name, state: "wrong", text: `${program}: ${why}` };
}

function firstLine(text: string): string {
  return (text.trim().split("\n")[0] ?? "").replace(/^.*?ersion:?\s*/, "");
}
