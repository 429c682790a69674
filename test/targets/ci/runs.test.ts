// Workflows run: they let a sound program through, stage by stage, and fail on everything that is wrong before anything is touched.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { bundledCli } from "../../support/bundled-cli.ts";
import { runCli } from "../../support/run-cli.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { commitAll, type Event, type Place, runWorkflow, workflowPlace } from "../../support/workflow-runner.ts";

const cli = bundledCli();
const push: Event = { name: "push" };
const request: Event = { name: "pull_request" };

const program = `project campus {
  registry = "ghcr.io/campus/hubs"
  timezone = "America/Los_Angeles"
}
course c {
  title  = "C"
  hub    = h
  image  = img
  term   = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 4GiB }
}
image img extends std.jupyterlab { pip { altair==5.5.0 } }
image spare extends std.jupyterlab { pip { altair==5.4.0 } }
provider gke k { project = "p"  region = "us-central1"  cluster = "c" }
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
const broken = program.replace("altair==5.5.0", "boken==2.4.3");
const keys = "github.client-id\ngithub.client-secret\n";

/** A repository whose workflows are those of the sound program, as somebody puts them there; then its program is `text`. */
async function place(text = program, more: Readonly<Record<string, string>> = {}): Promise<Place> {
  const made = workflowPlace({ "hubs.hub": program, ".gitignore": "/out/\n/node_modules/\n", ...more }, cli.path);
  await install(made);
  writeFileSync(join(made.repository, "hubs.hub"), text);
  commitAll(made.repository);
  writeFileSync(join(made.fakes, "keys"), keys);
  return made;
}

async function install({ repository }: Place): Promise<void> {
  expect((await runCli(["build", "--on", "2026-10-05"], { cwd: repository })).code).toBe(0);
  cpSync(join(repository, "out/ci/github"), join(repository, ".github/workflows"), { recursive: true });
  commitAll(repository);
}

const workflow = (name: string) => `.github/workflows/hubc-${name}.yml`;
/** What reached out, in order, by program and the first words. */
const touched = ({ calls }: Place) => calls().filter((call) => !/^(?:npm|gh) /.test(call));

/** Says of a release that its last deployment that went well was of the newest commit. */
function wasDeployed({ repository, fakes }: Place, release: string, time = "2026-10-05T18:00:00Z"): void {
  const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: repository, encoding: "utf8" }).trim();
  writeFileSync(join(fakes, `deployed-${release}`), `${commit} ${time}\n`);
}

/** Names of the releases that helm upgraded since, in order. */
const upgraded = ({ calls }: Place, since = 0) =>
  calls()
    .slice(since)
    .filter((call) => call.startsWith("helm upgrade"))
    .map((call) => call.split(" ")[3]);

describe("the plan", () => {
  const onBranch = async (text: string) => {
    const made = await place();
    execFileSync("git", ["checkout", "--quiet", "-b", "change"], { cwd: made.repository });
    writeFileSync(join(made.repository, "hubs.hub"), text);
    commitAll(made.repository);
    return made;
  };

  test("of a change that loses nothing is kept for the comment", async () => {
    const made = await onBranch(program.replace('"ada"', '"ada", "bob"'));
    expect(runWorkflow(made, workflow("plan"), request)).toMatchObject({ failed: undefined });
    expect(touched(made)).toEqual([]);
  });

  test("fails where work would be lost", async () => {
    const made = await onBranch(program.replace("10.0.0.2", "10.0.0.3"));
    expect(runWorkflow(made, workflow("plan"), request)).toMatchObject({ failed: "plan: Refuse what loses work" });
  });

  test("lets a change pass that mends a program with errors", async () => {
    const made = await place(broken);
    execFileSync("git", ["checkout", "--quiet", "-b", "change"], { cwd: made.repository });
    writeFileSync(join(made.repository, "hubs.hub"), program);
    commitAll(made.repository);
    const { failed, output } = runWorkflow(made, workflow("plan"), request);
    expect(failed).toBeUndefined();
    expect(output).toContain("::warning::This change could not be planned.");
  });

  describe("is put on the pull request", () => {
    /** Runs the comment's script with a `gh` that answers, and gives what it was called with. */
    const commented = async (plan: string, answers: { readonly number: string; readonly comment: string }) => {
      const made = await place();
      const text = readFileSync(join(made.repository, workflow("plan-comment")), "utf8");
      const steps = (load(text) as { jobs: { comment: { steps: readonly { run?: string }[] } } }).jobs.comment.steps; // as it is written
      const folder = temporaryFolder({
        "hubc-plan/plan.md": plan,
        "bin/gh": `#!/bin/sh\necho "$*" >> calls\ncase "$*" in\n  *"/pulls "*) printf '%s' '${answers.number}' ;;\n  *--paginate*) printf '%s' '${answers.comment}' ;;\nesac\n`,
      });
      chmodSync(join(folder, "bin/gh"), 0o755);
      const script = steps.find(({ run }) => run !== undefined)?.run ?? "";
      const env = {
        PATH: `${folder}/bin:/usr/bin:/bin`,
        GITHUB_REPOSITORY: "campus/hubs",
        HEAD: "eve:x",
        COMMIT: "abc",
      };
      const { status } = spawnSync("bash", ["-eo", "pipefail", "-c", script], { cwd: folder, env, encoding: "utf8" });
      const calls = existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8") : "";
      return { status, calls };
    };
    const plan = "<!-- hubc plan -->\n**Nothing**\n";

    test("as a new comment, and in the one that is there", async () => {
      const fresh = await commented(plan, { number: "7", comment: "" });
      expect(fresh).toMatchObject({ status: 0 });
      expect(fresh.calls).toContain("api --silent repos/campus/hubs/issues/7/comments --field body=@hubc-plan/plan.md");
      const again = await commented(plan, { number: "7", comment: "31" });
      expect(again.calls).toContain(
        "--method PATCH repos/campus/hubs/issues/comments/31 --field body=@hubc-plan/plan.md",
      );
    });

    test("never as anything else, nor where there is no open one", async () => {
      expect(await commented("hello\n", { number: "7", comment: "" })).toEqual({ status: 1, calls: "" });
      expect(await commented(plan + "x".repeat(70_000), { number: "7", comment: "" })).toEqual({
        status: 1,
        calls: "",
      });
      const closed = await commented(plan, { number: "", comment: "" });
      expect(closed.status).toBe(0);
      expect(closed.calls).not.toContain("comments");
    });
  });
});

