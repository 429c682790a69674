import { describe, expect, it } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const nfs = 'storage nfs share {\n  server = "10.0.0.2"\n  export = "/homes"\n}\n';
const other =
  'image other {\n  base = "mambaorg/micromamba:2.3.0"\n  conda {\n    jupyterhub=5.5\n    jupyterlab=4.4\n  }\n}\n';

function withImage(course: string, homes = "homes"): string {
  return smallProgram({ course, more: nfs + other }).replace("homes    = homes", `homes    = ${homes}`);
}

describe("course/other-user-id", () => {
  it("looks at windows and exams too", () => {
    expect(findings(withImage("during 2026-10-01 .. 2026-10-09 { image = other }", "share"))).toContain(
      "course/other-user-id",
    );
    expect(findings(withImage("exam e {\n  at = 2026-10-09 19:00 .. 21:00\n  image = other\n}", "share"))).toContain(
      "course/other-user-id",
    );
    expect(findings(withImage("during 2026-10-01 .. 2026-10-09 { image = std.rstudio }", "share"))).toEqual([]);
  });

  it("says nothing where no home persists", () => {
    const text = withImage("during 2026-10-01 .. 2026-10-09 { image = other }").replace(
      "storage dynamic homes { size = 5GiB }",
      "storage memory homes { size = 1GiB }",
    );
    expect(findings(text)).not.toContain("course/other-user-id");
  });
});

const gke = (machine: string) =>
  `provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n  pool users {\n    machine = "n2-highmem-4"\n    nodes = 0..9\n  }\n  pool gpus {\n    machine = "${machine}"\n    nodes = 0..9\n  }\n}`;

describe("course/gpu-above-node", () => {
  const onGke = (course: string, machine = "a2-highgpu-1g") =>
    findings(smallProgram({ course }).replace("provider kind k { }", gke(machine)), { on: "2026-10-05" });

  it("counts the GPUs of the pool's machines", () => {
    expect(onGke("gpu = 1\npool = k.gpus")).not.toContain("course/gpu-above-node");
    expect(onGke("gpu = 2\npool = k.gpus")).toContain("course/gpu-above-node");
    expect(onGke("gpu = 2\npool = k.gpus", "a2-highgpu-2g")).not.toContain("course/gpu-above-node");
    expect(onGke("gpu = 1\npool = k.users")).toContain("course/gpu-above-node");
  });

  it("looks at windows", () => {
    expect(onGke("gpu = 1\npool = k.gpus\nduring 2026-11-01 .. 2026-11-05 { pool = k.users }")).toContain(
      "course/gpu-above-node",
    );
  });

  it("knows nothing of machines of one's own", () => {
    const own = 'provider k3s k {\n  pool users {\n    hosts = ["n1"]\n    memory = 64GiB\n    cpu = 8\n  }\n}';
    const text = smallProgram({ course: "gpu = 1" }).replace("provider kind k { }", own);
    expect(findings(text)).not.toContain("course/gpu-above-node");
  });
});

describe("group/above-node", () => {
  const onGke = (group: string, course = "pool = k.users") =>
    findings(
      smallProgram({ course, more: `group g {\n  members = ["ada"]\n${group}\n}\n` }).replace(
        "provider kind k { }",
        gke("n2-highmem-32"),
      ),
      { on: "2026-10-05" },
    );

  it("compares what a group adds with the nodes of its members' courses", () => {
    expect(onGke("memory = 40GiB")).toContain("group/above-node");
    expect(onGke("cpu = 6")).toContain("group/above-node");
    expect(onGke("memory = 8GiB .. 40GiB\ncpu = 2")).not.toContain("group/above-node");
    expect(onGke("memory = 40GiB", "pool = k.gpus")).not.toContain("group/above-node");
  });
});
