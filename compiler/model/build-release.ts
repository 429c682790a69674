// A hub's block to its releases: one for each stage, with the windows of the day applied.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { isPublicDomain, isPublicIdentityProvider, isPublicTenant } from "../knowledge/public-sign-in.ts";
import type { Declaration } from "../names/bind.ts";
import { hub as schema } from "../schema/blocks/hub.ts";
import { type Item, type Target, unknown } from "../schema/value-type.ts";
import type { SecretValue } from "../schema/values/references.ts";
import type { Day } from "../text/calendar.ts";
import { type Block, blockOf, freeSettings, isSaid, valueIn } from "./block.ts";
import { itemsOf, secretReference, settingNamed } from "./build-parts.ts";
import { applyLayer } from "./merge.ts";
import type { Allow, Auth, Course, Group, Provider, Release, SecretReference, Storage } from "./model.ts";
import { openToThePublic } from "./release-diagnostics.ts";
import { mapSourced, type Sourced } from "./sourced.ts";
import { onDay } from "./windows.ts";

export interface ReleaseParts {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly storages: ReadonlyMap<string, Storage>;
  readonly courses: readonly Course[];
  /** Groups that apply on this hub. */
  readonly groups: readonly Group[];
  /** All groups of the program. */
  readonly everyGroup: readonly Group[];
  readonly on: Day;
  readonly report: Report;
}

/** Names of a hub's stages, in order of declaration; `prod` where it has none. */
export function stagesOf(block: Block): string[] {
  const names = block.overlays.flatMap((one) => (one.key === "stage" && one.label !== undefined ? [one.label] : []));
  return names.length > 0 ? [...new Set(names)] : ["prod"];
}

/** The hub in one of its stages. Absent where something that everything hangs on has an error. */
export function buildRelease(
  declaration: Declaration,
  hubBlock: Block,
  stage: string,
  parts: ReleaseParts,
): Release | undefined {
  const block = inStage(hubBlock, stage, parts);
  const { settings } = schema;
  const provider = parts.providers.get(valueIn(block, settings.provider)?.value.name ?? "");
  const homes = parts.storages.get(valueIn(block, settings.homes)?.value.name ?? "");
  const domain = valueIn(block, settings.domain);
  const authBlock = blockOf(block, "auth");
  if (!provider || !homes || !domain || !authBlock) return undefined;
  const name = `${declaration.name}-${stage}`;
  const auth = buildAuth(authBlock, parts.report);
  return {
    name,
    hub: declaration.name,
    stage,
    span: block.span,
    doc: block.doc,
    provider,
    homes,
    storages: [homes, ...sharedStorages(homes, parts)],
    pathPrefix: sharesHomes(hubBlock, stage) ? `_${stage}/` : "",
    domain,
    admins: itemsOf(valueIn(block, settings.admins)).map((one) => mapSourced(one, (admin) => admin.toLowerCase())),
    auth,
    choose: valueIn(block, settings.choose),
    cull: cullOf(blockOf(block, "cull")),
    startTimeout: valueIn(block, settings["start-timeout"]),
    namedServers: valueIn(block, settings["named-servers"]),
    concurrentStarts: valueIn(block, settings["concurrent-starts"]),
    https: httpsOf(blockOf(block, "https")),
    ingress: ingressOf(blockOf(block, "ingress")),
    spare: freeSettings<number>(blockOf(block, "spare")).map((one) => ({ pool: one.name, count: one.value })),
    announcement: valueIn(block, settings.announcement),
    environment: freeSettings<string | SecretValue>(blockOf(block, "environment")).map((one) => ({
      name: one.name,
      value: environmentValue(one.value),
    })),
    secretName: secretNameOf(blockOf(block, "secrets"), declaration.name),
    courses: parts.courses,
    groups: [...parts.groups, ...onlyAllowed(auth.allow, parts)],
  };
}

/** Groups that only the sign-in names: their members may enter, and nothing else of them applies here. */
function onlyAllowed(allow: Allow, { groups, everyGroup }: ReleaseParts): Group[] {
  const named = new Set(allow.groups.map(({ value }) => value));
  return everyGroup
    .filter((group) => named.has(group.name) && !groups.includes(group))
    .map((group) => ({ ...group, workspace: undefined }));
}

/** Storages of shared folders other than the homes. */
function sharedStorages(homes: Storage, parts: ReleaseParts): Storage[] {
  const names = parts.courses.flatMap((course) => course.shared.map((folder) => folder.storage?.value));
  return [...new Set(names)].flatMap((name) =>
    name === undefined || name === homes.name ? [] : (parts.storages.get(name) ?? []),
  );
}

