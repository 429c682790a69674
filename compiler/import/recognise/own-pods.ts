// What the hub's own pods are guaranteed and may use.

import type { JsonMap } from "../../knowledge/json-schema.ts";
import { quantityIn } from "../../knowledge/kubernetes-amounts.ts";
import type { OwnPod } from "../../schema/blocks/own-pods.ts";
import { labelOf } from "../cluster-pools.ts";
import { block, numberAt, type Piece, type Recognise, type Statement, saying, set, valueAt } from "../piece.ts";
import { printBytes } from "../print-data.ts";
import { printCores } from "./servers.ts";

/** Where the chart has the pods (chart 4.4.0, values.yaml). */
const places: readonly (readonly [pod: OwnPod, path: string])[] = [
  ["jupyterhub", "hub"],
  ["proxy", "proxy.chp"],
  ["traefik", "proxy.traefik"],
  ["secret-sync", "proxy.secretSync"],
  ["user-scheduler", "scheduling.userScheduler"],
  ["image-puller", "prePuller"],
];

export const ownPods: Recognise = ({ values }) =>
  places.flatMap(([pod, path]): Piece[] => {
    const name = `pod ${pod}`;
    const replicas = pod === "user-scheduler" ? numberAt(values, `${path}.replicas`) : undefined;
    const said = [
      ...amount(values, { path, resource: "memory", print: printBytes, name }),
      ...amount(values, { path, resource: "cpu", print: printCores, name }),
      ...(replicas === undefined ? [] : [set("replicas", String(replicas), name)]),
    ];
    if (said.length === 0) return [];
    const claims = [
      ...["memory", "cpu"].flatMap((resource) =>
        said.some(({ head }) => head === resource)
          ? ["requests", "limits"].map((kind) => [...path.split("."), "resources", kind, resource])
          : [],
      ),
      ...(replicas === undefined ? [] : [[...path.split("."), "replicas"]]),
    ];
    return [{ name, statements: [block("pods", [block(pod, said, name)], name)], claims }];
  });

interface Asked {
  readonly path: string;
  readonly resource: "memory" | "cpu";
  readonly print: (amount: number) => string | undefined;
  readonly name: string;
}

function amount(values: JsonMap, { path, resource, print, name }: Asked): readonly Statement[] {
  const [least, most] = ["requests", "limits"].map((kind) => valueAt(values, `${path}.resources.${kind}.${resource}`));
  const [from, to] = [quantityIn(least), quantityIn(most)];
  const first = from === undefined ? undefined : print(from);
  const last = most === undefined ? "unlimited" : to === undefined ? undefined : print(to);
  return first === undefined || last === undefined ? [] : [set(resource, `${first} .. ${last}`, name)];
}

/** Which nodes the hub's own pods and people's servers go to: a pool of the cluster, found by its label. */
export const pools: Recognise = ({ values, pools, provider }) => {
  const poolAt = (path: string) => {
    const label = labelOf(valueAt(values, path));
    return label === undefined ? undefined : pools.find((pool) => pool.label === label)?.name;
  };
  const people = poolAt("singleuser.nodeSelector");
  const isSaid = people !== undefined && people !== "core";
  // A pool that is called `core` is for the hub's own pods: nothing need be said in the hub.
  const ofCore = ["hub", "proxy.chp", "proxy.traefik", "scheduling.userScheduler"].filter(
    (pod) => poolAt(`${pod}.nodeSelector`) === "core",
  );
  return [
    ...saying("pool", isSaid ? `${provider}.${people}` : undefined, "singleuser.nodeSelector"),
    ...ofCore.map((pod) => ({ name: `core of ${pod}`, statements: [], claims: [[...pod.split("."), "nodeSelector"]] })),
  ];
};
