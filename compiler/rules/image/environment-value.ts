import { isEnvironmentName } from "../../schema/values/forms.ts";
import { defineRule } from "../rule.ts";

/** Environment variables have values that a Dockerfile can set. */
export const environmentValue = defineRule<{ name: string }>({
  code: "image/environment-value",
  title: "An environment variable of several lines",
  why: "A Dockerfile has no way to write a line end into a variable. Put the text into a file of the image, and its path into the variable.",
  message: ({ name }) =>
    `The value of \`${name}\` holds a line end, which a Dockerfile can't write into a variable: put the text into \`files\`, and its path here.`,
  each: "images",
  check: ({ env }, report) => {
    for (const { name, value, span } of env)
      if (isEnvironmentName(name) && /[\n\r\0]/.test(value)) report({ name }, { span });
  },
});
