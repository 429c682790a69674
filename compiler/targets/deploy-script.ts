// `hubs/<hub>/<stage>/deploy.sh`: what brings a release to a cluster with kubectl and helm alone. Its page, the operators' page and the workflows
// of `ci/` run this one script, so that a person and a machine deploy alike. It does what `hubc deploy` does, in the same order, and holds the same
// lease and the same list of what was brought; hubc's own looks at more before it begins, and takes back what it applied where helm fails.
//
// Source: kubectl 1.34, `apply --server-side`; `npm run test:cluster` runs it against Kubernetes 1.34.

import { chartRepository } from "../knowledge/chart.ts";
import { upgradeOptions } from "../knowledge/helm-options.ts";
import {
  type ContextName,
  cloudClusterText,
  cloudContexts,
  contextNames,
  otherClusterText,
} from "../model/cluster-contexts.ts";
import type { Umbrella } from "../model/hub-parts.ts";
import type { Project } from "../model/model.ts";
import { hasSecretsToCheck } from "../model/needed-secrets.ts";
import type { Provider } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { fixedKeys, secretKeys } from "../model/secret-keys.ts";
import type { OutputFile } from "../output/output-file.ts";
import { filledIn, type ScriptStep, shellCommand, shellQuote, shellScript } from "../output/shell-script.ts";
import chooseContext from "./deploy/choose-context.sh";
import holdLease from "./deploy/hold-lease.sh";
import keepContext from "./deploy/keep-context.sh";
import { namespaceFile } from "./kubernetes/manifests.ts";

/** From a release's folder, and from the outputs'. */
export const deployScriptName = "deploy.sh";

export function deployScript(release: Release, project: Project): OutputFile {
  return shellScript(
    `${release.folder}/${deployScriptName}`,
    {
      about: [
        `Deploys the release ${release.name} to the cluster of the provider ${release.provider.name}. Written by hubc.`,
        "It needs bash, kubectl and helm, and may be run again.",
        "",
        "  deploy.sh                   to the cluster of kubectl's current context",
        "  deploy.sh --context NAME    to that of another",
        "  deploy.sh --dry-run         tries it on the server, says what it would remove, and changes nothing",
      ],
      steps: steps(release, project),
    },
    release.span,
  );
}

function steps(release: Release, project: Project): readonly ScriptStep[] {
  return [
    { comment: "The context, which has to be that of the provider's cluster.", lines: linesOf(chooseContext, release) },
    { comment: "Another cluster is refused.", lines: contextCheck(release.provider) },
    {
      comment:
        "kubectl and helm keep to this context from here on, whatever becomes the current one, and to the release's namespace.",
      lines: linesOf(keepContext, release),
    },
    { comment: "The release's folder.", lines: [`cd "$(dirname "$0")"`] },
    ...(secretsComeFirst(release) ? [checkSecrets] : []),
    {
      comment:
        "Everything is tried before anything is applied; there has to be a namespace for it. A field that somebody else has set is refused.",
      lines: [
        `there=$(kubectl get namespace ${release.namespace} --ignore-not-found --output name)`,
        `if [ -n "$there" ]; then ${apply} --dry-run=server --filename manifests/; fi`,
        'if [ -n "$dry_run" ]; then',
        '  if [ -n "$there" ]; then sh ./remove-unused.sh --list; fi',
        "  exit",
        "fi",
      ],
    },
    { comment: "The namespace comes first.", lines: [`${apply} --filename manifests/${namespaceFile}`] },
    {
      comment:
        "One deployment at a time, by this script or by hubc deploy: a Lease, which is free where it was not renewed.",
      lines: linesOf(holdLease, release),
    },
    { comment: "A helm that was killed, or is at work, leaves the release pending.", lines: pendingLines(release) },
    { comment: "What comes is noted, so that a later run knows of it.", lines: ["sh ./remove-unused.sh --begin"] },
    {
      comment: "What exists without the release and outlives it, as hubc deploy applies it.",
      lines: [`${apply} --filename manifests/`],
    },
    ...secretSteps(release, project),
    ...releaseSteps(release, project),
    {
      comment: "What this build does not write any more goes; nothing that keeps something.",
      lines: ["sh ./remove-unused.sh"],
    },
  ];
}

function releaseSteps(release: Release, project: Project): readonly ScriptStep[] {
  const { umbrella } = release;
  const fixed = release.secrets.fixedKeys.value ? tokenCommands(release) : [];
  return [
    ...(umbrella
      ? [
          {
            comment: "The charts that the project's own is made of.",
            lines: [shellCommand(["helm", "dependency", "build", fromFolder(umbrella.chart.value, release, project)])],
          },
        ]
      : []),
    ...(fixed.length > 0 ? [{ comment: "The chart takes the proxy's key only as a value.", lines: fixed }] : []),
    { comment: "What jobs have changed since, such as the number of placeholders, is set back.", lines: helmOptions },
    { comment: "A release that does not come up is put back to what it was.", lines: helmLines(release, project) },
  ];
}

/** A script of this folder with the names of the release, which hold nothing that a shell reads. */
function linesOf(script: string, release: Release): readonly string[] {
  return filledIn(script, { NAMESPACE: release.namespace, RELEASE: release.name }).split("\n");
}

