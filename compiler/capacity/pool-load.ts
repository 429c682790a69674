// Who fills a pool: every course whose people run there, over all the days on which it applies.

import { asKnown } from "../model/as-far-as-known.ts";
import { countedSize } from "../model/counted-size.ts";
import { coursesByHub } from "../model/courses-on-hub.ts";
import type { Course, CourseStretch, Model, Pool, Provider, Release } from "../model/model.ts";
import { poolFor } from "../model/pool-of.ts";
import { machineOf } from "./machine-of.ts";
import { type NodeRoom, nodeRoom } from "./node-room.ts";
import { type PeopleOnNode, peopleOnNode, serverOf } from "./people-on-node.ts";

/** One course on one pool for some days. */
export interface Load {
  readonly course: Course;
  readonly stretch: CourseStretch;
  readonly release: Release;
  readonly provider: Provider;
  readonly pool: Pool;
  readonly room: NodeRoom;
  readonly aNode: PeopleOnNode;
}

/** The stage of a hub where its people work, else the last. The others are for trying out, with nobody on them. */
export function isForPeople(release: Release, model: Model): boolean {
  return model.hubs.some(({ name, peoplesStage }) => name === release.hub && peoplesStage === release.stage);
}

/** What all courses put on the pools of all releases. */
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
  const built = new Set(release.courses.map(({ name }) => name));
  return courses
    .filter((course) => built.has(course.name) || (course.stretches.at(-1)?.to ?? 0) >= model.on)
    .flatMap((course) =>
      course.stretches.flatMap((stretch) => asKnown(() => loadOf({ course, stretch }, release, model)) ?? []),
    );
}

function loadOf(
  { course, stretch: said }: { readonly course: Course; readonly stretch: CourseStretch },
  release: Release,
  model: Model,
): Load | undefined {
  const { provider, homes } = release;
  // Where the release's own values have an error, what the course says is what is known.
  const stretch = asKnown(() => countedSize(release, said)) ?? said;
  const pool = poolFor(provider, stretch);
  const room = pool && roomOf(pool, provider, model);
  if (pool === undefined || room === undefined) return undefined;
  return { course, stretch, release, provider, pool, room, aNode: peopleOnNode(room, serverOf(stretch, homes)) };
}

/** What a node of the pool has room for; absent where its machine is not known. */
export function roomOf(pool: Pool, provider: Provider, model: Model): NodeRoom | undefined {
  const machine = machineOf(pool, provider, model.machines);
  return machine && nodeRoom(machine, provider.variant);
}

/** Nodes that so many people need at least, for loads on one pool at one time: each person takes a part of a node. */
export function nodesFor(loads: readonly { readonly people: number; readonly aNode: PeopleOnNode }[]): number {
  const parts = loads.filter(({ people }) => people > 0).map(({ people, aNode }) => people / aNode.people);
  return Math.max(0, Math.ceil(parts.reduce((sum, part) => sum + part, 0) - 1e-9));
}