function inStage(block: Block, stage: string, parts: ReleaseParts): Block {
  let staged = block;
  for (const layer of block.overlays) {
    if (layer.key === "stage" && layer.label === stage)
      staged = applyLayer(staged, layer, `${block.by}, stage ${stage}`, parts.report);
  }
  return onDay(staged, parts.on, parts.report);
}

/** Everything but `prod` lies under a folder of its own, unless the stage names homes of its own. */
function sharesHomes(block: Block, stage: string): boolean {
  if (stage === "prod") return false;
  return !block.overlays.some((layer) => layer.key === "stage" && layer.label === stage && layer.settings.has("homes"));
}

function environmentValue(value: Sourced<string | SecretValue>): Sourced<string> | Sourced<SecretReference> {
  const { value: written } = value;
  return typeof written === "string" ? { ...value, value: written } : { ...value, value: secretReference(written) };
}

function cullOf(block: Block | undefined): Release["cull"] {
  return block && { idle: settingNamed(block, "idle"), maxAge: settingNamed(block, "max-age") };
}

function httpsOf(block: Block | undefined): Release["https"] {
  return block && { letsencrypt: settingNamed(block, "letsencrypt"), secret: settingNamed(block, "secret") };
}

function ingressOf(block: Block | undefined): Release["ingress"] {
  return block && { class: settingNamed(block, "class"), span: block.span };
}

function secretNameOf(block: Block | undefined, hub: string): string {
  return (block && settingNamed<string>(block, "name")?.value) ?? `hubc-${hub}`;
}

function buildAuth(block: Block, report: Report): Auth {
  const settings: Record<string, Sourced<unknown>> = {};
  for (const setting of Object.values(block.schema.settings)) {
    const value = valueIn(block, setting);
    if (value !== undefined && setting.key !== "allow") settings[setting.key] = plainItems(value);
  }
  return { variant: block.variant ?? "", span: block.span, settings, allow: allowOf(block, report) };
}

/** Lists as lists of their values: what sign-in configuration takes. */
function plainItems(value: Sourced<unknown>): Sourced<unknown> {
  return Array.isArray(value.value)
    ? mapSourced(value, (items) => (items as readonly Item<unknown>[]).map((item) => item.value))
    : value; // lists are lists of items
}

/** The settings by which sign-in is narrowed to an institution, and what in them is open to anybody. */
const narrowing: Readonly<Record<string, { readonly key: string; readonly isPublic: (name: string) => boolean }>> = {
  google: { key: "hosted-domains", isPublic: isPublicDomain },
  github: { key: "organizations", isPublic: () => false },
  cilogon: { key: "idps", isPublic: isPublicIdentityProvider },
  azure: { key: "tenant", isPublic: isPublicTenant },
};

function allowOf(block: Block, report: Report): Allow {
  const none = { people: [], groups: [], domains: [] };
  const listed = blockOf(block, "allow");
  if (listed) {
    const people = itemsOf(settingNamed<readonly Item<string>[]>(listed, "people")).map((one) =>
      mapSourced(one, (name) => name.toLowerCase()),
    );
    const groups = itemsOf(settingNamed<readonly Item<Target>[]>(listed, "groups")).map((one) =>
      mapSourced(one, (target) => target.name),
    );
    return { how: "listed", people, groups, domains: [], span: listed.span };
  }
  const everyone = block.settings.get("allow");
  if (everyone !== undefined)
    return { how: "everyone", ...none, span: everyone === unknown ? block.span : everyone.span };
  const narrows = narrowing[block.variant ?? ""];
  const narrowed = narrows && isSaid(block, narrows.key) ? block.settings.get(narrows.key) : undefined;
  if (narrows && narrowed !== undefined) {
    const open = narrowed === unknown ? undefined : namesOf(narrowed.value).find(narrows.isPublic);
    if (open === undefined || narrowed === unknown)
      return { how: "narrowed", ...none, span: narrowed === unknown ? block.span : narrowed.span };
    report(diagnose(openToThePublic, { what: `\`${open}\`` }, { span: narrowed.span }));
    return { how: "narrowed", ...none, span: narrowed.span };
  }
  return { how: "rosters", ...none, span: block.span };
}

function namesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? (value as readonly Item<unknown>[]).map((item) => String(item.value)) : []; // lists are lists of items
}
