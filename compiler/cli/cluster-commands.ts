// The rows of the commands that speak to a cluster; the rest of the table is in command-table.ts.

import type { Command } from "./command.ts";
import { answerFormat, clusterOptions, formatOption, onOption, pathArgument } from "./shared-options.ts";

/** In the order of the help. */
export const clusterCommands: readonly Command[] = [
  {
    name: "deploy",
    summary: "Bring hubs to their cluster, and look first what changes.",
    details: [
      "Compiles the program, holds the context against the provider's cluster, shows what would change and asks. Then it applies",
      "the manifests, upgrades the release by helm, which puts it back where it does not come up, and removes jobs and",
      "configuration that are not written any more; never volumes, claims, namespaces or Secrets. It may be run again at any",
      "time, also after it was killed. Without HUB all hubs are deployed, stage after stage. PATH is as for hubc check.",
    ],
    arguments: [{ name: "HUB", doc: "The hub's name." }, pathArgument],
    options: [
      { name: "stage", value: "NAME", doc: "Only this stage of the hubs." },
      onOption("that is deployed for"),
      ...clusterOptions,
      { name: "dry-run", doc: "Show what would change, and change nothing." },
      { name: "yes", doc: "Do not ask: for continuous integration." },
      { name: "force-conflicts", doc: "Set fields of manifests that somebody else has set." },
      { name: "moved", doc: "The work was moved by hand: deploy although homes are elsewhere than before." },
      { name: "chart", value: "PATH", doc: "A folder or an archive of the chart, in place of its repository." },
      formatOption(["text", "json"], "json prints what was done on the standard output."),
    ],
    examples: [
      "hubc deploy datahub --stage staging",
      "hubc deploy datahub --stage prod --dry-run",
      "hubc deploy datahub courses/data8 --stage prod --yes --timeout 45m",
    ],
    load: () => import("./commands/deploy.ts"),
  },
  {
    name: "status",
    summary: "Say what of a hub runs in its cluster.",
    details: [
      "For each release: helm's revision, pods of the hub, people's servers, placeholders, and the nodes of each pool beside what",
      "the program gives it. Nothing is changed, and no Secret is read. PATH is as for hubc check.",
    ],
    arguments: [{ name: "HUB", doc: "The hub's name." }, pathArgument],
    options: [
      { name: "stage", value: "NAME", doc: "Only this stage of the hubs." },
      onOption("to read the program for"),
      ...clusterOptions,
      answerFormat,
    ],
    examples: ["hubc status datahub --stage prod", "hubc status --format json"],
    load: () => import("./commands/status.ts"),
  },
];
