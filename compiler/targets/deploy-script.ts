// `hubs/<hub>/<stage>/deploy.sh`: what brings a release to a cluster with kubectl and helm alone. Its page, the operators' page and the workflows
// of `ci/` run this one script, so that a person and a machine deploy alike; `hubc deploy` does the same and looks at more before it does it.
//
// Source: kubectl 1.34, `apply --server-side`; `npm run test:cluster` runs it against Kubernetes 1.34.

import { chartRepository } from "../knowledge/chart.ts";
import { upgradeOptions } from "../knowledge/helm-options.ts";
import type { Project, Release } from "../model/model.ts";
import { hasSecretsToCheck } from "../model/needed-secrets.ts";
import { fixedKeys, secretKeys } from "../model/secret-keys.ts";
import type { Umbrella } from "../model/umbrella.ts";
import type { OutputFile } from "../output/output-file.ts";
import { shellCommand, shellQuote } from "../output/shell.ts";
import { type ScriptStep, shellScript } from "../output/shell-script.ts";

/** From a release's folder, and from the outputs'. */
export const deployScriptName = "deploy.sh";

export function deployScript(release: Release, project: Project): OutputFile {
  return shellScript(
    `${release.folder}/${deployScriptName}`,
    {
      about: [
        `Deploys the release ${release.name} to the cluster of kubectl's current context. Written by hubc.`,
        "It needs bash, kubectl and helm, and may be run again.",
      ],
      steps: steps(release, project),
    },
    release.span,
  );
}

function steps(release: Release, project: Project): readonly ScriptStep[] {
  const fixed = release.secrets.fixedKeys.value ? tokenCommands(release) : [];
  const { umbrella } = release;
  return [
    { comment: "The release's folder.", lines: [`cd "$(dirname "$0")"`] },
    {
      comment:
        "What exists without the release and outlives it, as hubc deploy applies it: a field that somebody else has set is refused.",
      lines: [`${apply(release)} --filename manifests/`],
    },
    { comment: "Jobs of earlier builds that this one does not write.", lines: ["sh ./remove-unused.sh"] },
    ...secretSteps(release, project),
    ...(umbrella
      ? [
          {
            comment: "The charts that the project's own is made of.",
            lines: [shellCommand(["helm", "dependency", "build", fromFolder(umbrella.chart.value, release, project)])],
          },
        ]
      : []),
    ...(fixed.length > 0 ? [{ comment: "The chart takes the proxy's key only as a value.", lines: fixed }] : []),
    { comment: "What jobs have changed since, such as the number of placeholders, is set back.", lines: [helmOptions] },
    { comment: "A release that does not come up is put back to what it was.", lines: helmLines(release, project) },
    {
      comment: "What hubc deploy has noted of its last deployment does not hold any more.",
      lines: forgetLines(release),
    },
  ];
}

/** As `hubc`, so that the fields are hubc's whoever applies them. kubectl hands over what an earlier `kubectl apply` has set. */
function apply({ ownManifests, namespace }: Release): string {
  const inNamespace = ownManifests.length > 0 ? ["--namespace", namespace] : [];
  return shellCommand(["kubectl", "apply", "--server-side", "--field-manager=hubc", ...inNamespace]);
}

function secretSteps(release: Release, project: Project): readonly ScriptStep[] {
  const { source } = release.secrets;
  const hasOwn = secretKeys(release).length > 0;
  const bringing: ScriptStep[] = [];
  if (hasOwn && source.kind === "external")
    bringing.push({
      comment: "The operator brings the secrets.",
      lines: [
        `kubectl wait --namespace ${release.namespace} --for=condition=Ready --timeout=2m externalsecret/${release.secretName}`,
      ],
    });
  if (hasOwn && source.kind === "sops") {
    const file = shellQuote(fromFolder(source.file.value, release, project));
    bringing.push({
      comment: "The secrets, where the repository is at hand; elsewhere they are as somebody brought them.",
      lines: [
        `if [ -e ${file} ]; then`,
        `  sops --decrypt ${file} | kubectl apply --server-side --field-manager=hubc --filename -`,
        "fi",
      ],
    });
  }
  if (!hasSecretsToCheck(release)) return bringing;
  return [...bringing, { comment: "Names of keys are looked at, values never.", lines: ["sh ./check-secrets.sh"] }];
}

function helmLines(release: Release, project: Project): readonly string[] {
  const { umbrella } = release;
  const part = umbrella === undefined ? "" : `${umbrella.key.value}.`;
  const token = release.secrets.fixedKeys.value ? `--set-file ${part}${fixedKeys.proxy}="$token" ` : "";
  const words = ["helm", "upgrade", "--install", release.releaseName, ...deployedChart(umbrella, release, project)];
  return [
    `${shellCommand(words)} \\`,
    `  --namespace ${release.namespace} --values values.yaml ${token}--timeout 30m "\${options[@]}"`,
  ];
}

/** The chart, in helm's words. */
function deployedChart(umbrella: Umbrella | undefined, release: Release, project: Project): string[] {
  if (umbrella) return [fromFolder(umbrella.chart.value, release, project)];
  return ["jupyterhub", "--repo", chartRepository, "--version", project.chart.value];
}

/** A path of the project, from the folder of the release. */
function fromFolder(path: string, { folder }: Release, { out }: Project): string {
  const depth = [...out.value.split("/"), ...folder.split("/")].filter((part) => part !== "" && part !== ".").length;
  return `${"../".repeat(depth)}${path}`;
}

const helmOptions = `case $(helm version --short) in v3.*) options=(${upgradeOptions.three.join(" ")}) ;; *) options=(${upgradeOptions.four.join(" ")}) ;; esac`;

/** The token goes from the Secret into a file that only its owner reads, and away again; it is never a word of a command. */
function tokenCommands(release: Release): string[] {
  const template = `{{index .data "${fixedKeys.proxy}" | base64decode}}`;
  return [
    `token=$(mktemp) && trap 'rm -f "$token"' EXIT`,
    `kubectl get secret ${release.secretName} --namespace ${release.namespace} --output 'go-template=${template}' > "$token"`,
  ];
}

/** `hubc deploy` then takes the homes from helm's record, and upgrades the release whatever its values were. */
function forgetLines({ name, namespace }: Release): readonly string[] {
  const noted = `configmap hubc-inventory-${name} --namespace ${namespace}`;
  return [
    `if [ -n "$(kubectl get ${noted} --ignore-not-found --output name)" ]; then`,
    `  kubectl patch ${noted} --type=merge --patch '{"data":{"values":null,"homes":null,"chart":null}}'`,
    "fi",
  ];
}
