import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** Where a name is whoever types it, admins have a password of their own. */
export const adminPassword = defineRule<{ variant: string }>({
  code: "hub/admin-password",
  title: "Admins without a password of their own",
  why: "Here a name belongs to whoever types it first, or to all who know the one password. Whoever took an admin's name would have the whole hub.",
  message: ({ variant }) => `The hub has \`admins\`, so \`auth ${variant}\` needs an \`admin-password\`.`,
  each: "releases",
  check: (release, report) => {
    const { variant, span } = release.auth;
    if (lacksAdminPassword(release)) report({ variant }, { span });
  },
});

function lacksAdminPassword({ auth, admins }: Release): boolean {
  const takesOne = auth.variant === "native" || auth.variant === "shared-password";
  return takesOne && admins.length > 0 && auth.settings["admin-password"] === undefined;
}
