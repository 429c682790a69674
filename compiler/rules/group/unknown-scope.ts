import { chartFor } from "../../knowledge/charts/charts.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";
import { readScope } from "./read-scope.ts";

/** Scopes of groups, roles, services and of everybody exist. */
export const unknownScope = defineRule<{
  scope: string;
  suggestion: string | undefined;
  /** The JupyterHub of the chart that the project names, where a later one has it. */
  later?: string | undefined;
}>({
  code: "group/unknown-scope",
  title: "A scope that JupyterHub does not know",
  why: "JupyterHub ends with an error at its start when a role holds a scope that it does not know, so that the whole hub would be down.",
  message: ({ scope, suggestion, later }) =>
    later !== undefined
      ? `JupyterHub ${later}, which the chart of the project has, knows no scope \`${scope}\`: it came with JupyterHub 5, which the chart \`4.0.0\` has.`
      : `JupyterHub has no scope \`${scope}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
  check: (model, report) => {
    const chart = chartFor(model.project.chart.value);
    const scopes = [
      ...model.releases.flatMap(hubsScopes),
      ...model.groups.flatMap(({ may }) => may),
      ...model.releases.flatMap(({ roles }) => roles.flatMap((role) => role.scopes)),
    ];
    for (const scope of scopes) {
      const { unknown } = readScope(scope, chart);
      if (unknown !== undefined) report(unknown, { span: scope.span, fixes: unknown.fixes });
    }
  },
});

/** Scopes that a hub itself gives, to services and to everybody. */
function hubsScopes({ services, roleScopes: { user = [], server = [] } }: Release): readonly Sourced<string>[] {
  // JupyterHub knows a server's own by this filter alone (5.5, roles.py, the role `server`).
  const ofServers = server.map((one) => ({ ...one, value: one.value.replace(/!server$/, "") }));
  return [...services.flatMap((service) => service.scopes), ...user, ...ofServers];
}
