// The hub's own pods: what each is guaranteed and may use at most.

import { type BlockSchema, type BlockUseDefinition, defineBlock, setting } from "../block.ts";
import { bytes, cpu, openRangeOf } from "../values/quantities.ts";
import { numberType } from "../values/scalars.ts";

const resources = {
  memory: setting({
    type: openRangeOf(bytes),
    doc: "What it is guaranteed, and the most that it may use: where it takes more, it is restarted.",
    example: "256MiB .. 2GiB",
    defaultDoc: "nothing is guaranteed, and there is no limit",
  }),
  cpu: setting({
    type: openRangeOf(cpu),
    doc: "The cores that it is guaranteed, and the most that it may use.",
    example: "0.01 .. unlimited",
    defaultDoc: "nothing is guaranteed, and there is no limit",
  }),
} as const;

function pod(name: string, doc: string) {
  return defineBlock({ name, doc, settings: resources });
}

/** By the pod's name. */
export const podSchemas = {
  jupyterhub: pod("jupyterhub", "The hub itself (the pod `hub`)."),
  proxy: pod("proxy", "The proxy that everything of people passes: `configurable-http-proxy`."),
  traefik: pod(
    "traefik",
    "What ends encryption where the hub gets its certificate from Let's Encrypt (the pod `autohttps`).",
  ),
  "secret-sync": pod("secret-sync", "What keeps the certificate from Let's Encrypt in a Secret, beside `traefik`."),
  "user-scheduler": defineBlock({
    name: "user-scheduler",
    doc: "The scheduler that fills nodes with servers one after the other.",
    settings: {
      ...resources,
      replicas: setting({
        type: numberType({ name: "number", whole: true, from: 1, to: 10 }),
        doc: "How many of them run; one of them works, the others stand by.",
        example: "1",
        defaultDoc: "the chart's, which is 2",
      }),
    },
  }),
  "image-puller": pod("image-puller", "What pulls images onto nodes, one on each node."),
} as const satisfies Readonly<Record<string, BlockSchema>>;

export type OwnPod = keyof typeof podSchemas;

/** The names of the pods, as the block has them. */
export const ownPods = Object.keys(podSchemas) as readonly OwnPod[]; // the keys of the table itself

export const pods: BlockSchema = defineBlock({
  name: "pods",
  doc: "What the hub's own pods are guaranteed and may use.",
  settings: {},
  blocks: Object.fromEntries(
    Object.entries(podSchemas).map(([name, schema]): [string, BlockUseDefinition] => [
      name,
      {
        label: "none",
        schema,
        doc: schema.doc,
        example: `${name} { memory = 256MiB .. 1GiB  cpu = 0.01 .. unlimited }`,
      },
    ]),
  ),
});
