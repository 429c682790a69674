// How people sign in: the class, its application, its traits, and who may enter. Each trait is said for itself, so that one which comes out
// otherwise stays a value; a sign-in that can't be said at all is set up by `config`.

import { type Authenticator, authenticators } from "../../knowledge/authenticators.ts";
import type { Json, JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import {
  block,
  mapAt,
  type Piece,
  type Recognise,
  type Recognising,
  type Said,
  type Statement,
  set,
  textsIn,
  valueAt,
} from "../piece.ts";
import { printTexts } from "../print-data.ts";
import { groupsNamed } from "./groups.ts";
import { identityProviders } from "./identity-providers.ts";
import { listedGroups } from "./own-additions.ts";
import { classOf, ownSettings } from "./own-sign-in.ts";
import { leafPiece, takenBack } from "./profile-entry.ts";
import { classNamed, variantOf } from "./sign-in-variant.ts";

/** The name of the piece that every hub has. */
export const signInPiece = "sign-in";

/** How often less is said of it, before nothing more can be left unsaid. */
export const lastLevel = 6;

export const signIn: Recognise = (recognising) => [signInOf(recognising), ...admins(recognising)];

/** The nearest class says who they are. */
function admins({ values, isDropped }: Recognising): readonly Piece[] {
  const section = authenticators[variantOf(values) ?? ""]?.section ?? "Authenticator";
  const paths = ["Authenticator", "OAuthenticator", section].map((one) => ["hub", "config", one, "admin_users"]);
  const said = paths.findLast((path) => valueAt(values, path.join(".")) !== undefined);
  const names = said && textsIn(valueAt(values, said.join(".")));
  if (names === undefined || said === undefined) return [];
  const kept = names.filter((_, i) => !isDropped([...said, String(i)]));
  const statements = kept.length === 0 ? [] : [set("admins", printTexts(kept), adminsPiece)];
  return [{ name: adminsPiece, statements, claims: paths }];
}

const adminsPiece = "admins";

/** Where names of people stand in the lists of admins and of who may enter. */
export function namesOfPeople(values: JsonMap): readonly (readonly string[])[] {
  return Object.keys(mapAt(values, "hub.config")).flatMap((section) =>
    ["admin_users", "allowed_users"].flatMap((trait) => {
      const names = textsIn(valueAt(values, `hub.config.${section}.${trait}`)) ?? [];
      return names.map((_, i) => ["hub", "config", section, trait, String(i)]);
    }),
  );
}

/** The sign-in as far as the language says it; less of it where more did not come out right. */
function signInOf(recognising: Recognising): Piece {
  const { values, refused } = recognising;
  const variant = variantOf(values);
  const level = [...refused].filter((name) => name.startsWith(signInPiece)).length;
  const authenticator = variant === undefined ? undefined : classOf(variant, recognising);
  const written =
    variant === undefined || authenticator === undefined || level >= 2
      ? undefined
      : writtenFor(variant, { authenticator, recognising });
  if (variant === undefined || authenticator === undefined || written === undefined)
    return elsewhere(recognising, level);
  const name = `${signInPiece} ${level}`;
  const application = authenticator.oauth ? applicationOf(recognising, authenticator.section, name) : none;
  const entry =
    level >= 1 ? { statements: [openTo(name)], claims: [] } : entryOf(recognising, authenticator.section, name);
  const parts = [written, application, entry];
  return {
    name,
    statements: [
      block(
        `auth ${variant}`,
        parts.flatMap(({ statements }) => statements),
        name,
      ),
    ],
    claims: [["hub", "config", "JupyterHub", "authenticator_class"], ...parts.flatMap(({ claims }) => claims)],
    past: [],
    secrets: secretsOf(recognising, authenticator.section),
  };
}

const none: Said = { statements: [], claims: [] };

/** The class alone. Where no value says one the chart's own holds, `dummy`, unless Python or a chart around it says another. */
function elsewhere(recognising: Recognising, level: number): Piece {
  const name = `${signInPiece} ${level}`;
  const named = classNamed(recognising.values);
  if (named === undefined && level === 0)
    return { name, statements: [block("auth dummy", [openTo(name)], name)], claims: [] };
  // Python, or the chart around, says another class than the values do.
  if (named === undefined || level > 4) return { name, statements: [block("auth elsewhere", [], name)], claims: [] };
  const entry = level < 4 ? entryOf(recognising, "Authenticator", name) : none;
  return {
    name,
    statements: [block("auth elsewhere", [set("class", quote(named), name), ...entry.statements], name)],
    claims: [["hub", "config", "JupyterHub", "authenticator_class"], ...entry.claims],
    past: [],
  };
}

/** Where who may enter stands in `config` alone, the program has to say something: it says that this is not it. */
function openTo(name: string): Statement {
  const comment =
    "Who may enter is decided in `config` and `values`, which no setting says yet. Write it here before you trust `hubc who`.";
  return set("allow", "everyone", name, [comment]);
}

interface Writing {
  readonly authenticator: Authenticator;
  readonly recognising: Recognising;
}

/** Settings that a variant can't do without: without one of a row it is another sign-in. */
const needs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  canvas: [["url"]],
  generic: [["authorize-url"], ["token-url"], ["userdata-url", "id-token"]],
  auth0: [["domain"]],
  azure: [["tenant"]],
  openshift: [["url"]],
  mediawiki: [["url"]],
  lti: [["platforms", "consumer-key"]],
  ldap: [["server"], ["bind", "search-base"]],
  "shared-password": [["password"]],
};

