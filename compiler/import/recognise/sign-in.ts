// How people sign in: the class, its application, its traits, and who may enter.

import { authenticators } from "../../knowledge/authenticators.ts";
import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { mapAt, type Piece, type Recognise, type Recognising, textsIn, valueAt } from "../piece.ts";
import { nameFrom } from "../print-data.ts";
import { block, type Statement, set } from "../statements.ts";
import { groupsNamed } from "./groups.ts";
import { variantOf } from "./sign-in-variant.ts";

/** The name of the piece that every hub has. */
export const signInPiece = "sign-in";

export const signIn: Recognise = (recognising) => [signInOf(recognising), ...admins(recognising)];

/** The nearest class says who they are. */
function admins({ values }: Recognising): readonly Piece[] {
  const section = authenticators[variantOf(values) ?? ""]?.section ?? "Authenticator";
  const paths = ["Authenticator", "OAuthenticator", section].map((one) => ["hub", "config", one, "admin_users"]);
  const said = paths.map((path) => valueAt(values, path.join("."))).findLast((one) => one !== undefined);
  const names = textsIn(said);
  if (names === undefined || names.length === 0) return [];
  return [{ name: "admins", statements: [set("admins", printTexts(names), "admins")], claims: paths }];
}

export function printTexts(texts: readonly string[]): string {
  return `[${texts.map(quote).join(", ")}]`;
}

/** The sign-in as far as the language says it; less of it where more did not come out right. */
function signInOf(recognising: Recognising): Piece {
  const { values, refused } = recognising;
  const variant = variantOf(values);
  const level = [...refused].filter((name) => name.startsWith(signInPiece)).length;
  const authenticator = variant === undefined ? undefined : authenticators[variant];
  if (variant === undefined || authenticator === undefined || level >= 3 || !(variant in writers))
    return bare("dummy", level, [], []);
  const claims = [["hub", "config", "JupyterHub", "authenticator_class"]];
  const section = authenticator.section;
  const traits = traitsOf(values, section);
  const name = `${signInPiece} ${level}`;
  const written = writers[variant]?.({ traits, section, name, recognising });
  if (written === undefined) return bare("dummy", level, [], []);
  const secrets = secretsOf(recognising, section);
  const application = applicationOf(recognising, { traits, section, name });
  const entry = level >= 1 ? { statements: [openTo(name)], claims: [] } : entryOf(recognising, section, name);
  const base =
    level >= 2 ? { ...written, statements: written.needed ?? [], claims: written.neededClaims ?? [] } : written;
  const body = [...base.statements, ...application.statements, ...entry.statements];
  return {
    name,
    statements: [block(`auth ${variant}`, body, name)],
    claims: [...claims, ...base.claims, ...application.claims, ...entry.claims],
    secrets,
  };
}

function bare(variant: string, level: number, claims: Piece["claims"], body: readonly Statement[]): Piece {
  const name = `${signInPiece} ${level}`;
  return { name, statements: [block(`auth ${variant}`, [...body, openTo(name)], name)], claims };
}

/** Where who may enter stands in `config` alone, the program has to say something: it says that this is not it. */
function openTo(name: string): Statement {
  const comment =
    "Who may enter is decided in `config` and `values`, which no setting says yet. Write it here before you trust `hubc who`.";
  return set("allow", "everyone", name, [comment]);
}

interface Writing {
  readonly traits: JsonMap;
  readonly section: string;
  readonly name: string;
  readonly recognising: Recognising;
}

interface Written {
  readonly statements: readonly Statement[];
  readonly claims: readonly (readonly string[])[];
  /** What the variant can't do without. */
  readonly needed?: readonly Statement[];
  readonly neededClaims?: readonly (readonly string[])[];
}

/** Traits of the class, and of the classes that it comes from. */
function traitsOf(values: JsonMap, section: string): JsonMap {
  return { ...mapAt(values, "hub.config.OAuthenticator"), ...mapAt(values, `hub.config.${section}`) };
}

const writers: Readonly<Record<string, (writing: Writing) => Written | undefined>> = {
  google: (writing) => plain(writing, { "hosted-domains": "hosted_domain", username: "username_claim" }),
  github: (writing) => plain(writing, { organizations: "allowed_organizations", username: "username_claim" }),
  canvas: (writing) =>
    plain(writing, { url: "canvas_url", username: "username_claim", "strip-domain": "strip_email_domain" }, ["url"]),
  generic: (writing) =>
    plain(
      writing,
      {
        "authorize-url": "authorize_url",
        "token-url": "token_url",
        "userdata-url": "userdata_url",
        username: "username_claim",
        scope: "scope",
        "login-service": "login_service",
      },
      ["authorize-url", "token-url", "userdata-url"],
    ),
  auth0: (writing) => plain(writing, { domain: "auth0_domain", username: "username_claim" }, ["domain"]),
  azure: (writing) => plain(writing, { tenant: "tenant_id", username: "username_claim" }, ["tenant"]),
  cilogon,
  "shared-password": ({ name, recognising }) => {
    const needed = [
      set("password", secretFor(recognising, "password"), name),
      set("admin-password", secretFor(recognising, "admin-password"), name),
    ];
    return { statements: needed, claims: [], needed };
  },
  dummy: () => ({ statements: [], claims: [] }),
};

