// ci/README.md: how the files of `ci/` are put in place, what they want of whoever does it, and what they never do.

import { registryHost } from "../../knowledge/registry-hosts.ts";
import type { CiSystem } from "../../model/build-project.ts";
import { changeDays, changeWords } from "../../model/change-days.ts";
import { markdownCode, markdownText } from "../../output/markdown.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { andList } from "../../text/and-list.ts";
import { printDate } from "../../text/calendar.ts";
import { type CiInput, deployable, isOnExternalHubs, obstacle, projectFolder, pushesImages } from "./ci-input.ts";
import { codeOwnersNotes } from "./code-owners.ts";
import { cloudVariables, clusterAccess } from "./github-credentials.ts";
import { imagesEnvironment, needsPassword } from "./github-images.ts";

export interface Section {
  readonly system: CiSystem;
  readonly notes: readonly string[];
}

const titles: Readonly<Record<CiSystem, string>> = {
  github: "GitHub Actions",
  gitlab: "GitLab CI",
  hubploy: "hubploy",
  chartpress: "chartpress",
};

/** The page of the folder. */
export function ciReadme(input: CiInput, sections: readonly Section[]): OutputFile {
  const { hubc, span } = input.model.project.ci;
  const workflows = sections.some(({ system }) => system === "github" || system === "gitlab");
  const lines = [
    "# Continuous integration",
    "",
    "Written by hubc; edit the `.hub` files, not these.",
    ...sections.flatMap(({ system, notes }) => ["", `## ${titles[system]}`, "", ...notes]),
    ...(workflows
      ? [
          "",
          "## What holds everywhere",
          "",
          hubc === undefined
            ? "- hubc comes from the `package.json` and `package-lock.json` at the top of the repository: once, `npm install --save-dev --save-exact` of it from a registry or from a `.tgz` that `npm pack` made of it. No script of a package is run. To have it from a commit, which builds itself by a script of its own, say `hubc` in the project's `ci`."
            : `- hubc is what npm installs from ${markdownCode(hubc.value)}.`,
          "- Where there is a `hubc.lock`, builds are of what it fixes.",
          ...(isOnExternalHubs(input)
            ? ["- Nothing is deployed from there: somebody else runs the hub."]
            : [
                "- Each release is deployed by the `deploy.sh` of its own folder: it looks for the keys of the Secret where one is needed, applies the manifests, and runs `helm upgrade --install`. The same script deploys by hand.",
                "- The script refuses a kubeconfig whose context and cluster have other names than the cloud's own tools give the provider's cluster; it says which they are, and `kubectl config rename-context` gives a context that name.",
                "- Each deployment looks whether the release's Secret has its keys, and stops where one is missing. kubectl gets the Secret whole for that, so the account that deploys can read it; no value of it is printed.",
                "- A deployment that does not come up is put back, and the stages after it are not begun.",
              ]),
          ...leftOut(input),
        ]
      : []),
    ...(workflows ? dayLines(input) : []),
  ];
  return textFile("ci/README.md", lines, span);
}

/** What GitHub wants. */
export function githubNotes(input: CiInput): string[] {
  const { out } = projectFolder(input);
  const releases = deployable(input).flat();
  return [
    "```sh",
    `mkdir -p .github/workflows && cp ${out}/ci/github/*.yml .github/workflows/`,
    ...(input.model.project.areas.length > 0 ? [`cp ${out}/ci/github/CODEOWNERS .github/`] : []),
    "```",
    "",
    "Do so whenever a build changes them; the check of a pull request says when. They need of you, in the repository's settings:",
    "",
    ...registryNotes(input),
    ...releases.map(({ release }) => {
      const { variables, secrets } = clusterAccess(release.provider);
      const what = variables.length > 0 ? variableWords(variables) : secrets.map((name) => `the secret \`${name}\``);
      return `- The environment \`${release.name}\` with ${what}.`;
    }),
    ...(releases.length > 0
      ? [
          `- ${markdownCode(input.model.project.ci.branch.value)} as the repository's default branch: GitHub runs schedules of no other.`,
          "- Nothing to begin a deployment: a merge deploys the releases that it changes, and every night those are deployed that a day changes, each hub's stages in order. What changes is planned against the commit and the day of the newest deployment to the release's environment; after one that did not go well, the release is deployed. `Run workflow` deploys all.",
          "- Required reviewers for the environments of production, and the branch as the only one that may deploy. Scheduled deployments wait for them too.",
        ]
      : pushesImages(input) && isOnExternalHubs(input)
        ? []
        : ["- Nothing."]),
    ...codeOwnersNotes("github", input.model),
    ...(input.model.hubs.length > 0
      ? [
          "- `hubc plan` as a check that pull requests have to pass: it fails where a change would lose work. What it says is put on the pull request by `hubc-plan-comment.yml`, which runs nothing of it, so pull requests of forks have it too. It begins to once it is on the default branch.",
        ]
      : []),
    "- For a private repository with code scanning, the variable `CODE_SCANNING` set to `true`.",
    ...(isOnExternalHubs(input) && !pushesToCloud(input) ? [] : ["", cloudIdentity]),
  ];
}

const cloudIdentity =
  "Clouds know a run by its identity: let the provider of GitHub's identities trust this repository, and each account only for the environment that it is for. In a public repository GitHub stops schedules after 60 days without a commit.";

function registryNotes(input: CiInput): string[] {
  const registry = input.model.project.registry?.value;
  if (!pushesImages(input) || registry === undefined) return [];
  const { host, kind } = registryHost(registry);
  const { branch } = input.model.project.ci;
  const environment = `- The environment \`${imagesEnvironment}\`, for the branch ${markdownCode(branch.value)} only: its jobs push images to \`${host}\``;
  if (kind === "github") return [`${environment}.`];
  if (needsPassword(input))
    return [`${environment}, with the variable \`REGISTRY_USERNAME\` and the secret \`REGISTRY_PASSWORD\`.`];
  const names = kind === "google" || kind === "azure" || kind === "amazon" ? cloudVariables[kind] : [];
  return [`${environment}, with ${variableWords(names)}.`];
}

/** Are images pushed to a cloud's registry, which knows a run by its identity? */
function pushesToCloud(input: CiInput): boolean {
  const { kind } = registryHost(input.model.project.registry?.value ?? "");
  return pushesImages(input) && (kind === "google" || kind === "azure" || kind === "amazon");
}

function variableWords(names: readonly string[]): string {
  return `the variable${names.length > 1 ? "s" : ""} ${andList(names.map((name) => `\`${name}\``))}`;
}

function leftOut(input: CiInput): string[] {
  return input.releases.flatMap((release) => {
    const reason = obstacle(release, input);
    return reason === undefined ? [] : [`- \`${release.release.name}\` is not deployed from there: ${reason}.`];
  });
}

function dayLines(input: CiInput): string[] {
  const days = changeDays(input.model);
  if (days.length === 0 || deployable(input).length === 0) return [];
  return [
    "",
    "## Days on which a deployment changes something",
    "",
    ...days.map(
      ({ day, hub, stages, what }) =>
        `- ${printDate(day)}, ${hub} (${stages.join(", ")}): ${markdownText(what.map(changeWords).join("; "))}.`,
    ),
  ];
}
