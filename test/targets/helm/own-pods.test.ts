// The hub's own pods, its scheduler, its log and its culler, as the values say them.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import type { OutputFile } from "../../../compiler/output/output-file.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { compiledCourse, courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function values(hub: string, path = "hubs/datahub/prod/values.yaml"): Record<string, Record<string, unknown>> {
  const text = compiledCourse({ hub }).get(path)?.text ?? "";
  return load(text) as Record<string, Record<string, unknown>>; // values are a map of maps
}

function found(hub: string): string[] {
  return checkProgram(programOf(courseProgram({ hub }))).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
}

function compiled(text: string): readonly OutputFile[] {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  return compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on }).files;
}

describe("pods", () => {
  it("gives each pod its resources where the chart has them", () => {
    const all = values(`  https { letsencrypt = "help@example.edu" }
  pods {
    jupyterhub     { memory = 256MiB .. 2GiB  cpu = 0.01 .. unlimited }
    proxy          { memory = 64MiB .. 1.5GiB }
    traefik        { memory = 96MiB .. unlimited  cpu = 500m .. 2 }
    secret-sync    { cpu = 10m }
    user-scheduler { memory = 128MiB .. 1000000000B  replicas = 1 }
    image-puller   { memory = 10MiB }
  }`);
    expect(all["hub"]?.["resources"]).toEqual({ requests: { memory: "256Mi", cpu: "10m" }, limits: { memory: "2Gi" } });
    expect(all["proxy"]).toMatchObject({
      chp: { resources: { requests: { memory: "64Mi" }, limits: { memory: "1536Mi" } } },
      traefik: { resources: { requests: { memory: "96Mi", cpu: "500m" }, limits: { cpu: "2" } } },
      secretSync: { resources: { requests: { cpu: "10m" }, limits: { cpu: "10m" } } },
    });
    expect(all["scheduling"]?.["userScheduler"]).toEqual({
      replicas: 1,
      resources: { requests: { memory: "128Mi" }, limits: { memory: "1000000000" } },
    });
    expect(all["prePuller"]?.["resources"]).toEqual({ requests: { memory: "10Mi" }, limits: { memory: "10Mi" } });
  });

  it("writes nothing where nothing is said", () => {
    const text = compiledCourse({ hub: "" }).get("hubs/datahub/prod/values.yaml")?.text;
    expect(text).not.toMatch(/resources|userScheduler|podPriority|secretSync/);
  });

  it("turns the scheduler off, priorities on, and leaves named servers without a limit", () => {
    const all = values("  user-scheduler = false\n  pod-priority = true\n  named-servers = unlimited\n");
    expect(all["scheduling"]).toEqual({ userScheduler: { enabled: false }, podPriority: { enabled: true } });
    expect(all["hub"]?.["allowNamedServers"]).toBe(true);
    expect(all["hub"]).not.toHaveProperty("namedServerLimitPerUser");
  });

  it("sends spare room to a scheduler that runs", () => {
    const spare = (line: string) => {
      const pools = "  pool small { nodes = 0..3  memory = 64GiB  cpu = 8 }\n  pool users";
      const text = courseProgram({ hub: `  spare { small = 2  users = 1 }\n${line}` }).replace("  pool users", pools);
      return compiled(text).find(({ path }) => path.endsWith("31-spare.yaml"))?.text;
    };
    expect(spare("")).toContain("schedulerName: datahub-prod-user-scheduler");
    expect(spare("  user-scheduler = false\n")).not.toContain("schedulerName");
    expect(spare("  values { scheduling.userScheduler.enabled = false }\n")).not.toContain("schedulerName");
  });

  it("keeps no room free without priorities", () => {
    expect(found("  spare { users = 1 }\n  pod-priority = false\n")).toContain("error hub/spare-without-priority");
    expect(found("  spare { users = 1 }\n  pod-priority = true\n")).not.toContain("error hub/spare-without-priority");
  });

  it("says what is said of a pod that does not run", () => {
    const traefik = "  pods { traefik { memory = 96MiB .. 1GiB } }\n";
    expect(found(traefik)).toContain("info hub/pod-without-effect");
    expect(found(`${traefik}  https { letsencrypt = "help@example.edu" }\n`)).not.toContain(
      "info hub/pod-without-effect",
    );
    const scheduler = "  pods { user-scheduler { memory = 96MiB .. 1GiB } }\n";
    expect(found(scheduler)).not.toContain("info hub/pod-without-effect");
    const off = `${scheduler}  values { scheduling.userScheduler.enabled = false }\n`;
    expect(found(off)).toContain("info hub/pod-without-effect");
  });

  it.each([
    ["traefik", "proxy.https.enabled = false"],
    ["traefik", 'proxy.https.type = "offload"'],
    ["user-scheduler", "scheduling.userScheduler.enabled = false"],
  ])("leaves it to the clash whether %s runs, where values say the opposite: %s", (pod, value) => {
    const program = `  pods { ${pod} { memory = 96MiB .. 1GiB } }\n  https { letsencrypt = "help@example.edu" }\n  user-scheduler = true\n`;
    expect(found(`${program}  values { ${value} }\n`)).toEqual(["warning project/no-registry", "error values/clash"]);
  });

  it.each([
    ["pods { jupyterhub { memory = unlimited } }", "schema/wrong-type"],
    ["pods { jupyterhub { memory = unlimited .. 2GiB } }", "schema/wrong-type"],
    ["pods { jupyterhub { memory = 2GiB .. 1GiB } }", "schema/range-reversed"],
    ["pods { jupyterhub { memory = 2 } }", "schema/missing-unit"],
    ["pods { hubb { memory = 2GiB } }", "schema/unknown-setting"],
    ["named-servers = infinite", "schema/wrong-type"],
  ])("refuses %s", (line, code) => {
    const errors = found(`  ${line}\n`).filter((one) => one.startsWith("error"));
    expect(errors).toEqual([`error ${code}`]);
  });
});

