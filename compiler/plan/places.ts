// Where a stage of a hub keeps people's work, and under which names: what must be the same from one deployment to the next.

import type { Storage } from "../model/model.ts";
import { nbgraders } from "../model/nbgrader.ts";
import type { Release } from "../model/release.ts";
import type { Sourced } from "../model/sourced.ts";
import { claimName } from "../model/storage-claim.ts";
import type { Span } from "../text/span.ts";

/** `release`: names of the deployment itself. `folder`: a folder that servers mount. `names`: the form of people's names. */
export type PlaceKind = "release" | "folder" | "names";

/** Something with one place, in words. */
export interface Place {
  readonly kind: PlaceKind;
  /** `the namespace`, `the folder material of data8`: the same before and after. */
  readonly of: string;
  readonly where: string;
  /** What says so. */
  readonly span: Span;
}

/** `usernames`: the form of the names that sign-in gives; undefined where Python or a claim of one's own decides. */
export function placesOf(release: Release, usernames: string | undefined): readonly Place[] {
  const { namespace, releaseName, named, provider, span, auth } = release;
  return [
    { kind: "release", of: "the namespace", where: namespace, span: named.namespace?.span ?? span },
    { kind: "release", of: "helm's release", where: releaseName, span: named.release?.span ?? span },
    { kind: "release", of: "the cluster", where: clusterWords(release), span: provider.span },
    ...(usernames === undefined
      ? []
      : [{ kind: "names", of: "people's names", where: usernames, span: auth.span } as const]),
    ...foldersOf(release),
  ];
}

function foldersOf(release: Release): readonly Place[] {
  const { pathPrefix, homes, mounts, courses, groups } = release;
  const within = (storage: Sourced<string> | undefined, folder: string) =>
    `${storageWords(release.storages.find(({ name }) => name === storage?.value) ?? homes)}/${pathPrefix}${folder}`;
  const place = (of: string, where: string, span: Span): Place => ({ kind: "folder", of, where, span });
  return [
    ...courses.flatMap((course) =>
      course.shared.map(({ name, storage, span }) =>
        place(`the folder ${name} of ${course.name}`, within(storage, `_shared/${course.name}/${name}`), span),
      ),
    ),
    ...nbgraders(release).map(({ course, storage, span }) =>
      place(`the exchange of ${course.name}`, within(storage, `_grading/${course.name}`), span),
    ),
    ...mounts.map(({ name, folder, storage, span }) =>
      place(`the mount ${name}`, within(storage, folder.value.replace(/^\/+/, "")), folder.span ?? span),
    ),
    ...groups.flatMap(({ name, workspace }) =>
      workspace === undefined
        ? []
        : [place(`the workspace of ${name}`, `the home of ${workspace.account.value}`, workspace.account.span)],
    ),
  ];
}

/** Where a storage is; what lies on it is where it was as long as this is the same. */
function storageWords(storage: Storage): string {
  const said = (key: string) => storage.settings[key]?.value ?? "";
  const server = said("server");
  switch (storage.variant) {
    case "nfs":
      return `${server}:/${said("export").replace(/^\/+/, "")}`;
    case "filestore":
      return server === "" ? `claim ${storage.name}` : `${server}:/${said("share").replace(/^\/+/, "")}`;
    case "efs":
      return said("filesystem");
    case "azure-files":
      return `${said("account")}/${said("share")}`;
    case "host-path":
      return `${said("host")}:${said("directory")}`;
    case "claim":
      return `claim ${claimName(storage)}`;
    case "dynamic":
    case "memory":
      return `storage ${storage.name}`;
  }
}

/** What tells a cluster from others, as far as the program says it. */
function clusterWords({ provider: { name, variant, settings } }: Pick<Release, "provider">): string {
  const parts = ["project", "subscription", "resource-group", "account", "region", "zone", "cluster", "context"];
  const said = parts.flatMap((part) => settings[part]?.value ?? []);
  return said.length === 0 ? `${variant} ${name}` : `${variant} ${said.join("/")}`;
}