/** The settings of a variant; undefined where one that it can't do without is not there. */
function writtenFor(variant: string, { authenticator, recognising }: Writing): Said | undefined {
  const own = ownSettings(variant, recognising);
  if (variant === "cilogon") {
    const providers = identityProviders(recognising, { section: authenticator.section, piece: signInPiece });
    return providers && together([providers, own]);
  }
  const traits: Record<string, string> = { ...authenticator.traits };
  if (authenticator.oauth) traits["login-service"] = "login_service";
  if (variant === "canvas") traits["url"] = "canvas_url";
  const said = together([plain(traits, { authenticator, recognising }), own, always(authenticator, recognising)]);
  const isSaid = (setting: string) => said.statements.some(({ head }) => head === setting);
  return (needs[variant] ?? []).every((row) => row.some(isSaid)) ? said : undefined;
}

/** Traits that hold by the kind of sign-in alone. */
function always({ section, fixed, loginService }: Authenticator, recognising: Recognising): Said {
  const traits = mapAt(recognising.values, `hub.config.${section}`);
  const claims = Object.entries({ ...fixed, ...(loginService ? { login_service: loginService } : {}) }).flatMap(
    ([trait, value]) => {
      const path = ["hub", "config", section, trait];
      const isSame = JSON.stringify(traits[trait]) === JSON.stringify(value);
      return isSame && !takenBack(recognising, path) ? [path] : [];
    },
  );
  return { statements: [], claims };
}

function together(parts: readonly Said[]): Said {
  return { statements: parts.flatMap(({ statements }) => statements), claims: parts.flatMap(({ claims }) => claims) };
}

/** Settings that are a trait's value, of the class or of one that it comes from. */
function plain(traits: Readonly<Record<string, string>>, { authenticator, recognising }: Writing): Said {
  const { values } = recognising;
  const sections = authenticator.oauth ? ["OAuthenticator", authenticator.section] : [authenticator.section];
  const said = Object.entries(traits).flatMap(([setting, trait]): Said[] => {
    const paths = sections.map((section) => ["hub", "config", section, trait]);
    const path = paths.findLast((one) => valueAt(values, one.join(".")) !== undefined);
    const text = path && textOf(valueAt(values, path.join(".")));
    if (path === undefined || text === undefined || takenBack(recognising, path)) return [];
    return [{ statements: [set(setting, text, leafPiece(path))], claims: paths }];
  });
  return together(said);
}