/** As `hubc`, so that the fields are hubc's whoever applies them. kubectl hands over what an earlier `kubectl apply` has set. */
const apply = shellCommand(["kubectl", "apply", "--server-side", "--field-manager=hubc"]);

const checkSecrets: ScriptStep = {
  comment: "Whether the keys are there. kubectl gets the Secret whole; names of keys alone are printed.",
  lines: ["sh ./check-secrets.sh"],
};

/** What nobody brings on the way has to be there before. */
function secretsComeFirst(release: Release): boolean {
  return hasSecretsToCheck(release) && !isBrought(release);
}

function isBrought(release: Release): boolean {
  return secretKeys(release).length > 0 && ["external", "sops"].includes(release.secrets.source.kind);
}

function pendingLines({ releaseName, namespace }: Release): readonly string[] {
  const way = `Wait until it has ended. If it was killed, \`helm rollback ${releaseName} --namespace ${namespace}\` puts the release back, and \`helm uninstall\` a first installation.`;
  return [
    `pending=$(helm list --pending --short --namespace ${namespace} --filter '^${releaseName}$')`,
    'if [ -n "$pending" ]; then',
    "  # shellcheck disable=SC2016",
    `  printf '%s\\n' ${shellQuote(`A helm is at work on the release ${releaseName}, or was killed. ${way}`)} >&2`,
    "  exit 2",
    "fi",
  ];
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
  return isBrought(release) ? [...bringing, checkSecrets] : bringing;
}

function helmLines(release: Release, project: Project): readonly string[] {
  const { umbrella } = release;
  const part = umbrella === undefined ? "" : `${umbrella.key.value}.`;
  const token = release.secrets.fixedKeys.value ? `--set-file ${part}${fixedKeys.proxy}="$token" ` : "";
  const words = ["helm", "upgrade", "--install", release.releaseName, ...deployedChart(umbrella, release, project)];
  return [
    `if ! ${shellCommand(words)} \\`,
    `  --namespace ${release.namespace} --values values.yaml ${token}--timeout 30m "\${options[@]}"; then`,
    '  echo "The release is as it was. The manifests stay as they were applied: run the script of the earlier build to have those." >&2',
    "  exit 1",
    "fi",
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

const helmOptions = [
  "version=$(helm version --short)",
  `case $version in v3.*) options=(${upgradeOptions.three.join(" ")}) ;; *) options=(${upgradeOptions.four.join(" ")}) ;; esac`,
];

/** The token goes from the Secret into a file that only its owner reads, and away again; it is never a word of a command. */
function tokenCommands(release: Release): string[] {
  const template = `{{index .data "${fixedKeys.proxy}" | base64decode}}`;
  return [
    `token=$work/token && (umask 077 && : > "$token")`,
    `kubectl get secret ${release.secretName} --namespace ${release.namespace} --output 'go-template=${template}' > "$token"`,
  ];
}

/** They read `context`, `cluster` and `server`. */
function contextCheck(provider: Provider): readonly string[] {
  const names = contextNames(provider);
  return names === undefined ? refusedClouds(provider) : refusedOthers(provider, names);
}

function refusedOthers(provider: Provider, names: readonly ContextName[]): readonly string[] {
  const patterns = alternatives(names.flatMap((context) => context.patterns));
  return [
    `is_its() { case $1 in ${patterns}) ;; *) return 1 ;; esac; }`,
    'if ! is_its "$context" && ! is_its "$cluster"; then',
    "  # shellcheck disable=SC2016",
    `  printf 'The context \`%s\` leads to the cluster \`%s\` (%s), %s\\n' "$context" "$cluster" "$server" \\`,
    `    ${shellQuote(otherClusterText(provider, names))} >&2`,
    "  exit 2",
    "fi",
  ];
}

function refusedClouds(provider: Provider): readonly string[] {
  const arms = (field: "names" | "servers") =>
    cloudContexts.flatMap((one) =>
      one[field].length > 0 ? [`${alternatives(one[field])}) cloud=${one.cloud} ;;`] : [],
    );
  return [
    'cloud=""',
    'for name in "$context" "$cluster"; do',
    `  case $name in ${arms("names").join(" ")} esac`,
    "done",
    `case $server in ${arms("servers").join(" ")} esac`,
    'if [ -n "$cloud" ]; then',
    "  # shellcheck disable=SC2016",
    `  printf 'The context \`%s\` leads to a cluster of %s, %s\\n' "$context" "$cloud" \\`,
    `    ${shellQuote(cloudClusterText(provider))} >&2`,
    "  exit 2",
    "fi",
  ];
}

function alternatives(patterns: readonly string[]): string {
  return patterns.map(shellPattern).join(" | ");
}

/** `*` at an end stays one, and everything else means itself. */
function shellPattern(pattern: string): string {
  const [before, after] = [pattern.startsWith("*"), pattern.endsWith("*")];
  const part = pattern.slice(before ? 1 : 0, after ? -1 : undefined);
  return `${before ? "*" : ""}${shellQuote(part)}${after ? "*" : ""}`;
}
