import { whyNoRole } from "../../model/own-roles.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** Roles have names that JupyterHub takes, and that nothing else has. */
export const roleName = defineRule<{ name: string; why: string }>({
  code: "hub/role-name",
  title: "A name that no role can have",
  why: "JupyterHub ends with an error at its start where a role has a name that it does not take, and of two roles of one name only the last holds.",
  message: ({ name, why }) => `\`${name}\` can be no role's name: ${why}.`,
  judges: "parts",
  check: ({ releases }, report) => {
    for (const release of releases)
      for (const { name, span } of release.roles) {
        const why = whyNot(name, release);
        if (why !== undefined) report({ name, why }, { span });
      }
  },
});

/** The scopes of a service are a role of its name. */
function whyNot(name: string, { services }: Release): string | undefined {
  const isService = services.some((service) => service.name === name && service.scopes.length > 0);
  return isService ? "the service of that name has its scopes by a role of that name" : whyNoRole(name);
}
