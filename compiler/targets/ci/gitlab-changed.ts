// What changes, by the deployments that GitLab keeps.
// Source: GitLab's Deployments API, which takes job tokens since 16.2, and its predefined variables, 18.x, 2026-11.

import { changedLines } from "./changed-releases.ts";
import type { CiInput } from "./ci-input.ts";
import { today } from "./shell-lines.ts";

/** Names of the releases that change, a line each. Jobs that deploy take it. */
export const changedFile = "hubc-changed.txt";

/** The day of a pipeline. All its jobs build for it, also those that are run again, since GitLab knows of a deployment what pipeline it is of. */
export function pipelineDay(input: CiInput): string {
  return today(input, '--date="$CI_PIPELINE_CREATED_AT" ');
}

/** Lines of bash that write `hubc-changed.txt`. */
export function gitlabChanged(input: CiInput): string[] {
  return [
    "plans=$(mktemp -d)",
    ...changedLines(input, {
      wantsAll: '[ "$CI_PIPELINE_SOURCE" = web ]',
      last: [`last=$(node --eval '${newest}' "$release")`],
      on: pipelineDay(input),
      pipeline: ".gitlab-ci.yml",
      folder: "$plans",
    }),
    `: > ${changedFile}`,
    `for release in "\${changed[@]}"; do echo "$release" >> ${changedFile}; done`,
  ];
}

/** Ends the job that deploys a release, where it does not change: what GitLab then notes as deployed is what runs. */
export function unlessUnchanged(release: string): string {
  return `if ! grep -F -x -q -e ${release} ${changedFile}; then echo "${release} is as it was deployed last."; exit 0; fi`;
}

/**
 * Jobs of this pipeline that have not begun are no deployments yet. Where GitLab gives no answer, nothing is known, which is said and no reason
 * to stop.
 */
const newest = [
  "const { CI_API_V4_URL, CI_PROJECT_ID, CI_PIPELINE_ID, CI_JOB_TOKEN } = process.env",
  "const url = new URL(CI_API_V4_URL + `/projects/${CI_PROJECT_ID}/deployments`)",
  'url.search = new URLSearchParams({ environment: process.argv[1], order_by: "id", sort: "desc", per_page: "20" })',
  'const waits = ({ status, deployable }) => String(deployable?.pipeline?.id) === CI_PIPELINE_ID && ["created", "blocked"].includes(status)',
  'const read = async () => { const answer = await fetch(url, { headers: { "JOB-TOKEN": CI_JOB_TOKEN } }); if (!answer.ok) throw new Error(`it answers ${answer.status}`); return answer.json() }',
  'const tell = (all) => { const last = all.find((one) => !waits(one)); if (last?.status === "success" && last.deployable?.pipeline) console.log(last.sha, last.deployable.pipeline.created_at) }',
  "read().then(tell, (error) => console.error(`GitLab does not say what was deployed of ${process.argv[1]}: ${error.message}`))",
].join("; ");