describe("the check", () => {
  test("passes a sound program, and touches nothing", async () => {
    const made = await place();
    const ran = runWorkflow(made, workflow("check"), request);
    expect(ran).toMatchObject({ failed: undefined });
    expect(ran.output).toContain("./out is not committed.");
    expect(touched(made)).toEqual([]);
  });

  test("fails on a broken one, with an annotation", async () => {
    const made = await place(broken);
    const { failed, output } = runWorkflow(made, workflow("check"), request);
    expect(failed).toBe("check: Check");
    expect(output).toMatch(/^::error file=hubs\.hub,line=13,.*title=image\/unknown-package::/m);
    expect(touched(made)).toEqual([]);
  });

  test("fails where the workflows are not the program's", async () => {
    const made = await place(program.replace("America/Los_Angeles", "Europe/Oslo"));
    const { failed, output } = runWorkflow(made, workflow("check"), request);
    expect(failed).toBe("check: Compare the workflows");
    expect(output).toContain("::error::.github/workflows/hubc-deploy.yml is not what the program says.");
    expect(output).not.toContain("hubc-plan-comment.yml is not");
  });

  test("passes where a day moves: no workflow names one", async () => {
    const made = await place(program.replace("2026-11-20", "2026-11-21"));
    expect(runWorkflow(made, workflow("check"), request).failed).toBeUndefined();
  });

  test("fails where a workflow is left over", async () => {
    const made = await place(program, { [workflow("old")]: "on: push\n" });
    expect(runWorkflow(made, workflow("check"), request).failed).toBe("check: Compare the workflows");
  });

  test("passes committed outputs of another day, and fails on outputs that are not the program's", async () => {
    const made = await place();
    rmSync(join(made.repository, ".gitignore"));
    commitAll(made.repository);
    expect(runWorkflow(made, workflow("check"), { ...request, today: "2026-11-05" }).failed).toBeUndefined();
    writeFileSync(join(made.repository, "hubs.hub"), program.replace("1GiB .. 2GiB", "1GiB .. 3GiB"));
    commitAll(made.repository);
    const { failed, output } = runWorkflow(made, workflow("check"), { ...request, today: "2026-11-05" });
    expect(failed).toBe("check: Compare committed outputs");
    expect(output).toContain("Run hubc build --on 2026-11-01, and commit ./out.");
  });
});

