// What python/hubc_hub/sign_in.py needs to know: what the authenticator's own options can't say.

import { authenticators, lti11, type SourceKind, sharedPasswordLengths } from "../../knowledge/authenticators.ts";
import { isSecret } from "../../model/final-sign-in.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { SecretReference } from "../../schema/values/references.ts";
import { groupSources } from "./group-sources.ts";
import { from } from "./release-context.ts";

/** `custom.hubc.signIn`; nothing where the authenticator's options say it all. */
export function signInRules(release: Release): YamlData {
  const { auth } = release;
  const rules: Record<string, YamlData> = {
    options: secretOptions(release),
    consumer: consumer(release),
    firstPassword: firstPassword(release),
    files: files(release),
    stripDomain: strippedByHubc(release),
    within: organizationsWithin(release),
    addresses: addresses(release),
    asks: asked(release),
    sources: groupSources(release),
  };
  if (Object.values(rules).every((data) => data === undefined)) return undefined;
  return withOrigin({ ...rules, claims: authenticators[auth.variant]?.claims }, auth.span);
}

/** Secrets that the hub reads from files. */
export function signInFiles(release: Release): readonly SecretReference[] {
  const key = release.auth.settings["groups-key"];
  return key !== undefined && isSecret(key) && asked(release) === "google" ? [key.value] : [];
}

interface SecretSetting {
  readonly setting: string;
  readonly variable: string;
  readonly secret: Sourced<SecretReference>;
}

/** Settings whose secrets an authenticator takes only as options: the hub reads them from variables. */
export function signInVariables({ auth }: Release): readonly SecretSetting[] {
  const traits = Object.keys(authenticators[auth.variant]?.secretTraits ?? {});
  return [...new Set([...traits, "consumer-secret", "admin-password"])].flatMap((setting) => {
    const secret = auth.settings[setting];
    const variable = `HUBC_${setting.toUpperCase().replaceAll("-", "_")}`;
    return secret !== undefined && isSecret(secret) ? [{ setting, variable, secret }] : [];
  });
}

/** GitHub: does the class's own option say who may enter? It asks by username, which must then be the login. */
export function usesOwnOrganizations({ auth }: Release): boolean {
  const { settings, allow, variant } = auth;
  if (variant !== "github" || settings["organizations"] === undefined) return false;
  return (allow.how === "narrowed" || allow.how === "everyone") && settings["username"] === undefined;
}

/** GitHub: the organizations within which a written `allow` decides; the class's own option would add to it. */
function organizationsWithin(release: Release): YamlData {
  const organizations = release.auth.settings["organizations"];
  return organizations === undefined || usesOwnOrganizations(release) ? undefined : from(organizations);
}

function secretOptions(release: Release): YamlData {
  const authenticator = authenticators[release.auth.variant];
  const options = signInVariables(release).flatMap((secret) => {
    const trait = authenticator?.secretTraits?.[secret.setting];
    if (authenticator === undefined || trait === undefined) return [];
    const data = { section: authenticator.section, trait, ...variableData(secret), shortest: shortest(trait) };
    return [withOrigin(data, secret.secret.span)];
  });
  return options.length > 0 ? options : undefined;
}

function variableData({ variable, secret }: SecretSetting): Record<string, YamlData> {
  return { variable, key: secret.value.key };
}

function shortest(trait: string): number | undefined {
  if (trait === "user_password") return sharedPasswordLengths.user;
  return trait === "admin_password" ? sharedPasswordLengths.admin : undefined;
}

function consumer(release: Release): YamlData {
  const key = release.auth.settings["consumer-key"];
  const secret = signInVariables(release).find(({ setting }) => setting === "consumer-secret");
  return key && secret && withOrigin({ name: from(key), ...variableData(secret) }, key.span);
}

function firstPassword(release: Release): YamlData {
  if (release.auth.variant !== "native") return undefined;
  const password = signInVariables(release).find(({ setting }) => setting === "admin-password");
  return password && withOrigin(variableData(password), password.secret.span);
}

function files(release: Release): YamlData {
  const keys = signInFiles(release);
  return keys.length === 0 ? undefined : keys.map(({ key }) => key);
}

function strippedByHubc({ auth }: Release): YamlData {
  const domain = auth.settings["strip-domain"];
  if (domain === undefined || authenticators[auth.variant]?.stripsDomain) return undefined;
  const dropped = String(domain.value).toLowerCase();
  // Google drops the domain by itself where it is the only one that is hosted (oauthenticator 17.4, google.py).
  const hosted = auth.variant === "google" ? auth.settings["hosted-domains"]?.value : undefined;
  const isOnly = Array.isArray(hosted) && hosted.length === 1 && String(hosted[0]).toLowerCase() === dropped;
  return isOnly ? undefined : from(domain, dropped);
}

function addresses({ auth }: Release): YamlData {
  const { domains, span } = auth.allow;
  const address = authenticators[auth.variant]?.address;
  if (domains.length === 0 || address === undefined) return undefined;
  const claim = auth.settings["consumer-key"] ? lti11.usernameKey : address.claim;
  return withOrigin({ ...address, claim, domains: domains.map((one) => from(one, one.value.toLowerCase())) }, span);
}

/** The provider that is asked for memberships, which each class does in its own way. */
function asked(release: Release): SourceKind | undefined {
  const kinds = new Set(release.groups.flatMap((group) => group.sources.map((source) => source.kind)));
  return (["canvas", "github", "google"] as const).find((kind) => kinds.has(kind));
}
