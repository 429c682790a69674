// Settings of sign-in that are not one trait of the class, or that hubc's own Python holds: secrets that come by variables of the hub's
// container, domains that are dropped, the platforms of LTI, and how an LDAP directory is asked.

import { type Authenticator, authenticators, lti11 } from "../../knowledge/authenticators.ts";
import type { Json } from "../../knowledge/json-schema.ts";
import { isMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { listOf, mapAt, type Recognising, type Said, set, textsIn, valueAt } from "../piece.ts";
import { printTexts } from "../print-data.ts";
import { dataOfHub, secretOfVariable } from "./own-additions.ts";
import { leafPiece, takenBack } from "./profile-entry.ts";
import { classNamed } from "./sign-in-variant.ts";

/** A setting with what it says, and where that stands. */
interface Setting {
  readonly head: string;
  /** Undefined where nothing need be written: it is so by itself. */
  readonly text: string | undefined;
  readonly paths: readonly (readonly string[])[];
}

/** What traits of the class do not say by themselves. */
export function ownSettings(variant: string, recognising: Recognising): Said {
  const settings = [...ofVariant(variant, recognising), ...secrets(variant, recognising), ...ofData(recognising)];
  const kept = settings.filter(({ paths }) => !paths.some((path) => takenBack(recognising, path)));
  return {
    statements: kept.flatMap(({ head, text, paths }) =>
      text === undefined ? [] : [set(head, text, leafPiece(paths[0] ?? []))],
    ),
    claims: kept.flatMap(({ paths }) => paths),
  };
}

/** The class, where one kind of sign-in has several. */
export function classOf(variant: string, { values }: Pick<Recognising, "values">): Authenticator | undefined {
  const authenticator = Object.hasOwn(authenticators, variant) ? authenticators[variant] : undefined;
  if (authenticator === undefined || variant !== "lti" || classNamed(values) !== lti11.className) return authenticator;
  return { ...authenticator, ...lti11, traits: {} };
}

function ofVariant(variant: string, recognising: Recognising): readonly Setting[] {
  if (variant === "lti")
    return classOf(variant, recognising)?.section === lti11.section ? older(recognising) : lti(recognising);
  return variant === "ldap" ? ldap(recognising) : [];
}

/** LTI 1.1: the consumer, of whom hubc's Python knows, and the secret that it comes with. */
function older(recognising: Recognising): readonly Setting[] {
  const consumer = mapAt(dataOfHub(recognising) ?? {}, "signIn.consumer");
  const secret = secretOfVariable(consumer["variable"], recognising);
  const path = ["custom", "hubc", "signIn", "consumer", "name"];
  if (typeof consumer["name"] !== "string" || secret === undefined) return [];
  return [
    { head: "consumer-key", text: quote(consumer["name"]), paths: [path] },
    { head: "consumer-secret", text: secret.text, paths: [secret.path] },
    ...username(recognising, lti11.section, lti11.usernameKey),
  ];
}

function lti(recognising: Recognising): readonly Setting[] {
  const section = "LTI13Authenticator";
  const traits = mapAt(recognising.values, `hub.config.${section}`);
  const [issuer, client] = [traits["issuer"], traits["client_id"]];
  const clients = typeof client === "string" ? [client] : textsIn(client);
  const path = (trait: string) => ["hub", "config", section, trait];
  return [
    ...(typeof issuer === "string" ? [{ head: "platforms", text: `[${quote(issuer)}]`, paths: [path("issuer")] }] : []),
    ...(clients?.length ? [{ head: "client-id", text: printTexts(clients), paths: [path("client_id")] }] : []),
    ...username(recognising, section, "email"),
  ];
}

function username({ values }: Recognising, section: string, usual: string): readonly Setting[] {
  const key = valueAt(values, `hub.config.${section}.username_key`);
  const paths = ["username_key", "uri_scheme"].map((trait) => ["hub", "config", section, trait]);
  if (typeof key !== "string") return [];
  return [{ head: "username", text: key === usual ? undefined : quote(key), paths }];
}

/** By ldap3's names (ldapauthenticator 2.0.2, `TlsStrategy`). */
const encryptions: ReadonlyMap<Json | undefined, string> = new Map([
  ["before_bind", "starttls"],
  ["on_connect", "tls"],
]);

function ldap({ values }: Recognising): readonly Setting[] {
  const section = "LDAPAuthenticator";
  const traits = mapAt(values, `hub.config.${section}`);
  const paths = (...names: readonly string[]) => names.map((name) => ["hub", "config", section, ...name.split(".")]);
  const encryption = encryptions.get(traits["tls_strategy"]);
  const authority = mapAt(traits, "tls_kwargs")["ca_certs_data"];
  return [
    ...(encryption === undefined
      ? []
      : [
          {
            head: "encryption",
            text: encryption === "starttls" ? undefined : encryption,
            paths: paths("tls_strategy"),
          },
        ]),
    ...(typeof authority === "string"
      ? [{ head: "certificate-authority", text: quote(authority), paths: paths("tls_kwargs.ca_certs_data") }]
      : []),
    { head: "checked certificates", text: undefined, paths: paths("tls_kwargs.validate") },
    { head: "looked up", text: undefined, paths: paths("lookup_dn", "lookup_dn_user_dn_attribute") },
  ];
}

/** Secrets that an authenticator takes as options alone, or as the variables that OAuthenticator reads. */
function secrets(variant: string, recognising: Recognising): readonly Setting[] {
  const { section, secretTraits = {} } = authenticators[variant] ?? {};
  const data = dataOfHub(recognising);
  if (data === undefined) return [];
  const traits = new Map(Object.entries(secretTraits).map(([setting, trait]) => [trait, setting]));
  const options = listOf(valueAt(data, "signIn.options")).flatMap((option): readonly (readonly [string, Json])[] => {
    const setting = isMap(option) && option["section"] === section ? traits.get(String(option["trait"])) : undefined;
    return isMap(option) && setting !== undefined ? [[setting, option["variable"] ?? null]] : [];
  });
  const first = mapAt(data, "signIn.firstPassword")["variable"];
  const named: readonly (readonly [string, Json])[] = [
    ["client-id", "OAUTH_CLIENT_ID"],
    ["client-secret", "OAUTH_CLIENT_SECRET"],
    ...options,
    ...(first === undefined ? [] : [["admin-password", first] as const]),
  ];
  return named.flatMap(([head, variable]) => {
    const secret = secretOfVariable(variable, recognising);
    return secret === undefined ? [] : [{ head, text: secret.text, paths: [secret.path] }];
  });
}

/** What hubc's Python does at sign-in where the class does not. */
function ofData(recognising: Recognising): readonly Setting[] {
  const data = mapAt(dataOfHub(recognising) ?? {}, "signIn");
  const [domain, within] = [data["stripDomain"], textsIn(data["within"])];
  const path = (key: string) => ["custom", "hubc", "signIn", key];
  return [
    ...(typeof domain === "string"
      ? [{ head: "strip-domain", text: quote(domain), paths: [path("stripDomain")] }]
      : []),
    ...(within?.length ? [{ head: "organizations", text: printTexts(within), paths: [path("within")] }] : []),
  ];
}
