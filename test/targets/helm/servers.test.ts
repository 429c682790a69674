import { load, loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { chartComplaints } from "../../support/chart-values.ts";
import { at, plain } from "../../support/compiled-programs.ts";
import { type SmallProgram, smallProgram } from "../../support/small-program.ts";

function built(text: string, day = "2026-10-05"): Map<string, string> {
  const on = checkedDate(day);
  if (on === undefined) throw new Error("no such day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

function valuesOf(program: SmallProgram | string, day?: string): unknown {
  const text = typeof program === "string" ? program : smallProgram(program);
  const values = load(built(text, day).get("hubs/h/prod/values.yaml") ?? "");
  expect(chartComplaints(values)).toEqual([]);
  return values;
}

const share = 'storage nfs share {\n  server = "10.0.0.2"\n  export = "/s"\n}\n';
const groups = 'group one { members = ["ada"] }\ngroup two { members = ["bob"] }\n';

function course(name: string, body: string): string {
  return `course ${name} {\n  title = "${name}"\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n${body}\n}\n`;
}

describe("a hub of one course", () => {
  it("decides nothing when a server starts", () => {
    const values = valuesOf({ course: "memory = 2GiB\ngpu = 2" });
    expect(at(values, "custom", "hubc", "servers")).toBeUndefined();
    expect(at(values, "singleuser", "extraResource")).toEqual({
      limits: { "nvidia.com/gpu": "2" },
    });
    expect(at(values, "singleuser", "extraTolerations")).toEqual([
      { key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" },
    ]);
    expect(at(values, "prePuller")).toBeUndefined();
  });

  it("adds what groups get, in bytes and cores, without a choice", () => {
    const values = valuesOf({
      course: "staff = one",
      more: 'group one {\n  members = ["ada"]\n  memory = 4GiB .. 8GiB\n  cpu = 500m\n}\n',
    });
    expect(at(values, "custom", "hubc", "servers")).toEqual({
      raises: { one: { mem_guarantee: 2 ** 32, mem_limit: 2 ** 33, cpu_guarantee: 0.5, cpu_limit: 0.5 } },
    });
    expect(at(values, "singleuser", "profileList")).toBeUndefined();
  });
});

describe("an exam's image", () => {
  const exam = { course: "exam final {\n  at = 2026-12-10 22:00 .. 2026-12-11 01:30\n  image = std.scipy\n}" };

  it("is there on its days only", () => {
    expect(at(valuesOf(exam, "2026-12-09"), "singleuser", "profileList")).toBeUndefined();
    for (const day of ["2026-12-10", "2026-12-11"]) {
      const values = valuesOf(exam, day);
      expect(at(values, "custom", "hubc", "servers", "entries", "c.final")).toEqual({
        title: "C: exam final",
        opens: "2026-12-10T22:00",
        closes: "2026-12-11T01:30",
      });
      expect(Object.keys(plain(at(values, "prePuller", "extraImages")))).toEqual(["std-scipy"]);
    }
    expect(at(valuesOf(exam, "2026-12-12"), "singleuser", "profileList")).toBeUndefined();
  });

  it("doesn't make the course closed", () => {
    const text = { course: `roster = one\n${exam.course}`, more: groups };
    const entries = plain(at(valuesOf(text, "2026-12-10"), "custom", "hubc", "servers", "entries"));
    expect(Object.values(entries).map((entry) => at(entry, "groups"))).toEqual([undefined, undefined]);
  });
});

describe("several courses", () => {
  const two = (body: string, more = "") =>
    smallProgram({ course: `roster = one\n${body}`, more: groups + share + course("d", "roster = two") + more });

  it("share nothing but what every server has", () => {
    const values = valuesOf(two('memory = 4GiB\nshared s {\n  path = "s"\n  storage = share\n}'));
    expect(at(values, "singleuser", "memory")).toBeUndefined();
    expect(at(values, "singleuser", "storage", "extraVolumeMounts")).toBeUndefined();
    expect(at(values, "singleuser", "storage", "extraVolumes")).toBeUndefined();
    expect(at(values, "singleuser", "profileList")).toMatchObject([
      {
        slug: "c",
        kubespawner_override: {
          mem_limit: "4G",
          volumes: { "storage-share": { persistentVolumeClaim: { claimName: "share" } } },
          volume_mounts: { "shared-c-s": { readOnly: true, subPath: "_shared/c/s" } },
        },
      },
      { slug: "d", kubespawner_override: expect.not.objectContaining({ volume_mounts: expect.anything() }) },
    ]);
  });

  it("pull each image once", () => {
    const pulled = at(valuesOf(two("", course("e", "roster = one").replace("img", "std.scipy"))), "prePuller");
    expect(pulled).toMatchObject({ pullProfileListImages: false, extraImages: { "std-scipy": expect.anything() } });
    expect(Object.keys(plain(at(pulled, "extraImages")))).toHaveLength(1);
  });

  it("let staff write where they may", () => {
    const folder = 'staff = two\nshared s {\n  path = "s"\n  storage = share\n}';
    const entry = at(valuesOf(two(folder)), "custom", "hubc", "servers", "entries", "c");
    expect(entry).toMatchObject({
      groups: ["one", "two"],
      staff: ["two"],
      staffOverride: { volume_mounts: { "shared-c-s": { readOnly: false } } },
    });
    expect(
      at(valuesOf(two(folder.replace('path = "s"', 'path = "s"\n  staff-writes = false'))), "custom", "hubc"),
    ).not.toHaveProperty("servers.entries.c.staff");
  });
});

describe("spare room", () => {
  const pools = `provider kubernetes k {
  context = "c"
  pool core { label = "role=core"  memory = 8GiB  cpu = 2  nodes = 1..1 }
  pool small { label = "role=small"  memory = 64GiB  cpu = 16  nodes = 0..4 }
  pool large { label = "role=large"  memory = 64GiB  cpu = 16  nodes = 0..4 }
}`;
  const onPools = (body: string, spare: string) =>
    smallProgram({ course: `memory = 2GiB\n${body}`, hub: `spare { ${spare} }` })
      .replace("provider kind k { }", pools)
      .replace("domain ", 'https { letsencrypt = "a@example.edu" }\n    domain ')
      .concat('project p { registry = "ghcr.io/campus" }\n');

  it("is kept by the chart on the course's pool, and beside it on others", () => {
    const text = onPools("pool = k.small", "large = 3  small = 1");
    expect(at(valuesOf(text), "scheduling", "userPlaceholder")).toMatchObject({
      replicas: 1,
      resources: { requests: { memory: "2Gi" } },
    });
    const [spare, ...others] = loadAll(built(text).get("hubs/h/prod/manifests/31-spare.yaml") ?? "");
    expect(others).toEqual([]);
    expect(spare).toMatchObject({
      kind: "Deployment",
      metadata: { name: "spare-large", namespace: "h-prod" },
      spec: { replicas: 3, template: { spec: { nodeSelector: { role: "large" } } } },
    });
  });

  it("is on the pool that is named, not on the course's", () => {
    const text = onPools("pool = k.small", "large = 3");
    expect(at(valuesOf(text), "scheduling", "userPlaceholder")).toMatchObject({
      replicas: 3,
      extraPodSpec: { nodeSelector: { role: "large" } },
    });
    expect(built(text).has("hubs/h/prod/manifests/31-spare.yaml")).toBe(false);
  });

  it("leaves the chart's placeholders to lectures where they are on another pool", () => {
    const lecture = "pool = k.small\npeak = 5\nlecture l {\n  days = [mon]\n  time = 10:00 .. 11:00\n}";
    const text = onPools(lecture, "large = 3");
    expect(at(valuesOf(text), "scheduling", "userPlaceholder", "replicas")).toBe(0);
    expect(built(text).has("hubs/h/prod/manifests/31-spare.yaml")).toBe(true);
    expect(built(text).has("hubs/h/prod/manifests/30-scale.yaml")).toBe(true);
  });
});
