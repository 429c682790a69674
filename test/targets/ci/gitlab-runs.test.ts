// GitLab's jobs run, with a stand-in for its API: a release is deployed where it changes since the newest deployment of its environment.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, onTestFinished, test } from "vitest";
import { bundledCli } from "../../support/bundled-cli.ts";
import { plain } from "../../support/compiled-programs.ts";
import { runCli } from "../../support/run-cli.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { commitAll } from "../../support/workflow-runner.ts";

const cli = bundledCli();
const program = `project campus {
  timezone = "America/Los_Angeles"
  registry = "ghcr.io/campus/hubs"
  ci { systems = [gitlab]  hubc = "hubc@0.1.0" }
}
course c {
  title  = "C"
  hub    = h
  image  = img
  term   = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 4GiB }
}
image img { base = "quay.io/jupyter/scipy-notebook:2026-01-05" }
provider kubernetes k { context = "k"  pool core { label = "p=core" }  pool users { label = "p=users" } }
storage nfs homes { server = "10.0.0.2"  export = "/homes" }
hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
  https { letsencrypt = "hubs@example.edu" }
  stage prod    { }
  stage staging { domain = "h-staging.example.edu" }
}
`;

interface Deployment {
  readonly commit: string;
  readonly status: string;
  readonly pipeline?: number;
  readonly time?: string;
}

interface Made {
  readonly repository: string;
  /** The newest first, by environment; without any, the API answers 403. */
  readonly deployments: Map<string, readonly Deployment[]>;
  readonly run: (job: string, more?: Readonly<Record<string, string>>) => Promise<{ code: number; output: string }>;
  /** What of the releases is named as changed. */
  readonly changed: (more?: Readonly<Record<string, string>>) => Promise<readonly string[]>;
  readonly commit: (text: string) => string;
}

