import { expect, it } from "vitest";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const programWith = (version: string) => `project p { registry = "ghcr.io/campus/hubs"  chart = "${version}" }`;
const said = (version: string) => checkProgram(programOf(programWith(version))).diagnostics;
const findings = (version: string) => said(version).map(({ code, severity }) => `${severity} ${code}`);

it("warns of a later patch, minor and major version, and of no known one", () => {
  for (const known of ["3.3.8", "4.0.0", "4.1.0", "4.2.0", "4.3.5", "4.4.0"]) expect(findings(known)).toEqual([]);
  expect(findings("4.4.1")).toEqual(["warning project/newer-chart"]);
  expect(findings("4.10.0")).toEqual(["warning project/newer-chart"]);
  expect(findings("5.0.0")).toEqual(["warning project/newer-chart"]);
  expect(said("5.0.0")[0]?.message).toContain("checked as `4.4.0`. A major version");
});

it("warns of a version between two that are known, and says as which it is checked", () => {
  expect(findings("4.3.2")).toEqual(["warning project/chart-between"]);
  expect(said("4.3.2")[0]?.message).toContain("checked as `4.3.5`");
  expect(said("4.1.7")[0]?.message).toContain("checked as `4.1.0`");
  expect(said("3.9.0")[0]?.message).toContain("checked as `3.3.8`");
});

it("refuses an older version than any that is known, and says nothing else of it", () => {
  for (const old of ["3.3.7", "2.0.0", "0.9.1", "3.0.0"]) expect(findings(old)).toEqual(["error project/older-chart"]);
});

it.each(["4.4", "4.4.1-beta", "04.4.1", "latest", "v4.4.0"])("refuses %s", (version) => {
  expect(findings(version)).toEqual(["error schema/bad-text"]);
});

it("deploys the version that is named, with the images of that version", () => {
  const files = compileCluster(clusterPrograms.gke, (program) =>
    program
      .replace("project p {", 'project p { chart = "4.4.1" ')
      .replace("  pool   =", "  lecture main { days = [mon]  time = 10:00 .. 11:00 }\n  pool   ="),
  );
  expect(fileAt(files, "hubs/campus/prod/deploy.sh").text).toContain("--version 4.4.1");
  expect(fileAt(files, "hubs/campus/prod/manifests/30-scale.yaml").text).toContain("quay.io/jupyterhub/k8s-hub:4.4.1");
});
