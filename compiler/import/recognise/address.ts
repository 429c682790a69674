// Where the hub is found: its domain, and what stands in front of it.

import { isMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { booleanAt, listOf, mapAt, type Piece, type Recognise, textAt, textsIn, valueAt } from "../piece.ts";
import { nameFrom, printTexts } from "../print-data.ts";
import { block, set } from "../statements.ts";

export const address: Recognise = ({ values, environment }) => {
  const isIngress = booleanAt(values, "ingress.enabled") === true;
  const hosts = listOf(valueAt(values, isIngress ? "ingress.hosts" : "proxy.https.hosts"));
  const [host] = hosts.filter((one) => typeof one === "string" && /^[a-z0-9.-]+\.[a-z]+$/.test(one));
  const domain =
    environment.place.domain ?? (typeof host === "string" ? host : `${nameFrom(environment.name)}.example.org`);
  const found: Piece[] = [{ name: "domain", statements: [set("domain", quote(domain), "domain")], claims: [] }];
  if (isIngress) return [...found, ingress(values)];
  if (textAt(values, "proxy.https.type") === "offload" && booleanAt(values, "proxy.https.enabled") === true) {
    const claims = ["enabled", "type"].map((key) => ["proxy", "https", key]);
    return [
      ...found,
      { name: "https", statements: [block("https", [set("offload", "true", "https")], "https")], claims },
    ];
  }
  const mail = textAt(values, "proxy.https.letsencrypt.contactEmail");
  if (mail === undefined || booleanAt(values, "proxy.https.enabled") !== true) return found;
  const [first, ...others] = textsIn(hosts) ?? [];
  const isSaid = first === domain;
  const keys = ["enabled", "type", "letsencrypt", ...(isSaid ? ["hosts"] : [])];
  const claims = keys.map((key) => ["proxy", "https", key]);
  const further = isSaid && others.length > 0 ? [set("hosts", printTexts(others), "https")] : [];
  const statement = block("https", [set("letsencrypt", quote(mail), "https"), ...further], "https");
  return [...found, { name: "https", statements: [statement], claims }];
};

const sizeKey = "nginx.ingress.kubernetes.io/proxy-body-size";
const issuerKey = "cert-manager.io/cluster-issuer";

function ingress(values: Parameters<Recognise>[0]["values"]): Piece {
  const name = "ingress";
  const className = textAt(values, "ingress.ingressClassName");
  const annotations = mapAt(values, "ingress.annotations");
  const [tls] = listOf(valueAt(values, "ingress.tls"));
  const secret = isMap(tls ?? null) && tls !== undefined && isMap(tls) ? tls["secretName"] : undefined;
  const issuer = annotations[issuerKey];
  const size = /^(\d+)m$/.exec(String(annotations[sizeKey] ?? ""))?.[1];
  const others = Object.entries(annotations).filter(([key]) => key !== issuerKey && !(key === sizeKey && size));
  const texts = others.filter((one): one is [string, string] => typeof one[1] === "string");
  const body = [
    ...(className === undefined ? [] : [set("class", quote(className), name)]),
    ...(tls === undefined ? [set("tls", "false", name)] : []),
    ...(typeof secret === "string" ? [set("secret", quote(secret), name)] : []),
    ...(typeof issuer === "string" ? [set("issuer", quote(issuer), name)] : []),
    ...(size === undefined ? [] : [set("body-size", `${size}MiB`, name)]),
    ...(texts.length === 0
      ? []
      : [
          block(
            "annotations",
            texts.map(([key, value]) => set(quote(key), quote(value), name)),
            name,
          ),
        ]),
  ];
  const claims = ["enabled", "ingressClassName", "annotations", "hosts", "tls"].map((key) => ["ingress", key]);
  return { name, statements: [block("ingress", body, name)], claims: [...claims, ["proxy", "service", "type"]] };
}
