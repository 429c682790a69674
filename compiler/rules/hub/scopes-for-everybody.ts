import { parseScope } from "../../knowledge/scopes.ts";
import { ownRolesNamed } from "../../model/own-roles.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Everybody may do with others only what harms nobody. */
export const scopesForEverybody = defineRule<{ scope: string; role: string }>({
  code: "hub/scopes-for-everybody",
  severity: "warning",
  title: "A right over others, for everybody",
  why: "The role `user` is that of everybody who signs in, and `server` that of every server, whose owner can read its token. A scope that reaches other people's accounts or servers makes an admin of each of them, as far as it goes.",
  message: ({ scope, role }) =>
    `\`${scope}\` lets ${role === "user" ? "everybody who signs in" : "every server, and so its owner,"} reach others: give it to a group (\`may\`) or a service, or narrow it, as in \`${scope.split("!")[0]}!user\`.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      (["user", "server"] as const).flatMap((role) =>
        scopesOf(role, release).flatMap((one) => (isOwn(one.value) ? [] : [{ ...one, role }])),
      ),
    );
    for (const { value, role, span } of found) report({ scope: value, role }, { span });
  },
});

/** By the hub's block `scopes`, and by its own values. */
function scopesOf(role: "user" | "server", release: Release): readonly { value: string; span: Span }[] {
  const own = ownRolesNamed(release, role).flatMap(({ scopes, span }) => scopes.map((value) => ({ value, span })));
  return [...(release.roleScopes[role] ?? []), ...own];
}

/** Scopes that are about nobody else (jupyterhub 5.5, scopes.py), or narrowed to who has them. */
const harmless = [
  "self",
  "inherit",
  "access:services",
  "list:services",
  "read:services",
  "read:hub",
  "read:metrics",
  "no_scope",
];

function isOwn(scope: string): boolean {
  const { name, filter } = parseScope(scope);
  if (harmless.includes(name)) return true;
  return filter !== undefined && filter.target === undefined && (filter.kind === "user" || filter.kind === "server");
}
