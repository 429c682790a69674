// .gitlab-ci.yml: the same as GitHub's workflows, as stages of one pipeline, which deploys what changes.
// Source: GitLab's CI/CD YAML syntax reference, 18.x, 2026-11.

import { helmVersion, jobImages } from "../../knowledge/ci-tools.ts";
import { type RegistryHost, registryHost } from "../../knowledge/registry-hosts.ts";
import { markdownCode } from "../../output/markdown.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { shellQuote } from "../../output/shell-script.ts";
import { mapping, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { changedLines } from "./changed-releases.ts";
import {
  type CiInput,
  type CiOutput,
  type CiRelease,
  deployable,
  deployCommand,
  jobName,
  outFolder,
  projectFolder,
  pushesImages,
} from "./ci-input.ts";
import { codeOwners } from "./code-owners.ts";
import renderNotes from "./gitlab-notes.hbs";
import { buildLines, cloudLogin, committedLines, installLines, passwordLogin, today } from "./shell-lines.ts";

const planFile = "hubc-plan.md";

/** `ci/gitlab/.gitlab-ci.yml`. */
export function gitlab(input: CiInput): CiOutput {
  const hubs = deployable(input);
  const images = pushesImages(input) ? input.images : [];
  const depth = Math.max(0, ...hubs.map((stages) => stages.length));
  const deployStages = Array.from({ length: depth }, (_, i) => `deploy-${i + 1}`);
  const before = ["hubc-check", "hubc-changed", ...images.map(({ name }) => `image-${name}`)];
  const jobs = mapping([
    ["stages", ["check", ...(images.length > 0 ? ["images"] : []), ...deployStages]],
    ["workflow", { rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }, onBranch(input)] }],
    ["hubc-check", checkJob(input)],
    ...(input.model.hubs.length > 0 ? [["hubc-plan", planJob(input)] as const] : []),
    ...(hubs.length > 0 ? [["hubc-changed", changedJob(input)] as const] : []),
    ...images.map(({ name }): [string, YamlData] => [`image-${name}`, imageJob(name, input)]),
    ...hubs.flatMap((stages) =>
      stages.map((release, i): [string, YamlData] => [
        jobName(release),
        deployJob(release, { stage: `deploy-${i + 1}`, needs: [...before, ...stages.slice(0, i).map(jobName)] }, input),
      ]),
    ),
  ]);
  const header = [
    "Checks every change, builds the images that changed, deploys what changes, each hub's stages one after the other. Written by hubc; edit the .hub files, not this.",
  ];
  const path = "ci/gitlab/.gitlab-ci.yml";
  const file: OutputFile = { path, ...printYaml([yaml(jobs)], { header, origin: input.model.project.ci.span }) };
  const owners = codeOwners("gitlab", input.model);
  return { files: owners === undefined ? [file] : [file, owners], notes: notes(input) };
}

/** The branch that is deployed, whatever began the pipeline: a push, somebody, or a schedule. */
function onBranch({ model }: CiInput): { readonly if: string } {
  return { if: `$CI_COMMIT_BRANCH == ${JSON.stringify(model.project.ci.branch.value)}` };
}

/** A merge request's pipeline is stopped where a newer one begins; what deploys is not. */
function checkJob(input: CiInput): YamlData {
  const { folder } = projectFolder(input);
  return {
    stage: "check",
    image: jobImages.node,
    timeout: "15 minutes",
    interruptible: true,
    script: [
      script(inner(installLines(input, ":"))),
      'export PATH="$PWD/node_modules/.bin:$PATH"',
      script([`on=$(${pipelineDay(input)})`, `hubc check ${folder} --on "$on"`]),
      // The log says what fails; the report beside it is what a merge request shows.
      script([`hubc test ${folder} --format junit > hubc-test.xml || { hubc test ${folder}; exit 1; }`]),
      script(inner(committedLines(input))),
      script([`on=$(${pipelineDay(input)})`, ...buildLines(input)]),
      script(samePipeline(input)),
    ],
    artifacts: {
      paths: [outFolder(input.model)],
      reports: { junit: "hubc-test.xml" },
      when: "always",
      expire_in: "1 week",
    },
  };
}

