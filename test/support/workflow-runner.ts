// Runs a workflow as GitHub does, as far as what hubc writes goes: jobs in the order that they need, each in a checkout of its own, the
// lines of each step by bash; other people's actions are stood in for, and programs that reach out are fakes that keep a record.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { putFiles, temporaryFolder } from "./temporary-folder.ts";

export interface Place {
  /** The repository. What is committed is what runs see. */
  readonly repository: string;
  /** What the record holds so far: a command a line. */
  readonly calls: () => string[];
  /** Files named `fail-<program>` in it make that program fail when its words match their text. */
  readonly fakes: string;
}

export interface Ran {
  /** `job: step` of the first step that failed; nothing where all went well. */
  readonly failed: string | undefined;
  readonly output: string;
}

export interface Event {
  readonly name: "push" | "pull_request" | "schedule" | "workflow_dispatch";
  readonly ref?: string;
  readonly today?: string;
}

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
}

const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { cwd, stdio: "pipe" });

/** A repository with these files, and programs in front of the real ones. `cli` is hubc. */
export function workflowPlace(files: Readonly<Record<string, string>>, cli: string): Place {
  const repository = temporaryFolder(files);
  git(repository, "init", "-q", "-b", "main");
  commitAll(repository);
  const fakes = temporaryFolder();
  const bin = join(fakes, "bin");
  putFiles(bin, { ...fakePrograms, npm: npm(cli) });
  for (const name of [...Object.keys(fakePrograms), "npm"]) chmodSync(join(bin, name), 0o755);
  const record = join(fakes, "calls");
  writeFileSync(record, "");
  return { repository, fakes, calls: () => readFileSync(record, "utf8").split("\n").filter(Boolean) };
}

/** Commits what lies in the repository. */
export function commitAll(repository: string): void {
  git(repository, "add", "-A");
  git(repository, "commit", "-q", "-m", "change", "--allow-empty");
}

const head = `#!/usr/bin/env bash
echo "\${0##*/} $*" >> "$FAKES/calls"
if [ -e "$FAKES/fail-\${0##*/}" ] && [[ "$*" == *"$(cat "$FAKES/fail-\${0##*/}")"* ]]; then exit 1; fi
`;

const fakePrograms: Readonly<Record<string, string>> = {
  helm: head,
  gcloud: `${head}echo token\n`,
  aws: head,
  az: head,
  // Its context is that of a cluster of Google's, unless a test writes another. A Secret with these keys; manifests of one object.
  kubectl: `${head}case "$*" in
  "config current-context" | "config view"*) cat "$FAKES/context" 2> /dev/null || echo gke_p_us-central1_c ;;
  "create --filename manifests/"*) echo '["v1","Namespace","","h"]' ;;
  "get secret"*) cat "$FAKES/keys" ;;
  *"--filename -"*) cat > /dev/null ;;
esac
`,
  // No registry has anything but what was pushed.
  docker: `${head}case "$1" in
  manifest) grep -F -x -q -e "docker push $3" "$FAKES/calls" ;;
  login) cat > /dev/null ;;
esac
`,
  // The last deployment to an environment that went well, its commit and time.
  gh: `${head}for word in "$@"; do
  if [[ "$word" == environment=* ]]; then cat "$FAKES/deployed-\${word#environment=}" 2> /dev/null || true; fi
done
`,
  date: `#!/usr/bin/env bash
if [[ "$*" =~ --date=([^ ]+) ]]; then exec /bin/date --date="\${BASH_REMATCH[1]}" +%F; fi
exec /bin/date --date="$TODAY" +%F
`,
};

const npm = (cli: string): string => `${head}mkdir -p node_modules/.bin "$FAKES/global"
for place in node_modules/.bin "$FAKES/global"; do
  printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' "${process.execPath}" "${cli}" > "$place/hubc"
  chmod +x "$place/hubc"
done
if [ "$1" = ci ]; then rm "$FAKES/global/hubc"; fi
`;

interface Run {
  readonly place: Place;
  readonly event: Event;
  readonly store: string;
  readonly results: Map<string, Readonly<Record<string, string>>>;
  output: string;
}

/** Runs a workflow of the repository, by its path there. */
export function runWorkflow(place: Place, path: string, event: Event): Ran {
  const run: Run = { place, event, store: temporaryFolder(), results: new Map(), output: "" };
  const failed = runJobs(run, path);
  return { failed, output: run.output };
}

function runJobs(run: Run, path: string): string | undefined {
  const { jobs } = load(readFileSync(join(run.place.repository, path), "utf8")) as { jobs: Record<string, Job> }; // as actionlint reads it
  const ended = new Map<string, Ended>();
  const waiting = new Map(Object.entries(jobs));
  let failure: string | undefined;
  while (waiting.size > 0) {
    const ready = [...waiting].find(([, job]) => needsOf(job).every((name) => ended.has(name)));
    if (ready === undefined) return failure ?? `no job of ${[...waiting.keys()].join(", ")} can begin`;
    const [name, job] = ready;
    waiting.delete(name);
    if (!begins(job, { run, jobs, ended })) {
      ended.set(name, "skipped");
      continue;
    }
    const result = job.uses === undefined ? runMatrix(run, name, job) : runJobs(run, job.uses);
    ended.set(name, result === undefined ? "success" : "failure");
    failure ??= result;
  }
  return failure;
}

type Ended = "success" | "failure" | "skipped";

function needsOf({ needs }: Job): readonly string[] {
  return [needs ?? []].flat();
}

interface Jobs {
  readonly run: Run;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly ended: ReadonlyMap<string, Ended>;
}

