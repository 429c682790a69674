// Whom sops encrypts each hub's secrets for: a rule a file, in one `.sops.yaml` for `sops --config`.

import type { Release } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { SecretSource } from "../../model/upkeep.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";

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
