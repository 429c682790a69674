// The scripts, run: every command of a cloud is a stand-in that writes down the words it is called with, and says whether a thing
// exists as the test wants. So quoting, order and the second run are those of a real shell.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import type { OutputFile } from "../../../compiler/output/output-file.ts";
import { quote } from "../../../compiler/schema/values/scalars.ts";
import { clusterPrograms, compileCluster } from "../../support/cluster-programs.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const tools = ["gcloud", "az", "openstack", "kubectl", "ssh"];
const scripts = Object.entries(clusterPrograms).flatMap(([variant, program]) =>
  compileCluster(program)
    .filter(({ path }) => path.startsWith("providers/") && path.endsWith(".sh"))
    .map((file) => ({ title: `${variant} ${file.path}`, variant, file, program })),
);
const shellcheck = spawnSync("shellcheck", ["--version"]).error === undefined;

/** Every word on a line of its own and an empty line after each call; `show` and `describe` find what EXISTS says. */
const standIn = `#!/bin/sh
printf '%s\\n' "$(basename "$0")" "$@" '' >>"$LOG"
case "$*" in
  *"--column=status"*) echo CREATE_COMPLETE ;;
  *" show "*|*" describe "*) [ "$EXISTS" = yes ]; exit ;;
esac
[ "$(basename "$0")" != ssh ] || cat >/dev/null
`;

