import { chartFor } from "../../knowledge/charts/charts.ts";
import type { Model } from "../../model/model.ts";
import { writtenPeopleGroup } from "../../model/reserved-names.ts";
import type { Sourced } from "../../model/sourced.ts";
import { closest } from "../../text/edit-distance.ts";
import { defineRule } from "../rule.ts";
import { readScope, scopeFix } from "./read-scope.ts";

/** Groups that scopes are narrowed to exist. */
export const unknownTarget = defineRule<{ target: string; kind: string; suggestion: string | undefined }>({
  code: "group/unknown-target",
  title: "A scope narrowed to something that does not exist",
  why: "JupyterHub never checks the name behind `!group=`: a misspelt one gives nobody anything, in silence.",
  message: ({ target, kind, suggestion }) =>
    `There is no ${kind} \`${target}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
  check: (model, report) => {
    const chart = chartFor(model.project.chart.value);
    const targets = groupScopes(model).flatMap(({ scope, owner }) => {
      const { group } = readScope(scope, chart);
      return group === undefined ? [] : [{ scope, owner, group }];
    });
    for (const { scope, owner, group } of targets) {
      const known = [...model.groups.map(({ name }) => name), ...model.courses.map(writtenPeopleGroup)];
      if (known.includes(group)) continue;
      const others = known.filter((name) => name !== owner);
      const suggestion = closest(group, others);
      const fixes = scopeFix(scope, group, suggestion);
      report({ target: group, kind: "group", suggestion }, { span: scope.span, fixes });
    }
  },
});

/** Scopes of groups, with the group whose scope it is, and those of roles. */
function groupScopes({
  groups,
  releases,
}: Model): readonly { readonly scope: Sourced<string>; readonly owner?: string }[] {
  return [
    ...groups.flatMap(({ may, name }) => may.map((scope) => ({ scope, owner: name }))),
    ...releases.flatMap(({ roles }) => roles.flatMap((role) => role.scopes.map((scope) => ({ scope })))),
  ];
}
