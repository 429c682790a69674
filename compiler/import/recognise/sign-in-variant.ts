// Which of the language's ways of signing in the class is that values choose.

import { authenticators, lti11 } from "../../knowledge/authenticators.ts";
import type { JsonMap } from "../../knowledge/json-schema.ts";
import { valueAt } from "../piece.ts";

/** Other names of classes: of the packages' entry points (oauthenticator 17.4, nativeauthenticator 1.3, pyproject.toml). */
const otherNames: Readonly<Record<string, string>> = { "azuread-oauth": "azure", "github-oauth": "github" };

const variantsByClass: ReadonlyMap<string, string> = new Map([
  ...Object.entries(authenticators).map(([variant, { className }]): [string, string] => [className, variant]),
  ...Object.entries(otherNames),
  [lti11.className, "lti"],
]);

const variantsBySection: ReadonlyMap<string, string> = new Map(
  Object.entries(authenticators).map(([variant, { section }]) => [section, variant]),
);

/** The class that values name. */
export function classNamed(values: JsonMap): string | undefined {
  const found = valueAt(values, "hub.config.JupyterHub.authenticator_class");
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** Undefined for a class that the language has no word for. A class by its path is the one of that name. */
export function variantOf(values: JsonMap): string | undefined {
  const name = classNamed(values) ?? "dummy";
  return (
    variantsByClass.get(name) ?? (name.includes(".") ? variantsBySection.get(name.split(".").at(-1) ?? "") : undefined)
  );
}
