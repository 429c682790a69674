// What one person gets on a release on the model's date, as data: may they enter, are they admin, which servers they may start and what
// each is, whose servers they reach, and which shared accounts they may start. Whoever asks words it: `hubc who`, `expect`, a plan.

import type { Entry } from "../model/entry.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import type { Answer } from "./answer.ts";
import { type Asked, isAdmin, mayEnter } from "./entry-answer.ts";
import { membershipOf, type Subject } from "./membership.ts";
import { accountsFor, type Reach, reachOf, scopesOf } from "./reach.ts";
import { type ServerAccess, serversFor } from "./server-access.ts";

export interface PersonAccess {
  readonly subject: Subject;
  readonly release: Release;
  /** The groups of the hub that hold the person, or of which only the hub knows whether they do. */
  readonly groups: readonly { readonly name: string; readonly answer: Answer }[];
  readonly enter: Answer;
  readonly admin: Answer;
  readonly servers: readonly ServerAccess[];
  readonly reach: readonly Reach[];
  readonly accounts: readonly Reach[];
  /** Scopes of JupyterHub that their groups give them. */
  readonly scopes: readonly string[];
}

/** `entry`: who may enter the release in the end. Whoever can't enter gets nothing else. */
export function personAccess(
  subject: Subject,
  release: Release,
  { model, entry }: { readonly model: Model; readonly entry: Entry },
): PersonAccess {
  const isIn = membershipOf(subject, release);
  const asked: Asked = { subject, release, entry, isIn };
  const groups = release.groups
    .map(({ name }) => ({ name, answer: isIn(name) }))
    .filter(({ answer }) => answer.holds !== false);
  const enter = mayEnter(asked);
  const common = { subject, release, groups, enter };
  if (enter.holds === false)
    return { ...common, admin: { ...enter }, servers: [], reach: [], accounts: [], scopes: [] };
  const held = scopesOf(asked).filter(({ answer, as }) => answer.holds === true && as !== "everybody");
  return {
    ...common,
    admin: isAdmin(asked),
    servers: serversFor(asked, model),
    reach: reachOf(asked, model),
    accounts: accountsFor(asked),
    scopes: [...new Set(held.map(({ scope }) => scope.value))],
  };
}
