// The blocks `file`, `service`, `role`, `scopes` and `templates` of a hub, to the model.

import { container } from "../schema/blocks/container.ts";
import { file, mount } from "../schema/blocks/hub-files.ts";
import { moved, role, start } from "../schema/blocks/hub-parts.ts";
import { ownPods, podSchemas } from "../schema/blocks/own-pods.ts";
import { scopes, service } from "../schema/blocks/service.ts";
import { templates } from "../schema/blocks/templates.ts";
import { volume } from "../schema/blocks/volume.ts";
import { unlimited } from "../schema/values/quantities.ts";
import type { SecretReference } from "../schema/values/references.ts";
import { type Block, blockOf, blocksOf, freeSettings } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import type { ChartLeaf, OwnValue } from "./chart-leaf.ts";
import type { HubContainer } from "./hub-container.ts";
import type {
  HubFile,
  HubMount,
  HubRole,
  HubService,
  HubTemplates,
  HubVolume,
  PodSize,
  RoleScopes,
  ServerStart,
} from "./hub-parts.ts";
import { readerOf } from "./reader.ts";
import { mapSourced, type Sourced } from "./sourced.ts";

export function filesOf(hub: Block): readonly HubFile[] {
  return blocksOf(hub, "file").map((block) => {
    const read = readerOf(file, block);
    const path = required(read("path"), "", block);
    const elsewhere = read("secret");
    const key = read("key")?.value ?? path.value.split("/").at(-1) ?? "";
    const holds: HubFile["holds"] =
      elsewhere === undefined ? contentOf(block, read("text")) : { kind: "elsewhere", name: elsewhere, key };
    const said = read("executable")?.value;
    return {
      name: block.label ?? "",
      path,
      in: required(read("in"), "servers", block),
      holds,
      executable: said ?? (holds.kind === "text" && holds.text.value.startsWith("#!")),
      span: block.span,
    };
  });
}

function contentOf(block: Block, written: Sourced<string | SecretReference> | undefined): HubFile["holds"] {
  if (written === undefined) {
    return { kind: "data", values: freeValues(blockOf(block, "data")) };
  }
  const { value } = written;
  return typeof value === "string"
    ? { kind: "text", text: mapSourced(written, () => value) }
    : { kind: "secret", secret: mapSourced(written, () => value) };
}

export function mountsOf(hub: Block): readonly HubMount[] {
  return blocksOf(hub, "mount").map((block) => {
    const read = readerOf(mount, block);
    const storage = read("storage");
    const groups = itemsOf(read("groups"));
    return {
      name: block.label ?? "",
      path: required(read("path"), "", block),
      folder: required(read("folder"), "", block),
      storage: storage && mapSourced(storage, ({ name }) => name),
      readOnly: required(read("read-only"), true, block),
      groups: groups.map((group): Sourced<string> => mapSourced(group, ({ name }) => name)),
      admins: required(read("admins"), false, block),
      span: block.span,
    };
  });
}

export function servicesOf(hub: Block): readonly HubService[] {
  return blocksOf(hub, "service").map((block) => {
    const read = readerOf(service, block);
    const environment = freeSettings<string>(blockOf(block, "environment"));
    return {
      name: block.label ?? "",
      command: itemsOf(read("command")),
      url: read("url"),
      environment,
      scopes: itemsOf(read("scopes")),
      display: read("display"),
      asksPeople: read("ask-people"),
      redirectUrl: read("redirect-url"),
      clientId: read("client-id"),
      span: block.span,
    };
  });
}

export function volumesOf(hub: Block): readonly HubVolume[] {
  return blocksOf(hub, "volume").map((block): HubVolume => {
    const read = readerOf(volume, block);
    const sizes = (["scratch", "memory"] as const).flatMap((kind) => {
      const size = read(kind);
      return size === undefined ? [] : [{ holds: { kind, size }, said: mapSourced(size, () => kind as string) }];
    });
    const names = (["claim", "config-map", "secret", "node-folder"] as const).flatMap((kind) => {
      const name = read(kind);
      return name === undefined ? [] : [{ holds: { kind, name }, said: mapSourced(name, () => kind as string) }];
    });
    const [first] = [...sizes, ...names];
    return {
      name: block.label ?? "",
      path: required(read("path"), "", block),
      in: required(read("in"), "servers", block),
      holds: first?.holds ?? { kind: "scratch", size: required<number>(undefined, unlimited, block) },
      saying: [...sizes, ...names].map(({ said }) => said),
      folder: read("folder"),
      readOnly: read("read-only"),
      span: block.span,
    };
  });
}

