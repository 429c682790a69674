// Which nodes the hub's own pods and people's servers go to: a pool of the cluster, found by its label.

import { labelOf } from "../cluster-pools.ts";
import { type Piece, type Recognise, valueAt } from "../piece.ts";
import { set } from "../statements.ts";

export const pools: Recognise = ({ values, pools, provider }) => {
  const pieces: Piece[] = [];
  const poolAt = (path: string) => {
    const label = labelOf(valueAt(values, path));
    return label === undefined ? undefined : pools.find((pool) => pool.label === label)?.name;
  };
  const people = poolAt("singleuser.nodeSelector");
  if (people !== undefined && people !== "core")
    pieces.push({
      name: "pool",
      statements: [set("pool", `${provider}.${people}`, "pool")],
      claims: [["singleuser", "nodeSelector"]],
    });
  // A pool that is called `core` is for the hub's own pods: nothing need be said in the hub.
  for (const pod of ["hub", "proxy.chp", "proxy.traefik", "scheduling.userScheduler"])
    if (poolAt(`${pod}.nodeSelector`) === "core")
      pieces.push({ name: `core of ${pod}`, statements: [], claims: [[...pod.split("."), "nodeSelector"]] });
  return pieces;
};
