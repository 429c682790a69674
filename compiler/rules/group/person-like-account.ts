import type { Group } from "../../model/model.ts";
import { nbgraders } from "../../model/nbgrader.ts";
import type { Release } from "../../model/release.ts";
import { accountPrefixes, accountPrefixOf } from "../../model/reserved-names.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** People have no name that is for shared accounts. */
export const personLikeAccount = defineRule<{ name: string; as: string; prefix: string }>({
  code: "group/person-like-account",
  title: "A person with a name that is for shared accounts",
  why: "On a hub with shared accounts nobody signs in by a name that begins as theirs do, so this person could never enter.",
  message: ({ name, as, prefix }) =>
    `\`${name}\`, ${as}, could not sign in: names that begin with \`${prefix}\` are for shared accounts on this hub. Let its accounts begin otherwise.`,
  check: ({ releases }, report) => {
    const seen = new Set<string>();
    for (const release of releases) {
      const declared = release.accountPrefixes.map(({ value }) => value);
      for (const { name, as, prefix } of lockedOut(release, declared)) {
        if (seen.has(name.value)) continue;
        seen.add(name.value);
        report({ name: name.value, as, prefix }, { span: name.span });
      }
    }
  },
});

interface LockedOut {
  readonly name: Sourced<string>;
  readonly as: string;
  readonly prefix: string;
}

/** People of the release by whose names nobody signs in. A name that is an account itself is another finding. */
function lockedOut({ groups, admins, ...release }: Release, declared: readonly string[]): LockedOut[] {
  const accounts = [
    ...groups.flatMap(({ workspace }) => (workspace ? [workspace.account.value] : [])),
    ...nbgraders({ groups, admins, ...release }).map(({ account }) => account),
  ];
  const used = accounts.flatMap((account) => accountPrefixOf(account, accountPrefixes) ?? []);
  const people = [...admins.map((name) => ({ name, as: "an admin" })), ...groups.flatMap(membersOf)];
  return people.flatMap(({ name, as }) => {
    const prefix = accountPrefixOf(name.value.toLowerCase(), [...declared, ...used]);
    return prefix === undefined || accounts.includes(name.value) ? [] : [{ name, as, prefix }];
  });
}

function membersOf({ name: group, members }: Group): { readonly name: Sourced<string>; readonly as: string }[] {
  return members.map((name) => ({ name, as: `a member of \`${group}\`` }));
}
