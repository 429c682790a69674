// A hub's block to its releases: one for each stage, with the windows of the day applied.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { groupOfScope } from "../knowledge/scopes.ts";
import type { Declaration } from "../names/bind.ts";
import type { Setting } from "../schema/block.ts";
import { hub as schema, stage as stageSchema } from "../schema/blocks/hub.ts";
import { cull, database, https, ingress, umbrella } from "../schema/blocks/hub-parts.ts";
import type { Target } from "../schema/value-type.ts";
import type { Day } from "../text/calendar.ts";
import { type Block, blockOf, freeSettings, valueIn } from "./block.ts";
import { asSignInGives, buildAuth, membersAsSignInGives, needsAuthState } from "./build-auth.ts";
import {
  containersOf,
  filesOf,
  mountsOf,
  movedOf,
  podSizes,
  roleScopesOf,
  rolesOf,
  servicesOf,
  templatesOf,
  volumesOf,
} from "./build-hub-parts.ts";
import { itemsOf, required } from "./build-parts.ts";
import { admittedOf, monitoringOf } from "./build-peers.ts";
import { hubServer, variablesOf } from "./build-server.ts";
import { backupOf, budgetOf, outgoingOf, secretsOf } from "./build-upkeep.ts";
import { type CoursesOnHub, isByCourse } from "./courses-on-hub.ts";
import { addressOf } from "./hub-address.ts";
import { inStage } from "./hub-by-stage.ts";
import type { HubImage, HubMount, HubRole } from "./hub-parts.ts";
import type { Auth, Group, Storage } from "./model.ts";
import { ownCodeOf } from "./own-python.ts";
import { ownTreeOf, ownValuesOf } from "./own-values.ts";
import type { Provider } from "./provider.ts";
import { readerOf } from "./reader.ts";
import type { Release } from "./release.ts";
import { releaseFolder } from "./release-folder.ts";
import { derived, mapSourced, type Sourced } from "./sourced.ts";
import type { Backup } from "./upkeep.ts";
import { onDay, windowsOf } from "./windows.ts";

export interface ReleaseParts {
  readonly chart: Chart;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly storages: ReadonlyMap<string, Storage>;
  readonly onHub: CoursesOnHub;
  /** Groups that apply on this hub. */
  readonly groups: readonly Group[];
  /** All groups of the program; the sign-in may name any. */
  readonly declared: readonly Group[];
  readonly on: Day;
  readonly report: Report;
}

/** The hub in one of its stages. Where something has an error, a stand-in keeps the release whole. */
export function buildRelease(declaration: Declaration, hubBlock: Block, stage: string, parts: ReleaseParts): Release {
  const staged = inStage(hubBlock, stage, parts.report);
  const block = onDay(staged, parts.on, parts.report);
  const hub = { name: declaration.name, stage, block, parts };
  const forPeople = purposeOf(block, hubBlock, stage);
  const mounts = mountsOf(block);
  const roles = rolesOf(block);
  const choose = valueIn(block, schema.settings.choose);
  const release: Omit<Release, "url"> = {
    chart: parts.chart,
    hub: hub.name,
    stage,
    ...namesOf(hub),
    span: block.span,
    doc: block.doc,
    ...clusterOf(hub, mounts),
    forPeople,
    pathPrefix: !forPeople.value && sharesHomes(hubBlock, stage) ? `_${stage}/` : "",
    domain: required(valueIn(block, schema.settings.domain), "", block),
    ...peopleOf(hub, [...mounts, ...roles], roles),
    choose,
    ...podsOf(block),
    https: httpsOf(blockOf(block, "https")),
    ingress: ingressOf(blockOf(block, "ingress")),
    ports: undefined,
    contact: valueIn(block, schema.settings.contact),
    announcement: valueIn(block, schema.settings.announcement),
    frameAncestors: itemsOf(valueIn(block, schema.settings["frame-ancestors"])),
    ...broughtOf(block),
    files: filesOf(block),
    mounts,
    volumes: volumesOf(block),
    containers: containersOf(block),
    services: servicesOf(block),
    roles,
    templates: templatesOf(block),
    database: databaseOf(blockOf(block, "database")),
    moved: movedOf(block),
    roleScopes: roleScopesOf(block),
    outgoing: outgoingOf(block),
    admitted: admittedOf(block),
    monitoring: monitoringOf(block),
    budget: budgetOf(block),
    ...coursesOf(block, choose, parts.onHub),
    windows: windowsOf(staged, parts.on),
  };
  return { ...release, url: addressOf(release) };
}

/** A hub in one of its stages, as its block has it there on the day. */
interface StagedHub {
  readonly name: string;
  readonly stage: string;
  readonly block: Block;
  readonly parts: ReleaseParts;
}

/** What the release and what belongs to it are called. */
function namesOf({ name: hub, stage, block }: StagedHub) {
  const name = `${hub}-${stage}`;
  const named = {
    namespace: valueIn(block, schema.settings.namespace),
    release: valueIn(block, schema.settings.release),
  };
  const secrets = secretsOf(block, { name: hub, stage });
  return {
    name,
    namespace: named.namespace?.value ?? name,
    releaseName: named.release?.value ?? name,
    named,
    umbrella: umbrellaOf(blockOf(block, "umbrella")),
    folder: releaseFolder({ hub, stage }),
    secretName: secrets.name,
    secrets,
  };
}