/** A job whose condition asks for no state begins only where all that it needs went well. */
function begins(job: Job, { run, jobs, ended }: Jobs): boolean {
  const asksForState = /\b(?:failure|cancelled|always)\(\)/.test(job.if ?? "");
  if (!asksForState && !needsOf(job).every((name) => ended.get(name) === "success")) return false;
  const hasFailed = (one: Job): boolean =>
    needsOf(one).some((name) => ended.get(name) === "failure" || hasFailed(jobs[name] ?? {}));
  return holds(job.if, run, hasFailed(job));
}

/** The conditions of jobs that are written: terms between `&&` and `||`. */
function holds(condition: string | undefined, run: Run, hasFailed: boolean): boolean {
  if (condition === undefined) return true;
  const [, expression] = /^\$\{\{ (.*) \}\}$/.exec(condition) ?? [];
  if (expression === undefined) throw new Error(`unknown: ${condition}`);
  return expression.split(" || ").some((any) => any.split(" && ").every((term) => termHolds(term, run, hasFailed)));
}

function termHolds(term: string, run: Run, hasFailed: boolean): boolean {
  if (term === "!cancelled()") return true;
  if (term === "!failure()") return !hasFailed;
  const [, list, item] = /^contains\(fromJSON\((\S+)\), '([^']*)'\)$/.exec(term) ?? [];
  if (list !== undefined) return (JSON.parse(outputOf(list, run) ?? "[]") as string[]).includes(item ?? ""); // a list of names
  const [, name, operator, value] = /^(\S+) (==|!=) '([^']*)'$/.exec(term) ?? [];
  if (name === undefined) throw new Error(`unknown: ${term}`);
  return (outputOf(name, run) === value) === (operator === "==");
}

function outputOf(name: string, { event, results }: Run): string | undefined {
  if (name === "github.event_name") return event.name;
  const [, job = "", output = ""] = /^needs\.(\w+)\.outputs\.(\w+)$/.exec(name) ?? [];
  if (job === "") throw new Error(`unknown: ${name}`);
  return results.get(job)?.[output];
}

function runMatrix(run: Run, name: string, job: Job): string | undefined {
  const [entry] = Object.entries(job.strategy?.matrix ?? {});
  if (entry === undefined) return runSteps(run, name, { steps: job.steps ?? [], values: {} });
  const [key, values] = entry;
  const found = values.map((value) =>
    runSteps(run, `${name} ${value}`, { steps: job.steps ?? [], values: { [`matrix.${key}`]: value } }),
  );
  return found.find((one) => one !== undefined);
}

interface Steps {
  readonly steps: readonly Step[];
  readonly values: Readonly<Record<string, string>>;
}

function runSteps(run: Run, job: string, { steps, values }: Steps): string | undefined {
  const workspace = temporaryFolder();
  const temp = temporaryFolder();
  for (const name of ["path", "env", "output"]) writeFileSync(join(temp, name), "");
  for (const step of steps) {
    if (step.uses !== undefined) use(run, step, workspace);
    else {
      const { status, stdout, stderr } = runStep(run, step, { workspace, temp, values });
      run.output += `${stdout}${stderr}`;
      if (status !== 0) return `${job}: ${step.name}`;
    }
  }
  run.results.set(job, pairs(join(temp, "output")));
  return undefined;
}

/** What the actions do, where the next steps see it. */
function use({ place, store }: Run, { uses = "", with: settings = {} }: Step, workspace: string): void {
  if (!/@[0-9a-f]{40}$/.test(uses)) throw new Error(`${uses} is not pinned`);
  const [action] = uses.split("@");
  const path = join(workspace, settings["path"] ?? "");
  if (action === "actions/checkout") git(workspace, "clone", "-q", `file://${place.repository}`, ".");
  else if (action === "actions/upload-artifact") cpSync(path, join(store, settings["name"] ?? ""), { recursive: true });
  else if (action === "actions/download-artifact") {
    mkdirSync(path, { recursive: true });
    cpSync(join(store, settings["name"] ?? ""), path, { recursive: true });
  }
}

function runStep(
  { place, event }: Run,
  step: Step,
  { workspace, temp, values }: { workspace: string; temp: string; values: Readonly<Record<string, string>> },
) {
  const script = step.run ?? "";
  if (script.includes("${{")) throw new Error(`an expression in a script: ${script}`);
  const expand = (text: string) => text.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) => values[name] ?? `<${name}>`);
  const path = readFileSync(join(temp, "path"), "utf8").split("\n").filter(Boolean);
  const front = [...path.reverse(), join(place.fakes, "global"), join(place.fakes, "bin")];
  const env = {
    PATH: `${front.join(":")}:/usr/bin:/bin:${join(process.execPath, "..")}`,
    HOME: temp,
    FAKES: place.fakes,
    TODAY: event.today ?? "2026-10-05",
    RUNNER_TEMP: temp,
    GITHUB_PATH: join(temp, "path"),
    GITHUB_ENV: join(temp, "env"),
    GITHUB_OUTPUT: join(temp, "output"),
    GITHUB_STEP_SUMMARY: join(temp, "summary"),
    GITHUB_REPOSITORY: "campus/hubs",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REF: event.ref ?? "refs/heads/main",
    GITHUB_ACTOR: "ada",
    ...pairs(join(temp, "env")),
    ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, expand(value)])),
  };
  const file = join(temp, "step.sh");
  writeFileSync(file, script);
  // As GitHub runs `shell: bash`.
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], {
    cwd: workspace,
    env,
    encoding: "utf8",
  });
}

function pairs(file: string): Record<string, string> {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}
