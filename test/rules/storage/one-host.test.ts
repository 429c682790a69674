import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { at, listAt } from "../../support/compiled-programs.ts";
import { programOf } from "../../support/programs.ts";
import { findings, smallProgram } from "../../support/small-program.ts";

const cluster = (users: string) =>
  `provider k3s k {\n  pool core { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }\n  pool users { hosts = ${users}  memory = 64GiB  cpu = 16 }\n}`;
const two = cluster('["lab-2", "lab-3"]');

function program(provider: string, more: string, hub = ""): string {
  return smallProgram({ course: "  students = 20", hub: `  https { letsencrypt = "help@example.edu" }\n${hub}` })
    .replace("provider kind k { }", provider)
    .replace("storage dynamic homes { size = 5GiB }", `storage host-path homes { directory = "/srv/homes"  ${more} }`)
    .concat('project p { registry = "ghcr.io/o/r" }\n');
}

function compileTexts(texts: ReadonlyMap<string, string>) {
  const files = [...texts].map(([path, text]) => createSourceFile(path, text));
  return compile({ files, assets: new Map() }, { on: checkedDate("2026-10-05") ?? 0 });
}

describe("a folder of one machine", () => {
  it.each([
    ["two machines for people", two, "", ["storage/one-host"]],
    ["one machine for people", cluster('["lab-2"]'), "", []],
    ["the machine is named", two, 'host = "lab-3"', []],
    ["the same folder on all", two, "on-every-host = true", []],
    ["the machine of the hub", two, 'host = "lab-1"', ["storage/unknown-host"]],
    ["a machine that is not there", two, 'host = "lab-33"', ["storage/unknown-host"]],
    [
      "kind with three nodes",
      "provider kind k {\n  pool users { nodes = 3..3  memory = 8GiB  cpu = 4 }\n}",
      "",
      ["storage/one-host"],
    ],
    ["kind with one node", "provider kind k {\n  pool users { nodes = 1..1  memory = 64GiB  cpu = 4 }\n}", "", []],
    [
      "nodes of a cluster that exists",
      'provider kubernetes k {\n  context = "c"\n  pool users { label = "a=b"  nodes = 0..4  memory = 64GiB  cpu = 8 }\n}',
      "",
      ["storage/one-host"],
    ],
  ])("%s", (_, provider, more, codes) => {
    expect(findings(program(provider, more)).filter((code) => code.startsWith("storage/"))).toEqual(codes);
  });

  it("holds one machine's people, not all machines'", () => {
    const full = (more: string) =>
      program(two, more).replace("students = 20", "students = 60\n  memory = 2GiB .. 2GiB");
    expect(findings(full("on-every-host = true"))).toEqual([]);
    expect(findings(full('host = "lab-3"'))).toEqual(["course/pool-too-small"]);
  });

  it("is where servers and copies run", () => {
    const { files: written } = compileTexts(programOf(program(two, 'host = "lab-3"', "  backup { schedule = 03:00 }")));
    const files = new Map(written.map(({ path, text }) => [path, text]));
    const [volume] = loadAll(files.get("hubs/h/prod/manifests/20-homes.yaml") ?? "");
    expect(at(volume, "spec", "nodeAffinity", "required")).toEqual({
      nodeSelectorTerms: [{ matchExpressions: [{ key: "kubernetes.io/hostname", operator: "In", values: ["lab-3"] }] }],
    });
    const job = loadAll(files.get("hubs/h/prod/manifests/31-backup.yaml") ?? "").find(
      (one) => at(one, "kind") === "CronJob",
    );
    const pod = at(job, "spec", "jobTemplate", "spec", "template", "spec");
    expect(at(pod, "nodeSelector")).toEqual({ "hub.jupyter.org/pool-name": "users" });
    expect(listAt(pod, "tolerations")).toEqual([
      { key: "hub.jupyter.org/dedicated", operator: "Equal", value: "user", effect: "NoSchedule" },
    ]);
  });

  it("takes no copies to another machine", () => {
    const archive = (host: string) =>
      `${program(two, 'host = "lab-3"', "  backup { schedule = 03:00  storage = archive }")}storage host-path archive { directory = "/srv/copies"  host = "${host}" }\n`;
    expect(findings(archive("lab-2"))).toEqual(["storage/no-room-for-copies"]);
    expect(findings(archive("lab-3"))).toEqual([]);
  });
});
