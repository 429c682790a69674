// hubc-plan.yml and hubc-plan-comment.yml: what a pull request would do, told on it. The first runs what the pull request holds and may write
// nothing; the second runs nothing of it and may write the comment, so that it works for forks and gives them no rights.
// Source: GitHub's documentation of `workflow_run` and of "Security hardening for GitHub Actions", 2026-11.

import type { OutputFile } from "../../output/output-file.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { planMark } from "../../plan/plan-mark.ts";
import { type CiInput, projectFolder } from "./ci-input.ts";
import { action, branchFilter, hubcSteps, machine, run, workflow } from "./github-steps.ts";
import { today } from "./shell-lines.ts";

const artifact = "hubc-plan";
/** In the checkout. */
const folder = "hubc-plan";

/** Fails where a change would lose work. */
export function planWorkflow(input: CiInput): OutputFile {
  const steps: YamlData[] = [
    ...hubcSteps(input, { "fetch-depth": 0 }),
    run("Plan", planLines(input)),
    action("upload-artifact", {
      with: { name: artifact, path: folder, "if-no-files-found": "error", "retention-days": 7 },
    }),
    run("Refuse what loses work", [
      'if [ "$FOUND" -eq 1 ]; then',
      '  echo "::error::This change would lose work, or does not compile. The summary of this run says what."',
      "  exit 1",
      "fi",
    ]),
  ];
  return workflow(
    "plan",
    {
      about: "Says what a pull request does to people, to their work and to what runs.",
      on: { pull_request: { branches: [branchFilter(input.model.project.ci.branch.value)] } },
      concurrency: { group: "hubc-plan-${{ github.ref }}", "cancel-in-progress": true },
      jobs: { plan: { ...machine(15), permissions: { contents: "read" }, steps } },
    },
    input,
  );
}

/** A program that had errors can't be compared with, and must not keep the pull request that mends it from being merged. */
function planLines(input: CiInput): string[] {
  return [
    `on=$(${today(input)})`,
    `mkdir -p ${folder}`,
    "found=0",
    `hubc plan ${projectFolder(input).folder} --on "$on" --format markdown > ${folder}/plan.md || found=$?`,
    `if [ ! -s ${folder}/plan.md ]; then`,
    `  printf '%s\\n%s\\n' '${planMark}' 'This change could not be planned: the run of hubc plan says why.' > ${folder}/plan.md`,
    "fi",
    'if [ "$found" -gt 1 ]; then echo "::warning::This change could not be planned."; fi',
    `cat ${folder}/plan.md >> "$GITHUB_STEP_SUMMARY"`,
    'echo "FOUND=$found" >> "$GITHUB_ENV"',
  ];
}

/** The same comment is written anew each time. */
export function planCommentWorkflow(input: CiInput): OutputFile {
  return workflow(
    "plan-comment",
    {
      about: "Puts what hubc-plan.yml found on its pull request.",
      on: { workflow_run: { workflows: ["hubc plan"], types: ["completed"] } },
      jobs: {
        comment: {
          if: "${{ github.event.workflow_run.event == 'pull_request' }}",
          ...machine(5),
          permissions: { actions: "read", "pull-requests": "write" },
          steps: [
            action("download-artifact", {
              with: {
                name: artifact,
                path: folder,
                "run-id": "${{ github.event.workflow_run.id }}",
                "github-token": "${{ github.token }}",
              },
            }),
            run("Comment", commentLines, {
              env: {
                GH_TOKEN: "${{ github.token }}",
                HEAD: "${{ github.event.workflow_run.head_repository.owner.login }}:${{ github.event.workflow_run.head_branch }}",
                COMMIT: "${{ github.event.workflow_run.head_sha }}",
              },
            }),
          ],
        },
      },
    },
    input,
  );
}

/** What the run left is a text and nothing more: it is neither run nor believed to say which pull request it is of. */
const commentLines: readonly string[] = [
  `plan=${folder}/plan.md`,
  `if [ "$(head --lines 1 "$plan")" != '${planMark}' ] || [ "$(wc --bytes < "$plan")" -gt 65536 ]; then`,
  '  echo "::error::What was left is no plan."',
  "  exit 1",
  "fi",
  `number=$(gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" --field state=open --field head="$HEAD" --jq ".[] | select(.head.sha == \\"$COMMIT\\") | .number" | head --lines 1)`,
  'if [ -z "$number" ]; then',
  '  echo "The pull request is closed, or has other commits by now."',
  "  exit 0",
  "fi",
  `comment=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$number/comments" --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("${planMark}"))) | .id' | head --lines 1)`,
  'if [ -n "$comment" ]; then',
  '  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" --field body=@"$plan"',
  "else",
  '  gh api --silent "repos/$GITHUB_REPOSITORY/issues/$number/comments" --field body=@"$plan"',
  "fi",
];
