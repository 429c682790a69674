import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ path: string }>({
  code: "hub/sign-in-left-out",
  severity: "error",
  title: "A hub without a way to sign in",
  why: "Where nothing says how people sign in, JupyterHub takes the chart's own way, `dummy`: everybody enters as whomever they like, without a password, and as an admin too.",
  message: ({ path }) =>
    `\`${path}\` can't be left out: the hub would let everybody in as anybody. Say another sign-in by \`auth\`, and leave out single values of it.`,
});

/** What says how people sign in (jupyterhub chart 4.4.0, values.yaml: `authenticator_class: dummy`), with all above it. */
const signIn = "hub.config.JupyterHub.authenticator_class";

/** A hub has a sign-in. */
export const signInLeftOut: Rule = {
  judges: "parts",
  diagnostics: [definition],
  check: ({ releases }, report) => {
    for (const { value: path, span } of releases.flatMap(({ leftOutValues }) => leftOutValues))
      if (signIn === path || signIn.startsWith(`${path}.`)) report(diagnose(definition, { path }, { span }));
  },
};