/**
 * Says in its log, and in a page that the merge request shows, what the request does, and fails where that would lose work; not where there is
 * nothing sound to compare with.
 */
function planJob(input: CiInput): YamlData {
  const { folder } = projectFolder(input);
  return {
    stage: "check",
    image: jobImages.node,
    timeout: "15 minutes",
    interruptible: true,
    variables: { GIT_DEPTH: "0" },
    rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }],
    script: [
      script(inner(installLines(input, ":"))),
      'export PATH="$PWD/node_modules/.bin:$PATH"',
      script([
        `on=$(${pipelineDay(input)})`,
        `plan=(hubc plan ${folder} --on "$on" --against "$CI_MERGE_REQUEST_DIFF_BASE_SHA")`,
        "found=0",
        '"${plan[@]}" || found=$?',
        `"\${plan[@]}" --format markdown > ${planFile} 2> /dev/null || [ -s ${planFile} ] ||`,
        `  echo "This change could not be planned: the log of the job hubc-plan says why." > ${planFile}`,
        '[ "$found" -ne 1 ]',
      ]),
    ],
    artifacts: { expose_as: "hubc plan", paths: [planFile], when: "always", expire_in: "1 week" },
  };
}

/** Finds what of the branch changes, for the jobs that deploy it. */
function changedJob(input: CiInput): YamlData {
  return {
    stage: "check",
    image: jobImages.node,
    timeout: "15 minutes",
    variables: { GIT_DEPTH: "0" },
    rules: [onBranch(input)],
    script: [
      script(inner(installLines(input, ":"))),
      'export PATH="$PWD/node_modules/.bin:$PATH"',
      script(gitlabChanged(input)),
    ],
    artifacts: { paths: [changedFile], expire_in: "1 week" },
  };
}

/** GitLab's shell goes on with the next lines of a job, so a piece that may end early is a shell of its own. */
function inner(lines: readonly string[]): string[] {
  return ["(", ...lines.map((line) => `  ${line}`), ")"];
}

function script(lines: readonly string[]): string {
  return `${["set -euo pipefail", ...lines].join("\n")}\n`;
}

function samePipeline(input: CiInput): string[] {
  const { out } = projectFolder(input);
  return [
    `if ! cmp ${out}/ci/gitlab/.gitlab-ci.yml .gitlab-ci.yml; then`,
    '  echo "This .gitlab-ci.yml is not what the program says. Run hubc build, and copy the file of ci/gitlab to the top of the repository."',
    "  exit 1",
    "fi",
  ];
}

function imageJob(name: string, input: CiInput): YamlData {
  const { kind } = registryHost(input.model.project.registry?.value ?? "");
  return {
    stage: "images",
    image: jobImages.docker,
    services: [jobImages.dockerDaemon],
    variables: { DOCKER_TLS_CERTDIR: "/certs" },
    id_tokens: kind === "amazon" ? { AWS_TOKEN: { aud: "https://sts.amazonaws.com" } } : undefined,
    timeout: "90 minutes",
    needs: ["hubc-check"],
    environment: { name: "hubc-images", action: "access" },
    resource_group: `hubc-image-${name}`,
    rules: [onBranch(input)],
    script: [
      `apk add --no-cache bash${kind === "amazon" ? " aws-cli" : ""}`,
      ...signIn(registryHost(input.model.project.registry?.value ?? "")),
      `bash ${projectFolder(input).out}/ci/build-image.sh ${shellQuote(name)} --push`,
    ],
  };
}

/** A password of Amazon's registry ends after 12 hours: the job asks for one each time, as the role that trusts the project's token. */
function signIn(registry: RegistryHost): string[] {
  const { host, kind } = registry;
  if (kind === "gitlab") return [passwordLogin(host, "CI_REGISTRY_USER", "CI_REGISTRY_PASSWORD")];
  if (kind !== "amazon") return [passwordLogin(host, "REGISTRY_USERNAME", "REGISTRY_PASSWORD")];
  return [
    'export AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)"',
    `printf '%s' "$AWS_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"`,
    cloudLogin(registry),
  ];
}

