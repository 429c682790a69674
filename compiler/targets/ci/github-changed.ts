// What changes, by the deployments that GitHub keeps.
// Source: GitHub's GraphQL objects `Deployment` and `DeploymentStatus`, 2026-11.

import { changedLines } from "./changed-releases.ts";
import type { CiInput } from "./ci-input.ts";
import { today } from "./shell-lines.ts";

/** Lines of bash that write `changed`, a JSON list of names, to GitHub's outputs. GH_TOKEN may read deployments. */
export function githubChanged(input: CiInput): string[] {
  return [
    ...changedLines(input, {
      wantsAll: '[ "$GITHUB_EVENT_NAME" = workflow_dispatch ]',
      last: [
        `last=$(gh api graphql --field owner="\${GITHUB_REPOSITORY%/*}" --field name="\${GITHUB_REPOSITORY#*/}" --field environment="$release" --raw-field query='${query}' --jq '${newest}')`,
      ],
      on: today(input),
      pipeline: ".github/workflows/hubc-deploy.yml",
      folder: "$RUNNER_TEMP",
    }),
    "list=",
    'for release in "${changed[@]}"; do list="$list${list:+,}\\"$release\\""; done',
    'echo "changed=[$list]" >> "$GITHUB_OUTPUT"',
  ];
}

const query =
  "query($owner: String!, $name: String!, $environment: String!) { repository(owner: $owner, name: $name) { deployments(environments: [$environment], first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { commitOid createdAt latestStatus { state } } } } }";

const newest =
  '.data.repository.deployments.nodes[0] // empty | select(.latestStatus.state == "SUCCESS") | "\\(.commitOid) \\(.createdAt)"';
