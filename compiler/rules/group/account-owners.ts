// Whose the names are that people, workspaces and servers have on a hub.

import { asKnown } from "../../model/as-far-as-known.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Span } from "../../text/span.ts";

interface Owner {
  readonly as: string;
  readonly span: Span;
}

/** Admins, members of groups and workspaces by name, as far as they are known; of two with one name, the later. */
export function accountOwners(release: Release): ReadonlyMap<string, Owner> {
  return new Map([
    ...peopleOf(release),
    ...workspacesOf(release).map(({ account, group }) => workspaceOwner(account, group)),
  ]);
}

/** Accounts of workspaces that a person, or the workspace of a group before, has already. */
export function takenAccounts(
  release: Release,
): readonly { readonly account: Sourced<string>; readonly other: Owner }[] {
  const workspaces = workspacesOf(release);
  if (workspaces.length === 0) return [];
  const owners = new Map(peopleOf(release));
  return workspaces.flatMap(({ account, group }) => {
    const other = owners.get(account.value);
    owners.set(...workspaceOwner(account, group));
    return other === undefined ? [] : [{ account, other }];
  });
}

function peopleOf({ admins, groups }: Release): [string, Owner][] {
  return [
    ...admins.map(({ value, span }): [string, Owner] => [value, { as: "an admin", span }]),
    ...groups.flatMap((group) =>
      (asKnown(() => group.members) ?? []).map(({ value, span }): [string, Owner] => [
        value,
        { as: `a member of \`${group.name}\``, span },
      ]),
    ),
  ];
}

function workspacesOf({ groups }: Release): { readonly account: Sourced<string>; readonly group: string }[] {
  return groups.flatMap(({ name, workspace }) =>
    workspace === undefined ? [] : [{ account: workspace.account, group: name }],
  );
}

function workspaceOwner({ value, span }: Sourced<string>, group: string): [string, Owner] {
  return [value, { as: `the workspace of \`${group}\``, span }];
}
