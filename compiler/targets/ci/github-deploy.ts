// hubc-deploy.yml: builds once, and brings the stages of each hub that change to their clusters one after the other; when the branch moves,
// and every night, since what a program says may be another the next day.
// Source: GitHub's documentation of the workflow syntax, of `deployments` and of its GraphQL objects, 2026-11.

import { helmVersion } from "../../knowledge/ci-tools.ts";
import type { OutputFile } from "../../output/output-file.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { checkedDate } from "../../text/calendar.ts";
import { momentOf } from "../../text/time-zone.ts";
import { changedLines } from "./changed-releases.ts";
import { type CiInput, type CiRelease, deployable, deployCommand, jobName, pushesImages } from "./ci-input.ts";
import { clusterAccess } from "./github-credentials.ts";
import { needsPassword, pushPermissions } from "./github-images.ts";
import {
  action,
  branchFilter,
  buildStep,
  hubcSteps,
  keepOutputs,
  literal,
  machine,
  onlyBranch,
  run,
  takeOutputs,
  workflow,
} from "./github-steps.ts";
import { today } from "./shell-lines.ts";

/** Absent where nothing can be deployed from there. */
export function deployWorkflow(input: CiInput): OutputFile | undefined {
  const hubs = deployable(input);
  if (hubs.length === 0) return undefined;
  const pushes = pushesImages(input);
  const deploys = hubs.flatMap((stages) =>
    stages.map((release, i): [string, YamlData] => [
      jobName(release),
      deployJob(release, { after: stages[i - 1], afterImages: pushes, input }),
    ]),
  );
  return workflow(
    "deploy",
    {
      about: "Deploys what of the branch changes: each hub's stages one after the other, production last.",
      on: {
        push: { branches: [branchFilter(input.model.project.ci.branch.value)] },
        // What begins and ends on a day is deployed on it, wherever the day is written.
        schedule: [{ cron: nightlyTime(input.model.project.timezone.value) }],
        workflow_dispatch: {},
      },
      jobs: { build: buildJob(input), images: pushes ? imagesJob(input) : undefined, ...Object.fromEntries(deploys) },
    },
    input,
  );
}

function buildJob(input: CiInput): YamlData {
  return {
    ...machine(15),
    permissions: { contents: "read", deployments: "read" },
    outputs: { changed: "${{ steps.changed.outputs.changed }}" },
    steps: [
      onlyBranch(input),
      ...hubcSteps(input, { "fetch-depth": 0 }),
      buildStep(input),
      run("Find what changes", githubChanged(input), { id: "changed", env: { GH_TOKEN: "${{ github.token }}" } }),
      keepOutputs(input),
    ],
  };
}

function imagesJob(input: CiInput): YamlData {
  return {
    needs: "build",
    if: "${{ github.event_name != 'schedule' || needs.build.outputs.changed != '[]' }}",
    permissions: pushPermissions(input),
    uses: "./.github/workflows/hubc-images.yml",
    secrets: needsPassword(input) ? { REGISTRY_PASSWORD: "${{ secrets.REGISTRY_PASSWORD }}" } : undefined,
  };
}

/** A stage that does not change is passed over, and the next one still waits for those that do. */
function deployJob(
  { release }: CiRelease,
  { after, afterImages, input }: { after: CiRelease | undefined; afterImages: boolean; input: CiInput },
): YamlData {
  const access = clusterAccess(release.provider);
  // A chart that lies in the repository is no output.
  const sources =
    release.umbrella === undefined
      ? { permissions: {}, steps: [] }
      : { permissions: { contents: "read" }, steps: [action("checkout", { with: { "persist-credentials": false } })] };
  return {
    needs: ["build", ...(afterImages ? ["images"] : []), ...(after ? [jobName(after)] : [])],
    if: `\${{ !cancelled() && !failure() && contains(fromJSON(needs.build.outputs.changed), '${release.name}') }}`,
    ...machine(60),
    permissions: { ...sources.permissions, ...access.permissions },
    environment: { name: release.name, url: literal(`${release.url}/`) },
    concurrency: { group: `hubc-deploy-${release.name}`, "cancel-in-progress": false },
    steps: [
      ...sources.steps,
      takeOutputs(input),
      ...access.steps,
      action("setup-helm", { with: { version: helmVersion } }),
      run("Deploy", [deployCommand(release, input)]),
    ],
  };
}

/**
 * Lines of bash that write `changed`, a JSON list of the names of what changes by the deployments that GitHub keeps, to its outputs. GH_TOKEN may read deployments.
 * Source: GitHub's GraphQL objects `Deployment` and `DeploymentStatus`, 2026-11.
 */
function githubChanged(input: CiInput): string[] {
  return [
    ...changedLines(input, {
      wantsAll: '[ "$GITHUB_EVENT_NAME" = workflow_dispatch ]',
      last: `last=$(gh api graphql --field owner="\${GITHUB_REPOSITORY%/*}" --field name="\${GITHUB_REPOSITORY#*/}" --field environment="$release" --raw-field query='${deploymentQuery}' --jq '${newestDeployment}')`,
      on: today(input),
      pipeline: ".github/workflows/hubc-deploy.yml",
      folder: "$RUNNER_TEMP",
    }),
    "list=",
    'for release in "${changed[@]}"; do list="$list${list:+,}\\"$release\\""; done',
    'echo "changed=[$list]" >> "$GITHUB_OUTPUT"',
  ];
}

const deploymentQuery =
  "query($owner: String!, $name: String!, $environment: String!) { repository(owner: $owner, name: $name) { deployments(environments: [$environment], first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { commitOid createdAt latestStatus { state } } } } }";

const newestDeployment =
  '.data.repository.deployments.nodes[0] // empty | select(.latestStatus.state == "SUCCESS") | "\\(.commitOid) \\(.createdAt)"';

/** Minutes after midnight: clear of the full hour, when GitHub's runners are waited for. */
const after = 17;

/** Every night shortly after the day has begun in the zone, in UTC, whether clocks are on summer time or not: minute, hour, any day. */
export function nightlyTime(zone: string): string {
  const days = ["2026-01-15", "2026-07-15"].map((text) => checkedDate(text) ?? 0);
  const late = days.map((day) => momentOf(zone, day, after) - day * 1440);
  const minutes = (Math.max(...late) + 1440) % 1440;
  return `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
}
