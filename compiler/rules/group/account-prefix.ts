import type { Fix } from "../../diagnostics/diagnostic.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import { accountPrefixes, accountPrefixOf } from "../../model/reserved-names.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** Shared accounts have names that no person has. */
export const accountPrefix = defineRule<{ account: string; prefixes: readonly string[] }>({
  code: "group/account-prefix",
  title: "A workspace's account could be a person's",
  why: "Nobody signs in as a workspace, and its members reach all that is in it. Under a name that a person may have, it would lock that person out and open their work to others, and no program names everybody who may sign in. So shared accounts have names of their own, by their beginning, and nobody signs in by a name that begins so.",
  message: ({ account, prefixes }) =>
    `\`${account}\` could be a person's name: let it begin with ${prefixes.map((one) => `\`${one}\``).join(", ")}, or name its beginning in the hub's \`account-prefixes\`.`,
  check: ({ releases }, report) => {
    const seen = new Set<string>();
    for (const release of releases) {
      const declared = release.accountPrefixes.map(({ value }) => value);
      const people = new Set(
        [release.admins, ...release.groups.map((group) => asKnown(() => group.members) ?? [])].flat().map(nameOf),
      );
      for (const { workspace } of release.groups) {
        const account = workspace?.account;
        if (account === undefined || accountPrefixOf(account.value, [...declared, ...accountPrefixes])) continue;
        // Whose name it is known to be is another finding.
        if (people.has(account.value) || seen.has(account.value)) continue;
        seen.add(account.value);
        const parameters = { account: account.value, prefixes: [...accountPrefixes, ...declared] };
        report(parameters, { span: account.span, fixes: fixFor(account) });
      }
    }
  },
});

function fixFor({ value, span }: Sourced<string>): Fix[] {
  const { file, start, end } = span;
  if (file.text.slice(start, end) !== `"${value}"` || value.length > 41) return [];
  const text = `"shared-${value}"`;
  return [{ title: `Call it \`shared-${value}\``, edits: [{ span, text }], applies: "when-chosen" }];
}

function nameOf({ value }: Sourced<string>): string {
  return value;
}
