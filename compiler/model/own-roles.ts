// Roles that a release's own values bring beside those of hubc: `hub.loadRoles` of the chart, by which JupyterHub gives scopes.

import { isMap } from "../knowledge/json-schema.ts";
import { listedTexts } from "../knowledge/json-texts.ts";
import type { Span } from "../text/span.ts";
import type { Release } from "./model.ts";
import { ownPlace } from "./own-place.ts";
import { ownValue } from "./own-values.ts";

export interface OwnRole {
  readonly name: string;
  /** Names of people. */
  readonly users: readonly string[];
  /** Names of JupyterHub's groups. */
  readonly groups: readonly string[];
  readonly scopes: readonly string[];
  readonly span: Span;
}

/** Those that give somebody something, in order of the values. The key is the name, where none is said (chart 4.4.0, jupyterhub_config.py). */
export function ownRoles(release: Release): readonly OwnRole[] {
  const roles = ownValue(release, "hub.loadRoles");
  return Object.entries(roles !== undefined && isMap(roles) ? roles : {}).flatMap(([key, role]) => {
    if (!isMap(role)) return [];
    const [users, groups, scopes] = [
      listedTexts(role["users"]),
      listedTexts(role["groups"]),
      listedTexts(role["scopes"]),
    ];
    const name = typeof role["name"] === "string" ? role["name"] : key;
    const span = ownPlace(release, `hub.loadRoles.${key}`) ?? release.span;
    return users.length + groups.length === 0 || scopes.length === 0 ? [] : [{ name, users, groups, scopes, span }];
  });
}