/** It waits for its own hub's earlier stages, not for those of others. */
function deployJob(
  { release }: CiRelease,
  { stage, needs }: { readonly stage: string; readonly needs: readonly string[] },
  input: CiInput,
): YamlData {
  const context = release.provider.settings["context"];
  return {
    stage,
    image: { name: jobImages.kubernetes, entrypoint: [""] },
    timeout: "1 hour",
    environment: { name: release.name, url: `${release.url}/` },
    needs,
    resource_group: `hubc-deploy-${release.name}`,
    rules: [onBranch(input)],
    script: [
      unlessUnchanged(release.name),
      `curl --fail --silent --show-error --location https://get.helm.sh/helm-${helmVersion}-linux-amd64.tar.gz | tar --extract --gzip --directory /tmp`,
      'export PATH="/tmp/linux-amd64:$PATH"',
      ...(context && release.provider.variant === "kubernetes"
        ? [`kubectl config use-context ${shellQuote(context.value)}`]
        : []),
      deployCommand(release, input),
    ],
  };
}

function notes(input: CiInput): string {
  const { project } = input.model;
  const kind = project.registry && pushesImages(input) ? registryHost(project.registry.value).kind : undefined;
  return renderNotes({
    out: projectFolder(input).out,
    areas: project.areas.length > 0,
    branch: markdownCode(project.ci.branch.value),
    role: kind === "amazon",
    password: pushesImages(input) && kind !== "gitlab" && kind !== "amazon",
    timezone: project.timezone.value,
  });
}

/** Names of the releases that change, a line each. Jobs that deploy take it. */
const changedFile = "hubc-changed.txt";

/** The day of a pipeline. All its jobs build for it, also those that are run again, since GitLab knows of a deployment what pipeline it is of. */
function pipelineDay(input: CiInput): string {
  return today(input, '--date="$CI_PIPELINE_CREATED_AT" ');
}

/**
 * Lines of bash that write `hubc-changed.txt`: what changes, by the deployments that GitLab keeps.
 * Source: GitLab's Deployments API, which takes job tokens since 16.2, and its predefined variables, 18.x, 2026-11.
 */
function gitlabChanged(input: CiInput): string[] {
  return [
    "plans=$(mktemp -d)",
    ...changedLines(input, {
      wantsAll: '[ "$CI_PIPELINE_SOURCE" = web ]',
      last: `last=$(node --eval '${newestDeployment}' "$release")`,
      on: pipelineDay(input),
      pipeline: ".gitlab-ci.yml",
      folder: "$plans",
    }),
    `: > ${changedFile}`,
    `for release in "\${changed[@]}"; do echo "$release" >> ${changedFile}; done`,
  ];
}

/** Ends the job that deploys a release, where it does not change: what GitLab then notes as deployed is what runs. */
function unlessUnchanged(release: string): string {
  return `if ! grep -F -x -q -e ${release} ${changedFile}; then echo "${release} is as it was deployed last."; exit 0; fi`;
}

/**
 * Jobs of this pipeline that have not begun are no deployments yet. Where GitLab gives no answer, nothing is known, which is said and no reason
 * to stop.
 */
const newestDeployment = [
  "const { CI_API_V4_URL, CI_PROJECT_ID, CI_PIPELINE_ID, CI_JOB_TOKEN } = process.env",
  "const url = new URL(CI_API_V4_URL + `/projects/${CI_PROJECT_ID}/deployments`)",
  'url.search = new URLSearchParams({ environment: process.argv[1], order_by: "id", sort: "desc", per_page: "20" })',
  'const waits = ({ status, deployable }) => String(deployable?.pipeline?.id) === CI_PIPELINE_ID && ["created", "blocked"].includes(status)',
  'const read = async () => { const answer = await fetch(url, { headers: { "JOB-TOKEN": CI_JOB_TOKEN } }); if (!answer.ok) throw new Error(`it answers ${answer.status}`); return answer.json() }',
  'const tell = (all) => { const last = all.find((one) => !waits(one)); if (last?.status === "success" && last.deployable?.pipeline) console.log(last.sha, last.deployable.pipeline.created_at) }',
  "read().then(tell, (error) => console.error(`GitLab does not say what was deployed of ${process.argv[1]}: ${error.message}`))",
].join("; ");
