// Blocks to the model's parts that stand on their own: providers, storages, images.

import { baseImage } from "../knowledge/base-images.ts";
import type { Declaration } from "../names/bind.ts";
import { image as imageSchema, inSync } from "../schema/blocks/image.ts";
import { pools } from "../schema/blocks/provider.ts";
import { storage } from "../schema/blocks/storage.ts";
import type { Item } from "../schema/value-type.ts";
import { byMachine } from "../schema/values/node-label.ts";
import { spanOf } from "../text/span.ts";
import { type Block, blockOf, blocksOf, freeSettings, valueIn } from "./block.ts";
import type { Image, InSync, Storage } from "./model.ts";
import type { Pool, Provider, ProviderVariant } from "./provider.ts";
import { readerOf } from "./reader.ts";
import { derived, mapSourced, type Sourced } from "./sourced.ts";

/** A setting that has a default or has been checked for: where it has an error, the stand-in keeps the model whole. */
export function required<T>(found: Sourced<T> | undefined, standIn: T, block: Block): Sourced<T> {
  return found ?? derived(standIn, block.span, block.by);
}

export function buildProvider(declaration: Declaration, block: Block): Provider {
  return {
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    variant: block.variant as ProviderVariant, // a block exists only for a known variant
    settings: texts(block),
    pools: blocksOf(block, "pool").map((pool) => buildPool(pool, declaration.name)),
  };
}

function buildPool(block: Block, provider: string): Pool {
  const read = readerOf(pools, block);
  const name = block.label ?? "";
  return {
    name,
    span: block.span,
    doc: block.doc,
    provider,
    core: name === "core" || name.startsWith("core-"),
    machine: read("machine"),
    nodes: read("nodes"),
    disk: read("disk"),
    spot: read("spot"),
    zones: itemsOf(read("zones")),
    hosts: itemsOf(read("hosts")),
    memory: read("memory"),
    cpu: read("cpu"),
    label: labelOf(read("label"), read("machine")),
  };
}

/** The label itself, in the place of the word `machine`: each cloud gives it to its nodes (Kubernetes 1.34, well-known labels). */
function labelOf(said: Sourced<string> | undefined, machine: Sourced<string> | undefined): Pool["label"] {
  if (said?.value !== byMachine) return said;
  return machine && { ...said, value: `node.kubernetes.io/instance-type=${machine.value}` };
}

/** All settings of a block whose value is a text. */
function texts(block: Block): Record<string, Sourced<string>> {
  const found: Record<string, Sourced<string>> = {};
  for (const setting of Object.values(block.schema.settings)) {
    const value = valueIn(block, setting);
    if (value !== undefined && isText(value)) found[setting.key] = value;
  }
  return found;
}

function isText(sourced: Sourced<unknown>): sourced is Sourced<string> {
  return typeof sourced.value === "string";
}

export function buildStorage(declaration: Declaration, block: Block): Storage {
  const read = readerOf(storage, block);
  return {
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    variant: block.variant as Storage["variant"], // a block exists only for a known variant
    mount: read("mount"),
    path: required(read("path"), "{username}", block),
    size: read("size"),
    keep: required(read("keep"), true, block),
    onEveryHost: read("on-every-host"),
    settings: texts(block),
    options: itemsOf(read("options")),
  };
}

/** The items of a list, each with its own place and the way of the list. */
export function itemsOf<T>(list: Sourced<readonly Item<T>[]> | undefined): readonly Sourced<T>[] {
  if (list === undefined || list.value.length === 0) return [];
  const { how, by, earlier } = list;
  return list.value.map((item) => ({ value: item.value, span: spanOf(item.file, item), how, by, earlier }));
}

export function buildImage(declaration: Declaration, block: Block): Image {
  const { settings } = imageSchema;
  const base = valueIn(block, settings.base) ?? valueIn(block, settings.prebuilt);
  const known = base === undefined ? undefined : baseImage(base.value);
  const packages = (key: string) => blockOf(block, key)?.packages ?? [];
  return {
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    parents: parentsOf(declaration),
    title: valueIn(block, settings.title),
    description: valueIn(block, settings.description),
    slug: valueIn(block, settings.slug),
    openWith: valueIn(block, settings["open-with"]),
    base: valueIn(block, settings.base),
    prebuilt: valueIn(block, settings.prebuilt),
    provides: itemsOf(valueIn(block, settings.provides)),
    python: valueIn(block, settings.python),
    channels: itemsOf(valueIn(block, settings.channels)),
    conda: packages("conda"),
    pip: packages("pip"),
    apt: packages("apt"),
    cran: packages("cran"),
    readLines: ["conda", "pip", "apt", "cran"].flatMap(packages),
    env: freeSettings<string>(blockOf(block, "env")).map(({ name, value: { value, span, how, by, earlier } }) => ({
      name,
      value,
      span,
      how,
      by,
      earlier,
    })),
    files: freeSettings<string>(blockOf(block, "files")).map(({ name, value }) => ({
      path: name,
      text: value.value,
      span: value.span,
      by: value.by,
    })),
    run: itemsOf(valueIn(block, settings.run)),
    dockerfile: valueIn(block, settings.dockerfile),
    home: valueIn(block, settings.home) ?? derived(known?.home ?? "/home/jovyan", base?.span ?? block.span, block.by),
    user: valueIn(block, settings.user) ?? derived(known?.user ?? "jovyan", base?.span ?? block.span, block.by),
    inSync: buildInSync(blockOf(block, "in-sync")),
  };
}

/** The other image is put in once all are known. */
function buildInSync(block: Block | undefined): InSync | undefined {
  if (block === undefined) return undefined;
  const read = readerOf(inSync, block);
  const target = read("with");
  if (target === undefined) return undefined;
  return {
    with: mapSourced(target, ({ name, standard }) => (standard ? `std-${name}` : name)),
    other: undefined,
    except: itemsOf(read("except")),
    span: block.span,
  };
}

function parentsOf(declaration: Declaration): string[] {
  const { parent } = declaration;
  if (parent === undefined || parent === "unknown") return [];
  return [`${parent.standard ? "std." : ""}${parent.name}`, ...parentsOf(parent)];
}
