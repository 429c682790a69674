// Machines of one's own with k3s: what each reads when k3s starts on it, a script that installs it over ssh, and one that labels
// nodes that are there already.

import { k3sVersion } from "../../knowledge/k3s.ts";
import { nodeLabels, nodeTaint, type Pool, printMark, printTaint } from "../../model/provider.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { type ScriptStep, shellQuote, shellScript } from "../../output/shell-script.ts";
import { withComment, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Cluster, type ClusterOutput, clusterPath, heading, keepsHomesOn, writtenByHubc } from "./cluster.ts";
import { labelScript, taintScript } from "./label-script.ts";

/** A machine by name and the pool that it is in. */
interface Host {
  readonly name: string;
  readonly pool: Pool;
  readonly server: boolean;
}

/** Files and steps of a k3s cluster. */
export function k3s(cluster: Cluster): ClusterOutput {
  const hosts = hostsOf(cluster);
  const nodes = (pool: Pool) => pool.hosts.map(({ value }) => value);
  const taints = taintScript(cluster, nodes);
  const labels = [labelScript(cluster, nodes), taints].filter((file) => file !== undefined);
  const labelStep = {
    text: `Bring labels${taints ? " and taints" : ""} to machines that were in the cluster before: the settings of a machine hold from the day that it joins. Those that they have are not changed.`,
    commands: labels.map(({ path }) => `./${path.replace(/^.*\//, "")}`),
  };
  const server = hosts.find((host) => host.server);
  if (server === undefined) return { files: labels, steps: [], notes: [noHosts] };
  const several = cluster.provider.pools.some((pool) => !pool.core && pool.hosts.length > 1);
  return {
    files: [
      ...hosts.map((host) => configFile(cluster, host, server.name)),
      installScript(cluster, hosts, server),
      ...labels,
    ],
    steps: [
      {
        text: `Install k3s on the machines, over ssh as a user that may \`sudo\`: \`${server.name}\` becomes the server, the others join it. The script may be run again: it brings newer settings to the machines that it set up, and leaves the k3s that they have. It stops at a machine whose k3s somebody else set up: such a machine is for the next step alone.`,
        commands: ["./install.sh"],
      },
      labelStep,
    ],
    notes: [
      ...(bringsTraefik(cluster)
        ? []
        : [
            "Traefik, which k3s brings along, is left out: it would take the ports 80 and 443 that the hub answers on.",
          ]),
      ...(keepsHomesOn(cluster, "nfs")
        ? [
            "Homes come from a file server: each machine needs the system's NFS client (`nfs-common` on Debian and Ubuntu).",
          ]
        : []),
      ...(several && keepsHomesOn(cluster, "host-path")
        ? [
            "Homes lie in a folder of the machines: it must be the same one on all of them, such as a mounted share, since a person's server starts on any.",
          ]
        : []),
      ...(several && keepsHomesOn(cluster, "dynamic")
        ? [
            "Volumes of k3s' own storage class lie on one machine each, and hold a person's servers there; they keep to no size.",
          ]
        : []),
    ],
  };
}

const noHosts = "No pool names its `hosts`: give nodes the labels and taints of the table by hand.";

/** The server is the first machine of the hub's own pool, or else the first of all. */
function hostsOf({ provider }: Cluster): Host[] {
  const pools = [...provider.pools.filter((pool) => pool.core), ...provider.pools.filter((pool) => !pool.core)];
  const all = pools.flatMap((pool) => pool.hosts.map(({ value }) => ({ name: value, pool })));
  return all.map((host, i) => ({ ...host, server: i === 0 }));
}

/** An ingress in front of a hub is Traefik's to serve, unless it names another class. */
function bringsTraefik({ releases }: Cluster): boolean {
  return releases.some(({ ingress }) => ingress && (ingress.class === undefined || ingress.class.value === "traefik"));
}

/** Where a machine keeps what it joins with. */
const tokenFile = "/etc/rancher/k3s/join-token";

const configPath = "/etc/rancher/k3s/config.yaml";

