// What brings a release's secrets, by reference only: the list of their keys, a script that tells which are missing, and by the
// hub's choice an ExternalSecret or what sops needs. No value is ever known here.

import { hasSecretsToCheck, secretsToBring } from "../../model/needed-secrets.ts";
import type { Release } from "../../model/release.ts";
import { type SecretKey, secretKeys } from "../../model/secret-keys.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { SecretSource } from "../../model/upkeep.ts";
import { jsonFile, type OutputFile, textFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { filledIn } from "../../output/shell-script.ts";
import { withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import checkScript from "./check-secrets.sh";

/** The files of a release that refers to secrets. */
export function secretFiles(release: Release): OutputFile[] {
  const keys = secretKeys(release);
  if (!hasSecretsToCheck(release)) return [];
  if (keys.length === 0) return [checkSecrets(release, keys)];
  const { source } = release.secrets;
  return [
    keyList(release, keys),
    checkSecrets(release, keys),
    ...(source.kind === "external" ? [externalSecret(release, source, keys)] : []),
    ...(source.kind === "sops" ? [template(release, source, keys)] : []),
  ];
}

/** The script with the parts of it that are wanted; each begins with `#name` and ends before a line `#endname`. */
function withParts(script: string, wanted: Readonly<Record<string, boolean>>): string {
  return Object.entries(wanted).reduce(
    (text, [name, isWanted]) =>
      text.replaceAll(new RegExp(`^#${name}([^]*?)^#end${name}\\n`, "gm"), (_, part: string) => (isWanted ? part : "")),
    script,
  );
}

/** `secrets.json`: for whoever fills the Secret by other means. */
function keyList(release: Release, keys: readonly SecretKey[]): OutputFile {
  const list = {
    secret: release.secretName,
    namespace: release.namespace,
    keys: keys.map(({ key, path, use }) => ({ key, path, use })),
  };
  return jsonFile(`${release.folder}/secrets.json`, list, release.span);
}

/** `check-secrets.sh`. Names of keys, Secrets and namespaces hold nothing that a shell reads. */
function checkSecrets(release: Release, keys: readonly SecretKey[]): OutputFile {
  const listed = keys.map(({ key, use }) => `${key}\t${use}`).join("\n");
  const others = secretsToBring(release).flatMap((secret) =>
    (secret.keys.length > 0 ? secret.keys : ["."]).map((key) => `${secret.name}\t${key}\t${secret.use}`),
  );
  const parts = { own: keys.length > 0, unowned: keys.length === 0, others: others.length > 0 };
  const text = filledIn(withParts(checkScript, parts), {
    NAMESPACE: release.namespace,
    KEYS_LIST: listed,
    OTHERS_LIST: others.join("\n"),
    SECRET: release.secretName,
  });
  return { ...textFile(`${release.folder}/check-secrets.sh`, text, release.span), executable: true };
}

/** `manifests/15-secrets.yaml` (external-secrets.io/v1, External Secrets 2.9). */
function externalSecret(
  release: Release,
  source: SecretSource & { readonly kind: "external" },
  keys: readonly SecretKey[],
): OutputFile {
  const { store, clusterWide, item, prefix, refresh } = source;
  const remote = ({ key, path }: SecretKey): YamlData => {
    if (item) return { key: withOrigin(item.value, item.span), property: key };
    return { key: prefix ? withOrigin(`${prefix.value}${path}`, prefix.span) : path };
  };
  const object: YamlData = {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: {
      name: release.secretName,
      namespace: release.namespace,
      labels: { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub },
    },
    spec: {
      refreshInterval: withOrigin(`${refresh.value}s`, refresh.span),
      secretStoreRef: {
        name: withOrigin(store.value, store.span),
        kind: withOrigin(clusterWide.value ? "ClusterSecretStore" : "SecretStore", clusterWide.span),
      },
      target: { name: release.secretName, creationPolicy: "Owner", deletionPolicy: "Retain" },
      data: keys.map((key) => ({ secretKey: key.key, remoteRef: remote(key) })),
    },
  };
  const header = [`The Secret of ${release.name}, which the External Secrets operator makes. Written by hubc.`];
  return {
    path: `${release.folder}/manifests/15-secrets.yaml`,
    ...printYaml([yaml(object)], { header, origin: source.span }),
  };
}

/** `secret.template.yaml`: what the encrypted file begins as. */
function template(
  release: Release,
  source: SecretSource & { readonly kind: "sops" },
  keys: readonly SecretKey[],
): OutputFile {
  const object: YamlData = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: release.secretName, namespace: release.namespace },
    type: "Opaque",
    stringData: Object.fromEntries(keys.map(({ key }) => [key, ""])),
  };
  const header = [
    `The Secret of ${release.name} without its values. Copied to ${source.file.value}, filled and encrypted by sops; never filled here. Written by hubc.`,
  ];
  return {
    path: `${release.folder}/secret.template.yaml`,
    ...printYaml([yaml(object)], { header, origin: source.span }),
  };
}

// Whom sops encrypts each hub's secrets for: a rule a file, in one `.sops.yaml` for `sops --config`.

/** `.sops.yaml`, where a hub keeps its secrets in files that sops encrypts (sops 3.13, config/config.go). */
export function sopsConfig(releases: readonly Release[]): OutputFile | undefined {
  const sources = new Map<string, SecretSource & { readonly kind: "sops" }>();
  for (const { secrets } of releases)
    if (secrets.source.kind === "sops" && !sources.has(secrets.source.file.value))
      sources.set(secrets.source.file.value, secrets.source);
  const [first] = sources.values();
  if (first === undefined) return undefined;
  const rules = [...sources.values()].map(rule);
  const header = [
    "Whom sops encrypts for: `sops --config` takes it. Keys stay readable, values do not. Written by hubc.",
  ];
  return { path: ".sops.yaml", ...printYaml([yaml({ creation_rules: rules })], { header, origin: first.span }) };
}

/** The path is matched at its end, since sops takes it from the folder of the configuration or from the root of the disk. */
function rule({ file, recipients, span }: SecretSource & { readonly kind: "sops" }): YamlData {
  const { age, ...keys } = recipients;
  const one = (value: Sourced<string> | undefined) => value && withOrigin(value.value, value.span);
  return withOrigin(
    {
      path_regex: withOrigin(`(^|/)${file.value.replace(/[.+*?()[\]{}|^$\\]/g, "\\$&")}$`, file.span),
      encrypted_regex: "^(data|stringData)$",
      age: age.length > 0 ? withOrigin(age.map(({ value }) => value).join(","), age[0]?.span) : undefined,
      gcp_kms: one(keys.gcp_kms),
      kms: one(keys.kms),
      azure_keyvault: one(keys.azure_keyvault),
    },
    span,
  );
}
