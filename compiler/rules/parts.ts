// What rules look at one by one, by the word that a rule names it with.

import { everyServer } from "../model/every-server.ts";
import type { Model } from "../model/model.ts";
import { assignmentsOf } from "./course/assignments.ts";
import { textbooks } from "./course/textbooks.ts";
import { firstReleases } from "./first-releases.ts";
import { groupSources } from "./group/group-sources.ts";
import { namesakes } from "./image/namesakes.ts";
import { providerPools } from "./provider/provider-pools.ts";

export const partsOf = {
  providers: ({ providers }: Model) => providers,
  pools: providerPools,
  storages: ({ storages }: Model) => storages,
  images: ({ images }: Model) => images,
  namesakes,
  hubs: ({ hubs }: Model) => hubs,
  releases: ({ releases }: Model) => releases,
  firstReleases,
  groupSources,
  courses: ({ courses }: Model) => courses,
  servers: everyServer,
  assignments: assignmentsOf,
  textbooks,
} as const;

/** One part of each kind. */
export type Parts = { readonly [K in keyof typeof partsOf]: ReturnType<(typeof partsOf)[K]>[number] };
