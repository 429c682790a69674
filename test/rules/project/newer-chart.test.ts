import { expect, it } from "vitest";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const programWith = (version: string) => `project p { registry = "ghcr.io/campus/hubs"  chart = "${version}" }`;
const findings = (version: string) =>
  checkProgram(programOf(programWith(version))).diagnostics.map(({ code, severity }) => `${severity} ${code}`);

it("warns of a later patch and of a later minor version, and of no other", () => {
  expect(findings("4.4.0")).toEqual([]);
  expect(findings("4.4.1")).toEqual(["warning project/newer-chart"]);
  expect(findings("4.10.0")).toEqual(["warning project/newer-chart"]);
});

it.each(["4.3.9", "5.0.0", "4.4", "4.4.1-beta", "04.4.1", "latest"])("refuses %s", (version) => {
  expect(findings(version)).toEqual(["error schema/bad-text"]);
});

it("deploys the version that is named, with the images of that version", () => {
  const files = compileCluster(clusterPrograms.gke, (program) =>
    program
      .replace("project p {", 'project p { chart = "4.4.1" ')
      .replace("  pool   =", "  lecture main { days = [mon]  time = 10:00 .. 11:00 }\n  pool   ="),
  );
  expect(fileAt(files, "hubs/campus/prod/README.md").text).toContain("--version 4.4.1");
  expect(fileAt(files, "hubs/campus/prod/manifests/30-scale.yaml").text).toContain("quay.io/jupyterhub/k8s-hub:4.4.1");
});
