// Services of a hub, and roles for them and for everybody (jupyterhub 5.5, service.py and roles.py).

import type { HubService } from "../../model/hub-parts.ts";
import type { Release } from "../../model/release.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { from } from "./release-context.ts";

/** `hub.services`; undefined where there are none. */
export function services({ services }: Release): YamlData {
  return services.length === 0
    ? undefined
    : Object.fromEntries(services.map((service) => [service.name, serviceOf(service)]));
}

function serviceOf(service: HubService): YamlData {
  const { command, environment, asksPeople, span } = service;
  const variables = environment.map(({ name, value }) => [name, from(value)] as const);
  return withOrigin(
    {
      command: command.length > 0 ? command.map((word) => from(word)) : undefined,
      url: service.url && from(service.url),
      environment: variables.length > 0 ? Object.fromEntries(variables) : undefined,
      display: service.display && from(service.display),
      oauth_client_id: service.clientId && from(service.clientId),
      oauth_no_confirm: asksPeople && from(asksPeople, !asksPeople.value),
      oauth_redirect_uri: service.redirectUrl && from(service.redirectUrl),
    },
    span,
  );
}

/** Roles of services, each under its name, and of everybody and every server where the hub says them. */
export function serviceRoles({ services, roleScopes }: Release): Record<string, YamlData> {
  const roles: Record<string, YamlData> = {};
  for (const { name, scopes, span } of services)
    if (scopes.length > 0)
      roles[name] = withOrigin({ services: [name], scopes: scopes.map((scope) => from(scope)) }, span);
  for (const role of ["user", "server"] as const) {
    const said = roleScopes[role];
    if (said !== undefined) roles[role] = { scopes: said.map((scope) => from(scope)) };
  }
  return roles;
}
