// What a course's size means: how many people's servers a node holds, how many nodes that is at once, and what they cost. Worked out
// for one course when it is asked for; the rest of the program is not looked at.

import { machineOf } from "../../capacity/machine-of.ts";
import { nodeRoom } from "../../capacity/node-room.ts";
import { type Guarantee, guaranteeOf, type PeopleOnNode, peopleOnNode } from "../../capacity/people-on-node.ts";
import { isPeoplesStage, loadsIn, nodesFor, roomOf } from "../../capacity/pool-load.ts";
import { nodesAtPeak, peaksByPool } from "../../capacity/pool-shortage.ts";
import type { Price } from "../../knowledge/machines/machine-type.ts";
import type { Course, Model } from "../../model/model.ts";
import { nodesInCluster, type Pool, poolFor } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import type { CourseSize } from "../../model/server.ts";
import { countWords } from "../../text/and-list.ts";
import type { Day } from "../../text/calendar.ts";
import { coresWords, moneyWords, placeWords, roomWords, sizeWords } from "../capacity-words.ts";

export interface CourseRoom {
  readonly course: Course;
  readonly size: CourseSize;
  readonly pool: Pool;
  readonly guarantee: Guarantee;
  readonly aNode: PeopleOnNode;
  /** How many work at once; absent where nothing says. */
  readonly people: number | undefined;
  /** Nodes for all of them; absent where a node holds nobody or nobody is counted. */
  readonly nodes: number | undefined;
  /** Nodes that the pool may have. */
  readonly most: number;
  readonly price: Price | undefined;
}

/** The course of a name in the model as far as it is sound. */
export function courseNamed(model: Model, name: string): Course | undefined {
  return model.courses.find((course) => course.name === name);
}

/** The room of a course as it usually is, or as it is on a day. Absent where its pool or the machine is not known. */
export function courseRoom(model: Model, name: string, on?: Day): CourseRoom | undefined {
  const course = courseNamed(model, name);
  const release =
    course && model.releases.find((release) => release.hub === course.hub.value && isPeoplesStage(release, model));
  if (course === undefined || release === undefined) return undefined;
  const stretch = course.stretches.find(({ from, to, labels }) =>
    on === undefined ? labels.length === 0 : from <= on && on <= to,
  );
  return roomWith(course, stretch ?? course, { release, model });
}

function roomWith(
  course: Course,
  size: CourseSize,
  { release, model }: { readonly release: Release; readonly model: Model },
): CourseRoom | undefined {
  const { provider } = release;
  const pool = poolFor(provider, size);
  const room = pool && roomOf(pool, provider, model);
  if (pool === undefined || room === undefined) return undefined;
  const guarantee = guaranteeOf(size, release, () => course.gpu);
  const aNode = peopleOnNode(room, guarantee);
  const people = size.peak?.value;
  return {
    course,
    size,
    pool,
    guarantee,
    aNode,
    people,
    nodes: people === undefined || aNode.people === 0 ? undefined : nodesFor([{ people, aNode }]),
    most: nodesInCluster(pool, provider).to,
    price: machineOf(pool, provider, model.machines)?.price,
  };
}

/** `56 people a node` */
export function peopleWords({ aNode }: CourseRoom): string {
  return aNode.people === 0 ? "nobody fits on a node" : `${countWords(aNode.people, "person", "people")} a node`;
}

/** `6 nodes at peak` */
export function nodesWords({ nodes, most }: CourseRoom): string | undefined {
  if (nodes === undefined) return undefined;
  return `${countWords(nodes, "node")} at peak${nodes > most ? `, of ${most}` : ""}`;
}

/** All that is to be told, a sentence each. */
export function roomSentences(room: CourseRoom): readonly string[] {
  const { pool, guarantee, aNode, people, nodes, price, most } = room;
  const machine = pool.machine === undefined ? "" : ` (${pool.machine.value})`;
  const size = [sizeWords(guarantee.memory), ...(guarantee.cpu > 0 ? [coresWords(guarantee.cpu)] : [])].join(" and ");
  const holds =
    aNode.people === 0
      ? `A node of pool \`${pool.provider}.${pool.name}\`${machine} has too little ${aNode.limit} for one server of ${size}.`
      : `A node of pool \`${pool.provider}.${pool.name}\`${machine} holds ${countWords(aNode.people, "person", "people")} at ${size} each; ${aNode.limit} is what runs out.`;
  const atPeak =
    people === undefined || nodes === undefined
      ? []
      : [`${people} at once need ${countWords(nodes, "node")}; the pool may have ${most}.`];
  return [holds, ...atPeak, ...costSentence(price, nodes, people)];
}

function costSentence(
  price: Price | undefined,
  nodes: number | undefined,
  people: number | undefined,
): readonly string[] {
  if (price === undefined || nodes === undefined || people === undefined || people === 0) return [];
  const hour = nodes * price.amount;
  const date = price.date === undefined ? "" : `, list price of ${price.date}${placeWords(price)}`;
  return [
    `At peak that is ${moneyWords(hour, price.currency)} an hour, ${moneyWords((hour / people) * 100, price.currency)} for a hundred people${date}.`,
  ];
}

// What the machines of a pool mean: what of a node is left for people, and what a node costs.

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
  const peak =
    nodes > 0 ? [`Its fullest days need ${countWords(nodes, "node")} of ${nodesInCluster(pool, provider).to}.`] : [];
  const { price } = machine;
  if (price === undefined) return [...room, ...peak];
  const date = price.date === undefined ? "" : `, list price of ${price.date}${placeWords(price)}`;
  const cost = `A node costs ${moneyWords(price.amount, price.currency)} an hour${date}.`;
  return [...room, ...peak, cost];
}
