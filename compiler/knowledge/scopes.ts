// The scopes that JupyterHub knows; any other stops the hub at its start.
// Source: jupyterhub 5.5.0, scopes.py (scope_definitions) and its documentation of filters; BSD-3-Clause, seen 2026-11.

import { type Chart, isBefore } from "./charts/charts.ts";

/** Scopes that a role may hold, of the newest JupyterHub. `no_scope` and the two that only tokens have are not among them. */
export const knownScopes: ReadonlySet<string> = new Set(
  `self inherit admin-ui
  admin:users admin:auth_state users read:roles:users delete:users read:users list:users users:activity
  read:users:name read:users:groups read:users:activity read:roles read:roles:services read:roles:groups
  admin:servers admin:server_state servers read:servers delete:servers
  tokens read:tokens admin:groups groups delete:groups read:groups list:groups read:groups:name
  admin:services list:services read:services read:services:name read:hub proxy shutdown read:metrics
  access:servers access:services shares read:shares users:shares groups:shares read:users:shares read:groups:shares`
    .trim()
    .split(/\s+/),
);

/** Those that came with JupyterHub 5 (scopes.py of 4.1.6 and 5.2.1). */
const withJupyterHub5: ReadonlySet<string> = new Set(
  "admin:services shares read:shares users:shares groups:shares read:users:shares read:groups:shares".split(" "),
);

const beforeJupyterHub5: ReadonlySet<string> = new Set([...knownScopes].filter((scope) => !withJupyterHub5.has(scope)));

/** Scopes that a role may hold in a version of the chart. */
export function scopesOf({ jupyterhub }: Chart): ReadonlySet<string> {
  return isBefore(jupyterhub, "5.0.0") ? beforeJupyterHub5 : knownScopes;
}

/** The kinds of thing that a filter `!kind=name` narrows a scope to. */
export const scopeFilters = ["user", "group", "server", "service"] as const;

export interface ParsedScope {
  readonly name: string;
  readonly filter: { readonly kind: string; readonly target: string | undefined } | undefined;
}

/** The group to whose members a scope is narrowed. */
export function groupOfScope(text: string): string | undefined {
  const { filter } = parseScope(text);
  return filter?.kind === "group" ? filter.target : undefined;
}

/** `name`, `name!user` or `name!group=target`. */
export function parseScope(text: string): ParsedScope {
  const [name = "", ...rest] = text.split("!");
  if (rest.length === 0) return { name, filter: undefined };
  const filter = rest.join("!");
  const at = filter.indexOf("=");
  return {
    name,
    filter: at < 0 ? { kind: filter, target: undefined } : { kind: filter.slice(0, at), target: filter.slice(at + 1) },
  };
}
