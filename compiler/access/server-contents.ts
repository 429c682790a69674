// What a person's server has beside its image: the folders that it mounts, and its variables.

import { isMap, type Json } from "../knowledge/json-schema.ts";
import { ownServerTrait } from "../model/final-values.ts";
import { type HubMount, isForEverybody } from "../model/hub-parts.ts";
import { exchangePath, nbgraderOf } from "../model/nbgrader.ts";
import { ownValue } from "../model/own-values.ts";
import type { Release } from "../model/release.ts";
import type { Server, Variable } from "../model/server.ts";
import { homePath, mountPathOf } from "../model/server-folders.ts";
import { derived } from "../model/sourced.ts";
import type { Span } from "../text/span.ts";
import { type Answer, anyOf, type NotKnown, no, type Several } from "./answer.ts";
import type { Membership } from "./membership.ts";

/** A folder as a person's server has it. */
export interface Mount {
  /** Absolute, in the server. */
  readonly path: string;
  readonly storage: string;
  /** In the storage; `{username}` stands for the person. */
  readonly folder: string;
  readonly readOnly: boolean;
  readonly span: Span;
}

export interface ContentsOf {
  readonly release: Release;
  readonly server: Server;
  /** Where the image of the server has the home. */
  readonly home: string;
  readonly isIn: Membership;
  readonly admin: Answer;
}

/** The home first. */
export function mountsOf(of: ContentsOf): Several<Mount> {
  const { release, home } = of;
  const { homes, pathPrefix } = release;
  const own = { storage: homes.name, folder: `${pathPrefix}${homes.path.value}`, readOnly: false };
  const found = [...sharedOf(of), ...ofHub(of)];
  const items = [
    { path: homePath(release, home), ...own, span: homes.span },
    ...found.flatMap(({ mount }) => mount ?? []),
  ];
  const open = found.flatMap(({ open: one }) => one ?? [])[0] ?? ownMounts(release);
  return { items: [...items, ...exchangeOf(of)], open };
}

interface MayMount {
  readonly mount: Mount | undefined;
  readonly open: NotKnown | undefined;
}

function sharedOf({ release, server, home, isIn }: ContentsOf): readonly MayMount[] {
  return server.shared.map((folder) => {
    const storage = folder.storage?.value ?? release.homes.name;
    const writer = anyOf(
      folder.staffWrites.value ? server.staff.map(({ value }) => isIn(value)) : [],
      no("only staff may write"),
    );
    const mount = {
      path: mountPathOf(folder, homePath(release, home)),
      storage,
      folder: `${release.pathPrefix}_shared/${server.name}/${folder.name}`,
      readOnly: writer.holds !== true,
      span: folder.span,
    };
    if (writer.holds !== "unknown") return { mount, open: undefined };
    return {
      mount: undefined,
      open: { notKnown: `${writer.because}, and they may write in ${mount.path}`, span: folder.span },
    };
  });
}

function ofHub({ release, home, isIn, admin }: ContentsOf): readonly MayMount[] {
  return release.mounts.map((mount) => {
    const has = isForEverybody(mount) ? undefined : anyOf(whoHas(mount, isIn, admin), no("it is for others"));
    if (has?.holds === false) return { mount: undefined, open: undefined };
    if (has?.holds === "unknown") return { mount: undefined, open: { notKnown: has.because, span: mount.span } };
    const { path, folder, readOnly, storage, span } = mount;
    const root = homePath(release, home).replace(/\/+$/, "");
    return {
      mount: {
        path: path.value.startsWith("/") ? path.value : `${root}/${path.value}`,
        storage: storage?.value ?? release.homes.name,
        folder: `${release.pathPrefix}${folder.value.replace(/^\/+/, "")}`,
        readOnly: readOnly.value,
        span,
      },
      open: undefined,
    };
  });
}

function whoHas({ groups, admins }: HubMount, isIn: Membership, admin: Answer): readonly Answer[] {
  return [...groups.map(({ value }) => isIn(value)), ...(admins.value ? [admin] : [])];
}

/** nbgrader's exchange, as a student has it. */
function exchangeOf({ release, server }: ContentsOf): readonly Mount[] {
  const nbgrader = nbgraderOf(server);
  if (nbgrader === undefined) return [];
  const storage = nbgrader.storage?.value ?? release.homes.name;
  const folder = `${release.pathPrefix}_grading/${server.name}`;
  const common = { storage, span: nbgrader.span };
  const path = exchangePath(nbgrader);
  return [
    { ...common, path: `${path}/outbound`, folder: `${folder}/outbound`, readOnly: true },
    { ...common, path: `${path}/inbound`, folder: `${folder}/inbound/{username}`, readOnly: false },
    { ...common, path: `${path}/feedback`, folder: `${folder}/feedback/{username}`, readOnly: true },
  ];
}

/** The hub's own values, configuration or Python mount more, or otherwise. */
function ownMounts(release: Release): NotKnown | undefined {
  const touches =
    ownServerTrait(release, "volume_mounts") !== undefined ||
    ownServerTrait(release, "profile_list") !== undefined ||
    ownValue(release, "singleuser.storage") !== undefined;
  return touches ? { notKnown: "the hub's own values say what else servers mount", span: release.span } : undefined;
}

/** The hub's variables, the server's own over them, and those of the hub's own values over both. */
export function variablesOf({ release, server }: Pick<ContentsOf, "release" | "server">): Several<Variable> {
  const trait = ownServerTrait(release, "environment");
  const ofValues: Json | undefined = typeof trait === "symbol" ? undefined : trait;
  const named = new Map([...release.environment, ...server.environment].map((variable) => [variable.name, variable]));
  for (const [name, value] of Object.entries(isMap(ofValues) ? ofValues : {})) {
    if (typeof value === "string") named.set(name, { name, value: derived(value, release.span, release.name) });
    else named.delete(name);
  }
  const isOpen = typeof trait === "symbol" || ownServerTrait(release, "profile_list") !== undefined;
  const open = isOpen
    ? { notKnown: "the hub's own values say what other variables servers have", span: release.span }
    : undefined;
  return { items: [...named.values()], open };
}
