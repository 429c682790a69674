import { whyNoRole } from "../../model/own-roles.ts";
import { defineRule } from "../rule.ts";

/** Services have names that JupyterHub takes for their roles, and that nothing else has. */
export const serviceName = defineRule<{ name: string; why: string }>({
  code: "hub/service-name",
  title: "A name that no service can have",
  why: "A service's scopes are a role of its name. JupyterHub ends with an error at its start where a role has a name that it does not take, or one that is there already, so that the whole hub would be down.",
  message: ({ name, why }) => `\`${name}\` can be no service's name: ${why}.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ services }) =>
      services.flatMap(({ name, span }) => {
        const why = whyNot(name);
        return why === undefined ? [] : [{ name, why, span }];
      }),
    );
    for (const { span, ...words } of found) report(words, { span });
  },
});

/** Words that the chart's schema has where services stand (chart 4.4.0, values.schema.yaml). */
const words = ["name", "command", "url", "api_token", "apiToken"];

function whyNot(name: string): string | undefined {
  return words.includes(name) ? "the chart takes it for a setting" : whyNoRole(name);
}
