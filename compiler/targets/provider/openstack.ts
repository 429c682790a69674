// OpenStack Magnum: a script that makes the cluster with its first node group, and a node group for each other pool.

import { magnumFirstGroup, magnumGroupLabel } from "../../knowledge/node-marks.ts";
import { gibibytes, magnumGroup, nodeBounds, type Pool } from "../../model/provider.ts";
import { markdownCode } from "../../output/markdown.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { type ScriptCommand, type ScriptOption, shellCommand, shellScript } from "../../output/shell-script.ts";
import { type Cluster, type ClusterOutput, clusterPath, heading, settingOf } from "./cluster.ts";

/** Files and steps of a Magnum cluster. */
export function openstack(cluster: Cluster): ClusterOutput {
  return {
    files: [script(cluster)],
    steps: [
      {
        text: `Run the script, which may be run again: what exists is left as it is, and nothing is removed. It needs the \`openstack\` client with Magnum's commands and the cloud ${markdownCode(settingOf(cluster, "cloud"))} in \`clouds.yaml\`.`,
        commands: ["./create-cluster.sh"],
      },
    ],
    notes: [
      `Magnum hands on neither labels nor taints of one's own to nodes. Pods find a pool by the label \`${magnumGroupLabel}\`, which the Cluster API driver gives to each node of a group; where Magnum runs another driver, give nodes that label with \`kubectl label\`.`,
      "A node group that is empty is not always grown by the autoscaler: let `nodes` begin at 1 where servers stay pending.",
    ],
  };
}

function script(cluster: Cluster): OutputFile {
  const { provider } = cluster;
  const name = settingOf(cluster, "cluster");
  const client = ["openstack", `--os-cloud=${settingOf(cluster, "cloud")}`, "coe"];
  const first = provider.pools.find((pool) => magnumGroup(provider, pool) === magnumFirstGroup);
  const others = provider.pools.filter((pool) => pool !== first);
  return shellScript(
    clusterPath(cluster, "create-cluster.sh"),
    {
      about: [
        heading(cluster, `Makes the cluster ${name} and its node groups.`),
        "May be run again: what exists is left as it is.",
      ],
      steps: [
        {
          comment: `The cluster${first ? `; its first node group is the pool ${first.name}` : ""}.`,
          commands: [
            {
              words: [...client, "cluster", "create", name],
              unless: [...client, "cluster", "show", name],
              options: [
                {
                  words: [`--cluster-template=${settingOf(cluster, "template")}`],
                  origin: provider.settings["template"]?.span,
                },
                ...(first ? firstGroup(first) : []),
              ],
            },
          ],
        },
        { comment: "A node group can be added once the cluster is complete.", lines: wait(client, name) },
        ...others.map((pool) => ({
          comment: `The pool ${pool.name}, for ${pool.core ? "the hub's own pods" : "people's servers"}.`,
          origin: pool.span,
          commands: [addGroup(pool, name, client)],
        })),
        {
          comment: "kubectl learns of the cluster: the file `config` appears in this folder, unless one is there.",
          commands: [{ words: [...client, "cluster", "config", name], unless: ["ls", "config"] }],
        },
      ],
    },
    provider.span,
  );
}

/** Waits for at most an hour; Magnum's own words are CREATE_COMPLETE, UPDATE_COMPLETE and CREATE_FAILED. */
function wait(client: readonly string[], name: string): string[] {
  const status = shellCommand([...client, "cluster", "show", name, "--format=value", "--column=status"]);
  return [
    "for _ in $(seq 120); do",
    `  status=$(${status})`,
    '  case "$status" in',
    "    *_COMPLETE) break ;;",
    '    *_FAILED) echo "the cluster is $status" >&2; exit 1 ;;',
    "  esac",
    "  sleep 30",
    "done",
    'case "$status" in *_COMPLETE) ;; *) echo "the cluster is still $status" >&2; exit 1 ;; esac',
  ];
}

function firstGroup(pool: Pool): ScriptOption[] {
  const { from, to } = nodeBounds(pool);
  const count = { words: [`--node-count=${Math.max(1, from)}`], origin: pool.nodes?.span ?? pool.span };
  const scaling = [
    `auto_scaling_enabled=true`,
    `min_node_count=${Math.max(1, from)}`,
    `max_node_count=${Math.max(1, to)}`,
  ];
  return [...flavor(pool), count, ...labels(pool, scaling)];
}

function addGroup(pool: Pool, cluster: string, client: readonly string[]): ScriptCommand {
  const { from, to } = nodeBounds(pool);
  const bounds = [`--node-count=${from}`, `--min-nodes=${from}`, `--max-nodes=${to}`];
  return {
    words: [...client, "nodegroup", "create", cluster, pool.name],
    unless: [...client, "nodegroup", "show", cluster, pool.name],
    options: [...flavor(pool), { words: bounds, origin: pool.nodes?.span ?? pool.span }, ...labels(pool, [])],
  };
}

function flavor(pool: Pool): ScriptOption[] {
  return pool.machine ? [{ words: [`--flavor=${pool.machine.value}`], origin: pool.machine.span }] : [];
}

/** Magnum's labels are settings of the group, not labels of its nodes. */
function labels(pool: Pool, more: readonly string[]): ScriptOption[] {
  const zone = pool.zones[0];
  const all = [
    ...more,
    ...(pool.disk ? [`boot_volume_size=${gibibytes(pool.disk.value)}`] : []),
    ...(zone ? [`availability_zone=${zone.value}`] : []),
  ];
  return all.length > 0 ? [{ words: ["--merge-labels", `--labels=${all.join(",")}`], origin: pool.span }] : [];
}
