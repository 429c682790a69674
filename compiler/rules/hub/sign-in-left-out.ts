import { asKnown } from "../../model/as-far-as-known.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** What says how people sign in (jupyterhub chart 4.4.0, values.yaml: `authenticator_class: dummy`), with all above it. */
const signIn = "hub.config.JupyterHub.authenticator_class";

/** A hub has a sign-in. */
export const signInLeftOut = defineRule<{ path: string | undefined }>({
  code: "hub/sign-in-left-out",
  title: "A hub without a way to sign in",
  why: "Where nothing says how people sign in, JupyterHub takes the chart's own way, `dummy`: everybody enters as whomever they like, without a password, and as an admin too.",
  message: ({ path }) =>
    path === undefined
      ? "Nothing says which sign-in this is, so the hub would let everybody in as anybody: say its `class`, here or in `config` or `python`."
      : `\`${path}\` can't be left out: the hub would let everybody in as anybody. Say another sign-in by \`auth\`, and leave out single values of it.`,
  judges: "parts",
  check: ({ releases }, report) => {
    for (const { value: path, span } of releases.flatMap(({ leftOutValues }) => leftOutValues))
      if (signIn === path || signIn.startsWith(`${path}.`)) report({ path }, { span });
    for (const release of releases)
      if (asKnown(() => isUnsaid(release)) === true) report({ path: undefined }, { span: release.auth.span });
  },
});

/** Does no part of the program say which class it is? */
function isUnsaid({ auth, umbrella, ownValues, ownCode }: Release): boolean {
  if (auth.variant !== "elsewhere" || auth.settings["class"] !== undefined || umbrella !== undefined) return false;
  const inPython = ownCode.settings.some(({ trait }) => trait === "authenticator_class") || ownCode.unread.length > 0;
  return !inPython && !ownValues.some(({ leaf }) => leaf.value.path.join(".") === signIn);
}
