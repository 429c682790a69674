// Which of the language's ways of signing in the class is that values choose.

import { authenticators } from "../../knowledge/authenticators.ts";
import type { JsonMap } from "../../knowledge/json-schema.ts";
import { valueAt } from "../piece.ts";

const variantsByClass: ReadonlyMap<string, string> = new Map([
  ...Object.entries(authenticators).map(([variant, { className }]): [string, string] => [className, variant]),
  ["canvasoauthenticator.CanvasOAuthenticator", "canvas"],
  ["oauthenticator.generic.GenericOAuthenticator", "generic"],
  ["oauthenticator.github.GitHubOAuthenticator", "github"],
  ["oauthenticator.google.GoogleOAuthenticator", "google"],
  ["oauthenticator.cilogon.CILogonOAuthenticator", "cilogon"],
  ["azuread-oauth", "azure"],
]);

/** Undefined for a class that the language has no word for. */
export function variantOf(values: JsonMap): string | undefined {
  return variantsByClass.get(String(valueAt(values, "hub.config.JupyterHub.authenticator_class") ?? "dummy"));
}