export function containersOf(hub: Block): readonly HubContainer[] {
  return blocksOf(hub, "container").map((block) => {
    const read = readerOf(container, block);
    return {
      name: block.label ?? "",
      image: required(read("image"), "", block),
      command: itemsOf(read("command")),
      arguments: itemsOf(read("arguments")),
      ports: itemsOf(read("ports")),
      home: required(read("home"), false, block),
      user: read("user"),
      memory: read("memory"),
      cpu: read("cpu"),
      environment: freeSettings<string>(blockOf(block, "environment")),
      span: block.span,
    };
  });
}

export function startOf(hub: Block): ServerStart | undefined {
  const block = blockOf(hub, "start");
  if (block === undefined) return undefined;
  const read = readerOf(start, block);
  return {
    command: itemsOf(read("command")),
    after: itemsOf(read("after")),
    pull: read("pull"),
    account: read("service-account"),
    span: block.span,
  };
}

export function rolesOf(hub: Block): readonly HubRole[] {
  return blocksOf(hub, "role").map((block) => {
    const read = readerOf(role, block);
    return {
      name: block.label ?? "",
      description: read("description"),
      groups: itemsOf(read("groups")).map((group): Sourced<string> => mapSourced(group, ({ name }) => name)),
      scopes: itemsOf(read("scopes")),
      span: block.span,
    };
  });
}

export function roleScopesOf(hub: Block): RoleScopes {
  const block = blockOf(hub, "scopes");
  const list = (key: "user" | "server") => {
    const said = block && readerOf(scopes, block)(key);
    return said && itemsOf(said);
  };
  return { user: list("user"), server: list("server") };
}

export function templatesOf(hub: Block): HubTemplates | undefined {
  const block = blockOf(hub, "templates");
  if (block === undefined) return undefined;
  const read = readerOf(templates, block);
  const url = read("repository");
  const repository = url && {
    url,
    branch: read("branch"),
    folder: required(read("folder"), "templates", block),
    assets: read("assets"),
    update: read("update"),
  };
  const pages = freeSettings<string>(blockOf(block, "pages")).map(({ name, value }) => ({ name, text: value }));
  const about = (["branch", "assets", "update"] as const).flatMap((key) => {
    const said: Sourced<unknown> | undefined = read(key);
    return said === undefined || url !== undefined ? [] : [mapSourced(said, () => key)];
  });
  return { repository, pages, vars: freeValues(blockOf(block, "vars")), withoutRepository: about, span: block.span };
}

function freeValues(block: Block | undefined): readonly OwnValue[] {
  return freeSettings<ChartLeaf>(block).map(({ value }) => ({ leaf: value, adds: false }));
}

/** The pods of which a hub says something, in the order of the vocabulary. */
export function podSizes(hub: Block): readonly PodSize[] {
  const all = blockOf(hub, "pods");
  if (all === undefined) return [];
  return ownPods.flatMap((pod) => {
    const block = blockOf(all, pod);
    if (block === undefined) return [];
    const read = readerOf(podSchemas, block);
    return [{ pod, memory: read("memory"), cpu: read("cpu"), replicas: read("replicas"), span: block.span }];
  });
}

/** Work that was moved, both places as a refusal of a plan says them. */
export interface Moved {
  readonly from: Sourced<string>;
  readonly to: Sourced<string>;
}

export function movedOf(hub: Block): readonly Moved[] {
  return blocksOf(hub, "moved").map((block) => {
    const read = readerOf(moved, block);
    return { from: required(read("from"), "", block), to: required(read("to"), "", block) };
  });
}
