// Who fills a pool: every course whose people run there, over all the days on which it applies, and the servers that are there always.

import { asKnown } from "../model/as-far-as-known.ts";
import { countedSize } from "../model/counted-size.ts";
import { coursesByHub } from "../model/courses-on-hub.ts";
import type { Course, CourseStretch, Model } from "../model/model.ts";
import { type Pool, type Provider, poolFor } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { inSize, type Server, type SizeChoice } from "../model/server.ts";
import { machineOf } from "./machine-of.ts";
import { type NodeRoom, nodeRoom } from "./node-room.ts";
import { besideOn, guaranteeOf, type PeopleOnNode, peopleOnNode } from "./people-on-node.ts";

/** One server on one pool for some days, in one of its sizes where people choose between several. */
export interface Load {
  readonly server: Server;
  readonly size: SizeChoice | undefined;
  readonly stretch: CourseStretch;
  readonly release: Release;
  readonly provider: Provider;
  readonly pool: Pool;
  readonly room: NodeRoom;
  readonly aNode: PeopleOnNode;
}

/**
 * Is it the stage of a hub where its people are counted: the first that says it is for people, else the last? One of each hub is, whatever
 * its stages say of themselves (`Release.forPeople`).
 */
export function isPeoplesStage(release: Release, model: Model): boolean {
  return model.hubs.some(({ name, peoplesStage }) => name === release.hub && peoplesStage === release.stage);
}

/** What all servers put on the pools of all releases. */
export function loadsIn(model: Model): readonly Load[] {
  const byHub = coursesByHub(model.courses);
  return model.releases.flatMap((release) => loadsOn(release, byHub.get(release.hub) ?? [], model));
}

/**
 * What the courses of a release's hub put on its pools, stretch by stretch. Pools whose machine is not known, and courses that
 * ended before the model's date, are left out; the one that the release is built for is not.
 */
export function loadsOf(release: Release, model: Model): readonly Load[] {
  const courses = model.courses.filter(({ hub }) => hub.value === release.hub);
  return loadsOn(release, courses, model);
}

function loadsOn(release: Release, courses: readonly Course[], model: Model): readonly Load[] {
  const built = asKnown(() => new Set(release.courses.map(({ name }) => name)));
  // Of a course whose days are not known, what is known of it holds on some.
  const isLasting = (course: Course) => built?.has(course.name) || (course.stretches.at(-1)?.to ?? 0) >= model.on;
  const lasting = courses.filter((course) => asKnown(() => isLasting(course)) ?? true);
  const around = { release, room: roomsOf(release.provider, model), beside: besideOn(release) };
  const loads: Load[] = [];
  for (const server of [...lasting, ...(asKnown(() => release.permanent) ?? [])]) {
    const sized = asKnown(() => server.stretches.flatMap((stretch) => inSizes(server, stretch))) ?? [];
    for (const one of sized) {
      const load = asKnown(() => loadOf(one, around));
      if (load !== undefined) loads.push(load);
    }
  }
  return loads;
}

/** Where servers run, and what a node of each pool has room for. */
interface Around {
  readonly release: Release;
  readonly room: (pool: Pool) => NodeRoom | undefined;
  readonly beside: ReturnType<typeof besideOn>;
}

/** What a node has room for, worked out once for each pool. */
function roomsOf(provider: Provider, model: Model): Around["room"] {
  const known = new Map<Pool, NodeRoom | undefined>();
  return (pool) => {
    if (!known.has(pool)) known.set(pool, roomOf(pool, provider, model));
    return known.get(pool);
  };
}

type SizedStretch = Pick<Load, "server" | "size" | "stretch">;

/** Each size that people choose between. Who works at once is counted in the usual one: nobody knows what people choose. */
function inSizes(server: Server, stretch: CourseStretch): SizedStretch[] {
  const { sizes } = server.choices;
  if (sizes.length === 0) return [{ server, size: undefined, stretch }];
  return sizes.map((size) => {
    const sized = inSize(stretch, size);
    return { server, size, stretch: size.isDefault ? sized : { ...sized, peak: undefined } };
  });
}

function loadOf(
  { server, size, stretch: said }: SizedStretch,
  { release, room: roomIn, beside }: Around,
): Load | undefined {
  const { provider } = release;
  // Where the release's own values have an error, what the course says is what is known.
  const stretch = asKnown(() => countedSize(release, said)) ?? said;
  const named = asKnown(() => ({ pool: poolFor(provider, stretch) }));
  const pool = named === undefined ? roomiestPool(provider, roomIn) : named.pool;
  const room = pool && roomIn(pool);
  if (pool === undefined || room === undefined) return undefined;
  return {
    server,
    size,
    stretch,
    release,
    provider,
    pool,
    room,
    aNode: peopleOnNode(
      room,
      guaranteeOf(stretch, release, () => size?.gpu ?? server.gpu, beside),
    ),
  };
}

/** The pool whose nodes have the most of all: what starts on none of them starts nowhere, whichever pool is meant. */
function roomiestPool({ pools }: Provider, roomIn: Around["room"]): Pool | undefined {
  const rooms = pools.flatMap((pool) => roomIn(pool)?.left ?? []);
  if (rooms.length < pools.length) return undefined;
  return pools.find((pool) => {
    const left = roomIn(pool)?.left;
    return left !== undefined && rooms.every(({ memory, cpu }) => left.memory >= memory && left.cpu >= cpu);
  });
}

/** What a node of the pool has room for; absent where its machine is not known. */
export function roomOf(pool: Pool, provider: Provider, model: Model): NodeRoom | undefined {
  const machine = machineOf(pool, provider, model.machines);
  return machine && nodeRoom(machine, provider.variant);
}

/** Nodes that so many people need at least, for loads on one pool at one time: each person takes a part of a node. */
export function nodesFor(loads: readonly { readonly people: number; readonly aNode: PeopleOnNode }[]): number {
  const parts = loads.filter(({ people }) => people > 0).map(({ people, aNode }) => people / aNode.people);
  return wholeNodes(parts.reduce((sum, part) => sum + part, 0));
}

/** Nodes that hold so many parts of nodes, which are sums and may be a little too much. */
export function wholeNodes(parts: number): number {
  return Math.max(0, Math.ceil(parts - 1e-9));
}
