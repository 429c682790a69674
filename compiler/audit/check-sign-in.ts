// Who may enter a hub that exists, by the traits in `hub.config`. Where Python may decide, nothing is said.
// Source: `check_allowed` of jupyterhub 5.5.0, auth.py, and of each class of oauthenticator 17.4.0.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { adminTraits, decidingHooks, lettingTraits } from "../knowledge/entry-traits.ts";
import { isList, isMap, type Json, type JsonMap, mapAt, textsOf, valueAt } from "../knowledge/json-schema.ts";
import { isPublicDomain, isPublicIdentityProvider } from "../knowledge/public-sign-in.ts";
import { isKnownClass, lineOf, namesOfTrait, sectionOf } from "../knowledge/sign-in-classes.ts";
import { pythonMatch } from "../policy/python-match.ts";
import type { ChartData, ChartMap } from "../schema/values/chart-data.ts";
import { pitfall } from "../schema/values-diagnostics.ts";
import { readPythonConfig } from "../syntax/python/python-settings.ts";
import type { Span } from "../text/span.ts";
import { nobodyEnters, openHub } from "./audit-diagnostics.ts";
import { closedProvider } from "./course-grants-diagnostics.ts";
import { hubCode } from "./hub-code.ts";
import { placeAt } from "./value-places.ts";

interface SignIn {
  readonly values: ChartMap;
  readonly config: JsonMap;
  /** The class that signs people in, and its ancestors. */
  readonly line: readonly string[];
}

/** `whole`: the values over the chart's defaults. */
export function checkSignIn(values: ChartMap, whole: JsonMap, report: Report): void {
  const config = mapAt(whole, "hub.config");
  const className = valueAt(config, "JupyterHub.authenticator_class");
  const section = sectionOf(className);
  if (section === undefined) return;
  const signIn = { values, config, line: lineOf(section) };
  if (!letsIn.test(hubCode(values))) checkClosedProviders(signIn, report);
  if (mayPythonDecide(whole)) return;
  const classSpan = spanOf(signIn, ["JupyterHub", "authenticator_class"]);
  if (classSpan === undefined) return;
  if (traitOf(signIn, "allow_all")?.value === true) checkOpen(signIn, section, report);
  checkDomains(signIn, report);
  if (isClosed(signIn) && !mayBeSubclass(signIn)) report(diagnose(nobodyEnters, { section }, { span: classSpan }));
}

/** What Python names that lets people in by a provider; a hook after the sign-in changes who they are, and lets in nobody. */
const letsIn = /allow_all|allow_existing|allowed_(?:idps|domains)|check_allowed|def authenticate/;

function mayPythonDecide(whole: JsonMap): boolean {
  const pieces = Object.values(mapAt(whole, "hub.extraConfig")).filter((json) => typeof json === "string");
  return pieces.some((piece) => {
    const { settings, unread } = readPythonConfig(piece);
    return unread.length > 0 || settings.some(({ className }) => /Authenticator$|^JupyterHub$/.test(className));
  });
}

/** What holds for the class: its own section goes before those of its ancestors. */
function traitOf(signIn: SignIn, trait: string): { readonly value: Json; readonly span: Span | undefined } | undefined {
  for (const className of signIn.line)
    for (const name of namesOfTrait(signIn.line, trait)) {
      const section = mapAt(signIn.config, className);
      const value = Object.hasOwn(section, name) ? section[name] : undefined;
      if (value !== undefined && value !== null) return { value, span: spanOf(signIn, [className, name]) };
    }
  return undefined;
}

function spanOf({ values }: SignIn, path: readonly string[]): Span | undefined {
  const place = placeAt(values, ["hub", "config", ...path]);
  return place?.key ?? place?.data.span;
}

/** With `allow_all`, what narrows is the sign-in's own narrowing, and no list. */
function checkOpen(signIn: SignIn, section: string, report: Report): void {
  const span = traitOf(signIn, "allow_all")?.span;
  if (span === undefined) return;
  if (section === "DummyAuthenticator") {
    report(diagnose(openHub, { why: "it asks for no account, and `allow_all` lets every name in" }, { span }));
    return;
  }
  const narrowed = ["hosted_domain", "allowed_idps", "idps", "tenant_id", "identity_provider"].some(
    (trait) => !isEmpty(traitOf(signIn, trait)?.value),
  );
  const lists = Object.keys(lettingTraits).filter((trait) => !isEmpty(traitOf(signIn, trait)?.value));
  const [list] = lists;
  if (narrowed || list === undefined) return;
  report(
    diagnose(openHub, { why: `\`allow_all\` lets in everybody with an account, whatever \`${list}\` lists` }, { span }),
  );
}