function textOf(value: Json | undefined): string | undefined {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string" && value !== "") return quote(value);
  const texts = textsIn(value);
  return texts?.length ? printTexts(texts) : undefined;
}

/** An id that is written down stays so; what is encrypted, or elsewhere, is a secret, which a program need not name. */
function applicationOf(recognising: Recognising, section: string, name: string): Said {
  const path = ["hub", "config", section, "client_id"];
  const id = valueAt(recognising.values, path.join("."));
  const isWritten = typeof id === "string" && id !== "" && !takenBack(recognising, path);
  return {
    statements: isWritten ? [set("client-id", quote(id), name)] : [],
    claims: [
      ...callbacks(recognising, section).filter((one) => !takenBack(recognising, one)),
      ...(isWritten ? [path] : []),
    ],
  };
}

/** Where people come back to follows from the domain, whichever class of the line says it. */
function callbacks({ values }: Recognising, section: string): readonly (readonly string[])[] {
  const sections = [section, "OAuthenticator"];
  return sections
    .map((one) => ["hub", "config", one, "oauth_callback_url"])
    .filter((path) => valueAt(values, path.join(".")) !== undefined);
}

/** Encrypted traits for which the program names secrets, or, as where people come back to, says what they are. */
function secretsOf({ environment }: Recognising, section: string): readonly (readonly string[])[] {
  const traits = ["client_id", "client_secret", "oauth_callback_url", "user_password", "admin_password"];
  return environment.encrypted
    .map(({ path }) => path)
    .filter((path) => path.at(-2) === section && traits.includes(path.at(-1) ?? ""));
}

/** Who may enter: everybody, or people and groups that are listed. */
function entryOf(recognising: Recognising, section: string, name: string): Said {
  const { values, isDropped } = recognising;
  const sections = ["Authenticator", "OAuthenticator", section];
  const paths = (trait: string) => sections.map((one) => ["hub", "config", one, trait]);
  const placeOf = (trait: string) => paths(trait).findLast((path) => valueAt(values, path.join(".")) !== undefined);
  const said = (trait: string) => valueAt(values, (placeOf(trait) ?? []).join("."));
  // Whoever the hub knows already is let in by no program that does not say so.
  const existing = said("allow_existing_users") === false ? paths("allow_existing_users") : [];
  const kept = (claims: Said["claims"]) => claims.filter((path) => !takenBack(recognising, path));
  if (said("allow_all") === true)
    return { statements: [set("allow", "everyone", name)], claims: kept([...paths("allow_all"), ...existing]) };
  const closed = [...(said("allow_all") === false ? paths("allow_all") : []), ...existing];
  const people = (textsIn(said("allowed_users")) ?? []).filter(
    (_, i) => !isDropped([...(placeOf("allowed_users") ?? []), String(i)]),
  );
  const named = groupsNamed(textsIn(said("allowed_groups")) ?? [], recognising) ?? [];
  const groups = [...named, ...listedGroups(recognising)];
  const letsExisting = said("allow_existing_users") === true;
  const body = [
    ...(people.length === 0 ? [] : [set("people", printTexts(people), name)]),
    ...(groups.length === 0 ? [] : [set("groups", `[${groups.join(", ")}]`, name)]),
    ...(letsExisting ? [set("existing-users", "true", name)] : []),
  ];
  if (body.length === 0) return { statements: [], claims: kept(closed) };
  const claims = [
    ...closed,
    ...(letsExisting ? paths("allow_existing_users") : []),
    ...(people.length === 0 ? [] : paths("allowed_users")),
    ...(named.length === 0
      ? []
      : [...paths("allowed_groups"), ...paths("manage_groups"), ...paths("enable_auth_state")]),
  ];
  return { statements: [block("allow", body, name)], claims: kept(claims) };
}
