// What one person gets on hubs, as data: of each release that was asked for.

import type { Subject } from "../access/membership.ts";
import { type PersonAccess, personAccess } from "../access/person-access.ts";
import { entryOf } from "../model/entry.ts";
import type { ExternalHub, Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { signInOf } from "../targets/check-sign-in.ts";
import type { Day } from "../text/calendar.ts";
import { closest } from "../text/edit-distance.ts";

export interface PersonOnHubs {
  readonly on: Day;
  readonly subject: Subject;
  readonly releases: readonly PersonAccess[];
  /** Hubs that somebody else runs: nobody here knows who may do what there. */
  readonly external: readonly Pick<ExternalHub, "name" | "url">[];
}

/** What the person gets on a release on the model's date. */
export function accessOn(subject: Subject, release: Release, model: Model): PersonAccess {
  return personAccess(subject, release, { model, entry: entryOf(signInOf(release)) });
}

/** `NAME`, `group:NAME`, or `group:A,B` for somebody who is in both; or what is wrong with it. */
export function readSubject(text: string, { groups }: Model): Subject | { readonly wrong: string } {
  const [, written] = /^group:(.*)$/.exec(text) ?? [];
  if (written === undefined)
    return text.trim() === "" ? { wrong: "--as takes a name, or group: and a group." } : { kind: "person", name: text };
  const names = written.split(",").map((one) => one.trim());
  const known = groups.map(({ name }) => name);
  const absent = names.find((name) => !known.includes(name));
  if (absent === undefined) return { kind: "member", groups: names };
  const meant = closest(absent, known);
  const hint =
    meant !== undefined
      ? ` Did you mean ${meant}?`
      : known.length > 0
        ? ` There is ${known.join(", ")}.`
        : " There is none.";
  return { wrong: `There is no group ${JSON.stringify(absent)}.${hint}` };
}
