import { defineDiagnostic, diagnose, type Fix, offerFix, type Report } from "../../diagnostics/diagnostic.ts";
import { type Chart, chartFor, newestChart } from "../../knowledge/charts/charts.ts";
import { parseScope, scopeFilters, scopesOf } from "../../knowledge/scopes.ts";
import type { Model, Release } from "../../model/model.ts";
import { writtenPeopleGroup } from "../../model/reserved-names.ts";
import type { Sourced } from "../../model/sourced.ts";
import { closest } from "../../text/edit-distance.ts";
import type { Rule } from "../rule.ts";

const unknownScope = defineDiagnostic<{
  scope: string;
  suggestion: string | undefined;
  /** The JupyterHub of the chart that the project names, where a later one has it. */
  later?: string | undefined;
}>({
  code: "group/unknown-scope",
  severity: "error",
  title: "A scope that JupyterHub does not know",
  why: "JupyterHub ends with an error at its start when a role holds a scope that it does not know, so that the whole hub would be down.",
  message: ({ scope, suggestion, later }) =>
    later !== undefined
      ? `JupyterHub ${later}, which the chart of the project has, knows no scope \`${scope}\`: it came with JupyterHub 5, which the chart \`4.0.0\` has.`
      : `JupyterHub has no scope \`${scope}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

const unknownTarget = defineDiagnostic<{ target: string; kind: string; suggestion: string | undefined }>({
  code: "group/unknown-target",
  severity: "error",
  title: "A scope narrowed to something that does not exist",
  why: "JupyterHub never checks the name behind `!group=`: a misspelt one gives nobody anything, in silence.",
  message: ({ target, kind, suggestion }) =>
    `There is no ${kind} \`${target}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

/** Scopes exist, and what they are narrowed to exists. */
export const scopes: Rule = {
  diagnostics: [unknownScope, unknownTarget],
  check: (model, report) => {
    const chart = chartFor(model.project.chart.value);
    for (const scope of model.releases.flatMap(hubsScopes)) checkScope(scope, chart, report);
    const ofRoles = model.releases.flatMap(({ roles }) => roles.flatMap((role) => role.scopes));
    const targeted = [
      ...model.groups.flatMap(({ may, name }) => checkScopes(may, { owner: name, chart, report })),
      ...checkScopes(ofRoles, { chart, report }),
    ];
    for (const one of targeted) checkTarget(one, model, report);
  },
};

/** Scopes that a hub itself gives, to services and to everybody. */
function hubsScopes({ services, roleScopes: { user = [], server = [] } }: Release): readonly Sourced<string>[] {
  // JupyterHub knows a server's own by this filter alone (5.5, roles.py, the role `server`).
  const ofServers = server.map((one) => ({ ...one, value: one.value.replace(/!server$/, "") }));
  return [...services.flatMap((one) => one.scopes), ...user, ...ofServers];
}

/** A scope that is for the people of one group. */
interface Targeted {
  readonly scope: Sourced<string>;
  /** The group whose scope it is; undefined for a role's. */
  readonly owner: string | undefined;
  readonly target: string;
}

interface Checking {
  readonly owner?: string;
  readonly chart: Chart;
  readonly report: Report;
}

/** Checks scopes of a group or of roles in themselves; what they target is for all groups to tell. */
function checkScopes(scopes: readonly Sourced<string>[], { owner, chart, report }: Checking): readonly Targeted[] {
  return scopes.flatMap((scope) => {
    const target = checkScope(scope, chart, report);
    return target === undefined ? [] : [{ scope, owner, target }];
  });
}

/** The group that a scope is for, where it is for one. */
function checkScope(scope: Sourced<string>, chart: Chart, report: Report): string | undefined {
  const { name, filter } = parseScope(scope.value);
  if (!scopesOf(chart).has(name)) {
    const later = scopesOf(newestChart).has(name) ? chart.jupyterhub : undefined;
    const suggestion = later === undefined ? closest(name, scopesOf(chart)) : undefined;
    report(
      diagnose(
        unknownScope,
        { scope: name, suggestion, later },
        { span: scope.span, fixes: fixFor(scope, name, suggestion) },
      ),
    );
    return undefined;
  }
  if (filter === undefined || (filter.target === undefined && filter.kind === "user")) return undefined;
  if (filter.target === undefined || filter.target === "" || !scopeFilters.some((kind) => kind === filter.kind)) {
    const suggestion = closest(filter.kind, scopeFilters);
    report(
      diagnose(
        unknownScope,
        { scope: scope.value, suggestion: suggestion && `${name}!${suggestion}=…` },
        { span: scope.span },
      ),
    );
    return undefined;
  }
  return filter.kind === "group" ? filter.target : undefined;
}

function checkTarget({ scope, owner, target }: Targeted, model: Model, report: Report): void {
  const known = [...model.groups.map((one) => one.name), ...model.courses.map(writtenPeopleGroup)];
  if (known.includes(target)) return;
  const suggestion = closest(
    target,
    known.filter((one) => one !== owner),
  );
  const fixes = fixFor(scope, target, suggestion);
  report(diagnose(unknownTarget, { target, kind: "group", suggestion }, { span: scope.span, fixes }));
}

function fixFor(scope: Sourced<string>, wrong: string, right: string | undefined): Fix[] {
  const { file, start, end } = scope.span;
  if (right === undefined || file.text.slice(start, end) !== `"${scope.value}"`) return [];
  return [offerFix(`Write \`${right}\``, scope.span, `"${scope.value.replace(wrong, right)}"`)];
}
