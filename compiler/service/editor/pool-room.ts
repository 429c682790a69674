// What the machines of a pool mean: what of a node is left for people, and what a node costs.

import { machineOf } from "../../capacity/machine-of.ts";
import { nodeRoom } from "../../capacity/node-room.ts";
import { loadsIn } from "../../capacity/pool-load.ts";
import { nodesAtPeak, peaksByPool } from "../../capacity/pool-shortage.ts";
import type { Model } from "../../model/model.ts";
import { nodeBounds } from "../../model/pool-of.ts";
import type { Pool } from "../../model/provider.ts";
import { countWords } from "../../text/and-list.ts";
import { moneyWords, placeWords, roomWords } from "../capacity-words.ts";

/** Nodes that a pool needs on its fullest days. */
export function peakNodes(pool: Pool, model: Model): number {
  return nodesAtPeak(pool, peaksByPool(model, loadsIn(model)));
}

/** The pool of a provider in the model as far as it is sound. */
export function poolNamed(model: Model, provider: string, name: string): Pool | undefined {
  return model.providers.find((one) => one.name === provider)?.pools.find((pool) => pool.name === name);
}

/** All that is to be said of a pool, a sentence each; nothing where its machine is not known. */
export function poolSentences(pool: Pool, model: Model): readonly string[] {
  const provider = model.providers.find((provider) => provider.name === pool.provider);
  const machine = provider && machineOf(pool, provider, model.machines);
  if (provider === undefined || machine === undefined) return [];
  const room = pool.core ? [] : roomWords(nodeRoom(machine, provider.variant), false);
  const nodes = pool.core ? 0 : peakNodes(pool, model);
  const peak = nodes > 0 ? [`Its fullest days need ${countWords(nodes, "node")} of ${nodeBounds(pool).to}.`] : [];
  const { price } = machine;
  if (price === undefined) return [...room, ...peak];
  const date = price.date === undefined ? "" : `, list price of ${price.date}${placeWords(price)}`;
  const cost = `A node costs ${moneyWords(price.amount, price.currency)} an hour${date}.`;
  return [...room, ...peak, cost];
}