describe("deploying", () => {
  test("builds and pushes what the registry lacks, then brings staging and production, in this order", async () => {
    const made = await place();
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBeUndefined();
    const words = touched(made).map((call) =>
      call.replace(/:[0-9a-f]{12}/g, ":TAG").replace(/--volume \S+/, "--volume …"),
    );
    const image = (name: string) => [
      "docker login ghcr.io --username ada --password-stdin",
      `docker manifest inspect ghcr.io/campus/hubs/${name}:TAG`,
      expect.stringMatching(new RegExp(`^docker build --tag ghcr.io/campus/hubs/${name}:TAG .*/images/${name}$`)),
      `docker run --rm --volume … ghcr.io/campus/hubs/${name}:TAG bash /smoke-test/smoke-test.sh`,
      `docker push ghcr.io/campus/hubs/${name}:TAG`,
    ];
    const apply = "kubectl apply --server-side --field-manager=hubc --filename manifests/";
    const unused = (name: string) => [
      expect.stringContaining("kubectl create --filename manifests/ --dry-run=client"),
      expect.stringContaining(`kubectl get configmap hubc-inventory-${name} --namespace ${name}`),
      expect.stringContaining(`kubectl get configmaps --namespace ${name} --selector hubc/inventory=true`),
      expect.stringMatching(new RegExp(`^kubectl get cronjob.*--namespace ${name} --selector .*part-of=h`)),
    ];
    const stage = (name: string) => [
      expect.stringContaining(`kubectl get secret hubc-h --namespace ${name}`),
      `kubectl get namespace ${name} --ignore-not-found --output name`,
      `${apply}10-namespace.yaml`,
      expect.stringContaining(`kubectl get --namespace ${name} lease/hubc-deploy-${name}`),
      "kubectl create --filename -",
      expect.stringContaining(`helm list --pending --short --namespace ${name}`),
      ...unused(name),
      apply,
      "helm version --short",
      `helm upgrade --install ${name} jupyterhub --repo https://hub.jupyter.org/helm-chart/ --version 4.4.0 --namespace ${name} --values values.yaml --timeout 30m --rollback-on-failure --wait=legacy --server-side=true --force-conflicts`,
      ...unused(name),
      expect.stringContaining(`kubectl patch --namespace ${name} lease/hubc-deploy-${name}`),
    ];
    // What is noted goes through a pipe, whose programs begin in any order.
    const isNoting = (call: string) =>
      /^kubectl (?:label|create configmap|apply .*--force-conflicts)/.test(call) || call.startsWith("kubectl config");
    expect(words.filter((call) => !isNoting(call))).toEqual([
      ...image("img"),
      ...image("spare"),
      ...stage("h-staging"),
      ...stage("h-prod"),
    ]);
  });

  test("builds no image again that the registry has", async () => {
    const made = await place();
    runWorkflow(made, workflow("deploy"), push);
    const before = made.calls().length;
    writeFileSync(join(made.repository, "hubs.hub"), program.replace("altair==5.4.0", "altair==5.3.0"));
    commitAll(made.repository);
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBeUndefined();
    const pushed = made
      .calls()
      .slice(before)
      .filter((call) => call.startsWith("docker push"));
    expect(pushed).toEqual([expect.stringContaining("/spare:")]);
  });

  test("touches nothing for a broken program", async () => {
    const made = await place(broken);
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBe("build: Build");
    expect(touched(made)).toEqual([]);
  });

  test("touches nothing for another branch", async () => {
    const made = await place();
    const other: Event = { name: "workflow_dispatch", ref: "refs/heads/trial" };
    expect(runWorkflow(made, workflow("deploy"), other).failed).toBe("build: Refuse other branches");
    expect(touched(made)).toEqual([]);
  });

  test("leaves production alone where staging does not come up", async () => {
    const made = await place();
    writeFileSync(join(made.fakes, "fail-helm"), "h-staging");
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBe("deploy-h-staging: Deploy");
    expect(touched(made).filter((call) => /h-prod/.test(call))).toEqual([]);
  });

  test("does not begin where a key of the Secret is missing", async () => {
    const made = await place();
    writeFileSync(join(made.fakes, "keys"), "github.client-id\n");
    const { failed, output } = runWorkflow(made, workflow("deploy"), push);
    expect(failed).toBe("deploy-h-staging: Deploy");
    expect(output).toContain("github.client-secret");
    expect(made.calls().filter((call) => call.startsWith("helm"))).toEqual([]);
  });

  test("deploys to no other cluster than the provider's", async () => {
    const made = await place();
    writeFileSync(join(made.fakes, "context"), "gke_p_us-central1_other\n");
    const { failed, output } = runWorkflow(made, workflow("deploy"), push);
    expect(failed).toBe("deploy-h-staging: Deploy");
    expect(output).toContain("that one is `gke_p_us-central1_c`");
    expect(made.calls().filter((call) => /^(?:helm|kubectl (?!config))/.test(call))).toEqual([]);
  });

  test("brings nothing where an image's test fails", async () => {
    const made = await place();
    writeFileSync(join(made.fakes, "fail-docker"), "smoke-test.sh");
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBe("push img: Build, test and push the image");
    expect(made.calls().filter((call) => /^(?:helm|kubectl|docker push)/.test(call))).toEqual([]);
  });
});