/** Where it runs, and where it keeps what people make. */
function clusterOf({ block, parts }: StagedHub, mounts: readonly HubMount[]) {
  const providerName = valueIn(block, schema.settings.provider)?.value.name ?? "";
  const storageName = valueIn(block, schema.settings.homes)?.value.name ?? "";
  const homes = parts.storages.get(storageName) ?? unknownStorage(storageName, block);
  const backup = backupOf(block);
  return {
    provider: parts.providers.get(providerName) ?? unknownProvider(providerName, block),
    homes,
    storages: [homes, ...otherStorages(homes, { backup, mounts }, parts)],
    backup,
  };
}

/** How people sign in, and the groups that they are in. `naming`: what names groups beside the sign-in. */
function peopleOf(
  { name, block, parts }: StagedHub,
  naming: readonly Pick<HubMount, "groups">[],
  roles: readonly HubRole[],
) {
  const authBlock = blockOf(block, "auth");
  const auth = authBlock === undefined ? unknownAuth(block) : buildAuth(authBlock);
  const named = [auth.allow, ...naming].flatMap((one) => one.groups).map(({ value }) => value);
  const groups = [...applying(parts, name), ...onlyNamed([...named, ...targetsOf(roles)], parts)].map((group) =>
    membersAsSignInGives(auth.variant, group),
  );
  return {
    admins: itemsOf(valueIn(block, schema.settings.admins)).map((one) => asSignInGives(auth.variant, one)),
    auth,
    accountPrefixes: itemsOf(valueIn(block, schema.settings["account-prefixes"])),
    groups,
    managedGroups: groups.some((group) => group.sources.length > 0),
    authState: needsAuthState(auth.variant, groups),
  };
}

/** People's servers and the pods of the hub. */
function podsOf(block: Block) {
  const { settings } = schema;
  const prePull = valueIn(block, settings["pre-pull"]);
  return {
    cull: cullOf(blockOf(block, "cull")),
    startTimeout: valueIn(block, settings["start-timeout"]),
    namedServers: valueIn(block, settings["named-servers"]),
    pods: podSizes(block),
    userScheduler: valueIn(block, settings["user-scheduler"]),
    podPriority: valueIn(block, settings["pod-priority"]),
    concurrentStarts: valueIn(block, settings["concurrent-starts"]),
    debug: valueIn(block, settings.debug),
    spare: freeSettings<number>(blockOf(block, "spare")).map((one) => ({ pool: one.name, count: one.value })),
    environment: variablesOf(block),
    prePull: prePull && itemsOf(prePull),
    hubServer: hubServer(block),
  };
}

/** What goes past the vocabulary, or is left to others. */
function broughtOf(block: Block) {
  const { settings } = schema;
  const own = ["values", "config", "python", "custom"].flatMap((key) => ownValuesOf(blockOf(block, key)));
  return {
    ownValues: own,
    ownTree: ownTreeOf(own),
    ownCode: ownCodeOf(own),
    ownOpen: own.flatMap(({ leaf }) => (leaf.value.leavesOpen === undefined ? [] : [leaf.value.leavesOpen])),
    ownManifests: itemsOf(valueIn(block, settings.manifests)),
    leftOut: itemsOf(valueIn(block, settings["leave-out"])),
    leftOutValues: itemsOf(valueIn(block, settings["leave-out-values"])),
    hubImage: hubImageOf(valueIn(block, settings["hub-image"])),
  };
}

/** The courses of the day, and whom they are for outside of their terms. */
function coursesOf(block: Block, choose: Release["choose"], onHub: CoursesOnHub) {
  const { built, outsideTerms, permanent, sharing } = onHub;
  const adminsOutside = valueIn(block, schema.settings["outside-terms"])?.value === "admins-only";
  const adminsOnly = outsideTerms && adminsOutside;
  return {
    courses: adminsOnly ? built.map((course) => ({ ...course, roster: [] })) : built,
    permanent,
    outsideTerms,
    adminsOutside,
    adminsOnly,
    byCourse: adminsOnly || isByCourse({ ...onHub, courses: built, sharing: [...sharing] }, choose),
  };
}

/** Stands for a cluster that has an error: nothing is known of it but its name. */
function unknownProvider(name: string, { span }: Block): Provider {
  return { name, span, doc: undefined, variant: "kubernetes", settings: {}, pools: [] };
}

/** The same for homes. */
function unknownStorage(name: string, block: Block): Storage {
  const missing = { mount: undefined, size: undefined, onEveryHost: undefined, settings: {}, options: [] };
  const [path, keep] = [derived("", block.span, block.by), derived(true, block.span, block.by)];
  return { name, span: block.span, doc: undefined, variant: "dynamic", path, keep, ...missing };
}