describe("debug", () => {
  it("is written where it is said, in a stage and on the days of a window", () => {
    expect(values("")).not.toHaveProperty("debug");
    expect(values("  debug = true\n")["debug"]).toEqual({ enabled: true });
    expect(values("  debug = false\n")["debug"]).toEqual({ enabled: false });
    const staged = '  debug = true\n  stage trial { domain = "t.example.edu" }\n  stage prod { debug = false }\n';
    expect(values(staged)["debug"]).toEqual({ enabled: false });
    expect(values(staged, "hubs/datahub/trial/values.yaml")["debug"]).toEqual({ enabled: true });
    expect(values("  during 2026-10-05 .. 2026-10-06 { debug = true }\n")["debug"]).toEqual({ enabled: true });
    expect(values("  during 2026-10-06 .. 2026-10-07 { debug = true }\n")).not.toHaveProperty("debug");
  });
});

describe("cull", () => {
  it("looks as often as is said, and takes stopped servers with names off the list", () => {
    const said = values("  cull { idle = 30min  every = 5min  remove-named = true }\n")["cull"];
    expect(said).toEqual({ enabled: true, timeout: 1800, every: 300, removeNamedServers: true });
    const left = values("  cull { idle = 5min  remove-named = false }\n")["cull"];
    expect(left).toEqual({ enabled: true, timeout: 300, every: 300 });
    expect(found("  cull { every = 0s }\n")).toContain("error hub/no-time");
  });

  const kernels = (hub: string) =>
    /MappingKernelManager:\n((?: +cull_.*\n)+)/
      .exec(compiledCourse({ hub }).get("hubs/datahub/prod/values.yaml")?.text ?? "")?.[1]
      ?.replace(/^ +/gm, "");

  it("= none stops nothing, and a stage can take it back", () => {
    expect(values("  cull = none\n")["cull"]).toEqual({ enabled: false });
    const hub =
      '  cull = none\n  stage trial { domain = "t.example.edu"  cull { enabled = true  idle = 2h } }\n  stage prod { }\n';
    expect(values(hub)["cull"]).toEqual({ enabled: false });
    expect(values(hub, "hubs/datahub/trial/values.yaml")["cull"]).toEqual({ enabled: true, timeout: 7200, every: 600 });
    const other = '  cull { idle = 2h }\n  stage trial { domain = "t.example.edu"  cull = none }\n  stage prod { }\n';
    expect(values(other)["cull"]).toMatchObject({ enabled: true, timeout: 7200 });
    expect(values(other, "hubs/datahub/trial/values.yaml")["cull"]).toEqual({ enabled: false });
    expect(kernels("  cull = none\n")).toBeUndefined();
  });

  it("stops kernels by their own time", () => {
    expect(kernels("  cull { idle = 1h }\n")).toBe("cull_idle_timeout: 3600\ncull_interval: 300\n");
    expect(kernels("  cull { idle = 1h  kernels = 20min  connected-kernels = true }\n")).toBe(
      "cull_idle_timeout: 1200\ncull_interval: 300\ncull_connected: true\n",
    );
    expect(kernels("  cull { enabled = false  kernels = 1min }\n")).toContain("cull_idle_timeout: 60");
    expect(found("  cull { idle = 1h  kernels = 0s }\n")).toContain("error hub/no-time");
  });

  it("is said once", () => {
    expect(found("  cull = none\n  cull { idle = 1h }\n")).toContain("error schema/duplicate-setting");
    expect(found("  cull = never\n")).toContain("error schema/wrong-form");
    expect(found("  https = none\n")).toContain("error schema/wrong-form");
  });
});
