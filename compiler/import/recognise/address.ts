// Where the hub is found: its domain, and what stands in front of it.

import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import type { Environment } from "../environment.ts";
import {
  block,
  booleanAt,
  listOf,
  mapAt,
  type Piece,
  type Recognise,
  set,
  textAt,
  textsIn,
  valueAt,
} from "../piece.ts";
import { nameFrom, printTexts } from "../print-data.ts";

export const address: Recognise = ({ values, environment, callbackHost }) => {
  const isIngress = booleanAt(values, "ingress.enabled") === true;
  const hosts = hostsIn(values);
  const domain =
    environment.place.domain ?? firstHost(values) ?? callbackHost ?? `${nameFrom(environment.name)}.example.org`;
  const pieces: Piece[] = [{ name: "domain", statements: [set("domain", quote(domain), "domain")], claims: [] }];
  if (isIngress) return [...pieces, ingress(values, domain)];
  if (textAt(values, "proxy.https.type") === "offload" && booleanAt(values, "proxy.https.enabled") === true) {
    const claims = ["enabled", "type"].map((key) => ["proxy", "https", key]);
    return [
      ...pieces,
      { name: "https", statements: [block("https", [set("offload", "true", "https")], "https")], claims },
    ];
  }
  const mail = textAt(values, "proxy.https.letsencrypt.contactEmail");
  if (mail === undefined || booleanAt(values, "proxy.https.enabled") !== true) return pieces;
  const [first, ...others] = textsIn(hosts) ?? [];
  const isSaid = first === domain;
  const keys = ["enabled", "type", "letsencrypt", ...(isSaid ? ["hosts"] : [])];
  const claims = keys.map((key) => ["proxy", "https", key]);
  const further = isSaid && others.length > 0 ? [set("hosts", printTexts(others), "https")] : [];
  const statement = block("https", [set("letsencrypt", quote(mail), "https"), ...further], "https");
  return [...pieces, { name: "https", statements: [statement], claims }];
};

function hostsIn(values: JsonMap): readonly Json[] {
  const isIngress = booleanAt(values, "ingress.enabled") === true;
  return listOf(valueAt(values, isIngress ? "ingress.hosts" : "proxy.https.hosts"));
}

function firstHost(values: JsonMap): string | undefined {
  return hostsIn(values).find((json): json is string => typeof json === "string" && /^[a-z0-9.-]+\.[a-z]+$/.test(json));
}

/**
 * By environment, the host to which people come back from signing in, which is the hub; of those alone whose host no other one has, since a copy
 * of values may have kept the other's.
 */
export function callbackHosts(environments: readonly Environment[]): ReadonlyMap<Environment, string> {
  const hosts = environments.map(({ place, today }) => place.domain ?? firstHost(today) ?? hostOfCallback(today));
  return new Map(
    environments.flatMap((environment): (readonly [Environment, string])[] => {
      const host = hostOfCallback(environment.today);
      return host === undefined || hosts.filter((one) => one === host).length > 1 ? [] : [[environment, host]];
    }),
  );
}

function hostOfCallback(values: JsonMap): string | undefined {
  const urls = Object.keys(mapAt(values, "hub.config")).map((section) =>
    textAt(values, `hub.config.${section}.oauth_callback_url`),
  );
  const [host] = urls.flatMap(
    (url) => /^https?:\/\/([a-z0-9.-]+\.[a-z]+)\/hub\/oauth_callback$/.exec(url ?? "")?.[1] ?? [],
  );
  return host;
}

const sizeKey = "nginx.ingress.kubernetes.io/proxy-body-size";
const issuerKey = "cert-manager.io/cluster-issuer";

function ingress(values: JsonMap, domain: string): Piece {
  const name = "ingress";
  const className = textAt(values, "ingress.ingressClassName");
  const annotations = Object.entries(mapAt(values, "ingress.annotations")).filter(
    (one): one is [string, string] => typeof one[1] === "string",
  );
  const certificate = certificateIn(values, domain);
  // An issuer for no certificate is an annotation like any other.
  const issuer = certificate === "none" ? undefined : annotations.find(([key]) => key === issuerKey)?.[1];
  const size = /^(\d+)m$/.exec(annotations.find(([key]) => key === sizeKey)?.[1] ?? "")?.[1];
  const others = annotations.filter(
    ([key]) => !(key === issuerKey && issuer !== undefined) && !(key === sizeKey && size !== undefined),
  );
  const body = [
    ...(className === undefined ? [] : [set("class", quote(className), name)]),
    ...(certificate === "none" ? [set("tls", "false", name)] : []),
    ...(typeof certificate === "object" ? [set("secret", quote(certificate.secret), name)] : []),
    ...(issuer === undefined ? [] : [set("issuer", quote(issuer), name)]),
    ...(size === undefined ? [] : [set("body-size", `${size}MiB`, name)]),
    ...(others.length === 0
      ? []
      : [
          block(
            "annotations",
            others.map(([key, value]) => set(quote(key), quote(value), name)),
            name,
          ),
        ]),
  ];
  const claims = [
    ...["enabled", "ingressClassName"].map((key) => ["ingress", key]),
    ...annotations.map(([key]) => ["ingress", "annotations", key]),
    ...(isJust(valueAt(values, "ingress.hosts"), domain) ? [["ingress", "hosts"]] : []),
    ...(certificate === undefined ? [] : [["ingress", "tls"]]),
    // Behind an ingress the proxy's service needs no load balancer: where it has one today, that stays.
    ...(textAt(values, "proxy.service.type") === "ClusterIP" ? [["proxy", "service", "type"]] : []),
  ];
  return { name, statements: [block("ingress", body, name)], claims };
}

/** The Secret of the domain's certificate; `none` where there is no certificate; undefined where no setting says what there is. */
function certificateIn(values: JsonMap, domain: string): { readonly secret: string } | "none" | undefined {
  const written = listOf(valueAt(values, "ingress.tls"));
  const [tls, ...more] = written;
  if (tls === undefined) return "none";
  if (more.length > 0 || !isMap(tls)) return undefined;
  const { hosts, secretName, ...others } = tls;
  const isKnown = typeof secretName === "string" && isJust(hosts, domain) && Object.keys(others).length === 0;
  return isKnown ? { secret: secretName } : undefined;
}

function isJust(hosts: Json | undefined, domain: string): boolean {
  const texts = textsIn(hosts);
  return texts?.length === 1 && texts[0] === domain;
}
