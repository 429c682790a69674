// The scripts, run: every command of a cloud is a stand-in that writes down the words it is called with, and says whether a thing
// exists as the test wants. So quoting, order and the second run are those of a real shell.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
  *" --output=name"*) echo node/lab-2; echo node/lab-3 ;;
  *" node/lab-3 "*) printf '%s' "$TAINTED" ;;
esac
[ "$(basename "$0")" != ssh ] || cat >/dev/null
`;

/** The calls of a script, each as its words. */
function callsOf(
  file: OutputFile,
  files: readonly OutputFile[],
  exists: "yes" | "no",
  more: Readonly<Record<string, string>> = {},
): string[][] {
  const folder = temporaryFolder();
  for (const one of [...files, ...tools.map((name) => ({ path: `bin/${name}`, text: standIn }))]) {
    mkdirSync(dirname(join(folder, one.path)), { recursive: true });
    writeFileSync(join(folder, one.path), one.text);
  }
  for (const name of tools) chmodSync(join(folder, "bin", name), 0o755);
  const log = join(folder, "log");
  writeFileSync(log, "");
  const env = {
    ...process.env,
    PATH: `${folder}/bin:${process.env["PATH"]}`,
    LOG: log,
    EXISTS: exists,
    TAINTED: "",
    ...more,
  };
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

  it("removes and changes nothing on a cluster that exists", () => {
    const calls = callsOf(file, files, "yes");
    const harms = /^(?:delete|remove|rm|update|upgrade|apply|replace|patch|set|resize|--overwrite.*|--force.*)$/;
    expect(calls.filter((call) => call.some((word) => harms.test(word)))).toEqual([]);
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
  });

  it("remove GKE's first pool from the cluster that they made, and from no other", () => {
    const deleted = (exists: "yes" | "no") => {
      const files = compileCluster(clusterPrograms.gke);
      const file = files.find(({ path }) => path.endsWith("create-cluster.sh"));
      return file === undefined ? [] : callsOf(file, files, exists).filter((call) => call.includes("delete"));
    };
    expect(deleted("no").map((call) => call.slice(0, 5))).toEqual([
      ["gcloud", "container", "node-pools", "delete", "default-pool"],
    ]);
    expect(deleted("yes")).toEqual([]);
  });

  it("taint the nodes that have no such taint, and leave the others", () => {
    const files = compileCluster(clusterPrograms.k3s);
    const file = files.find(({ path }) => path.endsWith("taint-nodes.sh"));
    if (file === undefined) throw new Error("no taint-nodes.sh");
    const taints = (tainted: string) =>
      callsOf(file, files, "yes", { TAINTED: tainted }).filter((call) => call.includes("taint"));
    const words = (node: string) => ["kubectl", "taint", "nodes", node, "hub.jupyter.org/dedicated=user:NoSchedule"];
    expect(taints("")).toEqual([words("lab-2"), words("lab-3")]);
    expect(taints("NoSchedule")).toEqual([words("lab-2")]);
  });
});

describe("label-nodes.sh", () => {
  const withLabels = (core: string, users: string) =>
    compileCluster(
      clusterPrograms.kubernetes.replace(/label = "[^"]*"/g, () => `label = "${made++ === 0 ? core : users}"`),
    );
  let made = 0;
  const given = (core: string, users: string) => {
    made = 0;
    const files = withLabels(core, users);
    const file = files.find(({ path }) => path.endsWith("label-nodes.sh"));
    if (file === undefined) return undefined;
    return callsOf(file, files, "yes").map((call) => call.slice(call.indexOf("nodes") + 1));
  };

  it("never gives a label by which a pool is found", () => {
    const purpose = "hub.jupyter.org/node-purpose";
    expect(given("hub.jupyter.org/pool-name=a", "hub.jupyter.org/pool-name=b")).toEqual([
      ["--selector=hub.jupyter.org/pool-name=a", `${purpose}=core`],
      ["--selector=hub.jupyter.org/pool-name=b", `${purpose}=user`],
    ]);
    expect(
      given(`${purpose}=core`, "pool=b")
        ?.flat()
        .filter((word) => word.startsWith(purpose)),
    ).toEqual([]);
    expect(given(`${purpose}=core`, "hub.jupyter.org/pool-name=b")).toBeUndefined();
  });
});

describe("install.sh of k3s", () => {
  /** Runs it where ssh runs commands here, as root of a folder; gives its status, and the settings that the machine then has. */
  const install = (before: Readonly<Record<string, string>>) => {
    const folder = temporaryFolder({
      "bin/ssh": `#!/bin/sh
shift
case "$*" in
  "sh -eu -s") exec sh -eu -s ;;
  "sh -eu -s -- "*) cat >/dev/null ;;
  *) sh -c "$1" ;;
esac
`,
      "bin/sudo": '#!/bin/sh\nexec "$@"\n',
      ...before,
    });
    for (const { path, text } of compileCluster(clusterPrograms.k3s)) {
      if (!path.startsWith("providers/")) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const here = path.endsWith("install.sh") ? text.replaceAll("/etc/rancher", `${folder}/etc/rancher`) : text;
      writeFileSync(join(folder, path), here.replaceAll("/var/lib/rancher", `${folder}/var`));
    }
    mkdirSync(join(folder, "var/k3s/server"), { recursive: true });
    writeFileSync(join(folder, "var/k3s/server/node-token"), "t");
    for (const name of readdirSync(join(folder, "bin"))) chmodSync(join(folder, "bin", name), 0o755);
    const env = { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}` };
    const path = join(folder, "providers/cluster/install.sh");
    const { status, stderr } = spawnSync("bash", [path], { env, encoding: "utf8" });
    const settings = join(folder, "etc/rancher/k3s/config.yaml");
    return { status, stderr, settings: existsSync(settings) ? readFileSync(settings, "utf8") : "" };
  };

  it("writes settings to a machine without k3s, and again to one that it set up", () => {
    const first = install({});
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.settings).toContain("Written by hubc");
    expect(install({ "etc/rancher/k3s/config.yaml": first.settings }).status).toBe(0);
  });

  it("leaves a machine that somebody else set up as it is, and says so", () => {
    const theirs = install({ "etc/rancher/k3s/config.yaml": "disable: [servicelb]\n" });
    expect(theirs).toMatchObject({ status: 1, settings: "disable: [servicelb]\n" });
    expect(theirs.stderr).toContain("was not set up by hubc");
    expect(install({ "bin/k3s": "#!/bin/sh\n" })).toMatchObject({ status: 1, settings: "" });
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
