import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Release } from "../../model/model.ts";
import { whyNoRole } from "../../model/own-roles.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ name: string; why: string }>({
  code: "hub/role-name",
  severity: "error",
  title: "A name that no role can have",
  why: "JupyterHub ends with an error at its start where a role has a name that it does not take, and of two roles of one name only the last holds.",
  message: ({ name, why }) => `\`${name}\` can be no role's name: ${why}.`,
});

/** Roles have names that JupyterHub takes, and that nothing else has. */
export const roleName: Rule = {
  judges: "parts",
  diagnostics: [definition],
  check: ({ releases }, report) => {
    for (const release of releases)
      for (const { name, span } of release.roles) {
        const why = whyNot(name, release);
        if (why !== undefined) report(diagnose(definition, { name, why }, { span }));
      }
  },
};

/** The scopes of a service are a role of its name. */
function whyNot(name: string, { services }: Release): string | undefined {
  const isService = services.some((one) => one.name === name && one.scopes.length > 0);
  return isService ? "the service of that name has its scopes by a role of that name" : whyNoRole(name);
}
