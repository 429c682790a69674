// hubc-deploy.yml and hubc-schedule.yml: builds once, and brings the stages of each hub to their clusters one after the other; when the branch
// moves, and on the days on which a build writes something else than the day before.

import { helmVersion } from "../../knowledge/ci-tools.ts";
import { changeDays, changeWords } from "../../model/change-days.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { withComment, type YamlData } from "../../output/yaml-tree.ts";
import { printDate } from "../../text/calendar.ts";
import { branchFilter } from "./branch-filter.ts";
import { type CiInput, type CiRelease, deployable, pushesImages } from "./ci-input.ts";
import { cronTime } from "./cron.ts";
import { clusterAccess } from "./github-credentials.ts";
import { needsPassword, passwordSecret, pushPermissions } from "./github-images.ts";
import {
  action,
  buildStep,
  ciScript,
  hubcSteps,
  keepOutputs,
  literal,
  machine,
  onlyBranch,
  run,
  takeOutputs,
  workflow,
} from "./github-steps.ts";
import { buildLines, today } from "./shell-lines.ts";

/** Absent where nothing can be deployed from there. */
export function deployWorkflow(input: CiInput): OutputFile | undefined {
  const hubs = deployable(input);
  if (hubs.length === 0) return undefined;
  const pushes = pushesImages(input);
  const deploys = hubs.flatMap((stages) =>
    stages.map((one, i): [string, YamlData] => [
      jobName(one),
      deployJob(one, { after: stages[i - 1], afterImages: pushes, input }),
    ]),
  );
  return workflow(
    "deploy",
    {
      about: "Deploys the branch: each hub's stages one after the other, production last.",
      on: {
        push: { branches: [branchFilter(input.model.project.ci.branch.value)] },
        workflow_dispatch: {},
        workflow_call: { secrets: calledSecrets(input) },
      },
      jobs: {
        build: {
          ...machine(15),
          permissions: { contents: "read" },
          steps: [onlyBranch(input), ...hubcSteps(input), buildStep(input), keepOutputs(input)],
        },
        images: pushes
          ? {
              needs: "build",
              permissions: pushPermissions(input),
              uses: "./.github/workflows/hubc-images.yml",
              secrets: passwordPassed(input),
            }
          : undefined,
        ...Object.fromEntries(deploys),
      },
    },
    input,
  );
}

/** No image and no other job has such a name. */
function jobName({ release }: CiRelease): string {
  return `deploy-${release.name}`;
}

function deployJob(
  { release }: CiRelease,
  { after, afterImages, input }: { after: CiRelease | undefined; afterImages: boolean; input: CiInput },
): YamlData {
  const access = clusterAccess(release.provider);
  return {
    needs: ["build", ...(afterImages ? ["images"] : []), ...(after ? [jobName(after)] : [])],
    ...machine(60),
    permissions: access.permissions,
    environment: { name: release.name, url: literal(`${release.url}/`) },
    concurrency: { group: `hubc-deploy-${release.name}`, "cancel-in-progress": false },
    steps: [
      takeOutputs(input),
      ...access.steps,
      action("setup-helm", { with: { version: helmVersion } }),
      run("Deploy", [ciScript(input, `deploy/${release.name}.sh`)]),
    ],
  };
}

/** Secrets that the jobs name. Those of an environment come from it, and not from a workflow that calls this one. */
function calledSecrets(input: CiInput): YamlData {
  const own = new Set(
    deployable(input).flatMap((stages) => stages.flatMap(({ release }) => clusterAccess(release.provider).secrets)),
  );
  const secrets: Record<string, YamlData> = {};
  if (pushesImages(input) && needsPassword(input)) secrets["REGISTRY_PASSWORD"] = passwordSecret;
  for (const name of own) secrets[name] = { required: false, description: "Given by the environment of each release." };
  return Object.keys(secrets).length > 0 ? secrets : undefined;
}

function passwordPassed(input: CiInput): YamlData {
  return needsPassword(input) ? { REGISTRY_PASSWORD: "${{ secrets.REGISTRY_PASSWORD }}" } : undefined;
}

/**
 * What the schedule hands on. Secrets of an environment reach a job of a called workflow only where the caller hands on all that it has:
 * they can't be named (GitHub's documentation, "Reuse workflows", 2026-11).
 */
function secretsPassed(input: CiInput): YamlData {
  const isByEnvironment = deployable(input).some((stages) =>
    stages.some(({ release }) => clusterAccess(release.provider).secrets.length > 0),
  );
  if (isByEnvironment) return "inherit";
  return pushesImages(input) ? passwordPassed(input) : undefined;
}

/** Absent where nothing can be deployed or nothing changes by itself. */
export function scheduleWorkflow(input: CiInput): OutputFile | undefined {
  const schedule = days(input);
  if (schedule.length === 0 || deployable(input).length === 0) return undefined;
  return workflow(
    "schedule",
    {
      about: "Deploys on the days on which the program says something else than the day before.",
      on: { schedule, workflow_dispatch: {} },
      jobs: {
        compare: {
          ...machine(15),
          permissions: { contents: "read" },
          outputs: { changed: "${{ steps.compare.outputs.changed }}" },
          steps: [
            onlyBranch(input),
            ...hubcSteps(input),
            run("Compare with yesterday", compareLines(input), { id: "compare" }),
          ],
        },
        deploy: {
          needs: "compare",
          if: "${{ needs.compare.outputs.changed == 'true' }}",
          permissions: calledPermissions(input),
          uses: "./.github/workflows/hubc-deploy.yml",
          secrets: secretsPassed(input),
        },
      },
    },
    input,
  );
}

/** Everything that a job of the called workflow may do. */
function calledPermissions(input: CiInput): YamlData {
  const jobs = deployable(input).flat();
  const all = [
    { contents: "read" },
    pushesImages(input) ? pushPermissions(input) : {},
    ...jobs.map(({ release }) => clusterAccess(release.provider).permissions),
  ];
  return Object.assign({}, ...all);
}

function days(input: CiInput): YamlData[] {
  const names = new Set(
    deployable(input)
      .flat()
      .map(({ release }) => release.hub),
  );
  const found = new Map<string, string[]>();
  for (const { day, hub, what } of changeDays(input.model)) {
    if (!names.has(hub)) continue;
    const cron = cronTime(day, input.model.project.timezone.value);
    found.set(cron, [...(found.get(cron) ?? []), ...what.map((change) => `${printDate(day)}: ${changeWords(change)}`)]);
  }
  return [...found].map(([cron, words]) => withComment({ cron }, ...new Set(words)));
}

/** Dates come again every year, and windows don't; so what changed is looked at. Pages name the date of the build. */
function compareLines(input: CiInput): string[] {
  const build = (out: string) => buildLines(input, `--out "$RUNNER_TEMP/${out}"`).at(-1) ?? "";
  return [
    `on=$(${today(input, "--date=yesterday ")})`,
    ...buildLines(input).slice(0, -1),
    build("yesterday"),
    `on=$(${today(input)})`,
    build("today"),
    "changed=0",
    `diff --recursive --brief --exclude='*.md' --exclude='*.html' "$RUNNER_TEMP/yesterday/hubs" "$RUNNER_TEMP/today/hubs" || changed=$?`,
    'if [ "$changed" -gt 1 ]; then exit "$changed"; fi',
    'if [ "$changed" -eq 1 ]; then echo "changed=true" >> "$GITHUB_OUTPUT"; fi',
  ];
}
