// The identity providers of CILogon, each with what it says of itself.

import type { Chart } from "../../knowledge/charts/charts.ts";
import { idpsTrait } from "../../knowledge/charts/differences.ts";
import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { isAtOrBelow } from "../../model/chart-leaf.ts";
import { quote } from "../../schema/values/scalars.ts";
import { usualProvider } from "../meaning.ts";
import { block, mapAt, type Recognising, type Said, type Statement, set, textsIn, valueAt } from "../piece.ts";
import { nameFrom, printTexts } from "../print-data.ts";
import { leafPiece, takenBack } from "./profile-entry.ts";

/** Undefined where there is none, or its settings are no map: then it is another sign-in. */
export function identityProviders(
  recognising: Recognising,
  { section, piece }: { readonly section: string; readonly piece: string },
): Said | undefined {
  const traits = mapAt(recognising.values, `hub.config.${section}`);
  const trait = isMap(traits["idps"] ?? null) ? "idps" : "allowed_idps";
  const all = traits[trait];
  if (all === undefined || !isMap(all) || Object.keys(all).length === 0) return undefined;
  const base = ["hub", "config", section, trait];
  const usual = usualProvider(all);
  const names = new Set<string>();
  // Where none says that it is chosen, the first is, in the order in which helm hands them on.
  const ids = usual === undefined ? Object.keys(all).toSorted() : Object.keys(all);
  const said = ids.map((id): Said => {
    const settings = settingsOf(mapIn(all, id), { isUsual: id === usual && id !== ids[0] });
    const kept = settings.filter(({ keys }) => !keys.some((key) => takenBack(recognising, [...base, id, ...key])));
    const claims = kept.flatMap(({ keys }) => keys.map((key) => [...base, id, ...key]));
    const body = kept.flatMap(({ head, text, keys }) =>
      text === undefined ? [] : [set(head, text, leafPiece([...base, id, ...(keys[0] ?? [])]))],
    );
    const isEmpty = Object.keys(mapIn(all, id)).length === 0;
    const statement: Statement = block(`idp ${nameOf(id, names)}`, [set("id", quote(id), piece), ...body], piece);
    return { statements: [statement], claims: isEmpty ? [[...base, id]] : claims };
  });
  const claims = said.flatMap((one) => one.claims);
  const claim = valueAt(recognising.values, `hub.config.${section}.username_claim`);
  const path = ["hub", "config", section, "username_claim"];
  const username =
    typeof claim === "string" && !takenBack(recognising, path) ? [set("username", quote(claim), leafPiece(path))] : [];
  return {
    statements: [...username, ...said.flatMap(({ statements }) => statements)],
    claims: username.length === 0 ? claims : [path, ...claims],
  };
}

interface RenamedUse {
  readonly chart: Chart;
  readonly claims: readonly (readonly string[])[];
}

/** What no word says of a provider goes where the words write the rest of it: the trait had another name once. */
export function providersRenamed(path: readonly string[], { chart, claims }: RenamedUse): readonly string[] {
  const [hub, config, section, trait, ...rest] = path;
  const base = path.slice(0, 4);
  if (hub === undefined || config === undefined || section === undefined || !/^(?:allowed_)?idps$/.test(trait ?? ""))
    return path;
  return claims.some((claim) => claim.length > 4 && isAtOrBelow(claim, base))
    ? [hub, config, section, idpsTrait(chart), ...rest]
    : path;
}

function mapIn(all: JsonMap, id: string): JsonMap {
  const found = all[id];
  return found !== undefined && isMap(found) ? found : {};
}

interface IdpSetting {
  readonly head: string;
  /** Undefined where nothing need be written. */
  readonly text: string | undefined;
  /** Below the provider. */
  readonly keys: readonly (readonly string[])[];
}

/** What no word says is not in it. */
function settingsOf(about: JsonMap, { isUsual }: { readonly isUsual: boolean }): readonly IdpSetting[] {
  const derivation = mapAt(about, "username_derivation");
  const of = (key: string) => ["username_derivation", key];
  const text = (head: string, value: Json | undefined, keys: readonly (readonly string[])[]): IdpSetting[] =>
    typeof value === "string" ? [{ head, text: quote(value), keys }] : [];
  const domains = textsIn(about["allowed_domains"]);
  return [
    ...text("username", derivation["username_claim"], [of("username_claim")]),
    ...text("prefix", derivation["prefix"], [of("prefix"), of("action")]),
    ...text("strip-domain", derivation["domain"], [of("domain"), of("action")]),
    ...(typeof about["allow_all"] === "boolean"
      ? [{ head: "allow", text: about["allow_all"] ? "everyone" : undefined, keys: [["allow_all"]] }]
      : []),
    ...(domains?.length ? [{ head: "domains", text: printTexts(domains), keys: [["allowed_domains"]] }] : []),
    ...(typeof about["default"] === "boolean"
      ? [{ head: "default", text: isUsual ? "true" : undefined, keys: [["default"]] }]
      : []),
  ];
}

const known: ReadonlyMap<string, string> = new Map([
  ["http://google.com/accounts/o8/id", "google"],
  ["http://github.com/login/oauth/authorize", "github"],
  ["http://login.microsoftonline.com/common/oauth2/v2.0/authorize", "microsoft"],
  ["http://orcid.org/oauth/authorize", "orcid"],
]);

function nameOf(id: string, names: Set<string>): string {
  const host = /^(?:https?:\/\/|urn:)(?:[^/:]*\.)?([^./:]+)\.[a-z]+(?:[/:]|$)/.exec(id)?.[1];
  const wanted = nameFrom(known.get(id) ?? host ?? id);
  let name = wanted;
  for (let i = 2; names.has(name); i++) name = `${wanted}-${i}`;
  names.add(name);
  return name;
}
