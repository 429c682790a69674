// The commands that bring a release to a cluster, from its folder. Its page shows them and the scripts of `ci/` run them, so that a
// person and a machine deploy alike.

import { chartRepository } from "../knowledge/chart.ts";
import type { Project, Release } from "../model/model.ts";
import { hasSecretsToCheck } from "../model/needed-secrets.ts";
import { fixedKeys } from "../model/secret-keys.ts";
import type { Umbrella } from "../model/umbrella.ts";
import { shellCommand } from "../output/shell.ts";

export interface DeployCommands {
  /** Makes what exists without the release and outlives it. */
  readonly apply: string;
  /** Removes jobs of earlier builds that this one does not write. */
  readonly removeUnused: string;
  /** Fails where a Secret that somebody has to bring, or a key of it, is missing. Absent where the release needs none. */
  readonly checkSecrets: string | undefined;
  /** Lines of shell that the last command needs before it. */
  readonly before: readonly string[];
  /** One command, on several lines. */
  readonly helm: readonly string[];
}

/** With `atomic`, a release that does not come up is put back to what it was. */
export function deployCommands(
  release: Release,
  { project, atomic }: { readonly project: Project; readonly atomic: boolean },
): DeployCommands {
  const { umbrella } = release;
  const isFixed = release.secrets.fixedKeys.value;
  const namespace = release.ownManifests.length > 0 ? ["--namespace", release.namespace] : [];
  const part = umbrella === undefined ? "" : `${umbrella.key.value}.`;
  const token = isFixed ? `--set-file ${part}${fixedKeys.proxy}="$token" ` : "";
  const words = ["helm", "upgrade", "--install", release.releaseName, ...deployedChart(release, project)];
  return {
    apply: shellCommand(["kubectl", "apply", ...namespace, "--filename", "manifests/"]),
    removeUnused: "sh ./remove-unused.sh",
    checkSecrets: hasSecretsToCheck(release) ? "sh ./check-secrets.sh" : undefined,
    before: [
      ...(umbrella ? [shellCommand(["helm", "dependency", "build", ownChart(umbrella, release, project)])] : []),
      ...(isFixed ? tokenCommands(release) : []),
      ...helmOptions(atomic),
    ],
    helm: [
      `${shellCommand(words)} \\`,
      `  --namespace ${release.namespace} --values values.yaml ${token}--timeout 30m "\${options[@]}"`,
    ],
  };
}

/** The chart, in helm's words. */
function deployedChart(release: Release, project: Project): string[] {
  if (release.umbrella) return [ownChart(release.umbrella, release, project)];
  return ["jupyterhub", "--repo", chartRepository, "--version", project.chart.value];
}

/** The folder of a chart of the project, from that of the release. */
function ownChart({ chart: { value } }: Umbrella, { folder }: Release, { out }: Project): string {
  const depth = [...out.value.split("/"), ...folder.split("/")].filter((part) => part !== "" && part !== ".").length;
  return `${"../".repeat(depth)}${value}`;
}

/**
 * Helm 4 applies on the server, which refuses what another client has changed, such as the number of placeholders by their jobs; helm 3
 * overwrites it. The options make both do the same (helm 3.17 and 4.1, `helm upgrade`, against Kubernetes 1.34).
 */
function helmOptions(atomic: boolean): string[] {
  const three = atomic ? "--atomic" : "";
  const four = `${atomic ? "--rollback-on-failure " : ""}--server-side=true --force-conflicts`;
  return [`case $(helm version --short) in v3.*) options=(${three}) ;; *) options=(${four}) ;; esac`];
}

/** The token goes from the Secret into a file that only its owner reads, and away again; it is never a word of a command. */
function tokenCommands(release: Release): string[] {
  const template = `{{index .data "${fixedKeys.proxy}" | base64decode}}`;
  return [
    `token=$(mktemp) && trap 'rm -f "$token"' EXIT`,
    `kubectl get secret ${release.secretName} --namespace ${release.namespace} --output 'go-template=${template}' > "$token"`,
  ];
}
