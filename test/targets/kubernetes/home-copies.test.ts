// What brings copies of homes back: the program on folders, and the command that makes a job of it.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
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
const textAt = (path: string) => files.find((file) => file.path === path)?.text ?? "";
const objects = loadAll(textAt("hubs/earth/prod/manifests/31-backup.yaml"));
const named = (kind: string, name: string) =>
  objects.find((one) => at(one, "kind") === kind && at(one, "metadata", "name") === name);
const python = pythonWith();

interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** Homes, copies of them of two days, and the two programs. */
function place(): { folder: string; copies: (...words: string[]) => Run } {
  const folder = temporaryFolder();
  putFiles(join(folder, "homes"), { "ada/a.txt": "first", "ada/b/c.txt": "c", "_workspaces/team-1/t.txt": "team" });
  symlinkSync("/etc", join(folder, "homes/ada/link"));
  mkdirSync(join(folder, "copies"));
  const scripts = at(named("ConfigMap", "hubc-backup"), "data") as Record<string, string>; // a ConfigMap holds texts
  const run = (name: string, ...words: string[]): Run => {
    const { status, stdout, stderr } = spawnSync(python ?? "", [join(folder, name), ...words], { encoding: "utf8" });
    return { status, output: stdout + stderr };
  };
  writeFileSync(join(folder, "home_copies.py"), scripts["home_copies.py"] ?? "");
  for (const [day, text] of [
    ["01", "first"],
    ["02", "second"],
  ] as const) {
    writeFileSync(join(folder, "homes/ada/a.txt"), text);
    const dated = `datetime.fromisoformat("2026-10-${day}T10:00:00+00:00")`;
    const script = (scripts["backup_homes.py"] ?? "").replace("datetime.now(timezone.utc)", dated);
    writeFileSync(join(folder, "backup_homes.py"), script);
    expect(run("backup_homes.py", join(folder, "homes"), join(folder, "copies"), "604800").status).toBe(0);
  }
  const copies = (action = "", ...words: string[]) =>
    run("home_copies.py", action, join(folder, "homes"), join(folder, "copies"), ...words);
  return { folder, copies };
}

const python311 = python !== undefined && spawnSync(python, ["-c", "import tarfile; tarfile.tar_filter"]).status === 0;

describe.skipIf(!python311)("home_copies.py", () => {
  it("lists what there is", () => {
    const { copies } = place();
    const lines = copies("list").output.trim().split("\n");
    expect(lines.map((line) => line.replace(/ +[\d.]+ MiB +/, " "))).toEqual([
      "20261001T100000Z ada",
      "20261001T100000Z team-1",
      "20261002T100000Z ada",
      "20261002T100000Z team-1",
    ]);
    expect(copies("list", "ada").output.trim().split("\n")).toHaveLength(2);
    expect(copies("list", "grace")).toEqual({ status: 1, output: "nothing was done: there are no copies of grace\n" });
  });

  it("brings the newest copy, or one of a time, into a folder of its own, and changes nothing that is there", () => {
    const { folder, copies } = place();
    const home = join(folder, "homes/ada");
    writeFileSync(join(home, "a.txt"), "today");
    expect(copies("restore", "ada").output).toBe(
      "restored the copy of 20261002T100000Z to ada/restored-20261002T100000Z\n",
    );
    expect(copies("restore", "ada", "20261001T100000Z").status).toBe(0);
    const texts = ["a.txt", "restored-20261002T100000Z/a.txt", "restored-20261001T100000Z/a.txt"];
    expect(texts.map((name) => readFileSync(join(home, name), "utf8"))).toEqual(["today", "second", "first"]);
    expect(readdirSync(join(home, "restored-20261001T100000Z")).sort()).toEqual(["a.txt", "b", "link"]);
    expect(copies("restore", "ada").output).toContain("restored-20261002T100000Z is already there");
    expect(copies("restore", "ada", "20250101T000000Z").output).toContain(
      "there is no copy of ada of 20250101T000000Z",
    );
  });

  it("makes a home that is gone, and finds those of shared accounts", () => {
    const { folder, copies } = place();
    rmSync(join(folder, "homes/ada"), { recursive: true });
    expect(copies("restore", "ada").status).toBe(0);
    expect(readFileSync(join(folder, "homes/ada/b/c.txt"), "utf8")).toBe("c");
    expect(copies("restore", "team-1").status).toBe(0);
    expect(existsSync(join(folder, "homes/_workspaces/team-1/restored-20261002T100000Z/t.txt"))).toBe(true);
    rmSync(join(folder, "homes/_workspaces/team-1"), { recursive: true });
    expect(copies("restore", "_workspaces/team-1").status).toBe(0);
    expect(readFileSync(join(folder, "homes/_workspaces/team-1/t.txt"), "utf8")).toBe("team");
  });

  it("keeps a home for good, and brings that back", () => {
    const { folder, copies } = place();
    expect(copies("keep", "ada").output).toMatch(/^kept as _kept\/ada-\d{8}T\d{6}Z\.tar\.gz\n$/);
    expect(copies("list", "ada").output).toMatch(/ada {2}kept\n$/);
    for (const run of ["20261001T100000Z", "20261002T100000Z"])
      rmSync(join(folder, "copies", run), { recursive: true });
    rmSync(join(folder, "homes/ada"), { recursive: true });
    expect(copies("restore", "ada").status).toBe(0);
    expect(readFileSync(join(folder, "homes/ada/a.txt"), "utf8")).toBe("second");
    expect(copies("keep", "grace").output).toBe("nothing was done: there is no home grace\n");
  });

  it("takes no name that leads elsewhere, and unpacks nothing outside", () => {
    const { folder, copies } = place();
    for (const name of ["..", "../ada", "_shared", "ada/b", "_workspaces/../ada", "_workspaces/_x"])
      expect(copies("restore", name).output).toContain("is not the name of a home's folder");
    const evil = join(folder, "evil.py");
    writeFileSync(
      evil,
      `import io, tarfile, sys
with tarfile.open(sys.argv[1], "w:gz") as opened:
    entry = tarfile.TarInfo("ada/../../out.txt")
    entry.size = 1
    opened.addfile(entry, io.BytesIO(b"x"))
`,
    );
    spawnSync(python ?? "", [evil, join(folder, "copies/20261002T100000Z/ada.tar.gz")]);
    const { status, output } = copies("restore", "ada");
    expect([status, output]).toEqual([1, expect.stringContaining("outside the destination")]);
    expect(existsSync(join(folder, "homes/out.txt")) || existsSync(join(folder, "homes/ada/out.txt"))).toBe(false);
  });
});

