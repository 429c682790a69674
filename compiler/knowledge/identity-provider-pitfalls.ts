// What CILogon's class says of an identity provider, and what it refuses before the hub starts (oauthenticator 17.4, cilogon-schema.yaml,
// which has been so since 15.0).

import { andList } from "../text/and-list.ts";
import { closest } from "../text/edit-distance.ts";
import type { ChartPitfall } from "./chart-pitfall.ts";
import { isMap, type JsonMap, mapAt } from "./json-schema.ts";

const options = ["allow_all", "allowed_domains", "allowed_domains_claim", "default", "username_derivation"];
const derivations = ["action", "domain", "prefix", "username_claim"];

export function identityProviderPitfalls(values: JsonMap): ChartPitfall[] {
  return ["idps", "allowed_idps"].flatMap((trait) => {
    const at = ["hub", "config", "CILogonOAuthenticator", trait];
    return Object.entries(mapAt(values, at.join("."))).flatMap(([id, about]): ChartPitfall[] => {
      if (!isMap(about)) return [];
      const pitfalls = unknownIn(about, options, [...at, id]);
      return [
        ...pitfalls,
        ...unknownIn(mapAt(about, "username_derivation"), derivations, [...at, id, "username_derivation"]),
      ];
    });
  });
}

function unknownIn(map: JsonMap, known: readonly string[], at: readonly string[]): ChartPitfall[] {
  return Object.keys(map).flatMap((key): ChartPitfall[] => {
    if (known.includes(key)) return [];
    const suggestion = closest(key, known);
    const problem = `is no option of an identity provider, so that the hub does not start: there are ${andList(known.map((one) => `\`${one}\``))}`;
    return [{ paths: [[...at, key]], problem, ...(suggestion === undefined ? {} : { suggestion }) }];
  });
}
