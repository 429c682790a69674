// Roles that a release's own values and Python bring beside those of hubc: `hub.loadRoles` of the chart, and what is added to
// `c.JupyterHub.load_roles`, by which JupyterHub gives scopes.

import { isMap, type Json, type JsonMap, listedTexts } from "../knowledge/json-schema.ts";
import type { Span } from "../text/span.ts";
import { ownPlace, ownValue } from "./own-values.ts";
import type { Release } from "./release.ts";

export interface OwnRole {
  readonly name: string;
  /** Names of people. */
  readonly users: readonly string[];
  /** Names of JupyterHub's groups. */
  readonly groups: readonly string[];
  readonly scopes: readonly string[];
  readonly span: Span;
}

/** Those that give somebody something, in order of the values. */
export function ownRoles(release: Release): readonly OwnRole[] {
  return rolesIn(release).filter(({ users, groups, scopes }) => users.length + groups.length > 0 && scopes.length > 0);
}

/** The roles of this name: `admin`, `user` and `server` are JupyterHub's own, which values may change. */
export function ownRolesNamed(release: Release, name: string): readonly OwnRole[] {
  return rolesIn(release).filter((role) => role.name === name);
}

/** In the values, where the key is the name unless one is said (chart 4.4.0, jupyterhub_config.py), and added by Python. */
function rolesIn(release: Release): readonly OwnRole[] {
  const roles = ownValue(release, "hub.loadRoles");
  const written = Object.entries(roles !== undefined && isMap(roles) ? roles : {}).flatMap(([key, role]) =>
    isMap(role) ? [roleOf(role, key, placeOf(release, key))] : [],
  );
  const added = release.ownCode.settings.flatMap(({ className, trait, value, span }) => {
    if (className !== "JupyterHub" || trait !== "load_roles" || !Array.isArray(value)) return [];
    return value.flatMap((role: Json) => (isMap(role) ? [roleOf(role, "", span)] : []));
  });
  return [...written, ...added];
}

function roleOf(role: JsonMap, key: string, span: Span): OwnRole {
  return {
    name: typeof role["name"] === "string" ? role["name"] : key,
    users: listedTexts(role["users"]),
    groups: listedTexts(role["groups"]),
    scopes: listedTexts(role["scopes"]),
    span,
  };
}

/** Of the whole role, or of what is written of it under a path of its own. */
function placeOf(release: Release, key: string): Span {
  const parts = ["", ".users", ".groups", ".scopes"].map((part) => ownPlace(release, `hub.loadRoles.${key}${part}`));
  return parts.find((place) => place !== undefined) ?? release.span;
}

/** JupyterHub's own roles, and the chart's (4.4.0, jupyterhub_config.py). */
const taken: readonly string[] = ["user", "admin", "server", "token", "jupyterhub-idle-culler"];

/** Why no role can have a name; undefined where one can. The form is that of jupyterhub 5.5, roles.py. */
export function whyNoRole(name: string): string | undefined {
  if (taken.includes(name)) return "JupyterHub or the chart has a role of that name";
  if (!/^[a-z][a-z0-9_~.-]{1,253}[a-z0-9]$/.test(name))
    return "it is 3 to 255 lower-case letters, digits, `-`, `_`, `~` and `.`, begins with a letter and ends with a letter or a digit";
  return undefined;
}