/** Settings that are a trait's value. A needed one that is not there makes the variant impossible. */
function plain(
  { traits, section, name }: Writing,
  settings: Readonly<Record<string, string>>,
  needs: readonly string[] = [],
): Written | undefined {
  const statements: Statement[] = [];
  const claims: string[][] = [];
  for (const [setting, trait] of Object.entries(settings)) {
    const value = traits[trait];
    const texts = textsIn(value);
    const text =
      typeof value === "string" && value !== "" ? quote(value) : texts?.length ? printTexts(texts) : undefined;
    if (text === undefined) continue;
    statements.push(set(setting, text, name));
    claims.push(["hub", "config", section, trait], ["hub", "config", "OAuthenticator", trait]);
  }
  const isComplete = needs.every((need) => statements.some(({ head }) => head === need));
  const needed = statements.filter(({ head }) => needs.includes(head));
  return isComplete ? { statements, claims, needed, neededClaims: claims } : undefined;
}

function cilogon({ traits, section, name }: Writing): Written | undefined {
  const trait = isMap(traits["idps"] ?? null) ? "idps" : "allowed_idps";
  const idps = traits[trait];
  if (!isMap(idps) || Object.keys(idps).length === 0) return undefined;
  const statements = Object.entries(idps).map(([id, about]) => idpBlock(id, isMap(about) ? about : {}, name));
  const claims = [["hub", "config", section, trait]];
  return { statements, claims, needed: statements, neededClaims: claims };
}

const idpNames: ReadonlyMap<string, string> = new Map([
  ["http://google.com/accounts/o8/id", "google"],
  ["http://github.com/login/oauth/authorize", "github"],
  ["http://login.microsoftonline.com/common/oauth2/v2.0/authorize", "microsoft"],
  ["http://orcid.org/oauth/authorize", "orcid"],
]);

function idpBlock(id: string, about: JsonMap, name: string): Statement {
  const derivation = mapAt(about, "username_derivation");
  const settings: readonly (readonly [string, Json | undefined])[] = [
    ["username", derivation["username_claim"]],
    ["prefix", derivation["prefix"]],
    ["strip-domain", derivation["domain"]],
  ];
  const body: Statement[] = [set("id", quote(id), name)];
  for (const [setting, value] of settings) if (typeof value === "string") body.push(set(setting, quote(value), name));
  if (about["allow_all"] === true) body.push(set("allow", "everyone", name));
  const domains = textsIn(about["allowed_domains"]);
  if (domains?.length) body.push(set("domains", printTexts(domains), name));
  if (typeof about["default"] === "boolean") body.push(set("default", String(about["default"]), name));
  const host = /^(?:https?:\/\/|urn:)(?:[^/:]*\.)?([^./:]+)\.[a-z]+(?:[/:]|$)/.exec(id)?.[1];
  return block(`idp ${nameFrom(idpNames.get(id) ?? host ?? id)}`, body, name);
}

/** An id that is written down stays so; what is encrypted, or elsewhere, is a secret. */
function applicationOf(recognising: Recognising, { traits, section, name }: Omit<Writing, "recognising">): Written {
  const variant = Object.entries(authenticators).find(([, one]) => one.section === section)?.[1];
  if (variant?.oauth !== true) return { statements: [], claims: [] };
  const id = traits["client_id"];
  const isWritten = typeof id === "string" && id !== "";
  return {
    statements: [
      set("client-id", isWritten ? quote(id) : secretFor(recognising, "client-id"), name),
      set("client-secret", secretFor(recognising, "client-secret"), name),
    ],
    claims: [
      ["hub", "config", section, "oauth_callback_url"],
      ...(isWritten ? [["hub", "config", section, "client_id"]] : []),
    ],
  };
}

function secretFor({ environment }: Recognising, what: string): string {
  return `secret(${quote(`${nameFrom(environment.place.hub)}/${what}`)})`;
}

/** Encrypted traits for which the program names secrets, or, as where people come back to, says what they are. */
function secretsOf({ environment }: Recognising, section: string): readonly (readonly string[])[] {
  const traits = ["client_id", "client_secret", "oauth_callback_url", "user_password", "admin_password"];
  return environment.encrypted
    .map(({ path }) => path)
    .filter((path) => path.at(-2) === section && traits.includes(path.at(-1) ?? ""));
}

/** Who may enter: everybody, or people and groups that are listed. */
function entryOf(recognising: Recognising, section: string, name: string): Written {
  const { values } = recognising;
  const sections = ["Authenticator", "OAuthenticator", section];
  const paths = (trait: string) => sections.map((one) => ["hub", "config", one, trait]);
  const said = (trait: string) =>
    sections.map((one) => valueAt(values, `hub.config.${one}.${trait}`)).findLast((one) => one !== undefined);
  if (said("allow_all") === true) return { statements: [set("allow", "everyone", name)], claims: paths("allow_all") };
  const closed = said("allow_all") === false ? paths("allow_all") : [];
  const people = textsIn(said("allowed_users")) ?? [];
  const groups = groupsNamed(textsIn(said("allowed_groups")) ?? [], recognising) ?? [];
  const body = [
    ...(people.length === 0 ? [] : [set("people", printTexts(people), name)]),
    ...(groups.length === 0 ? [] : [set("groups", `[${groups.join(", ")}]`, name)]),
  ];
  if (body.length === 0) return { statements: [], claims: closed };
  const claims = [
    ...closed,
    ...(people.length === 0 ? [] : paths("allowed_users")),
    ...(groups.length === 0
      ? []
      : [...paths("allowed_groups"), ...paths("manage_groups"), ...paths("enable_auth_state")]),
  ];
  return { statements: [block("allow", body, name)], claims };
}
