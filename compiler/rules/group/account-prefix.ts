import { defineDiagnostic, diagnose, type Fix, type Report } from "../../diagnostics/diagnostic.ts";
import type { Group, Release } from "../../model/model.ts";
import { nbgraders } from "../../model/nbgrader.ts";
import { accountPrefixes, accountPrefixOf } from "../../model/reserved-names.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Rule } from "../rule.ts";

const notReserved = defineDiagnostic<{ account: string; prefixes: readonly string[] }>({
  code: "group/account-prefix",
  severity: "error",
  title: "A workspace's account could be a person's",
  why: "Nobody signs in as a workspace, and its members reach all that is in it. Under a name that a person may have, it would lock that person out and open their work to others, and no program names everybody who may sign in. So shared accounts have names of their own, by their beginning, and nobody signs in by a name that begins so.",
  message: ({ account, prefixes }) =>
    `\`${account}\` could be a person's name: let it begin with ${prefixes.map((one) => `\`${one}\``).join(", ")}, or name its beginning in the hub's \`account-prefixes\`.`,
});

const personLikeAccount = defineDiagnostic<{ name: string; as: string; prefix: string }>({
  code: "group/person-like-account",
  severity: "error",
  title: "A person with a name that is for shared accounts",
  why: "On a hub with shared accounts nobody signs in by a name that begins as theirs do, so this person could never enter.",
  message: ({ name, as, prefix }) =>
    `\`${name}\`, ${as}, could not sign in: names that begin with \`${prefix}\` are for shared accounts on this hub. Let its accounts begin otherwise.`,
});

/** Shared accounts have names that no person has. */
export const accountPrefix: Rule = {
  diagnostics: [notReserved, personLikeAccount],
  check: ({ releases }, report) => {
    const told = new Set<string>();
    const once = (key: string, tell: () => void) => {
      if (told.has(key)) return;
      told.add(key);
      tell();
    };
    for (const release of releases) {
      const declared = release.accountPrefixes.map(({ value }) => value);
      const people = new Set([release.admins, ...release.groups.map(({ members }) => members)].flat().map(nameOf));
      for (const { workspace } of release.groups) {
        const account = workspace?.account;
        if (account === undefined || accountPrefixOf(account.value, [...declared, ...accountPrefixes])) continue;
        // Whose name it is known to be is another finding.
        if (people.has(account.value)) continue;
        once(account.value, () => reportAccount(account, [...accountPrefixes, ...declared], report));
      }
      for (const { name, as, prefix } of lockedOut(release, declared)) {
        once(name.value, () =>
          report(diagnose(personLikeAccount, { name: name.value, as, prefix }, { span: name.span })),
        );
      }
    }
  },
};

function reportAccount(account: Sourced<string>, prefixes: readonly string[], report: Report): void {
  report(diagnose(notReserved, { account: account.value, prefixes }, { span: account.span, fixes: fixFor(account) }));
}

function fixFor({ value, span }: Sourced<string>): Fix[] {
  const { file, start, end } = span;
  if (file.text.slice(start, end) !== `"${value}"` || value.length > 41) return [];
  const text = `"shared-${value}"`;
  return [{ title: `Call it \`shared-${value}\``, edits: [{ span, text }], applies: "when-chosen" }];
}

function nameOf({ value }: Sourced<string>): string {
  return value;
}

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
