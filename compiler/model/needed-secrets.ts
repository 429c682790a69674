// Secrets beside the release's own that its objects name: certificates, what pulls images, and what `values` refers to. Without them
// pods stay pending, or people get a certificate that their browser refuses.

import { certManagerAnnotations, issuerAnnotation } from "../knowledge/ingress-annotations.ts";
import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { isCertificateOfCloud } from "./ingress-controller.ts";
import { ownValue } from "./own-values.ts";
import type { Release } from "./release.ts";
import { secretKeys } from "./secret-keys.ts";

/** A Secret of the release's namespace. */
export interface NeededSecret {
  readonly name: string;
  /** Those that it must hold; empty where nothing is known of them. */
  readonly keys: readonly string[];
  /** What it is for, in words. */
  readonly use: string;
  /** Who makes it, where nobody has to. */
  readonly maker: string | undefined;
}

/** Keys of a Secret of the type `kubernetes.io/tls`, and of one that pulls images (Kubernetes 1.34, core/v1). */
const certificateKeys = ["tls.crt", "tls.key"];
const pullKeys = [".dockerconfigjson"];

/** Names that Kubernetes takes; what is none of them is refused by the cluster, and is in no script of ours. */
const isName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
const isKey = /^[A-Za-z0-9._-]+$/;

