// Which classes' settings hold for a sign-in: its own class, its ancestors, and the names that traits had before. A class goes before
// its ancestors (traitlets 5, Configurable.section_names), so that what stands under another class of the line hides or is hidden.

import { authenticators, lti11 } from "./authenticators.ts";
import classesText from "./sign-in-classes.json?raw";

interface Classes {
  readonly ancestors: Readonly<Record<string, readonly string[]>>;
  readonly renamed: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

let readClasses: Classes | undefined;

function classes(): Classes {
  readClasses ??= JSON.parse(classesText) as Classes; // the form of the table
  return readClasses;
}

/** Classes of traitlets itself, which everything that can be configured descends from. */
const roots = ["LoggingConfigurable", "Configurable"];

/** Is it a class of those that the hub's image brings? */
export function isKnownClass(className: string): boolean {
  return Object.hasOwn(classes().ancestors, className);
}

/** The classes whose settings hold for an authenticator, those that go before others first; hubc's own are made of it. */
export function lineOf(className: string): readonly string[] {
  const { ancestors } = classes();
  const above = Object.hasOwn(ancestors, className) ? ancestors[className] : undefined;
  const made = [`${className}ExtendedOfHubc`, `${className}OfHubc`, `${className}Extended`];
  return [...made, className, ...(above ?? ["Authenticator"]), ...roots];
}

/** The section of `hub.config` for what `JupyterHub.authenticator_class` names; nothing for a class of one's own. */
export function sectionOf(authenticatorClass: unknown): string | undefined {
  const known = [...Object.values(authenticators), lti11];
  return known.find(({ className }) => className === authenticatorClass)?.section;
}

/** The names that a trait has in a line, today's first. */
export function namesOfTrait(line: readonly string[], trait: string): readonly string[] {
  const { renamed } = classes();
  const names = [trait];
  for (const one of line) {
    const table = renamed[one];
    for (const before in table) if (table[before] === trait) names.push(before);
  }
  return names;
}

/** Today's name of a trait. */
export function nameToday(line: readonly string[], trait: string): string {
  const { renamed } = classes();
  for (const one of line) {
    const table = renamed[one];
    const now = table !== undefined && Object.hasOwn(table, trait) ? table[trait] : undefined;
    if (now !== undefined) return now;
  }
  return trait;
}

/** Today's name of a trait that a class does not have and that it, or another sign-in, once had; only if `has` the class has that. */
export function nameThatCameAfter(
  className: string,
  trait: string,
  has: (name: string) => boolean,
): string | undefined {
  const { renamed } = classes();
  const names = [...lineOf(className), ...Object.keys(renamed)].flatMap((one) => {
    const table = renamed[one] ?? {};
    return Object.hasOwn(table, trait) ? [table[trait] ?? ""] : [];
  });
  return names.find(has);
}

/** Variables of the hub's pod that a class reads where its trait is not configured (oauthenticator 17.4, the file of each class). */
const variables: Readonly<Record<string, readonly [className: string, trait: string]>> = {
  AAD_TENANT_ID: ["AzureAdOAuthenticator", "tenant_id"],
  AUTH0_DOMAIN: ["Auth0OAuthenticator", "auth0_domain"],
  GITLAB_HOST: ["GitLabOAuthenticator", "gitlab_url"],
  GITLAB_URL: ["GitLabOAuthenticator", "gitlab_url"],
  HOSTED_DOMAIN: ["GoogleOAuthenticator", "hosted_domain"],
  IDENTITY_PROVIDER: ["GlobusOAuthenticator", "identity_provider"],
  LOGIN_SERVICE: ["OAuthenticator", "login_service"],
  MW_INDEX_URL: ["MWOAuthenticator", "mw_index_url"],
  OAUTH2_AUTHORIZE_URL: ["OAuthenticator", "authorize_url"],
  OAUTH2_TOKEN_URL: ["OAuthenticator", "token_url"],
  OAUTH2_USERDATA_URL: ["OAuthenticator", "userdata_url"],
  OAUTH2_USERNAME_KEY: ["OAuthenticator", "username_claim"],
  OAUTH_CALLBACK_URL: ["OAuthenticator", "oauth_callback_url"],
  OAUTH_CLIENT_ID: ["OAuthenticator", "client_id"],
  OPENSHIFT_URL: ["OpenShiftOAuthenticator", "openshift_url"],
};

/** Classes whose usernames are of a claim of their own where none is configured, whatever the variable says (oauthenticator 17.4). */
const ownClaims: ReadonlySet<string> = new Set([
  "Auth0OAuthenticator",
  "AzureAdOAuthenticator",
  "CILogonOAuthenticator",
  "GitHubOAuthenticator",
  "GlobusOAuthenticator",
  "GoogleOAuthenticator",
  "OpenShiftOAuthenticator",
]);

/** The trait of a line for which a variable stands. */
export function traitOfVariable(line: readonly string[], variable: string): string | undefined {
  const found = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  if (found === undefined || passesOver(line, variable) !== undefined) return undefined;
  return line.includes(found[0]) ? found[1] : undefined;
}

/** The class of a line that reads a variable of its parents' no more; undefined where each reads it, or none. */
export function passesOver(line: readonly string[], variable: string): string | undefined {
  return variable === "OAUTH2_USERNAME_KEY" ? line.find((one) => ownClaims.has(one)) : undefined;
}

/** The variables that stand for a trait of a line where it is not configured. */
export function variablesOfTrait(line: readonly string[], trait: string): readonly string[] {
  return Object.keys(variables).filter((variable) => traitOfVariable(line, variable) === trait);
}
