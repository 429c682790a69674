import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

const badName = defineDiagnostic<{ name: string }>({
  code: "image/environment-name",
  severity: "error",
  title: "A name that no environment variable has",
  why: "The names of environment variables are letters, digits and `_`, and begin with no digit. Shells and many programs can't see others.",
  message: ({ name }) => `\`${name}\` can't name an environment variable: use letters, digits and \`_\`.`,
});

const badValue = defineDiagnostic<{ name: string }>({
  code: "image/environment-value",
  severity: "error",
  title: "An environment variable of several lines",
  why: "A Dockerfile has no way to write a line end into a variable. Put the text into a file of the image, and its path into the variable.",
  message: ({ name }) =>
    `The value of \`${name}\` holds a line end, which a Dockerfile can't write into a variable: put the text into \`files\`, and its path here.`,
});

/** Environment variables are what a Dockerfile can set. */
export const environment: Rule = {
  diagnostics: [badName, badValue],
  check: (model, report) => {
    for (const { name, value, span } of model.images.flatMap(({ env }) => env)) {
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) report(diagnose(badName, { name }, { span }));
      else if (/[\n\r\0]/.test(value)) report(diagnose(badValue, { name }, { span }));
    }
  },
};
