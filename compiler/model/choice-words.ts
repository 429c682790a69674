// What people may choose when their server starts, beside courses: as data and as sentences.

import { andList } from "../text/and-list.ts";
import type { Release } from "./release.ts";
import { isProfile, serversOn } from "./server.ts";

export interface OpenChoice {
  readonly kind: "profile" | "size";
  readonly name: string;
  /** Of a size, what it is a size of. */
  readonly in: string | undefined;
  /** Whose members may choose it, beside admins; empty where all may who get a server, or the server that it is a size of. */
  readonly groups: readonly string[];
}

/** The profiles of a release in order, and the sizes that are for some people only. */
export function openChoices(release: Release): readonly OpenChoice[] {
  return serversOn(release).flatMap((server): OpenChoice[] => {
    const openChoice: OpenChoice = {
      kind: "profile",
      name: server.name,
      in: undefined,
      groups: server.roster.map(({ value }) => value),
    };
    const guarded = server.choices.sizes.filter(({ groups }) => groups.length > 0);
    const sizes = guarded.map(
      ({ name, groups }): OpenChoice => ({
        kind: "size",
        name,
        in: server.name,
        groups: groups.map(({ value }) => value),
      }),
    );
    return isProfile(server) ? [openChoice, ...sizes] : sizes;
  });
}

/** `Members of staff may choose the profile gpu.` */
export function choiceSentences(release: Release, quote: (name: string) => string = String): readonly string[] {
  return openChoices(release).map(({ kind, name, in: server, groups }) => {
    const what = `the ${kind} ${quote(name)}${server === undefined ? "" : ` of ${quote(server)}`}`;
    return groups.length === 0
      ? `Everybody who may sign in may choose ${what}.`
      : `Members of ${andList(groups.map(quote))} may choose ${what}, and admins.`;
  });
}
