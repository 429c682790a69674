// The script that removes jobs of earlier builds, run against a stand-in for kubectl that writes down what it is asked.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const script = fileAt(compileCluster(clusterPrograms.gke), "hubs/campus/prod/remove-unused.sh");

/** What is deleted where these are in the manifests and in the cluster. */
function removed(written: readonly string[] | "fails", found: readonly string[]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "remove-unused.sh"), script.text);
  const list = (names: readonly string[]) => names.map((name) => `echo ${name};`).join(" ");
  writeFileSync(
    join(folder, "kubectl"),
    `#!/bin/sh\necho "$*" >> "${folder}/calls"\ncase "$1" in\n  create) ${written === "fails" ? "exit 1" : list(written)} ;;\n  get) ${list(found)} ;;\nesac\n`,
  );
  chmodSync(join(folder, "kubectl"), 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  const { status } = spawnSync("sh", [join(folder, "remove-unused.sh")], { env, encoding: "utf8" });
  const calls = existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8").trim().split("\n") : [];
  return { status, calls, deleted: calls.filter((call) => call.startsWith("delete")) };
}

describe("remove-unused.sh", () => {
  const job = "cronjob.batch/hubc-backup";
  const namespace = "namespace/campus-prod";

  it("removes what is not written any longer, and nothing else", () => {
    expect(removed([namespace, job], [job, "cronjob.batch/room-old", "deployment.apps/spare-users"])).toMatchObject({
      status: 0,
      deleted: [
        "delete cronjob.batch/room-old --namespace campus-prod --ignore-not-found",
        "delete deployment.apps/spare-users --namespace campus-prod --ignore-not-found",
      ],
    });
  });

  it("asks for what hubc has labelled, of kinds that hold nobody's work", () => {
    const [, get = ""] = removed([namespace], []).calls;
    expect(get).toContain(
      "--selector app.kubernetes.io/managed-by=hubc,app.kubernetes.io/part-of=campus,!hubc/inventory",
    );
    expect(get).not.toMatch(/persistent|volume|claim|namespaces|secret|storageclass|\ball\b/i);
  });

  it("removes nothing where it can't tell what is written", () => {
    expect(removed("fails", [job])).toMatchObject({ status: 1, deleted: [] });
    expect(removed([], [job])).toMatchObject({ status: 1, deleted: [] });
  });

  it("is clean to shellcheck, where that is installed", () => {
    const { error, stdout } = spawnSync("shellcheck", ["-"], { input: script.text, encoding: "utf8" });
    if (error === undefined) expect(stdout).toBe("");
  });
});
