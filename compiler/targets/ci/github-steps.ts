// The pieces of GitHub's workflows: what every job begins with, and how a workflow is written so that it has no right that it does not need.
// Source: GitHub's documentation of the workflow syntax and of security hardening, 2026-11.

import { nodeVersion } from "../../knowledge/ci-tools.ts";
import { pinnedActions } from "../../knowledge/pinned-actions.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { shellQuote } from "../../output/shell-script.ts";
import { withComment, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type CiInput, outFolder, projectFolder } from "./ci-input.ts";
import { buildLines, installLines, today } from "./shell-lines.ts";

/** `ci/github/hubc-<name>.yml`. Jobs have the rights that they name and no others. */
export function workflow(
  name: string,
  { about, on, jobs, concurrency }: { about: string; on: YamlData; jobs: YamlData; concurrency?: YamlData },
  { model }: CiInput,
): OutputFile {
  const data = {
    name: `hubc ${name}`,
    on,
    permissions: {},
    defaults: { run: { shell: "bash" } },
    concurrency,
    jobs,
  };
  const header = [`${about} Written by hubc; edit the .hub files, not this.`];
  const printed = printYaml([yaml(data)], { header, origin: model.project.ci.span });
  return { path: `ci/github/hubc-${name}.yml`, ...printed };
}

/** What every job is run on. */
export function machine(minutes: number): { readonly "runs-on": string; readonly "timeout-minutes": number } {
  return { "runs-on": "ubuntu-24.04", "timeout-minutes": minutes };
}

/** A step that uses an action by the commit of its release. */
export function action(
  name: keyof typeof pinnedActions,
  rest: { readonly [key: string]: YamlData; readonly with?: { readonly [key: string]: YamlData } } = {},
): YamlData {
  const { uses, version } = pinnedActions[name];
  return withComment({ uses, ...rest }, version);
}

/** A step that runs lines of bash. */
export function run(name: string, lines: readonly string[], rest: { readonly [key: string]: YamlData } = {}): YamlData {
  // No line of a script is an expression: what a step is told by GitHub stands in its `env`.
  const written = lines.map(literal);
  // A literal block needs two lines, and a line that a machine runs is easier to read as one.
  return { name, ...rest, run: written.length === 1 ? written[0] : `${written.join("\n")}\n` };
}

/** Text of the program as it is, where GitHub would read an expression in it. */
export function literal(text: string): string {
  return text.replaceAll("${{", "${{ '${{' }}");
}

/** The sources, Node, and hubc. */
export function hubcSteps(input: CiInput, checkout: { readonly [key: string]: YamlData } = {}): YamlData[] {
  const install = installLines(input, 'echo "$PWD/node_modules/.bin" >> "$GITHUB_PATH"');
  return [
    action("checkout", { with: { "persist-credentials": false, ...checkout } }),
    action("setup-node", { with: { "node-version": nodeVersion, "package-manager-cache": false } }),
    run("Install hubc", install),
  ];
}

/** Stops a run of any other branch: somebody can begin one of each, and GitHub begins those of a schedule on the repository's default one. */
export function onlyBranch({ model }: CiInput): YamlData {
  const name = model.project.ci.branch.value;
  const shown = name.replaceAll(/[^A-Za-z0-9._/-]/g, "?");
  return run("Refuse other branches", [
    `if [ "$GITHUB_REF" != ${shellQuote(`refs/heads/${name}`)} ]; then`,
    `  echo "::error::Only the branch ${shown} is deployed, and this is $GITHUB_REF."`,
    "  exit 1",
    "fi",
  ]);
}

/** A build for today. */
export function buildStep(input: CiInput): YamlData {
  return run("Build", [`on=$(${today(input)})`, ...buildLines(input)]);
}

const artifact = "hubc-out";

/** Keeps the outputs for the other jobs of the run. */
export function keepOutputs({ model }: CiInput): YamlData {
  return action("upload-artifact", {
    with: {
      name: artifact,
      path: literal(outFolder(model)),
      "include-hidden-files": true,
      "if-no-files-found": "error",
      "retention-days": 7,
    },
  });
}

/** Takes the outputs of the job that built. */
export function takeOutputs({ model }: CiInput): YamlData {
  return action("download-artifact", { with: { name: artifact, path: literal(outFolder(model)) } });
}

/** A script of `ci/`, as words of a shell. */
export function ciScript(input: CiInput, path: string): string {
  return `bash ${projectFolder(input).out}/ci/${path}`;
}

/**
 * A branch in a workflow's filter, which is a pattern: `+` repeats what stands before it, and `!` at the start leaves out (GitHub's
 * documentation, "Filter pattern cheat sheet", 2026-11). What else a pattern has, no name of a branch holds. No expression is read there.
 */
export function branchFilter(branch: string): string {
  return branch.replace(/\+|^!/g, "\\$&");
}
