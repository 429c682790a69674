// The script that removes what earlier builds brought, run against a stand-in for kubectl that writes down what it is asked.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const script = fileAt(compileCluster(clusterPrograms.gke), "hubs/campus/prod/remove-unused.sh");

interface Cluster {
  /** What the manifests hold; undefined where kubectl can't tell. */
  readonly written: readonly string[] | undefined;
  readonly noted?: readonly string[];
  readonly others?: readonly string[];
  readonly labelled?: readonly string[];
}

/** What is deleted and noted where these are in the manifests and in the cluster. */
function run({ written, noted = [], others = [], labelled = [] }: Cluster, words: readonly string[] = []) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "remove-unused.sh"), script.text);
  for (const [name, lines] of Object.entries({ written: written ?? [], noted, others, labelled }))
    writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(""));
  const kubectl = `#!/bin/sh
echo "$*" >> "${folder}/calls"
case "$*" in
  "create --filename"*) ${written === undefined ? "exit 1" : `cat "${folder}/written"`} ;;
  "create configmap"*) cat "$7" > "${folder}/objects" ;;
  "get configmap "*) cat "${folder}/noted" ;;
  "get configmaps "*) cat "${folder}/others" ;;
  get*) cat "${folder}/labelled" ;;
esac
`;
  writeFileSync(join(folder, "kubectl"), kubectl);
  chmodSync(join(folder, "kubectl"), 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  const { status, stdout } = spawnSync("sh", [join(folder, "remove-unused.sh"), ...words], { env, encoding: "utf8" });
  const text = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;
  const calls = (text("calls") ?? "").trim().split("\n");
  const deleted = calls.filter((call) => call.startsWith("delete")).map((call) => call.replace(/ --namespace.*/, ""));
  return { status, stdout, calls, deleted, objects: text("objects") };
}

describe("remove-unused.sh", () => {
  const namespace = '["v1","Namespace","","campus-prod"]';
  const job = '["batch/v1","CronJob","campus-prod","hubc-backup"]';
  const old = '["batch/v1","CronJob","campus-prod","room-old"]';
  const notes = '["v1","ConfigMap","campus-prod","notes"]';
  const claim = '["v1","PersistentVolumeClaim","campus-prod","data"]';
  const volume = '["v1","PersistentVolume","","campus-prod-data"]';

  it("removes what is not written any longer, and nothing else", () => {
    const labelled = [job, old, '["apps/v1","Deployment","campus-prod","spare-users"]'];
    const ended = run({ written: [namespace, job], noted: [notes, old], labelled });
    expect(ended.status).toBe(0);
    expect(ended.deleted).toEqual([
      "delete configmap notes",
      "delete cronjob.batch room-old",
      "delete deployment.apps spare-users",
    ]);
    expect(ended.objects).toBe([job, namespace].join("\n"));
  });

  it("leaves what keeps something, says how it would go, and goes on to note it", () => {
    const ended = run({ written: [namespace], noted: [claim, volume, '["v1","Secret","campus-prod","own"]'] });
    expect(ended.deleted).toEqual([]);
    expect(ended.stdout).toContain(
      "`kubectl delete persistentvolumeclaim data --namespace campus-prod` would remove it",
    );
    expect(ended.stdout).toContain("`kubectl delete persistentvolume campus-prod-data` would remove it");
    expect(ended.stdout).toContain("secret/own is not written any more, and stays");
    expect(ended.objects?.split("\n")).toHaveLength(4);
  });

  it("leaves what another release of the namespace has, and another version of what is written", () => {
    const earlier = [notes, job.replace("batch/v1", "batch/v1beta1")];
    expect(run({ written: [namespace, job], noted: earlier, others: [notes] }).deleted).toEqual([]);
  });

  it("notes what comes, and removes nothing, before it is applied", () => {
    const ended = run({ written: [namespace, job], noted: [notes], labelled: [old] }, ["--begin"]);
    expect(ended.deleted).toEqual([]);
    expect(ended.objects?.split("\n")).toEqual([job, old, namespace, notes].sort());
  });

  it("only says what it would do where that is asked for", () => {
    const ended = run({ written: [namespace], noted: [notes, claim] }, ["--list"]);
    expect(ended).toMatchObject({ status: 0, deleted: [], objects: undefined });
    expect(ended.stdout).toContain("configmap/notes is not written any more, and would be removed");
    expect(run({ written: [namespace] }, ["--all"])).toMatchObject({ status: 2, deleted: [] });
  });

  it("asks for what hubc has labelled, of kinds that hold nobody's work", () => {
    const labelled = run({ written: [namespace] }).calls.find((call) => call.includes("!hubc/inventory")) ?? "";
    expect(labelled).toContain(
      "--selector app.kubernetes.io/managed-by=hubc,app.kubernetes.io/part-of=campus,!hubc/inventory",
    );
    expect(labelled.replace(/--output.*/, "")).not.toMatch(
      /persistent|volume|claim|namespaces|secret|storageclass|\ball\b/i,
    );
  });

  it("removes nothing where it can't tell what is written", () => {
    expect(run({ written: undefined, labelled: [job] })).toMatchObject({ status: 1, deleted: [] });
    expect(run({ written: [], labelled: [job] })).toMatchObject({ status: 1, deleted: [] });
  });

  it("is clean to shellcheck, where that is installed", () => {
    const { error, stdout } = spawnSync("shellcheck", ["-"], { input: script.text, encoding: "utf8" });
    if (error === undefined) expect(stdout).toBe("");
  });
});

describe("deploy.sh", () => {
  it.each(Object.entries(clusterPrograms))("is clean to shellcheck on %s, where that is installed", (_, programs) => {
    const { text } = fileAt(compileCluster(programs), "hubs/campus/prod/deploy.sh");
    const { error, stdout } = spawnSync("shellcheck", ["-"], { input: text, encoding: "utf8" });
    if (error === undefined) expect(stdout).toBe("");
  });
});