/** And for sign-in. */
function unknownAuth({ span }: Block): Auth {
  const allow = { how: "rosters", people: [], groups: [], domains: [], existing: undefined, span } as const;
  return { variant: "", span, settings: {}, items: {}, allow, idps: [] };
}

/** The hub's groups. Of those that only a course outside of its term names, who is in them is all that is left. */
function applying({ groups, onHub }: ReleaseParts, hub: string): readonly Group[] {
  if (!onHub.outsideTerms) return groups;
  const named = new Set(onHub.built.flatMap(({ roster }) => roster.map(({ value }) => value)));
  return groups.map((group) => (named.has(group.name) && !group.hubs.includes(hub) ? membersOnly(group) : group));
}

/** Groups that only the sign-in, a mount or a role names: who is in them is all of them that applies here. */
function onlyNamed(names: readonly string[], { groups, declared }: ReleaseParts): Group[] {
  const named = new Set(names);
  return declared.filter((group) => named.has(group.name) && !groups.includes(group)).map(membersOnly);
}

/** Groups to whose people scopes of roles are narrowed. */
function targetsOf(roles: readonly HubRole[]): string[] {
  return roles.flatMap(({ scopes }) => scopes.flatMap(({ value }) => groupOfScope(value) ?? []));
}

/** The group without what its members may do and get. */
function membersOnly(group: Group): Group {
  return { ...group, workspace: undefined, may: [], memory: undefined, cpu: undefined };
}

/** Storages of shared folders, of exchanges, of mounts and of copies, other than the homes. */
function otherStorages(
  homes: Storage,
  { backup, mounts }: { readonly backup: Backup | undefined; readonly mounts: readonly HubMount[] },
  parts: ReleaseParts,
): Storage[] {
  const { built } = parts.onHub;
  const folders = built.flatMap((course) => course.shared.map((folder) => folder.storage?.value));
  const exchanges = built.map((course) => course.grading?.storage?.value);
  const names = [...folders, ...exchanges, ...mounts.map((mount) => mount.storage?.value), backup?.storage?.value];
  return [...new Set(names)].flatMap((name) =>
    name === undefined || name === homes.name ? [] : (parts.storages.get(name) ?? []),
  );
}

/** Is it for people, by what the stage says of itself? Where it says nothing, `prod` is, and any other is a trial. */
function purposeOf(staged: Block, hub: Block, stage: string): Sourced<boolean> {
  const purpose = stageSchema.settings["for"] as Setting<"people" | "trial">; // the stage's schema gives it this type
  const said = valueIn(staged, purpose);
  if (said !== undefined) return mapSourced(said, (value) => value === "people");
  const header = hub.overlays.find((layer) => layer.key === "stage" && layer.label === stage);
  return derived(stage === "prod", header?.span ?? hub.span, hub.by);
}

/** A trial lies under a folder of its own, unless the stage names homes of its own. */
function sharesHomes(block: Block, stage: string): boolean {
  return !block.overlays.some((layer) => layer.key === "stage" && layer.label === stage && layer.settings.has("homes"));
}

function hubImageOf(said: Sourced<string | Target> | undefined): Release["hubImage"] {
  return said && mapSourced(said, hubImageNamed);
}

function hubImageNamed(value: string | Target): HubImage {
  if (typeof value === "string") return { kind: "elsewhere", reference: value };
  return { kind: "declared", name: value.standard ? `std-${value.name}` : value.name };
}

function databaseOf(block: Block | undefined): Release["database"] {
  if (block === undefined) return undefined;
  const read = readerOf(database, block);
  return { class: read("class"), size: read("size") };
}

function umbrellaOf(block: Block | undefined): Release["umbrella"] {
  if (block === undefined) return undefined;
  const read = readerOf(umbrella, block);
  return {
    chart: required(read("chart"), "", block),
    key: required(read("key"), "jupyterhub", block),
    values: ownValuesOf(blockOf(block, "values")),
    span: block.span,
  };
}

function cullOf(block: Block | undefined): Release["cull"] {
  if (block === undefined) return undefined;
  const read = readerOf(cull, block);
  return {
    enabled: required(read("enabled"), true, block),
    idle: read("idle"),
    maxAge: read("max-age"),
    every: read("every"),
    removeNamed: read("remove-named"),
    kernels: read("kernels"),
    connectedKernels: read("connected-kernels"),
  };
}

function httpsOf(block: Block | undefined): Release["https"] {
  if (block === undefined) return undefined;
  const read = readerOf(https, block);
  return {
    letsencrypt: read("letsencrypt"),
    secret: read("secret"),
    offload: read("offload"),
    hosts: itemsOf(read("hosts")),
  };
}

function ingressOf(block: Block | undefined): Release["ingress"] {
  if (block === undefined) return undefined;
  const read = readerOf(ingress, block);
  return {
    class: read("class"),
    secret: read("secret"),
    issuer: read("issuer"),
    tls: required(read("tls"), true, block),
    bodySize: read("body-size"),
    annotations: freeSettings<string>(blockOf(block, "annotations")).map(({ name, value }) => ({ key: name, value })),
    span: block.span,
  };
}
