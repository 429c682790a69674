// Which groups of a hub hold a person. A name in a list is sure; a secret list, a sign-in and the admin page only the hub can read.

import { nameIn } from "../model/entry.ts";
import type { Group } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { type Answer, anyOf, no, onlyTheHubKnows, yes } from "./answer.ts";

/** Whom a question is about: somebody by name, or somebody who is in these groups and in no other; in none where there are none. */
export type Subject =
  | { readonly kind: "person"; readonly name: string }
  | { readonly kind: "member"; readonly groups: readonly string[] };

/** Is the person in the group? */
export type Membership = (group: string) => Answer;

/** Answers for the groups of a release. A group that is not on it holds nobody there. */
export function membershipOf(subject: Subject, release: Release): Membership {
  const groups = new Map(release.groups.map((group) => [group.name, group]));
  if (subject.kind === "member")
    return (name) =>
      subject.groups.includes(name)
        ? yes(`a member of ${name} is asked about`)
        : no(`nobody in ${name} is asked about`);
  const name = nameIn(release, subject.name);
  return (group) => {
    const declared = groups.get(group);
    return declared === undefined ? no(`${group} is not on this hub`) : isIn(name, declared, release);
  };
}

function isIn(name: string, group: Group, release: Release): Answer {
  const listed = group.members.find(({ value }) => nameIn(release, value) === name);
  if (listed !== undefined) return yes(`${group.name} lists ${name}`, listed.span);
  return anyOf(unreadable(group), no(`${group.name} does not list ${name}`, group.span));
}

/** What only the hub can read of a group. */
function unreadable({ name, secretMembers, sources, adminPage }: Group): readonly Answer[] {
  return [
    ...secretMembers.map(({ value, span }) =>
      onlyTheHubKnows(`the secret list ${value.path} says who is in ${name}`, span),
    ),
    ...sources.map(({ span }) => onlyTheHubKnows(`the sign-in says who is in ${name}`, span)),
    ...(adminPage.value ? [onlyTheHubKnows(`the hub's admin page says who is in ${name}`, adminPage.span)] : []),
  ];
}
