// hubc-images.yml: builds the images that changed, to try them in a pull request, and to push them where they are deployed from.

import { registryHost } from "../../knowledge/registry-hosts.ts";
import type { OutputFile } from "../../output/output-file.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { type CiInput, isOnExternalHubs, projectFolder, pushesImages } from "./ci-input.ts";
import { cloudSignIn } from "./github-credentials.ts";
import { branchFilter, buildStep, ciScript, hubcSteps, machine, run, workflow } from "./github-steps.ts";
import { buildLines, cloudLogin, passwordLogin, today } from "./shell-lines.ts";

/** Absent where nothing is built here. */
export function imagesWorkflow(input: CiInput): OutputFile | undefined {
  if (input.images.length === 0) return undefined;
  const pushes = pushesImages(input);
  return workflow(
    "images",
    {
      about: "Builds the images that changed.",
      on: { pull_request: {}, ...(pushes ? pushedBy(input) : undefined) },
      jobs: { try: tryJob(input), push: pushes ? pushJob(input) : undefined },
    },
    input,
  );
}

/** The workflow that deploys calls this one; where nothing is deployed, the branch itself does. */
function pushedBy(input: CiInput): Record<string, YamlData> {
  return isOnExternalHubs(input)
    ? { push: { branches: [branchFilter(input.model.project.ci.branch.value)] } }
    : { workflow_call: { secrets: calledSecrets(input) } };
}

/** Whether the registry wants a password of its own, which is the only secret that a build needs. */
export function needsPassword({ model }: CiInput): boolean {
  const registry = model.project.registry?.value;
  if (registry === undefined) return false;
  const { kind } = registryHost(registry);
  return kind === "password" || kind === "gitlab";
}

/** The environment of the job that pushes, which the repository can keep to its branch. */
export const imagesEnvironment = "hubc-images";

/** As a called workflow declares it. Where the environment has it, that one is taken (GitHub, "Reusing workflows", 2026-11). */
const passwordSecret = { required: false, description: "Given by the environment hubc-images." } as const;

/** The rights of the job that pushes, which a workflow that calls this one has to have too. */
export function pushPermissions({ model }: CiInput): Record<string, string> {
  const { kind } = registryHost(model.project.registry?.value ?? "");
  if (kind === "github") return { contents: "read", packages: "write" };
  const byIdentity = kind === "google" || kind === "azure" || kind === "amazon";
  return byIdentity ? { contents: "read", "id-token": "write" } : { contents: "read" };
}

function calledSecrets(input: CiInput): YamlData {
  if (!needsPassword(input)) return undefined;
  return { REGISTRY_PASSWORD: passwordSecret };
}

function matrix({ images }: CiInput): YamlData {
  return { "fail-fast": false, matrix: { image: images.map(({ name }) => name) } };
}

const imageName = { IMAGE: "${{ matrix.image }}" };

/** Images that are others than before the pull request are built and tested, and go nowhere. */
function tryJob(input: CiInput): YamlData {
  const { folder } = projectFolder(input);
  const before = '"$RUNNER_TEMP/before"';
  const build = buildLines(input, '--out "$RUNNER_TEMP/before-out"', folder === "." ? before : `${before}/${folder}`);
  return {
    if: "${{ github.event_name == 'pull_request' }}",
    ...machine(90),
    permissions: { contents: "read" },
    strategy: matrix(input),
    steps: [
      ...hubcSteps(input, { "fetch-depth": 2 }),
      buildStep(input),
      run("Build what was before", [
        "# A pull request is checked out as a merge, whose first parent is the branch that it is for.",
        `git worktree add --quiet --detach ${before} HEAD^1`,
        `on=$(${today(input)})`,
        ...build.slice(0, -1),
        `${build.at(-1) ?? ""} || echo "::notice::What was before can't be built, so every image is."`,
      ]),
      run(
        "Build and test the image",
        [`${ciScript(input, "build-image.sh")} "$IMAGE" --unless-in "$RUNNER_TEMP/before-out"`],
        {
          env: imageName,
        },
      ),
    ],
  };
}

function pushJob(input: CiInput): YamlData {
  return {
    if: "${{ github.event_name != 'pull_request' }}",
    ...machine(90),
    permissions: pushPermissions(input),
    environment: imagesEnvironment,
    concurrency: { group: "hubc-image-${{ matrix.image }}", "cancel-in-progress": false },
    strategy: matrix(input),
    steps: [
      ...hubcSteps(input),
      buildStep(input),
      ...loginSteps(input),
      run("Build, test and push the image", [`${ciScript(input, "build-image.sh")} "$IMAGE" --push`], {
        env: imageName,
      }),
    ],
  };
}

function loginSteps({ model }: CiInput): YamlData[] {
  const registry = registryHost(model.project.registry?.value ?? "");
  const signIn = "Sign in to the registry";
  switch (registry.kind) {
    case "github":
      return [
        run(signIn, [passwordLogin(registry.host, "GITHUB_ACTOR", "TOKEN")], { env: { TOKEN: "${{ github.token }}" } }),
      ];
    case "google":
    case "azure":
    case "amazon":
      return [...cloudSignIn(registry.kind, { region: registry.region }), run(signIn, [cloudLogin(registry)])];
    case "gitlab":
    case "password":
      return [
        run(signIn, [passwordLogin(registry.host, "NAME", "PASSWORD")], {
          env: { NAME: "${{ vars.REGISTRY_USERNAME }}", PASSWORD: "${{ secrets.REGISTRY_PASSWORD }}" },
        }),
      ];
  }
}