describe("home-copies.sh", () => {
  const script = textAt("hubs/earth/prod/home-copies.sh");

  /** Runs it with a kubectl that writes down what it is asked and says that the job ended so. */
  function run(end: string, ...words: string[]): Run & { readonly asked: string[] } {
    const folder = temporaryFolder();
    const log = join(folder, "log");
    writeFileSync(join(folder, "home-copies.sh"), script);
    writeFileSync(
      join(folder, "kubectl"),
      `#!/bin/sh\necho "$@" >> "${log}"\ncase "$1" in get) echo "${end}" ;; logs) echo done ;; set | create) cat > /dev/null ;; esac\n`,
    );
    chmodSync(join(folder, "kubectl"), 0o755);
    const env = { PATH: `${folder}:${process.env["PATH"]}` };
    const options = { env, encoding: "utf8", input: "" } as const;
    const { status, stdout, stderr } = spawnSync("sh", [join(folder, "home-copies.sh"), ...words], options);
    const asked = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
    return {
      status,
      output: stdout + stderr,
      asked: asked.map((line) => line.replace(/(hubc-home-copies-)[\d-]+/g, "$1N")),
    };
  }

  it("makes a job of the suspended one, with what is asked for, and says how it ended", () => {
    const { status, output, asked } = run("SuccessCriteriaMet Complete", "restore", "ada b", "20261001T100000Z");
    expect([status, output]).toEqual([0, "done\n"]);
    expect([...asked].sort()).toEqual([
      "create --namespace earth-prod --filename=-",
      "create job hubc-home-copies-N --namespace earth-prod --from=cronjob/hubc-home-copies --dry-run=client --output=json",
      'get job hubc-home-copies-N --namespace earth-prod --output=jsonpath={.status.conditions[?(@.status=="True")].type}',
      "logs job/hubc-home-copies-N --namespace earth-prod",
      "set env --local --filename=- --output=json HUBC_ACTION=restore HUBC_HOME=ada b HUBC_TIME=20261001T100000Z",
    ]);
    expect(run("FailureTarget Failed", "list").status).toBe(1);
  });

  it("says how it is used, and asks nothing of the cluster then", () => {
    for (const words of [[], ["restore"], ["delete", "ada"]]) {
      const { status, output, asked } = run("", ...words);
      expect([status, asked]).toEqual([2, []]);
      expect(output).toMatch(/^usage: .* list \[HOME\] \| keep HOME \| restore HOME \[TIME\]\n$/);
    }
  });

  it("stands beside a job that never runs by itself, and that has the variables", () => {
    const spec = at(named("CronJob", "hubc-home-copies"), "spec");
    expect(at(spec, "suspend")).toBe(true);
    const [container] = listAt(at(spec, "jobTemplate", "spec", "template"), "spec", "containers");
    expect(listAt(container, "env").map((one) => at(one, "name"))).toEqual(["HUBC_ACTION", "HUBC_HOME", "HUBC_TIME"]);
    expect(at(container, "command")).toEqual([
      "python3",
      "/etc/hubc-backup/home_copies.py",
      "$(HUBC_ACTION)",
      "/homes",
      "/copies",
      "$(HUBC_HOME)",
      "$(HUBC_TIME)",
    ]);
    const without = files.filter(({ path }) => path.endsWith("home-copies.sh")).map(({ path }) => path);
    expect(
      without.every((path) =>
        files.some((file) => file.path === path.replace("home-copies.sh", "manifests/31-backup.yaml")),
      ),
    ).toBe(true);
  });
});
