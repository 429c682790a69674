// Which releases a deployment would change: the program now is planned against the commit and the day of the last deployment that went well.
// What is not known has changed.

import { shellQuote } from "../../output/shell.ts";
import { type CiInput, deployable, projectFolder } from "./ci-input.ts";
import { today } from "./shell-lines.ts";

/** Lines of bash that write `changed`, a JSON list of names, to GitHub's outputs. GH_TOKEN may read deployments. */
export function changedLines(input: CiInput): string[] {
  const releases = deployable(input)
    .flat()
    .map(({ release }) => shellQuote(release.name));
  return [
    `on=$(${today(input)})`,
    "changed=()",
    `for release in ${releases.join(" ")}; do`,
    "  last=",
    '  if [ "$GITHUB_EVENT_NAME" != workflow_dispatch ]; then',
    "    # The commit and the time of the newest deployment that went well.",
    `    last=$(gh api graphql --field owner="\${GITHUB_REPOSITORY%/*}" --field name="\${GITHUB_REPOSITORY#*/}" --field environment="$release" --raw-field query='${query}' --jq '${newest}')`,
    "  fi",
    '  read -r commit time <<< "$last" || true',
    '  if [ -n "$commit" ] && git cat-file -e "$commit^{commit}" 2> /dev/null &&',
    "    # Another hubc may write something else of the same program.",
    '    git diff --quiet "$commit" HEAD -- package.json package-lock.json .github/workflows/hubc-deploy.yml; then',
    `    from=$(${today(input, '--date="$time" ')})`,
    '    plan="$RUNNER_TEMP/plan-$commit-$from.json"',
    '    if [ ! -e "$plan" ]; then',
    "      # 1 is what the plan refuses; anything else is a plan that could not be made.",
    `      hubc plan ${projectFolder(input).folder} --against "$commit" --from "$from" --to "$on" --format json > "$plan" || [ "$?" -eq 1 ] || : > "$plan"`,
    "    fi",
    `    if [ -s "$plan" ] && ! node --eval '${isIn}' "$plan" "$release"; then`,
    '      echo "$release is as $commit deployed it on $from."',
    "      continue",
    "    fi",
    "  fi",
    '  echo "$release is deployed."',
    '  changed+=("\\"$release\\"")',
    "done",
    `(IFS=,; echo "changed=[\${changed[*]}]" >> "$GITHUB_OUTPUT")`,
  ];
}

const query =
  "query($owner: String!, $name: String!, $environment: String!) { repository(owner: $owner, name: $name) { deployments(environments: [$environment], first: 50, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { commitOid createdAt latestStatus { state } } } } }";

const newest =
  '[.data.repository.deployments.nodes[] | select(.latestStatus.state == "SUCCESS")][0] // empty | "\\(.commitOid) \\(.createdAt)"';

/** Ends with 0 where the plan names the release. */
const isIn =
  'const [plan, name] = process.argv.slice(1); const { releases } = JSON.parse(require("fs").readFileSync(plan, "utf8")); process.exit(releases.some(({ hub, stage }) => hub + "-" + stage === name) ? 0 : 1)';
