import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { exampleHub } from "../../model/release-diagnostics.ts";
import type { Rule } from "../rule.ts";

const example = (name: string) =>
  exampleHub({
    hub: `  service ${name} {\n    command = ["python3", "-m", "grouper"]\n    scopes = ["list:users"]\n  }\n`,
  });

const definition = defineDiagnostic<{ name: string; why: string }>({
  code: "hub/service-name",
  severity: "error",
  title: "A name that no service can have",
  why: "A service's scopes are a role of its name. JupyterHub ends with an error at its start where a role has a name that it does not take, or one that is there already, so that the whole hub would be down.",
  wrong: example("admin"),
  right: example("grouper"),
  message: ({ name, why }) => `\`${name}\` can be no service's name: ${why}.`,
});

/** Services have names that JupyterHub takes for their roles, and that nothing else has. */
export const serviceName: Rule = {
  judges: "parts",
  diagnostics: [definition],
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ services }) =>
      services.flatMap(({ name, span }) => {
        const why = whyNot(name);
        return why === undefined ? [] : [{ name, why, span }];
      }),
    );
    for (const { span, ...words } of found) report(diagnose(definition, words, { span }));
  },
};

/** JupyterHub's own roles, the chart's (4.4.0), and words that the chart's schema has where services stand (its values.schema.yaml). */
const taken = ["user", "admin", "server", "token", "jupyterhub-idle-culler"];
const words = ["name", "command", "url", "api_token", "apiToken"];

/** The form is that of roles (jupyterhub 5.5, roles.py). */
function whyNot(name: string): string | undefined {
  if (taken.includes(name)) return "JupyterHub or the chart has a role of that name";
  if (words.includes(name)) return "the chart takes it for a setting";
  if (!/^[a-z][a-z0-9_~.-]{1,253}[a-z0-9]$/.test(name))
    return "it is 3 to 255 lower-case letters, digits, `-`, `_`, `~` and `.`, begins with a letter and ends with a letter or a digit";
  return undefined;
}
