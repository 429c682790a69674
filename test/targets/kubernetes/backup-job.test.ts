// Copies of the homes: what the job may, and its script run on folders.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { at, compileProgram, fixturePrograms, listAt } from "../../support/compiled-programs.ts";
import { pythonWith } from "../../support/python.ts";
import { putFiles, temporaryFolder } from "../../support/temporary-folder.ts";

const program = fixturePrograms.find(({ name }) => name === "upkeep");
if (program === undefined) throw new Error("there is no such fixture");
const { files } = compileProgram(program);

function objects(release: string): unknown[] {
  const file = files.find(({ path }) => path === `hubs/${release}/manifests/31-backup.yaml`);
  if (file === undefined) throw new Error("there is no job");
  return loadAll(file.text);
}

const of = (release: string, kind: string) => objects(release).find((one) => at(one, "kind") === kind);
const podOf = (release: string) => at(of(release, "CronJob"), "spec", "jobTemplate", "spec", "template");
const mounts = (release: string) =>
  listAt(podOf(release), "spec", "containers")
    .flatMap((container) => listAt(container, "volumeMounts"))
    .map((one) => [at(one, "mountPath"), at(one, "name"), at(one, "subPath"), at(one, "readOnly")]);

describe("the job", () => {
  it("reads the homes of its stage, and writes beside them or to another storage", () => {
    expect(mounts("earth/prod").slice(0, 2)).toEqual([
      ["/homes", "homes", undefined, true],
      ["/copies", "copies", "_backups/earth", undefined],
    ]);
    expect(mounts("earth/staging").slice(0, 2)).toEqual([
      ["/homes", "homes", "_staging", true],
      ["/copies", "copies", "_staging/_backups/earth", undefined],
    ]);
    expect(mounts("sea/prod").slice(0, 2)).toEqual([
      ["/homes", "homes", "people", true],
      ["/copies", "homes", "_backups/sea", undefined],
    ]);
    const claims = (release: string) =>
      listAt(podOf(release), "spec", "volumes").flatMap((one) => at(one, "persistentVolumeClaim", "claimName") ?? []);
    expect(claims("earth/prod")).toEqual(["homes", "archive"]);
    expect(claims("sea/prod")).toEqual(["sea-homes"]);
  });

  it("runs in the project's time zone, one at a time", () => {
    const spec = at(of("earth/prod", "CronJob"), "spec");
    expect([at(spec, "schedule"), at(spec, "timeZone"), at(spec, "concurrencyPolicy")]).toEqual([
      "0 3 * * *",
      "America/Los_Angeles",
      "Forbid",
    ]);
    expect(at(of("sea/prod", "CronJob"), "spec", "schedule")).toBe("30 2 * * mon-fri");
    const [archiver] = listAt(podOf("sea/prod"), "spec", "containers");
    expect(listAt(archiver, "command").at(-1)).toBe(String(10 * 86400));
  });

  it("has no account, no network and no rights but to make the folder of the copies", () => {
    const pod = podOf("earth/prod");
    expect(at(pod, "spec", "automountServiceAccountToken")).toBe(false);
    const policy = at(of("earth/prod", "NetworkPolicy"), "spec");
    expect(policy).toEqual({
      podSelector: { matchLabels: at(pod, "metadata", "labels") },
      policyTypes: ["Ingress", "Egress"],
    });
    const all = [...listAt(pod, "spec", "initContainers"), ...listAt(pod, "spec", "containers")];
    expect(all.map((one) => at(one, "securityContext", "capabilities", "add"))).toEqual([
      ["CHOWN", "FOWNER"],
      undefined,
    ]);
    for (const container of all) {
      expect(String(at(container, "image"))).toMatch(/:\d/);
      expect(at(container, "securityContext", "allowPrivilegeEscalation")).toBe(false);
      expect(at(container, "securityContext", "readOnlyRootFilesystem")).toBe(true);
      expect(at(container, "securityContext", "capabilities", "drop")).toEqual(["ALL"]);
    }
    expect(at(all[1], "securityContext", "runAsNonRoot")).toBe(true);
  });
});

const python = pythonWith();
const week = String(7 * 86400);

interface Run {
  readonly status: number | null;
  readonly output: string;
  /** Runs in the copies, in order. */
  readonly runs: string[];
}

