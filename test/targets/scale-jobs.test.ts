// The jobs that make room before lectures: their rights, their schedules, and their program, run by Python against a server that
// stands in for the cluster's.

import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { clusterPrograms, compileCluster, fileAt } from "../support/cluster-programs.ts";
import { at, listAt, type PlainData, plain } from "../support/compiled-programs.ts";
import { expectGolden } from "../support/golden.ts";
import { pythonWith } from "../support/python.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const path = "hubs/campus/prod/manifests/30-scale.yaml";
const lectures = `lecture main { days = [mon, wed]  time = 10:00 .. 11:00 }
  exam midterm { at = 2026-10-09 19:00 .. 21:00 }
  pool   =`;
const withLectures = (program: string) => program.replace("pool   =", lectures);
const files = compileCluster(clusterPrograms.gke, withLectures);
const python = pythonWith();
const objects: PlainData[] = loadAll(fileAt(files, path).text).map(plain);
const of = (kind: string) => objects.filter((object) => object["kind"] === kind);

describe("30-scale.yaml", () => {
  it("is what its golden shows", () => {
    expectGolden(new URL("goldens/30-scale.yaml", import.meta.url), fileAt(files, path).text);
  });

  it("is there for the stage where people work, and where nodes come and go", () => {
    expect(files.some((file) => file.path === path.replace("prod", "staging"))).toBe(false);
    for (const variant of ["k3s", "kind"] as const) {
      const fixed = compileCluster(clusterPrograms[variant], withLectures);
      expect(fixed.filter((file) => file.path.endsWith("30-scale.yaml"))).toEqual([]);
    }
    expect(compileCluster(clusterPrograms.gke).filter((file) => file.path.endsWith("30-scale.yaml"))).toEqual([]);
  });

  it("may patch the number of placeholders and nothing else", () => {
    const rule = {
      apiGroups: ["apps"],
      resources: ["statefulsets/scale"],
      resourceNames: ["user-placeholder"],
      verbs: ["patch"],
    };
    expect(of("Role").map((role) => role["rules"])).toEqual([[rule]]);
    expect([...of("ClusterRole"), ...of("ClusterRoleBinding")]).toEqual([]);
    const [account] = of("ServiceAccount");
    expect(listAt(of("RoleBinding")[0], "subjects")).toEqual([
      { kind: "ServiceAccount", name: at(account, "metadata", "name"), namespace: "campus-prod" },
    ]);
    for (const job of of("CronJob"))
      expect(at(job, "spec", "jobTemplate", "spec", "template", "spec", "serviceAccountName")).toBe(
        at(account, "metadata", "name"),
      );
  });

  it("runs in the project's time zone, at times that cron can say, under names of their own", () => {
    const jobs = of("CronJob");
    const names = jobs.map((job) => String(at(job, "metadata", "name")));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]{1,52}$/);
    expect(jobs.map((job) => at(job, "spec", "timeZone"))).toEqual(jobs.map(() => "America/Los_Angeles"));
    expect(jobs.map((job) => at(job, "spec", "schedule"))).toEqual([
      "0 10 * * 1,3",
      "30 9 * * 1,3",
      "0 19 9 10 *",
      "30 18 9 10 *",
    ]);
  });

  it("calls jobs after what they are for, and by the same names on every day and for a lecture that moves", () => {
    const namesOf = (change: (program: string) => string) =>
      loadAll(fileAt(compileCluster(clusterPrograms.gke, change), path).text)
        .map(plain)
        .filter((object) => object["kind"] === "CronJob")
        .map((job) => at(job, "metadata", "name"));
    const names = ["room-intro-main", "room-intro-main-ahead", "room-intro-midterm", "room-intro-midterm-ahead"];
    expect(namesOf(withLectures)).toEqual(names);
    expect(namesOf((program) => withLectures(program).replace("10:00 .. 11:00", "14:00 .. 15:00"))).toEqual(names);
    const long = "a-very-long-name-of-a-lecture-that-nobody-would-give";
    const cut = namesOf((program) => withLectures(program).replace("lecture main", `lecture ${long}`));
    expect(new Set(cut).size).toBe(cut.length);
    for (const name of cut) expect(name).toMatch(/^room-[a-z0-9-]{1,47}$/);
  });

  it("starts no job at a time that the zone's clocks skip: Kubernetes would leave it out, and placeholders would stay", () => {
    const night = (program: string) =>
      program
        .replace("pool   =", "lecture night { days = [sun]  time = 2:15 .. 4:00 }\n  pool   =")
        .replace(/term( *)= \S+ \.\. \S+/, "term = 2027-01-20 .. 2027-05-14");
    const jobs = loadAll(fileAt(compileCluster(clusterPrograms.gke, night), path).text)
      .map(plain)
      .filter((object) => object["kind"] === "CronJob")
      .map((job) => [at(job, "metadata", "name"), at(job, "spec", "schedule")]);
    expect(jobs).toEqual([
      ["room-intro-night", "15 2 * * 0"],
      ["room-intro-night-2", "15 3 14 3 *"],
      ["room-intro-night-3", "15 2 * * 0"],
      ["room-intro-night-ahead", "45 1 * * 0"],
    ]);
  });

  it("fits the chart's placeholders, which are sized like people's servers", () => {
    const [values] = loadAll(fileAt(files, "hubs/campus/prod/values.yaml").text);
    expect(at(values, "scheduling", "podPriority")).toEqual({ enabled: true });
    expect(at(values, "scheduling", "userPlaceholder")).toEqual({
      enabled: true,
      replicas: 0,
      resources: { requests: { memory: "1Gi", cpu: "100m" } },
    });
    const [staging] = loadAll(fileAt(files, "hubs/campus/staging/values.yaml").text);
    expect(at(staging, "scheduling", "userPlaceholder")).toBeUndefined();
  });
});