/** Fails on a machine with k3s, or settings for it, that are not of such a script. */
const othersK3s = [
  `if sudo test -e ${configPath} || command -v k3s >/dev/null; then`,
  `  if ! sudo grep -qs "${writtenByHubc}" ${configPath}; then`,
  `    echo "$(uname -n): its k3s was not set up by hubc, and is left as it is" >&2`,
  "    exit 1",
  "  fi",
  "fi",
];

/** `/etc/rancher/k3s/config.yaml` of one machine: its keys are k3s' options. */
function configFile(cluster: Cluster, { name, pool, server }: Host, serverName: string): OutputFile {
  const taint = nodeTaint(cluster.provider, pool);
  const config: YamlData = {
    "node-name": name,
    server: server ? undefined : `https://${serverName}:6443`,
    "token-file": server ? undefined : tokenFile,
    "write-kubeconfig-mode": server ? "0640" : undefined,
    disable:
      server && !bringsTraefik(cluster)
        ? withComment(["traefik"], "It would take the ports that the hub answers on.")
        : undefined,
    "node-label": nodeLabels(pool).map(printMark),
    "node-taint": taint && [printTaint(taint)],
  };
  return {
    path: clusterPath(cluster, `hosts/${name}.yaml`),
    ...printYaml([yaml(config)], {
      header: [heading(cluster, `${configPath} of ${name}.`)],
      origin: pool.span,
    }),
  };
}

/** The machines beside the server, and how they come to its cluster. */
function joinSteps(agents: readonly Host[], server: Host): ScriptStep[] {
  return [
    {
      comment: "The other machines join with a token, which goes from the server to them and is kept nowhere else.",
      lines: [
        "join_cluster() {",
        `  ssh ${shellQuote(server.name)} 'sudo cat /var/lib/rancher/k3s/server/node-token' |`,
        `    ssh "$1" 'sudo install -m 0600 /dev/stdin ${tokenFile}'`,
        '  set_up "$1" agent k3s-agent',
        "}",
      ],
    },
    ...agents.map(({ name, pool }) => ({
      comment: `${name}, of the pool ${pool.name}.`,
      origin: pool.span,
      lines: [`configure ${shellQuote(name)}`, `join_cluster ${shellQuote(name)}`],
    })),
  ];
}

function installScript(cluster: Cluster, hosts: readonly Host[], server: Host): OutputFile {
  const agents = hosts.filter((host) => !host.server);
  const steps: ScriptStep[] = [
    { comment: "The folder of this script, where the machines' settings are.", lines: ['cd "$(dirname "$0")"'] },
    {
      comment: "Brings its settings to a machine, unless its k3s was set up by somebody else.",
      lines: [
        "configure() {",
        `  ssh "$1" sh -eu -s <<'REMOTE'`,
        ...othersK3s,
        "REMOTE",
        `  ssh "$1" 'sudo install -D -m 0600 /dev/stdin ${configPath}' <"hosts/$1.yaml"`,
        "}",
      ],
    },
    {
      comment:
        "Installs this k3s on a machine, as the service that is named; one that has k3s reads its settings again.",
      lines: [
        "set_up() {",
        `  ssh "$1" sh -eu -s -- "$2" "$3" <<'REMOTE'`,
        "if command -v k3s >/dev/null; then",
        '  sudo systemctl restart "$2"',
        "else",
        "  installer=$(curl -sfL https://get.k3s.io)",
        `  printf '%s\\n' "$installer" | sudo INSTALL_K3S_VERSION=${shellQuote(k3sVersion)} sh -s - "$1"`,
        "fi",
        "REMOTE",
        "}",
      ],
    },
    {
      comment: `The server, ${server.name}.`,
      origin: server.pool.span,
      lines: [`configure ${shellQuote(server.name)}`, `set_up ${shellQuote(server.name)} server k3s`],
    },
  ];
  if (agents.length > 0) steps.push(...joinSteps(agents, server));
  return shellScript(
    clusterPath(cluster, "install.sh"),
    {
      about: [heading(cluster, "Installs k3s on the machines."), "May be run again."],
      steps,
    },
    cluster.provider.span,
  );
}