function checkDomains(signIn: SignIn, report: Report): void {
  for (const trait of ["hosted_domain", "allowed_domains"]) {
    const found = traitOf(signIn, trait);
    const open = textsOf(found?.value).filter(isPublicDomain);
    if (found?.span !== undefined && open.length > 0)
      report(diagnose(openHub, { why: `anybody can have an address at \`${open[0]}\`` }, { span: found.span }));
  }
  const idps = traitOf(signIn, "allowed_idps");
  if (idps?.span === undefined || !isMap(idps.value)) return;
  const [wide] = Object.entries(idps.value).filter(
    ([idp, options]) => isPublicIdentityProvider(idp) && isMap(options) && options["allow_all"] === true,
  );
  if (wide !== undefined)
    report(diagnose(openHub, { why: `anybody can have an account at \`${wide[0]}\`` }, { span: idps.span }));
}

/** A campus's provider that says of none of its people that they may enter, and of which nobody is listed. A public one stands there for those who are. */
function checkClosedProviders(signIn: SignIn, report: Report): void {
  const idps = traitOf(signIn, "allowed_idps")?.value;
  if (!isMap(idps) || [...lettingEverybody, ...decidingHooks].some((trait) => isSet(signIn, trait))) return;
  const listed = ["allowed_users", "admin_users"].flatMap((trait) => textsOf(traitOf(signIn, trait)?.value));
  for (const [id, options] of Object.entries(idps)) {
    if (!isMap(options) || isPublicIdentityProvider(id)) continue;
    if (options["allow_all"] === true || !isEmpty(options["allowed_domains"])) continue;
    const campus = campusOf(id);
    if (campus === undefined || listed.some((name) => name.includes(campus))) continue;
    const span = spanOf(signIn, ["CILogonOAuthenticator", "allowed_idps", id]);
    if (span !== undefined) report(diagnose(closedProvider, { id }, { span }));
  }
}

const lettingEverybody = ["allow_all", "allow_existing_users"];

function isSet(signIn: SignIn, trait: string): boolean {
  const value = traitOf(signIn, trait)?.value;
  return value !== false && !isEmpty(value);
}

/** The last two parts of a provider's name: `campus.edu` of `https://idp.campus.edu/idp`. */
function campusOf(id: string): string | undefined {
  return /([a-z0-9-]+\.[a-z]+)(?::\d+)?(?:\/.*)?$/i.exec(id)?.[1]?.toLowerCase();
}

/** A class of the hub's own, which a program elsewhere puts in the place of the one that is named, and whose traits stand here. */
function mayBeSubclass({ config }: SignIn): boolean {
  return Object.entries(config).some(
    ([name, traits]) =>
      /Authenticator$/.test(name) &&
      !isKnownClass(name) &&
      isMap(traits) &&
      [...lettingEverybody, "allowed_idps", "admin_users", ...Object.keys(lettingTraits)].some(
        (trait) => traits[trait] !== false && !isEmpty(traits[trait]),
      ),
  );
}

/** Does nothing let anybody in? Classes with accounts of their own keep people that no value shows. */
function isClosed(signIn: SignIn): boolean {
  if (!signIn.line.includes("OAuthenticator")) return false;
  const letting = [
    "allow_all",
    "allow_existing_users",
    "allowed_users",
    "admin_users",
    "allowed_domains",
    "allowed_idps",
    "hosted_domain",
  ];
  const all = [...letting, ...Object.keys(lettingTraits), ...Object.keys(adminTraits), ...decidingHooks];
  return all.every((trait) => {
    const value = traitOf(signIn, trait)?.value;
    return value === false || isEmpty(value);
  });
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (isList(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}

/**
 * People that the values of a hub list, against the form that its names must have: JupyterHub starts with none that is of another
 * (jupyterhub 4.1 to 5.5, app.py, init_users: `username … is not valid`; auth.py, validate_username, which matches from the start).
 */
export function checkListedPeople(values: ChartMap, report: Report): void {
  const at = (...path: string[]) => placeAt(values, ["hub", "config", ...path])?.data;
  const section = sectionOf(textOf(at("JupyterHub", "authenticator_class")));
  const line = section === undefined ? ["Authenticator"] : lineOf(section);
  const pattern = line.flatMap((one) => textOf(at(one, "username_pattern")) ?? [])[0];
  const matches = pattern === undefined ? undefined : pythonMatch(pattern);
  if (matches === undefined || line.some((one) => at(one, "username_map") !== undefined)) return;
  for (const className of line)
    for (const trait of ["admin_users", "allowed_users"]) {
      const list = at(className, trait);
      if (list?.kind !== "list") continue;
      for (const item of list.items) {
        const name = textOf(item)?.toLowerCase();
        if (name === undefined || matches(name)) continue;
        const path = `hub.config.${className}.${trait}`;
        const problem = `lists \`${name}\`, whom \`username_pattern\` does not let be a name, so that the hub does not start`;
        report(diagnose(pitfall, { path, problem }, { span: item.span }));
      }
    }
}

function textOf(data: ChartData | undefined): string | undefined {
  return data?.kind === "scalar" && typeof data.value === "string" ? data.value : undefined;
}
