import { defineDiagnostic, diagnose, type Fix, type Report } from "../../diagnostics/diagnostic.ts";
import { knownScopes, parseScope, scopeFilters } from "../../knowledge/scopes.ts";
import type { Group, Model } from "../../model/model.ts";
import { exampleHub } from "../../model/release-diagnostics.ts";
import type { Sourced } from "../../model/sourced.ts";
import { closest } from "../../text/edit-distance.ts";
import type { Rule } from "../rule.ts";

const group = (scope: string) => `group ta {\n  members = ["ada"]\n  may = ["${scope}"]\n}\n`;

const unknownScope = defineDiagnostic<{ scope: string; suggestion: string | undefined }>({
  code: "group/unknown-scope",
  severity: "error",
  title: "A scope that JupyterHub does not know",
  why: "JupyterHub ends with an error at its start when a role holds a scope that it does not know, so that the whole hub would be down.",
  wrong: exampleHub({ more: group("admni:users") }),
  right: exampleHub({ more: group("list:users") }),
  message: ({ scope, suggestion }) =>
    `JupyterHub has no scope \`${scope}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

const unknownTarget = defineDiagnostic<{ target: string; kind: string; suggestion: string | undefined }>({
  code: "group/unknown-target",
  severity: "error",
  title: "A scope narrowed to something that does not exist",
  why: "JupyterHub never checks the name behind `!group=`: a misspelt one gives nobody anything, in silence.",
  wrong: exampleHub({ more: group("admin:servers!group=studnets") }),
  right: exampleHub({ more: group("admin:servers!group=ta") }),
  message: ({ target, kind, suggestion }) =>
    `There is no ${kind} \`${target}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

/** Scopes exist, and what they are narrowed to exists. */
export const scopes: Rule = {
  diagnostics: [unknownScope, unknownTarget],
  check: (model, report) => {
    for (const one of model.groups) for (const scope of one.may) checkScope(scope, one, model, report);
  },
};

function checkScope(scope: Sourced<string>, owner: Group, model: Model, report: Report): void {
  const { name, filter } = parseScope(scope.value);
  if (!knownScopes.has(name)) {
    const suggestion = closest(name, knownScopes);
    report(
      diagnose(unknownScope, { scope: name, suggestion }, { span: scope.span, fixes: fixFor(scope, name, suggestion) }),
    );
    return;
  }
  if (filter === undefined || (filter.target === undefined && filter.kind === "user")) return;
  if (filter.target === undefined || filter.target === "" || !scopeFilters.some((kind) => kind === filter.kind)) {
    const suggestion = closest(filter.kind, scopeFilters);
    report(
      diagnose(
        unknownScope,
        { scope: scope.value, suggestion: suggestion && `${name}!${suggestion}=…` },
        { span: scope.span },
      ),
    );
    return;
  }
  if (filter.kind !== "group") return;
  const known = [...model.groups.map((one) => one.name), ...model.courses.map((course) => `course-${course.name}`)];
  if (known.includes(filter.target)) return;
  const suggestion = closest(
    filter.target,
    known.filter((one) => one !== owner.name),
  );
  const fixes = fixFor(scope, filter.target, suggestion);
  report(diagnose(unknownTarget, { target: filter.target, kind: "group", suggestion }, { span: scope.span, fixes }));
}

function fixFor(scope: Sourced<string>, wrong: string, right: string | undefined): Fix[] {
  const { file, start, end } = scope.span;
  if (right === undefined || file.text.slice(start, end) !== `"${scope.value}"`) return [];
  return [
    { title: `Write \`${right}\``, edits: [{ span: scope.span, text: `"${scope.value.replace(wrong, right)}"` }] },
  ];
}