/** Homes and a folder for copies, and the script to run on them. */
function place(homes: Readonly<Record<string, string>>): { folder: string; run: (now?: string) => Run } {
  const folder = temporaryFolder();
  putFiles(join(folder, "homes"), homes);
  mkdirSync(join(folder, "copies"));
  const script = String(at(of("earth/prod", "ConfigMap"), "data", "backup_homes.py"));
  const run = (now = "2026-10-05T10:00:00+00:00"): Run => {
    writeFileSync(
      join(folder, "backup_homes.py"),
      script.replace("datetime.now(timezone.utc)", `datetime.fromisoformat("${now}")`),
    );
    const words = [join(folder, "backup_homes.py"), join(folder, "homes"), join(folder, "copies"), week];
    const { status, stdout, stderr } = spawnSync(python ?? "", words, { encoding: "utf8" });
    return { status, output: stdout + stderr, runs: readdirSync(join(folder, "copies")).sort() };
  };
  return { folder, run };
}

describe.skipIf(python === undefined)("backup_homes.py", () => {
  it("archives each home so that it can be unpacked, and nothing that is no person's", () => {
    const { folder, run } = place({
      "ada/a.txt": "work",
      "ada/b/c.ipynb": "{}",
      "_shared/x": "no",
      "_staging/eve/y": "no",
      file: "no",
    });
    symlinkSync("/etc", join(folder, "homes/ada/link"));
    symlinkSync("/etc", join(folder, "homes/outside"));
    expect(run()).toEqual({ status: 0, output: "1 archived\n", runs: ["20261005T100000Z"] });
    expect(readdirSync(join(folder, "copies/20261005T100000Z"))).toEqual(["ada.state", "ada.tar.gz"]);
    const listed = spawnSync("tar", ["tzf", join(folder, "copies/20261005T100000Z/ada.tar.gz")], {
      encoding: "utf8",
    }).stdout;
    expect(listed.trim().split("\n").sort()).toEqual(["ada/", "ada/a.txt", "ada/b/", "ada/b/c.ipynb", "ada/link"]);
  });

  it("keeps one archive of a home that has not changed, and makes a new one where anything has", () => {
    const { folder, run } = place({ "ada/a.txt": "work", "grace/b.txt": "work" });
    run();
    utimesSync(join(folder, "homes/grace/b.txt"), 1, 1);
    expect(run("2026-10-06T10:00:00+00:00").output).toBe("1 archived, 1 as before\n");
    const inode = (time: string, name: string) => statSync(join(folder, `copies/${time}/${name}.tar.gz`)).ino;
    expect(inode("20261006T100000Z", "ada")).toBe(inode("20261005T100000Z", "ada"));
    expect(inode("20261006T100000Z", "grace")).not.toBe(inode("20261005T100000Z", "grace"));
  });

  it("removes copies that are too old, but never the newest, and nothing that it did not make", () => {
    const { folder, run } = place({ "ada/a.txt": "work" });
    run("2026-10-01T10:00:00+00:00");
    run("2026-10-05T10:00:00+00:00");
    mkdirSync(join(folder, "copies/notes"));
    expect(run("2026-10-09T10:00:01+00:00").runs).toEqual(["20261005T100000Z", "20261009T100001Z", "notes"]);
  });

  it("takes homes that are not there for an error, and keeps every copy", () => {
    const { folder, run } = place({ "ada/a.txt": "work", "_shared/x": "no" });
    run("2026-10-01T10:00:00+00:00");
    rmSync(join(folder, "homes/ada"), { recursive: true });
    const { status, output, runs } = run("2027-10-09T10:00:01+00:00");
    expect([status, runs]).toEqual([1, ["20261001T100000Z"]]);
    expect(output).toContain("there are no homes here: nothing was copied, and no copy was removed");
  });

  it("ends with an error where a home can't be read, with the others archived", (context) => {
    if (process.getuid?.() === 0) {
      console.log("skipped: root may read every home");
      context.skip("root may read every home");
    }
    const { folder, run } = place({ "ada/a.txt": "work", "grace/b.txt": "work" });
    run("2026-09-01T10:00:00+00:00");
    chmodSync(join(folder, "homes/ada/a.txt"), 0);
    writeFileSync(join(folder, "homes/ada/new.txt"), "new");
    const { status, output, runs } = run();
    expect(status).toBe(1);
    expect(output).toContain("1 as before, 1 failed");
    expect(runs).toEqual(["20260901T100000Z", "20261005T100000Z-partial"]);
    expect(existsSync(join(folder, "copies/20261005T100000Z-partial/grace.tar.gz"))).toBe(true);
  });

  it("ends with an error where an archive can't be written, and says which", () => {
    const { folder, run } = place({ "ada/a.txt": "work", [`${"x".repeat(250)}/b.txt`]: "work" });
    const { status, output, runs } = run();
    expect(status).toBe(1);
    expect(output).toContain("1 archived, 1 failed");
    expect(runs).toEqual(["20261005T100000Z-partial"]);
    expect(existsSync(join(folder, "copies/20261005T100000Z-partial/ada.tar.gz"))).toBe(true);
  });
});