interface Call {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Runs the program with these words, its cluster being a server here; a clock that stands still comes before the program. */
async function run(
  words: readonly string[],
  now: string,
): Promise<{ status: number | null; output: string; calls: Call[] }> {
  const folder = temporaryFolder({ namespace: "campus-prod", token: "the-token", "ca.crt": "" });
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      calls.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const script = String(at(of("ConfigMap")[0], "data", "scale.py"));
  const local = script
    .replace("/var/run/secrets/kubernetes.io/serviceaccount", folder)
    .replace("https://kubernetes.default.svc", `http://127.0.0.1:${port}`)
    .replace('ssl.create_default_context(cafile=str(ACCOUNT / "ca.crt"))', "None")
    .replace("datetime.now(ZoneInfo(zone))", `datetime.fromisoformat("${now}").astimezone(ZoneInfo(zone))`)
    .replace("datetime.now(timezone.utc)", `datetime.fromisoformat("${now}").astimezone(timezone.utc)`);
  writeFileSync(`${folder}/scale.py`, local);
  const child = spawn(python ?? "", [`${folder}/scale.py`, ...words], { env: { ...process.env, no_proxy: "*" } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  await new Promise((resolve) => server.close(resolve));
  return { status, output, calls };
}

describe.skipIf(python === undefined)("scale.py", () => {
  const words = ["62", "2026-08-26", "2026-12-16", "America/Los_Angeles"];

  it("patches the scale of the placeholders in its own namespace, with its own token", async () => {
    const { status, output, calls } = await run(words, "2026-10-05T16:30:00+00:00");
    expect(output).toBe("62 placeholders: 200\n");
    expect(status).toBe(0);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      method: "PATCH",
      url: "/apis/apps/v1/namespaces/campus-prod/statefulsets/user-placeholder/scale",
      body: '{"spec": {"replicas": 62}}',
      headers: { authorization: "Bearer the-token", "content-type": "application/merge-patch+json" },
    });
  });

  it("does nothing outside of its days, which are those of the time zone", async () => {
    // 16 December in California, 17 December in Greenwich.
    expect((await run(words, "2026-12-17T06:30:00+00:00")).calls).toHaveLength(1);
    const after = await run(words, "2026-12-17T17:30:00+00:00");
    expect(after).toMatchObject({ status: 0, calls: [] });
    expect((await run(words, "2026-08-25T17:30:00+00:00")).calls).toEqual([]);
    expect((await run(words, "2027-10-04T16:30:00+00:00")).calls).toEqual([]);
  });

  it("fits within a day where the zone is not known there", async () => {
    const unknown = [...words.slice(0, 3), "Nowhere/At_All"];
    expect((await run(unknown, "2026-12-17T06:30:00+00:00")).calls).toHaveLength(1);
    expect((await run(unknown, "2026-12-18T06:30:00+00:00")).calls).toEqual([]);
  });

  it("fails where the cluster refuses, so that the job is tried again", async () => {
    const { status } = await run(["x", ...words.slice(1)], "2026-10-05T16:30:00+00:00");
    expect(status).not.toBe(0);
  });
});

it("holds the program that is tested", () => {
  const source = readFileSync(new URL("../../python/scale_placeholders.py", import.meta.url), "utf8");
  expect(at(of("ConfigMap")[0], "data", "scale.py")).toBe(source);
});
