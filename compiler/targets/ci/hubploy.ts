// What hubploy wants: a folder for each hub with the values of its stages and how to reach its cluster, and the chart.
// Source: hubploy/helm.py, auth.py and config.py of berkeley-dsep-infra/hubploy at 237ac7d, 2026-07-20.

import type { Provider } from "../../model/provider.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { byHub, type CiInput, type CiOutput } from "./ci-input.ts";
import { nestedValues, parentChart } from "./nested-values.ts";

const root = "ci/hubploy";

/** `ci/hubploy/…`. Stages have names that hubploy knows: a rule has seen to it. */
export function hubploy(input: CiInput): CiOutput {
  const { model, releases } = input;
  const files = model.hubs.flatMap(({ name, span }): OutputFile[] => {
    const own = releases.filter(({ release }) => release.hub === name);
    const provider = own[0]?.release.provider;
    if (provider === undefined) return [];
    const header = ["How hubploy reaches the cluster. Written by hubc; edit the .hub files, not this."];
    const config = yaml({ cluster: clusterOf(provider) });
    return [
      { path: `${root}/deployments/${name}/hubploy.yaml`, ...printYaml([config], { header, origin: span }) },
      ...own.map((release) =>
        nestedValues(release, `${root}/deployments/${name}/config/${release.release.stage}.yaml`),
      ),
    ];
  });
  return { files: [parentChart(`${root}/hub`, "hub", input), ...files], notes: notes(input) };
}

function clusterOf({ variant, settings, name }: Provider): YamlData {
  const text = (key: string) => settings[key] && withOrigin(settings[key].value, settings[key].span);
  if (variant === "gke")
    return {
      provider: "gcloud",
      gcloud: { project: text("project"), cluster: text("cluster"), zone: text("region") ?? text("zone") },
    };
  if (variant === "eks")
    return {
      provider: "aws",
      aws: { cluster: text("cluster"), region: text("region"), service_key: `${name}.yaml` },
    };
  if (variant === "aks")
    return {
      provider: "azure",
      azure: { resource_group: text("resource-group"), cluster: text("cluster"), auth_file: `${name}.yaml` },
    };
  return { provider: "kubeconfig", kubeconfig: { filename: `${name}.yaml`, context: text("context") } };
}

function notes(input: CiInput): string {
  const { model } = input;
  const releases = byHub(input).flat();
  const commands = releases.map(({ release: { hub, stage } }) => `hubploy deploy ${hub} hub ${stage}`);
  const keyed = releases.some(({ release }) => release.provider.variant !== "gke");
  const fixed = releases.some(({ release }) => release.secrets.fixedKeys.value);
  return [
    `hubploy runs in a folder that has \`deployments\` and the chart, so copy \`${model.project.out.value}/ci/hubploy\` there, or run it inside:`,
    "",
    "```sh",
    ...commands,
    "```",
    "",
    "hubploy runs helm alone: objects beside the chart come first, with `kubectl apply --filename` of each release's `manifests`.",
    ...(keyed
      ? [
          "What reaches the cluster is a file that sops has encrypted, with the name in `hubploy.yaml`, in the hub's folder `secrets`.",
        ]
      : []),
    ...(fixed
      ? [
          "The key `proxy.secretToken`, which is fixed here, stands below `jupyterhub` in `secrets/<stage>.yaml` of the hub's folder, encrypted by sops.",
        ]
      : []),
  ].join("\n");
}