/** The calls of a script, each as its words. */
function callsOf(file: OutputFile, files: readonly OutputFile[], exists: "yes" | "no"): string[][] {
  const folder = temporaryFolder();
  for (const one of [...files, ...tools.map((name) => ({ path: `bin/${name}`, text: standIn }))]) {
    mkdirSync(dirname(join(folder, one.path)), { recursive: true });
    writeFileSync(join(folder, one.path), one.text);
  }
  for (const name of tools) chmodSync(join(folder, "bin", name), 0o755);
  const log = join(folder, "log");
  writeFileSync(log, "");
  const env = { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}`, LOG: log, EXISTS: exists };
  const { status, stderr } = spawnSync("bash", [join(folder, file.path)], { env, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const calls = readFileSync(log, "utf8").split("\n\n");
  return calls.flatMap((call) => (call.trim() === "" ? [] : [call.split("\n")]));
}

const creates = (calls: readonly string[][]) =>
  calls.filter((call) => call.slice(0, 6).some((word) => word === "create" || word === "add"));

describe.each(scripts)("$title", ({ file, program }) => {
  const files = compileCluster(program);

  it("is a program that bash reads and that stops at errors", () => {
    expect(file.executable).toBe(true);
    expect(file.text.startsWith("#!/usr/bin/env bash\n")).toBe(true);
    expect(file.text).toContain("\nset -euo pipefail\n");
    expect(spawnSync("bash", ["-n"], { input: file.text, encoding: "utf8" }).stderr).toBe("");
  });

  // SC2016: what stands in single quotes is meant not to expand.
  it.skipIf(!shellcheck)("is clean to shellcheck, where that is installed", () => {
    expect(spawnSync("shellcheck", ["--exclude=SC2016", "-"], { input: file.text, encoding: "utf8" }).stdout).toBe("");
  });

  it("makes nothing a second time", () => {
    const first = callsOf(file, files, "no");
    expect(first.length).toBeGreaterThan(0);
    expect(creates(callsOf(file, files, "yes"))).toEqual([]);
    if (file.path.endsWith("create-cluster.sh")) expect(creates(first).length).toBeGreaterThan(1);
  });
});

describe("the words of commands", () => {
  const calls = (variant: keyof typeof clusterPrograms, name: string) => {
    const files = compileCluster(clusterPrograms[variant]);
    const file = files.find(({ path }) => path.endsWith(name));
    if (file === undefined) throw new Error(`no ${name}`);
    return callsOf(file, files, "no");
  };

  it("hold names as they are written, whatever a shell would make of them", () => {
    for (const call of calls("aks", "create-cluster.sh").filter((one) => one[1] === "aks"))
      expect(call).toContain("--resource-group=the hub's $GROUP");
    for (const call of calls("kubernetes", "label-nodes.sh")) expect(call[1]).toBe("--context=campus admin");
  });

  it("give AKS its pools, and a System pool with no taint", () => {
    const made = creates(calls("aks", "create-cluster.sh")).filter((one) => one[1] === "aks");
    expect(made.map((call) => call.find((word) => /^--(?:nodepool-)?name=(?!hub)/.test(word)))).toEqual([
      "--nodepool-name=core",
      "--name=users",
      "--name=largememory1",
      "--name=largememory2",
    ]);
    const taints = made.map((call) => call.find((word) => word.startsWith("--node-taints")));
    expect(taints).toEqual([undefined, ...Array(3).fill("--node-taints=hub.jupyter.org/dedicated=user:NoSchedule")]);
    expect(made[0]).toContain("--min-count=1");
    expect(made[2]?.slice(made[2].indexOf("--zones") + 1).slice(0, 2)).toEqual(["1", "2"]);
  });

  it("give Magnum a first group with the cluster, and a group for each other pool", () => {
    const [cluster, ...groups] = creates(calls("openstack", "create-cluster.sh"));
    expect(cluster).toContain("--cluster-template=kubernetes 1.34");
    expect(cluster).toContain("--flavor=m1.medium");
    expect(groups).toHaveLength(1);
    expect(groups[0]).toEqual(expect.arrayContaining(["users", "--flavor=m1.large", "--min-nodes=1", "--max-nodes=9"]));
    expect(groups[0]?.at(-1)).toBe("--labels=boot_volume_size=200,availability_zone=nova");
  });

  it("bring each machine its own settings before k3s starts on it, the server first", () => {
    const hosts = calls("k3s", "install.sh").map((call) => call[1]);
    expect([...new Set(hosts)]).toEqual(["lab-1", "lab-2", "lab-3"]);
    expect(calls("k3s", "taint-nodes.sh")).toEqual([
      ["kubectl", "taint", "nodes", "lab-2", "lab-3", "--overwrite", "hub.jupyter.org/dedicated=user:NoSchedule"],
    ]);
  });
});

describe("names that nobody thought of", () => {
  const written = `a'b "c" $(id) \`id\` \${d} | & ; <e> \\ é #{} %s`;

  it.each(["gke", "aks", "eks", "openstack", "kubernetes"] as const)("arrive whole on %s", (variant) => {
    const settings = /^( {2}(?:project|subscription|resource-group|account|cluster|cloud|template|context) *= )".*"$/gm;
    const files = compileCluster(
      clusterPrograms[variant].replace(settings, (_, start: string) => `${start}${quote(written)}`),
    );
    const own = files.filter(({ path }) => path.startsWith("providers/"));
    for (const file of own.filter(({ path }) => path.endsWith(".sh"))) {
      const words = callsOf(file, files, "no").flat();
      expect(words.filter((word) => word.includes("a'b")).length).toBeGreaterThan(0);
      // A project of Google's is part of the name of its pods' identities, too.
      const wholes = words.filter((one) => one.includes("a'b")).map((word) => word.replace(/\.svc\.id\.goog$/, ""));
      for (const word of wholes) expect(word.endsWith(written)).toBe(true);
    }
    for (const file of own.filter(({ path }) => path.endsWith(".yaml")))
      expect(JSON.stringify(loadAll(file.text)).includes(JSON.stringify(written).slice(1, -1))).toBe(
        file.text.includes("$(id)"),
      );
  });
});

it("says where it can't be checked by shellcheck", () => {
  if (!shellcheck) console.log("skipped: shellcheck is not installed");
  expect(scripts.length).toBeGreaterThan(5);
});
