// Which nodes the hub's own pods and people's servers go to: a pool of the cluster, found by its label.

import { labelOf } from "../cluster-pools.ts";
import { type Recognise, saying, valueAt } from "../piece.ts";

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
