// The workflow that builds a site and publishes it on GitHub Pages: pinned by commit, and each job with the rights that it needs and no more.

import { pinnedActions } from "../../knowledge/pinned-actions.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, type YamlData, yaml } from "../../output/yaml-tree.ts";
import type { Span } from "../../text/span.ts";

export interface PagesWorkflow {
  readonly path: string;
  readonly name: string;
  readonly header: string;
  readonly branch: string;
  /** Steps after the checkout that leave the site in `folder`. */
  readonly steps: readonly YamlData[];
  readonly folder: string;
  readonly origin: Span;
}

/** Sources: GitHub's documentation of deploy-pages 5 and upload-pages-artifact 5 (their README and action.yml). */
export function pagesWorkflow(workflow: PagesWorkflow): OutputFile {
  const data = {
    name: workflow.name,
    on: { push: { branches: [workflow.branch] }, workflow_dispatch: {} },
    permissions: {},
    concurrency: { group: "pages", "cancel-in-progress": false },
    jobs: {
      build: {
        "runs-on": runner,
        "timeout-minutes": 30,
        permissions: { contents: "read" },
        steps: [
          action("checkout", { "persist-credentials": false }),
          ...workflow.steps,
          action("upload-pages-artifact", { path: workflow.folder }),
        ],
      },
      deploy: {
        needs: "build",
        "runs-on": runner,
        "timeout-minutes": 10,
        permissions: { pages: "write", "id-token": "write" },
        environment: { name: "github-pages", url: "${{ steps.deployment.outputs.page_url }}" },
        steps: [action("deploy-pages", undefined, "deployment")],
      },
    },
  };
  const printed = printYaml([yaml(data)], { header: [workflow.header], origin: workflow.origin });
  return { path: workflow.path, ...printed };
}

const runner = "ubuntu-24.04";

/** A step that uses one of the pinned actions. */
export function action(name: keyof typeof pinnedActions, settings?: YamlData, id?: string): YamlData {
  const { uses, version } = pinnedActions[name];
  return withComment({ id, uses, with: settings }, version);
}
