// `ci/`: what checks, builds and deploys a project by itself, for each system that the project names.

import type { CiSystem } from "../../model/build-project.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import buildImage from "./build-image.sh";
import { chartpress } from "./chartpress.ts";
import type { CiInput, CiOutput } from "./ci-input.ts";
import { ciReadme, githubNotes } from "./ci-readme.ts";
import { codeOwners } from "./code-owners.ts";
import { checkWorkflow } from "./github-check.ts";
import { deployWorkflow } from "./github-deploy.ts";
import { imagesWorkflow } from "./github-images.ts";
import { planCommentWorkflow, planWorkflow } from "./github-plan.ts";
import { gitlab } from "./gitlab.ts";
import { hubploy } from "./hubploy.ts";

const systems: Readonly<Record<CiSystem, (input: CiInput) => CiOutput>> = { github, gitlab, hubploy, chartpress };

/** `ci/…`; nothing for a project that names no system. They hold for every date. */
export function ciFiles(input: CiInput): OutputFile[] {
  const named = [...new Set(input.model.project.ci.systems.map(({ value }) => value))];
  if (named.length === 0) return [];
  const written = named.map((system) => ({ system, ...systems[system](input) }));
  const scripts = named.some((system) => system === "github" || system === "gitlab") ? imageScript(input) : [];
  return [ciReadme(input, written), ...scripts, ...written.flatMap(({ files }) => files)];
}

function github(input: CiInput): CiOutput {
  const files = [
    checkWorkflow(input),
    ...(input.model.hubs.length > 0 ? [planWorkflow(input), planCommentWorkflow(input)] : []),
    imagesWorkflow(input),
    deployWorkflow(input),
    codeOwners("github", input.model),
  ];
  return { files: files.filter((file) => file !== undefined), notes: githubNotes(input) };
}

/** What the workflows of every system run. Each release's folder has its own script. */
function imageScript({ images, model }: CiInput): OutputFile[] {
  if (images.length === 0) return [];
  const { span } = model.project.ci;
  const list = images.map(({ name, reference, folder }) => `${name}\t${reference}\t${folder}`);
  return [
    { ...textFile("ci/build-image.sh", buildImage, span), executable: true },
    textFile("ci/images.txt", list, span),
  ];
}
