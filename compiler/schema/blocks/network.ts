// Who may reach whom: what servers reach beside the hub, who reaches the hub, and what collects its metrics.

import { type BlockSchema, type BlockUseDefinition, defineBlock, nested, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { namespaceName } from "../values/forms.ts";
import { networkRange } from "../values/network-range.ts";
import { port } from "../values/port.ts";
import { flag, textType, truth } from "../values/scalars.ts";

const labelText = textType({
  name: "value of a label",
  expected: 'the value of a label, such as `"ingress-nginx"`',
  what: "the value of a label: at most 63 letters, digits, `.`, `_` and `-`, with a letter or a digit at both ends",
  accepts: (value) => /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(value),
});

function labels(name: string, doc: string): BlockSchema {
  return defineBlock({
    name,
    doc,
    settings: {},
    anySetting: setting({ type: labelText, doc: "The label's value.", example: '"hub"' }),
  });
}

const pods = labels("pods", "Only pods that carry all of these labels.");
const namespaces = labels("namespaces", "Only in namespaces that carry all of these labels.");

const peer = {
  namespace: setting({
    type: namespaceName,
    doc: "Pods of this namespace.",
    example: '"support"',
    defaultDoc: "the release's own, where no `namespaces` are said",
  }),
  networks: setting({ type: listOf(networkRange), doc: "Addresses of these networks.", example: '["0.0.0.0/0"]' }),
  except: setting({
    type: listOf(networkRange),
    doc: "Networks inside of those that are left out.",
    example: '["10.0.0.0/8"]',
  }),
  ports: setting({
    type: listOf(port),
    doc: 'Only these ports: a number, the name of a port of the pod, or either with its protocol, as in `"53/UDP"`.',
    example: '[80, 443, "443/UDP"]',
    defaultDoc: "all",
  }),
} as const;

const labelled = {
  pods: nested(pods, 'pods { "app.kubernetes.io/name" = "ingress-nginx" }'),
  namespaces: nested(namespaces, 'namespaces { name = "support" }'),
} as const satisfies Readonly<Record<string, BlockUseDefinition>>;

const oneOf = [["namespace", "namespaces", "pods", "networks"]];

export const reach = defineBlock({
  name: "reach",
  doc: "Pods or networks that servers may reach beside what they may anyway.",
  settings: peer,
  blocks: labelled,
  oneOf,
});

export const admit = defineBlock({
  name: "admit",
  doc: "Pods or networks that may reach the hub's own pod.",
  settings: peer,
  blocks: labelled,
  oneOf,
});

export const network = defineBlock({
  name: "network",
  doc: "What servers may reach beside the hub, and who may reach the hub.",
  settings: {
    "allow-outgoing": setting({
      type: listOf(networkRange),
      doc: "Private networks that servers may reach, such as that of a database; otherwise they reach none.",
      example: '["10.20.0.0/16"]',
    }),
    internet: setting({
      type: truth,
      doc: "Servers reach the internet. Without it they fetch no material and install no packages.",
      example: "true",
      default: true,
    }),
    "block-metadata": setting({
      type: truth,
      doc: "The cloud's metadata server, which knows the credentials of the node, can't be reached.",
      example: "true",
      default: true,
    }),
    "admit-labelled": setting({
      type: truth,
      doc: "Pods of any namespace reach the hub where they carry the label `hub.jupyter.org/network-access-hub`.",
      example: "true",
      defaultDoc: "the chart's, which is `false`: those of the release's own namespace",
    }),
  },
  blocks: {
    reach: nested(reach, 'reach front { namespace = "support"  pods { app = "ingress-nginx" }  ports = [80, 443] }', {
      label: "name",
    }),
    admit: nested(admit, 'admit exporter { namespace = "support"  ports = [8081] }', { label: "name" }),
  },
});

export const monitoring = defineBlock({
  name: "monitoring",
  doc: "Prometheus collects what the hub counts, at `/hub/metrics`: its pods may reach the hub, and need no token.",
  settings: {
    namespace: setting({
      type: namespaceName,
      doc: "The namespace that Prometheus runs in.",
      example: '"support"',
      defaultDoc: "the release's own, where no `namespaces` are said",
    }),
    authenticate: flag(
      "Whoever asks needs a token of a service with the scope `read:metrics`. Without it everybody who can open the hub's address reads its numbers: how many servers run and start, and how long each answer took.",
    ),
  },
  blocks: labelled,
  oneOf: [["namespace", "namespaces", "pods"]],
});
