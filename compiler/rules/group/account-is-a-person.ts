import { defineRule } from "../rule.ts";
import { takenAccounts } from "./account-owners.ts";

/** A workspace's account is nobody else's. */
export const accountIsAPerson = defineRule<{ account: string; as: string }>({
  code: "group/account-is-a-person",
  title: "A workspace's account is also a person's, or another workspace's",
  why: "A workspace belongs to nobody: nobody may sign in as it, and its members reach all that is in it. A person of that name would be locked out, and their work open to others.",
  message: ({ account, as }) => `\`${account}\` is ${as}: a workspace needs an account of its own.`,
  each: "releases",
  check: (release, report) => {
    for (const { account, other } of takenAccounts(release)) {
      const related = [{ span: other.span, message: "The name also stands here." }];
      report({ account: account.value, as: other.as }, { span: account.span, related });
    }
  },
});
