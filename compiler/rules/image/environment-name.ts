import { isEnvironmentName } from "../../schema/values/forms.ts";
import { defineRule } from "../rule.ts";

/** Environment variables have names that a Dockerfile can set. */
export const environmentName = defineRule<{ name: string }>({
  code: "image/environment-name",
  title: "A name that no environment variable has",
  why: "The names of environment variables are letters, digits and `_`, and begin with no digit. Shells and many programs can't see others.",
  message: ({ name }) => `\`${name}\` can't name an environment variable: use letters, digits and \`_\`.`,
  each: "images",
  check: ({ env }, report) => {
    for (const { name, span } of env) if (!isEnvironmentName(name)) report({ name }, { span });
  },
});