/** In order of name, each once. */
export function neededSecrets(release: Release): readonly NeededSecret[] {
  const found = new Map<string, NeededSecret>();
  for (const secret of [...certificates(release), ...ofFiles(release), ...ofVolumes(release), ...fromValues(release)])
    if (isName.test(secret.name) && secret.name !== release.secretName && !found.has(secret.name))
      found.set(secret.name, secret);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those that somebody has to bring. */
export function secretsToBring(release: Release): readonly NeededSecret[] {
  return neededSecrets(release).filter(({ maker }) => maker === undefined);
}

/** Is there a Secret that has to be there before a release is deployed? */
export function hasSecretsToCheck(release: Release): boolean {
  return secretKeys(release).length > 0 || secretsToBring(release).length > 0;
}

/** The Secret that an ingress's certificate is in. */
export function ingressSecret({ name, ingress }: Release): string {
  return ingress?.secret?.value ?? `${name}-tls`;
}

/** Of the vocabulary's `https` and `ingress`, over which `values` lays nothing else. */
function certificates(release: Release): NeededSecret[] {
  const { https, ingress, domain } = release;
  const use = `the certificate of ${domain.value}`;
  const secrets: NeededSecret[] = [];
  if (https?.secret) secrets.push({ name: https.secret.value, keys: certificateKeys, use, maker: undefined });
  if (ingress?.tls.value && !isCertificateOfCloud(ingress))
    secrets.push({ name: ingressSecret(release), keys: certificateKeys, use, maker: certificateMaker(release) });
  return secrets;
}

/** Of files whose Secret is not the release's own. A chart around this one may make it. */
function ofFiles({ files, umbrella }: Release): NeededSecret[] {
  const maker = umbrella && `the chart \`${umbrella.chart.value}\`, or somebody beside it`;
  const keys = new Map<string, string[]>();
  for (const { holds } of files)
    if (holds.kind === "elsewhere") keys.set(holds.name.value, [...(keys.get(holds.name.value) ?? []), holds.key]);
  return [...keys].map(([name, held]) => ({ name, keys: [...new Set(held)], use: "files of servers", maker }));
}

/** Of volumes: all keys of the Secret are mounted, and which those are only who makes it knows. */
function ofVolumes({ volumes }: Release): NeededSecret[] {
  return volumes.flatMap(({ holds, in: place }) => {
    if (holds.kind !== "secret") return [];
    const use = place.value === "hub" ? "files of the hub" : "files of servers";
    return [{ name: holds.name.value, keys: [], use, maker: undefined }];
  });
}

/** cert-manager makes the certificate of an ingress that names an issuer (cert-manager 1.19, annotated Ingress resources). */
function certificateMaker(release: Release): string | undefined {
  const { ingress } = release;
  if (ingress?.issuer) return `cert-manager, by the ClusterIssuer \`${ingress.issuer.value}\``;
  const own = ownValue(release, "ingress.annotations");
  const annotations: readonly (readonly [string, unknown])[] = [
    ...(ingress?.annotations ?? []).map(({ key, value }) => [key, value.value] as const),
    ...Object.entries(isMap(own) ? own : {}),
  ];
  const [found, others] = annotations.filter(([key]) => certManagerAnnotations.has(key));
  return found && `cert-manager${others ? "" : issuerWords(found, release)}`;
}

/** An annotation that asks for "the default issuer" names none. */
function issuerWords([key, value]: readonly [string, unknown], { namespace }: Release): string {
  if (key === issuerAnnotation) return `, by the ClusterIssuer \`${value}\``;
  return key === "cert-manager.io/issuer" ? `, by the Issuer \`${value}\` of the namespace \`${namespace}\`` : "";
}

/** Where values of the chart name Secrets (values.yaml and templates, 4.4.0). */
function fromValues(release: Release): NeededSecret[] {
  const value = (path: string) => ownValue(release, path);
  const certificate = { keys: certificateKeys, use: `the certificate of ${release.domain.value}` };
  const isSecretType = value("proxy.https.type") === "secret";
  const proxy = value("proxy.https.secret.name");
  const tls = value("ingress.tls");
  return [
    ...(isSecretType && typeof proxy === "string" ? [{ name: proxy, ...certificate, maker: undefined }] : []),
    ...(Array.isArray(tls) ? tls : []).flatMap((json: Json) =>
      isMap(json) && typeof json["secretName"] === "string"
        ? [{ name: json["secretName"], ...certificate, maker: certificateMaker(release) }]
        : [],
    ),
    ...pullSecrets(release),
    ...references(release),
  ];
}

/** `imagePullSecrets` and each image's `pullSecrets`: names, or maps with a name. */
function pullSecrets(release: Release): NeededSecret[] {
  const paths = [
    "imagePullSecrets",
    "singleuser.image.pullSecrets",
    "hub.image.pullSecrets",
    "proxy.chp.image.pullSecrets",
  ];
  return paths.flatMap((path) => {
    const list = ownValue(release, path);
    return (Array.isArray(list) ? list : []).flatMap((json: Json) => {
      const name = isMap(json) ? json["name"] : json;
      return typeof name === "string"
        ? [{ name, keys: pullKeys, use: "signs in to the registry of images", maker: undefined }]
        : [];
    });
  });
}

/** Every `secretKeyRef`, `secretRef` and volume of a Secret in the values of hub, proxy and servers, that is not said to be optional. */
function references(release: Release): NeededSecret[] {
  const keys = new Map<string, Set<string>>();
  const add = (name: Json | undefined, more: Json | undefined, from: JsonMap) => {
    if (typeof name !== "string" || from["optional"] === true) return;
    const known = keys.get(name) ?? new Set();
    keys.set(name, typeof more === "string" && isKey.test(more) ? known.add(more) : known);
  };
  const walk = (node: Json): void => {
    if (Array.isArray(node)) node.forEach(walk);
    if (!isMap(node)) return;
    for (const [key, inner] of Object.entries(node)) {
      if (isMap(inner) && key === "secretKeyRef") add(inner["name"], inner["key"], inner);
      else if (isMap(inner) && key === "secretRef") add(inner["name"], undefined, inner);
      else if (isMap(inner) && key === "secret") add(inner["secretName"], undefined, inner);
      walk(inner);
    }
  };
  for (const part of ["hub", "singleuser", "proxy"]) {
    const tree = ownValue(release, part);
    if (tree !== undefined) walk(tree);
  }
  return [...keys].map(([name, held]) => ({
    name,
    keys: [...held].sort(),
    use: "named in the hub's `values`",
    maker: undefined,
  }));
}