/** A repository with the pipeline of the program, whose newest deployments are of its first commit. */
async function place(): Promise<Made> {
  const repository = temporaryFolder({
    "hubs.hub": program,
    ".gitignore": "/out/\n/bin/\n",
    "bin/npm": "#!/bin/sh\n",
    "bin/hubc": `#!/bin/sh\nexec '${process.execPath}' '${cli.path}' "$@"\n`,
    "bin/curl": "#!/bin/sh\n",
    "bin/kubectl": "#!/bin/sh\nexit 1\n",
    "bin/tar": "#!/bin/sh\necho deployed\n",
  });
  for (const name of ["npm", "hubc", "curl", "tar", "kubectl"]) chmodSync(join(repository, "bin", name), 0o755);
  execFileSync("git", ["init", "-q", "-b", "main"], { cwd: repository });
  expect((await runCli(["build", "--on", "2026-10-05"], { cwd: repository })).code).toBe(0);
  const text = readFileSync(join(repository, "out/ci/gitlab/.gitlab-ci.yml"), "utf8");
  writeFileSync(join(repository, ".gitlab-ci.yml"), text);
  const jobs = plain(load(text));
  const deployments = new Map<string, readonly Deployment[]>();
  const api = await standIn(deployments);
  const head = () => execFileSync("git", ["rev-parse", "HEAD"], { cwd: repository, encoding: "utf8" }).trim();
  const commit = (content: string) => {
    writeFileSync(join(repository, "hubs.hub"), content);
    commitAll(repository);
    return head();
  };
  const first = commit(program);
  for (const name of ["h-staging", "h-prod"]) deployments.set(name, [{ commit: first, status: "success" }]);
  const run: Made["run"] = (job, more = {}) => {
    const script = (plain(jobs[job])["script"] as string[]).join("\n"); // a list of lines, as its schema says
    const env = {
      PATH: [join(repository, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter),
      CI_API_V4_URL: `${api}/api/v4`,
      CI_PROJECT_ID: "7",
      CI_PIPELINE_ID: "40",
      CI_PIPELINE_SOURCE: "push",
      CI_PIPELINE_CREATED_AT: "2026-10-05T18:00:00Z",
      CI_JOB_TOKEN: "job-token",
      ...more,
    };
    return runBash(script, repository, env);
  };
  const changed: Made["changed"] = async (more) => {
    const { code, output } = await run("hubc-changed", more);
    expect(code, output).toBe(0);
    return readFileSync(join(repository, "hubc-changed.txt"), "utf8").split("\n").filter(Boolean);
  };
  return { repository, deployments, run, changed, commit };
}

/** Not `spawnSync`: the API is answered by this process. */
function runBash(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = spawn("bash", ["-eo", "pipefail", "-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

/** GitLab's answers, in the fields of its Deployments API. */
async function standIn(deployments: Made["deployments"]): Promise<string> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    const found = deployments.get(url.searchParams.get("environment") ?? "");
    const isAsked = url.pathname === "/api/v4/projects/7/deployments" && request.headers["job-token"] === "job-token";
    if (!isAsked || url.searchParams.get("sort") !== "desc" || found === undefined) {
      response.writeHead(403).end("{}");
      return;
    }
    const body = found.map(({ commit, status, pipeline = 31, time = "2026-10-05T09:00:00.000Z" }) => ({
      sha: commit,
      status,
      deployable: { pipeline: { id: pipeline, created_at: time } },
    }));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}

describe("what of a branch changes", () => {
  test("nothing for a comment, one stage alone, and both", async () => {
    const made = await place();
    made.commit(`# A comment.\n${program}`);
    expect(await made.changed()).toEqual([]);
    made.commit(program.replace("stage prod    { }", 'stage prod { announcement = "Welcome" }'));
    expect(await made.changed()).toEqual(["h-prod"]);
    made.commit(program.replace('"ada"', '"ada", "bob"'));
    expect(await made.changed()).toEqual(["h-staging", "h-prod"]);
  });

  test("on the day on which a window begins, and not on the day before", async () => {
    const made = await place();
    expect(
      await made.changed({ CI_PIPELINE_SOURCE: "schedule", CI_PIPELINE_CREATED_AT: "2026-11-01T18:00:00Z" }),
    ).toEqual([]);
    // Midnight is where the project is.
    expect(
      await made.changed({ CI_PIPELINE_SOURCE: "schedule", CI_PIPELINE_CREATED_AT: "2026-11-02T07:30:00Z" }),
    ).toEqual([]);
    expect(
      await made.changed({ CI_PIPELINE_SOURCE: "schedule", CI_PIPELINE_CREATED_AT: "2026-11-02T08:30:00Z" }),
    ).toEqual(["h-staging", "h-prod"]);
  });

  test("what a deployment that failed or goes on may have left", async () => {
    const made = await place();
    const [first] = made.deployments.get("h-prod") ?? [];
    if (first === undefined) throw new Error("there is no deployment");
    const other = made.commit(program.replace('"ada"', '"ada", "bob"'));
    made.commit(program);
    expect(await made.changed()).toEqual([]);
    for (const status of ["failed", "running", "canceled", "created"]) {
      made.deployments.set("h-prod", [{ commit: other, status }, first]);
      expect(await made.changed()).toEqual(["h-prod"]);
    }
    // This pipeline's own job waits for this answer.
    made.deployments.set("h-prod", [{ commit: other, status: "created", pipeline: 40 }, first]);
    expect(await made.changed()).toEqual([]);
  });

  test("all where somebody asks for it, GitLab does not answer, the commit is gone, or the pipeline is another", async () => {
    const made = await place();
    expect(await made.changed({ CI_PIPELINE_SOURCE: "web" })).toEqual(["h-staging", "h-prod"]);
    made.deployments.delete("h-staging");
    const { output } = await made.run("hubc-changed");
    expect(output).toContain("GitLab does not say what was deployed of h-staging: it answers 403");
    expect(await made.changed()).toEqual(["h-staging"]);
    made.deployments.set("h-staging", [{ commit: "0".repeat(40), status: "success" }]);
    expect(await made.changed()).toEqual(["h-staging"]);
    writeFileSync(join(made.repository, ".gitlab-ci.yml"), "{}\n");
    made.commit(program);
    expect(await made.changed()).toEqual(["h-staging", "h-prod"]);
  });
});

describe("a job that deploys", () => {
  test("ends well where its release does not change, and goes on where it does", async () => {
    const made = await place();
    writeFileSync(join(made.repository, "hubc-changed.txt"), "h-prod-2\nh-staging\n");
    expect(await made.run("deploy-h-prod")).toEqual({ code: 0, output: "h-prod is as it was deployed last.\n" });
    expect((await made.run("deploy-h-staging")).output).toMatch(/^deployed\n/);
  });
});

describe("the plan of a merge request", () => {
  const planned = async (text: string) => {
    const made = await place();
    const base = execFileSync("git", ["rev-parse", "HEAD"], { cwd: made.repository, encoding: "utf8" }).trim();
    made.commit(text);
    const ran = await made.run("hubc-plan", { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(existsSync(join(made.repository, "hubc-plan.md"))).toBe(true);
    return { ...ran, page: readFileSync(join(made.repository, "hubc-plan.md"), "utf8") };
  };

  test("is told, and fails where work would be lost", async () => {
    const fine = await planned(program.replace('"ada"', '"ada", "bob"'));
    expect(fine).toMatchObject({ code: 0 });
    expect(fine.output).toContain("h-prod");
    expect(fine.page).toContain("**");
    const lost = await planned(program.replace("10.0.0.2", "10.0.0.3"));
    expect(lost).toMatchObject({ code: 1 });
    expect(lost.page).toContain("10.0.0.3");
  });
});