describe("a pull request's images", () => {
  test("are built where they change, and not pushed", async () => {
    const made = await place();
    // A pull request is a merge, and its first parent is what was there before.
    writeFileSync(join(made.repository, "hubs.hub"), program.replace("altair==5.4.0", "altair==5.3.0"));
    commitAll(made.repository);
    const { failed, output } = runWorkflow(made, workflow("images"), request);
    expect(failed).toBeUndefined();
    expect(output).toMatch(/ghcr\.io\/campus\/hubs\/img:[0-9a-f]{12} is as it was\./);
    expect(touched(made).map((call) => call.split(" ").slice(0, 2).join(" "))).toEqual(["docker build", "docker run"]);
    expect(touched(made)[0]).toContain("/spare:");
  });

  test("are all built where there was no program before", async () => {
    const made = await place(broken);
    writeFileSync(join(made.repository, "hubs.hub"), program);
    commitAll(made.repository);
    const { failed, output } = runWorkflow(made, workflow("images"), request);
    expect(failed).toBeUndefined();
    expect(output).toContain("::notice::What was before can't be built");
    expect(touched(made).filter((call) => call.startsWith("docker build"))).toHaveLength(2);
  });
});

describe("what does not change is not deployed", () => {
  const change = (made: Place, text: string) => {
    writeFileSync(join(made.repository, "hubs.hub"), text);
    commitAll(made.repository);
  };
  const both = (made: Place, time?: string) => {
    for (const name of ["h-staging", "h-prod"]) wasDeployed(made, name, time);
  };

  test("nothing for a comment", async () => {
    const made = await place();
    both(made);
    change(made, `# A comment.\n${program}`);
    const { failed, output } = runWorkflow(made, workflow("deploy"), push);
    expect(failed).toBeUndefined();
    expect(upgraded(made)).toEqual([]);
    expect(output).toMatch(/^h-prod is as [0-9a-f]{40} deployed it on 2026-10-05\.$/m);
  });

  test("one stage alone, where the stage before it does not change", async () => {
    const made = await place();
    both(made);
    change(made, program.replace("stage prod    { }", 'stage prod { announcement = "Welcome" }'));
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBeUndefined();
    expect(upgraded(made)).toEqual(["h-prod"]);
  });

  test("both in order where both change, and what a failed deployment left behind", async () => {
    const made = await place();
    both(made);
    change(made, program.replace('"ada"', '"ada", "bob"'));
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBeUndefined();
    expect(upgraded(made)).toEqual(["h-staging", "h-prod"]);
    const before = made.calls().length;
    wasDeployed(made, "h-staging");
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBeUndefined();
    expect(upgraded(made, before)).toEqual(["h-prod"]);
  });

  test("all where hubc is another, where somebody asks for it, and where nothing was deployed yet", async () => {
    const made = await place();
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBeUndefined();
    both(made);
    expect(runWorkflow(made, workflow("deploy"), { name: "workflow_dispatch" }).failed).toBeUndefined();
    writeFileSync(join(made.repository, "package-lock.json"), "{}\n");
    commitAll(made.repository);
    expect(runWorkflow(made, workflow("deploy"), push).failed).toBeUndefined();
    expect(upgraded(made)).toEqual(["h-staging", "h-prod", "h-staging", "h-prod", "h-staging", "h-prod"]);
  });

  test("every night what begins or ends: on the day after a window, and not on another", async () => {
    const made = await place();
    both(made, "2026-11-19T09:00:00Z");
    const onDay = (today: string): Event => ({ name: "schedule", today });
    expect(runWorkflow(made, workflow("deploy"), onDay("2026-11-20")).failed).toBeUndefined();
    expect(touched(made)).toEqual([]);
    expect(runWorkflow(made, workflow("deploy"), onDay("2026-11-21")).failed).toBeUndefined();
    expect(upgraded(made)).toEqual(["h-staging", "h-prod"]);
  });
});
