// Blocks of a hub about its upkeep, to the model.

import { backup, budget, secrets } from "../schema/blocks/hub-upkeep.ts";
import { network } from "../schema/blocks/network.ts";
import { type Block, blockOf } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import { peersOf } from "./build-peers.ts";
import { readerOf } from "./reader.ts";
import { derived, mapSourced } from "./sourced.ts";
import type { Backup, Budget, Outgoing, SecretSource, Secrets } from "./upkeep.ts";

/** Where the secrets of a stage of a hub live. */
export function secretsOf(hub: Block, { name, stage }: { readonly name: string; readonly stage: string }): Secrets {
  const block = blockOf(hub, "secrets");
  const standard = `hubc-${name}`;
  if (block === undefined)
    return { name: standard, source: { kind: "kubernetes" }, fixedKeys: derived(false, hub.span, "default") };
  const read = readerOf(secrets, block);
  return {
    name: read("name")?.value ?? standard,
    source: sourceOf(block, `${name}-${stage}`),
    fixedKeys: required(read("fixed-keys"), false, block),
  };
}

function sourceOf(block: Block, release: string): SecretSource {
  const { span } = block;
  const read = readerOf(secrets, block);
  if (block.variant === "sops") {
    const recipients = {
      age: itemsOf(read("age")),
      gcp_kms: read("gcp-kms"),
      kms: read("aws-kms"),
      azure_keyvault: read("azure-key-vault"),
    };
    const file = required(read("file"), `secrets/${release}.yaml`, block);
    return { kind: "sops", file, recipients, span };
  }
  if (block.variant !== "external") return { kind: "kubernetes" };
  const kind = required(read("kind"), "cluster", block);
  return {
    kind: "external",
    store: required(read("store"), "", block),
    clusterWide: mapSourced(kind, (word) => word === "cluster"),
    item: read("item"),
    prefix: read("prefix"),
    refresh: required(read("refresh"), 3600, block),
    span,
  };
}

export function outgoingOf(hub: Block): Outgoing | undefined {
  const block = blockOf(hub, "network");
  if (block === undefined) return undefined;
  const read = readerOf(network, block);
  return {
    networks: itemsOf(read("allow-outgoing")),
    internet: required(read("internet"), true, block),
    reach: peersOf(block, "reach"),
    blockMetadata: required(read("block-metadata"), true, block),
    span: block.span,
  };
}

export function backupOf(hub: Block): Backup | undefined {
  const block = blockOf(hub, "backup");
  if (block === undefined) return undefined;
  const read = readerOf(backup, block);
  const schedule = read("schedule");
  if (schedule === undefined) return undefined;
  const storage = read("storage");
  return {
    schedule,
    keep: required(read("keep"), 4 * 7 * 86400, block),
    storage: storage && mapSourced(storage, ({ name }) => name),
    span: block.span,
  };
}

export function budgetOf(hub: Block): Budget | undefined {
  const block = blockOf(hub, "budget");
  if (block === undefined) return undefined;
  const read = readerOf(budget, block);
  const [month, currency] = [read("month"), read("currency")];
  return month && currency && { month, currency, gate: required(read("gate"), false, block) };
}
