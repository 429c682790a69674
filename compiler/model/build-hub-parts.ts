// The blocks `file`, `service`, `scopes` and `templates` of a hub, to the model.

import type { Item, Target } from "../schema/value-type.ts";
import type { SecretValue } from "../schema/values/references.ts";
import { type Block, blockOf, blocksOf, freeSettings } from "./block.ts";
import { itemsOf, required, secretReference, settingNamed } from "./build-parts.ts";
import type { ChartLeaf, OwnValue } from "./chart-leaf.ts";
import type { HubMount } from "./hub-mount.ts";
import type { HubFile, HubService, RoleScopes } from "./hub-parts.ts";
import type { HubTemplates } from "./hub-templates.ts";
import { mapSourced, type Sourced } from "./sourced.ts";

export function filesOf(hub: Block): readonly HubFile[] {
  return blocksOf(hub, "file").map((block) => {
    const holds = contentOf(block);
    const said = settingNamed<boolean>(block, "executable")?.value;
    return {
      name: block.label ?? "",
      path: required(settingNamed<string>(block, "path"), "", block),
      in: required(settingNamed<"servers" | "hub">(block, "in"), "servers", block),
      holds,
      executable: said ?? (holds.kind === "text" && holds.text.value.startsWith("#!")),
      span: block.span,
    };
  });
}

function contentOf(block: Block): HubFile["holds"] {
  const written = settingNamed<string | SecretValue>(block, "text");
  if (written === undefined) {
    return { kind: "data", values: freeValues(blockOf(block, "data")) };
  }
  const { value } = written;
  return typeof value === "string"
    ? { kind: "text", text: mapSourced(written, () => value) }
    : { kind: "secret", secret: mapSourced(written, () => secretReference(value)) };
}

export function mountsOf(hub: Block): readonly HubMount[] {
  return blocksOf(hub, "mount").map((block) => {
    const text = (key: string) => required(settingNamed<string>(block, key), "", block);
    const truth = (key: string, standIn: boolean) => required(settingNamed<boolean>(block, key), standIn, block);
    const storage = settingNamed<Target>(block, "storage");
    const groups = itemsOf(settingNamed<readonly Item<Target>[]>(block, "groups"));
    return {
      name: block.label ?? "",
      path: text("path"),
      folder: text("folder"),
      storage: storage && mapSourced(storage, ({ name }) => name),
      readOnly: truth("read-only", true),
      groups: groups.map((group): Sourced<string> => mapSourced(group, ({ name }) => name)),
      admins: truth("admins", false),
      span: block.span,
    };
  });
}

export function servicesOf(hub: Block): readonly HubService[] {
  return blocksOf(hub, "service").map((block) => {
    const list = (key: string) => itemsOf(settingNamed<readonly Item<string>[]>(block, key));
    const environment = freeSettings<string>(blockOf(block, "environment"));
    return {
      name: block.label ?? "",
      command: list("command"),
      url: settingNamed<string>(block, "url"),
      environment,
      scopes: list("scopes"),
      display: settingNamed<boolean>(block, "display"),
      asksPeople: settingNamed<boolean>(block, "ask-people"),
      redirectUrl: settingNamed<string>(block, "redirect-url"),
      clientId: settingNamed<string>(block, "client-id"),
      span: block.span,
    };
  });
}

export function roleScopesOf(hub: Block): RoleScopes {
  const block = blockOf(hub, "scopes");
  const list = (key: string) => {
    const said = block && settingNamed<readonly Item<string>[]>(block, key);
    return said && itemsOf(said);
  };
  return { user: list("user"), server: list("server") };
}

export function templatesOf(hub: Block): HubTemplates | undefined {
  const block = blockOf(hub, "templates");
  if (block === undefined) return undefined;
  const text = (key: string) => settingNamed<string>(block, key);
  const url = text("repository");
  const repository = url && {
    url,
    branch: text("branch"),
    folder: required(text("folder"), "templates", block),
    assets: text("assets"),
    update: settingNamed<number>(block, "update"),
  };
  const pages = freeSettings<string>(blockOf(block, "pages")).map(({ name, value }) => ({ name, text: value }));
  const about = ["branch", "assets", "update"].flatMap((key) => {
    const said = settingNamed<unknown>(block, key);
    return said === undefined || url !== undefined ? [] : [mapSourced(said, () => key)];
  });
  return { repository, pages, vars: freeValues(blockOf(block, "vars")), withoutRepository: about, span: block.span };
}

function freeValues(block: Block | undefined): readonly OwnValue[] {
  return freeSettings<ChartLeaf>(block).map(({ value }) => ({ leaf: value, adds: false }));
}
