// What rules look at one by one, by the word that a rule names it with.

import type { Textbook } from "../model/material.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { everyServer } from "../model/server.ts";
import { assignmentsOf } from "./course/assignments.ts";
import { namesakes } from "./image/namesakes.ts";
import { providerPools } from "./provider/provider-pools.ts";

/** One release of each hub. */
function firstReleases({ releases }: Model): readonly Release[] {
  const seen = new Set<string>();
  return releases.filter(({ hub }) => {
    const isFirst = !seen.has(hub);
    seen.add(hub);
    return isFirst;
  });
}

/** What groups are filled from, on each hub that has the group. */
function groupSources({ releases }: Model) {
  return releases.flatMap((release) =>
    release.groups.flatMap(({ name, sources }) => sources.map((source) => ({ source, group: name, release }))),
  );
}

/** Books that a builder is configured for, for the rules about each. */
interface BuiltBook {
  readonly textbook: Textbook;
  readonly builder: NonNullable<Textbook["builder"]>;
  /** What the course's servers open with. */
  readonly app: string;
}

function textbooks({ courses }: Model): readonly BuiltBook[] {
  return courses.flatMap(({ textbook, openWith }) =>
    textbook?.builder === undefined ? [] : [{ textbook, builder: textbook.builder, app: openWith.value }],
  );
}

export const partsOf = {
  providers: ({ providers }: Model) => providers,
  pools: providerPools,
  storages: ({ storages }: Model) => storages,
  images: ({ images }: Model) => images,
  declared: declaredParts,
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

/** All that is declared, and the releases. */
function declaredParts(model: Model): readonly object[] {
  const { project, providers, machines, storages, images, groups, courses, releases, externalHubs } = model;
  const parts = [providers, machines, storages, images, groups, courses, releases, externalHubs];
  return [project, ...parts.flat()];
}

/** One part of each kind. */
export type Parts = { readonly [K in keyof typeof partsOf]: ReturnType<(typeof partsOf)[K]>[number] };
