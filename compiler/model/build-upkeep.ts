// Blocks of a hub about its upkeep, to the model.

import type { Item, Target } from "../schema/value-type.ts";
import { type Block, blockOf } from "./block.ts";
import { itemsOf, required, settingNamed } from "./build-parts.ts";
import { peersOf } from "./build-peers.ts";
import { derived, mapSourced } from "./sourced.ts";
import type { Backup, Budget, Outgoing, SecretSource, Secrets } from "./upkeep.ts";

/** Where the secrets of a stage of a hub live. */
export function secretsOf(hub: Block, { name, stage }: { readonly name: string; readonly stage: string }): Secrets {
  const block = blockOf(hub, "secrets");
  const standard = `hubc-${name}`;
  if (block === undefined)
    return { name: standard, source: { kind: "kubernetes" }, fixedKeys: derived(false, hub.span, "default") };
  return {
    name: settingNamed<string>(block, "name")?.value ?? standard,
    source: sourceOf(block, `${name}-${stage}`),
    fixedKeys: required(settingNamed<boolean>(block, "fixed-keys"), false, block),
  };
}

function sourceOf(block: Block, release: string): SecretSource {
  const { span } = block;
  if (block.variant === "sops") {
    const recipients = {
      age: itemsOf(settingNamed<readonly Item<string>[]>(block, "age")),
      gcp_kms: settingNamed<string>(block, "gcp-kms"),
      kms: settingNamed<string>(block, "aws-kms"),
      azure_keyvault: settingNamed<string>(block, "azure-key-vault"),
    };
    const file = required(settingNamed<string>(block, "file"), `secrets/${release}.yaml`, block);
    return { kind: "sops", file, recipients, span };
  }
  if (block.variant !== "external") return { kind: "kubernetes" };
  const kind = required(settingNamed<string>(block, "kind"), "cluster", block);
  return {
    kind: "external",
    store: required(settingNamed<string>(block, "store"), "", block),
    clusterWide: mapSourced(kind, (word) => word === "cluster"),
    item: settingNamed<string>(block, "item"),
    prefix: settingNamed<string>(block, "prefix"),
    refresh: required(settingNamed<number>(block, "refresh"), 3600, block),
    span,
  };
}

export function outgoingOf(hub: Block): Outgoing | undefined {
  const block = blockOf(hub, "network");
  return (
    block && {
      networks: itemsOf(settingNamed<readonly Item<string>[]>(block, "allow-outgoing")),
      internet: required(settingNamed<boolean>(block, "internet"), true, block),
      reach: peersOf(block, "reach"),
      blockMetadata: required(settingNamed<boolean>(block, "block-metadata"), true, block),
      span: block.span,
    }
  );
}

export function backupOf(hub: Block): Backup | undefined {
  const block = blockOf(hub, "backup");
  const schedule = block && settingNamed<string>(block, "schedule");
  if (block === undefined || schedule === undefined) return undefined;
  const storage = settingNamed<Target>(block, "storage");
  return {
    schedule,
    keep: required(settingNamed<number>(block, "keep"), 4 * 7 * 86400, block),
    storage: storage && mapSourced(storage, ({ name }) => name),
    span: block.span,
  };
}

export function budgetOf(hub: Block): Budget | undefined {
  const block = blockOf(hub, "budget");
  const month = block && settingNamed<number>(block, "month");
  const currency = block && settingNamed<string>(block, "currency");
  return month && currency && { month, currency };
}
