// hubc-check.yml: what a pull request is told before somebody merges it.

import type { OutputFile } from "../../output/output-file.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { type CiInput, outFolder, projectFolder } from "./ci-input.ts";
import { action, branchFilter, hubcSteps, machine, run, workflow } from "./github-steps.ts";
import { buildLines, committedLines, today } from "./shell-lines.ts";

/** Annotates the mistakes and the expectations that fail, and fails where there is one, where committed outputs are not the program's, and where these workflows aren't. */
export function checkWorkflow(input: CiInput): OutputFile {
  const { folder } = projectFolder(input);
  const steps: YamlData[] = [
    ...hubcSteps(input),
    run("Write the log for code scanning", [
      `on=$(${today(input)})`,
      "found=0",
      `hubc check ${folder} --on "$on" --format sarif > "$RUNNER_TEMP/hubc.sarif" || found=$?`,
      "# 1 is findings, which the next step but one annotates; anything else is a check that could not run.",
      'if [ "$found" -gt 1 ]; then exit "$found"; fi',
    ]),
    action("upload-sarif", {
      // Private repositories have code scanning only by contract, and runs for forks may not write.
      if: "${{ (github.event.repository.private == false || vars.CODE_SCANNING == 'true') && (github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository) }}",
      with: { sarif_file: "${{ runner.temp }}/hubc.sarif", category: "hubc" },
    }),
    run("Check", [`on=$(${today(input)})`, `hubc check ${folder} --on "$on" --format github`]),
    run("Test what the program expects", [`hubc test ${folder} --format github`]),
    run("Compare committed outputs", committedLines(input)),
    run("Build", [`on=$(${today(input)})`, ...buildLines(input, '--out "$RUNNER_TEMP/out"')]),
    run("Compare the workflows", workflowLines(input)),
  ];
  return workflow(
    "check",
    {
      about: "Checks every change of the program.",
      on: { pull_request: {}, push: { branches: [branchFilter(input.model.project.ci.branch.value)] } },
      concurrency: { group: "hubc-check-${{ github.ref }}", "cancel-in-progress": true },
      jobs: {
        check: { ...machine(15), permissions: { contents: "read", "security-events": "write" }, steps },
      },
    },
    input,
  );
}

/** The workflows name the project's images, hubs and dates, so they have to be those of its program. */
function workflowLines(input: CiInput): string[] {
  const shown = outFolder(input.model).replaceAll(/[^A-Za-z0-9._/-]/g, "?");
  return [
    "stale=0",
    'built="$RUNNER_TEMP/out/ci/github"',
    'for file in "$built"/hubc-*.yml .github/workflows/hubc-*.yml; do',
    '  if [ "$file" = ".github/workflows/hubc-*.yml" ]; then continue; fi',
    "  name=${file##*/}",
    '  if cmp -s "$built/$name" ".github/workflows/$name"; then continue; fi',
    `  echo "::error::.github/workflows/$name is not what the program says. Run hubc build, and copy the files of ${shown}/ci/github to .github/workflows; remove those that are no longer there."`,
    "  stale=1",
    "done",
    ...ownersLines(input, shown),
    'exit "$stale"',
  ];
}

/** Areas are kept apart by reviews only where the file that GitHub reads is the program's. */
function ownersLines({ model }: CiInput, shown: string): string[] {
  if (model.project.areas.length === 0) return [];
  return [
    'if ! cmp -s "$built/CODEOWNERS" .github/CODEOWNERS; then',
    `  echo "::error::.github/CODEOWNERS is not what the program says. Run hubc build, and copy ${shown}/ci/github/CODEOWNERS to .github."`,
    "  stale=1",
    "fi",
  ];
}
