// Who gets a server on a day, of those who may sign in: what the hub's rules come to, as data and as a sentence.

import { andList } from "../text/and-list.ts";
import type { Release } from "./release.ts";
import { serversOn } from "./server.ts";

export interface ServersFor {
  /** `members`: of `groups`, and admins. `admins`: nobody else. */
  readonly how: "everyone" | "members" | "admins";
  readonly groups: readonly string[];
  /** The hub has courses, and none applies on the day. */
  readonly outsideTerms: boolean;
}

/** By the release's servers and what its hub says of days without one. */
export function serversFor(release: Release): ServersFor {
  const { byCourse, adminsOnly, outsideTerms } = release;
  const servers = serversOn(release);
  if (adminsOnly) return { how: "admins", groups: [], outsideTerms };
  if (!byCourse || servers.some(({ roster }) => roster.length === 0))
    return { how: "everyone", groups: [], outsideTerms };
  const groups = servers.flatMap(({ roster, staff }) => [...roster, ...staff].map(({ value }) => value));
  return { how: "members", groups: [...new Set(groups)], outsideTerms };
}

/** `Servers are for members of pupils and chemists, and for admins.` */
export function serversForWords({ how, groups }: ServersFor, quote: (name: string) => string = String): string {
  if (how === "everyone") return "Everybody who may sign in gets a server.";
  if (how === "admins") return "Servers are for admins only.";
  return `Servers are for members of ${andList(groups.map(quote))}, and for admins.`;
}
