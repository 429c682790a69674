import { type BlockSchema, defineBlock, nested, type SettingDefinition, setting } from "../block.ts";
import { listOf, rangeOf } from "../values/compounds.ts";
import { nodeLabel, nodeLabelOrMachine } from "../values/node-label.ts";
import { bytes, cpu } from "../values/quantities.ts";
import { count, flag, textType } from "../values/scalars.ts";

/** A name of the provider's own: it ends up in commands, so nothing that ends a line or begins like an option. */
const name = textType({
  name: "text",
  expected: "a text",
  what: "a name: it is not empty, does not begin with `-` and holds no line ends or control characters",
  accepts: (value) => /^(?!-)[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u.test(value),
});
const nodeName = textType({
  name: "text",
  expected: 'the name of a node, such as `"lab-2"`',
  what: "the name of a node: lower-case letters, digits, `-` and `.`",
  accepts: (value) => /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(value),
});

const machine = setting({
  type: name,
  doc: "The machine type of its nodes, as the provider names it.",
  example: '"n2-highmem-8"',
});
const nodes = setting({ type: rangeOf(count), doc: "How few and how many nodes the pool may have.", example: "0..40" });
const labelDoc = "The label that the pool's nodes carry, by which pods find them; several with commas between them.";
const nodesLabel = setting({
  type: nodeLabel,
  doc: labelDoc,
  example: '"pool=users"',
  defaultDoc: "the label of the pool's name that hubc gives them",
});
const cloudsLabel = setting({
  type: nodeLabelOrMachine,
  doc: `${labelDoc} \`machine\` is the label with the type of the machine, which the cloud gives its nodes.`,
  example: "machine",
  defaultDoc: "the label of the pool's name that hubc gives them",
});
const shared = {
  disk: setting({ type: bytes, doc: "The size of each node's disk.", example: "200GiB" }),
  spot: flag("Cheaper nodes that the provider may take back."),
  zones: setting({
    type: listOf(name),
    doc: "The zones that the nodes lie in.",
    example: '["us-central1-b"]',
  }),
} as const;

const poolOfMachines = {
  name: "pool",
  doc: "A pool of equal machines. Pools named `core` hold the hub's own pods, others hold people's.",
  oneOf: [["machine"], ["nodes"]],
} as const;

/** A pool of machines that are bought by type. */
const pool = defineBlock({ ...poolOfMachines, settings: { machine, nodes, label: cloudsLabel, ...shared } });

/** OpenStack's nodes carry their flavor by its name or its number, as the cluster is set up. */
const flavorPool = defineBlock({ ...poolOfMachines, settings: { machine, nodes, label: nodesLabel, ...shared } });

const capacity = {
  memory: setting({ type: bytes, doc: "The memory of each machine.", example: "128GiB" }),
  cpu: setting({ type: cpu, doc: "The cores of each machine.", example: "32" }),
} as const;

/** A pool of hardware of one's own. */
const hostsPool = defineBlock({
  name: "pool",
  doc: "Machines of one's own, by name. Pools named `core` hold the hub's own pods, others hold people's.",
  settings: {
    hosts: setting({
      type: listOf(nodeName),
      doc: "The machines' names, as `kubectl get nodes` shows them.",
      example: '["lab-2", "lab-3"]',
    }),
    nodes,
    label: nodesLabel,
    ...capacity,
  },
  oneOf: [["hosts", "nodes"], ["memory"], ["cpu"]],
});

/** A pool of a cluster that exists, found by a label that its nodes carry. */
const labelledPool = defineBlock({
  name: "pool",
  doc: "Nodes of a cluster that exists. Pools named `core` hold the hub's own pods, others hold people's. Without `memory` and `cpu` nobody reckons how many people a pool holds.",
  settings: {
    label: nodesLabel,
    nodes,
    ...capacity,
  },
});

export const pools = {
  gke: pool,
  aks: pool,
  eks: pool,
  openstack: flavorPool,
  k3s: hostsPool,
  kind: hostsPool,
  kubernetes: labelledPool,
} as const;

const ownPool = 'pool users { hosts = ["lab-2", "lab-3"]  memory = 128GiB  cpu = 32 }';
const poolExamples: Readonly<Record<keyof typeof pools, string>> = {
  gke: 'pool users { machine = "n2-highmem-8"  nodes = 0..40 }',
  aks: 'pool users { machine = "Standard_E4s_v5"  nodes = 0..10 }',
  eks: 'pool users { machine = "r5.xlarge"  nodes = 0..10 }',
  openstack: 'pool users { machine = "m3.large"  nodes = 0..10 }',
  k3s: ownPool,
  kind: ownPool,
  kubernetes: 'pool users { label = "pool=users"  nodes = 0..10  memory = 64GiB  cpu = 16 }',
};

const required = (doc: string, example: string): SettingDefinition<string> =>
  setting({ type: name, doc, example, required: true });
const optional = (doc: string, example: string): SettingDefinition<string> => setting({ type: name, doc, example });

function variant<const S extends Readonly<Record<string, SettingDefinition<string>>>>(
  variantName: keyof typeof pools,
  doc: string,
  settings: S,
  oneOf: readonly (readonly string[])[] = [],
): BlockSchema {
  return defineBlock({
    name: `provider ${variantName}`,
    doc,
    settings,
    oneOf,
    blocks: {
      pool: nested(pools[variantName], poolExamples[variantName], { label: "name", family: true, inCluster: true }),
    },
  });
}

export const provider: Readonly<Record<string, BlockSchema>> = {
  gke: variant(
    "gke",
    "A cluster of Google Kubernetes Engine.",
    {
      project: required("The Google Cloud project.", '"ucb-datahub-2018"'),
      region: optional("The region, for a regional cluster.", '"us-central1"'),
      zone: optional("The zone, for a zonal cluster.", '"us-central1-b"'),
      cluster: required("The cluster's name.", '"fall-2026"'),
    },
    [["region", "zone"]],
  ),
  aks: variant("aks", "A cluster of Azure Kubernetes Service.", {
    subscription: required("The subscription's id.", '"00000000-0000-0000-0000-000000000000"'),
    "resource-group": required("The resource group.", '"hub"'),
    location: required("The Azure region.", '"westus2"'),
    cluster: required("The cluster's name.", '"hub"'),
  }),
  eks: variant("eks", "A cluster of Amazon Elastic Kubernetes Service.", {
    account: required("The AWS account's number.", '"123456789012"'),
    region: required("The AWS region.", '"us-west-2"'),
    cluster: required("The cluster's name.", '"hub"'),
  }),
  openstack: variant("openstack", "A cluster of OpenStack Magnum.", {
    cloud: required("The cloud's name in `clouds.yaml`.", '"jetstream"'),
    cluster: required("The cluster's name.", '"hub"'),
    template: required("The Magnum cluster template.", '"kubernetes-1-31"'),
  }),
  k3s: variant("k3s", "Machines of one's own with k3s on them.", {}),
  kind: variant("kind", "A cluster on a laptop, for trying out.", {}),
  kubernetes: variant("kubernetes", "Any cluster that exists.", {
    context: required("The context in the kubeconfig.", '"campus"'),
  }),
};
