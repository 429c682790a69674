// ci/README.md: how the files of `ci/` are put in place, what they want of whoever does it, and what they never do.

import { registryHost } from "../../knowledge/registry-hosts.ts";
import type { CiSystem } from "../../model/build-project.ts";
import { changeDays, changeWords } from "../../model/change-days.ts";
import { markdownCode, markdownText } from "../../output/markdown.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { andList } from "../../text/and-list.ts";
import { printDate } from "../../text/calendar.ts";
import { type CiInput, deployable, isOnExternalHubs, obstacle, projectFolder, pushesImages } from "./ci-input.ts";
import { cloudVariables, clusterAccess } from "./github-credentials.ts";
import { imagesEnvironment, needsPassword } from "./github-images.ts";
import renderGithubNotes from "./github-notes.hbs";
import renderReadme from "./readme.hbs";

export interface Section {
  readonly system: CiSystem;
  readonly notes: string;
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
  const text = renderReadme({
    sections: sections.map(({ system, notes }) => ({ title: titles[system], notes: notes.trimEnd() })),
    workflows: sections.some(({ system }) => system === "github" || system === "gitlab"),
    hubc: hubc && markdownCode(hubc.value),
    external: isOnExternalHubs(input),
    leftOut: leftOut(input),
    days: dayLines(input),
  });
  return textFile("ci/README.md", text, span);
}

/** What GitHub wants. */
export function githubNotes(input: CiInput): string {
  const { model } = input;
  const releases = deployable(input).flat();
  return renderGithubNotes({
    out: projectFolder(input).out,
    areas: model.project.areas.length > 0,
    branch: markdownCode(model.project.ci.branch.value),
    registry: registryNote(input),
    environments: releases.map(({ release }) => {
      const { variables, secrets } = clusterAccess(release.provider);
      const what = variables.length > 0 ? variableWords(variables) : secrets.map((name) => `the secret \`${name}\``);
      return { name: release.name, what };
    }),
    nothing: releases.length === 0 && !(pushesImages(input) && isOnExternalHubs(input)),
    hubs: model.hubs.length > 0,
    clouds: !isOnExternalHubs(input) || pushesToCloud(input),
  });
}

function registryNote(input: CiInput): string | undefined {
  const registry = input.model.project.registry?.value;
  if (!pushesImages(input) || registry === undefined) return undefined;
  const { host, kind } = registryHost(registry);
  const { branch } = input.model.project.ci;
  const environment = `The environment \`${imagesEnvironment}\`, for the branch ${markdownCode(branch.value)} only: its jobs push images to \`${host}\``;
  if (kind === "github") return `${environment}.`;
  if (needsPassword(input))
    return `${environment}, with the variable \`REGISTRY_USERNAME\` and the secret \`REGISTRY_PASSWORD\`.`;
  const names = kind === "google" || kind === "azure" || kind === "amazon" ? cloudVariables[kind] : [];
  return `${environment}, with ${variableWords(names)}.`;
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
    return reason === undefined ? [] : [`\`${release.release.name}\` is not deployed from there: ${reason}.`];
  });
}

function dayLines(input: CiInput): string[] {
  if (deployable(input).length === 0) return [];
  return changeDays(input.model).map(
    ({ day, hub, stages, what }) =>
      `${printDate(day)}, ${hub} (${stages.join(", ")}): ${markdownText(what.map(changeWords).join("; "))}.`,
  );
}
