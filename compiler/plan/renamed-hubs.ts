// Hubs that have another name than before: what they were is compared with what they are, and not taken for gone.

import type { Model } from "../model/model.ts";
import { hubFolder } from "../model/release-folder.ts";
import type { Snapshot } from "./plan.ts";

/** The earlier program with the hubs called as `moved` in the program says: from `hub data8` to `hub datahub`. */
export function withRenamedHubs<T extends Pick<Snapshot, "facts" | "texts" | "pools">>(
  before: T,
  { releases }: Model,
): T {
  const names = new Map(
    releases.flatMap((release) =>
      release.moved.flatMap(({ from, to }): [string, string][] => {
        const [was, is] = [hubIn(from.value), hubIn(to.value)];
        return was !== undefined && is === release.hub ? [[was, is]] : [];
      }),
    ),
  );
  if (names.size === 0) return before;
  const renamed = (name: string) => names.get(name) ?? name;
  const path = (written: string) => {
    const [, hub, rest] = /^hubs\/([^/]+)(\/.*)$/.exec(written) ?? [];
    return hub === undefined || rest === undefined ? written : `${hubFolder(renamed(hub))}${rest}`;
  };
  return {
    ...before,
    facts: {
      ...before.facts,
      subjects: before.facts.subjects.map((subject) => ({
        ...subject,
        name: subject.kind === "hub" ? renamed(subject.name) : subject.name,
        hubs: subject.hubs.map(renamed),
      })),
    },
    texts: new Map([...before.texts].map(([written, text]) => [path(written), text])),
    pools: before.pools?.map((facts) => ({ ...facts, hub: renamed(facts.hub) })),
  };
}

function hubIn(text: string): string | undefined {
  return /^hub ([A-Za-z][A-Za-z0-9_-]*)$/.exec(text)?.[1];
}
