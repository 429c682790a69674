// What a plan knows of one stage of a hub.

import { type Entry, letInWords } from "../model/entry.ts";
import { cullingOf } from "../model/final-values.ts";
import { type HubFile, type HubImage, isForEverybody, type ServerStart } from "../model/hub-parts.ts";
import { nodesInCluster, type Pool, type Provider } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { serversFor, serversForWords } from "../model/servers-for.ts";
import type { SecretSource } from "../model/upkeep.ts";
import { durationWords, readableBytes } from "../output/quantities.ts";
import { digest, known, partWords, values, variableWords } from "./fact-words.ts";
import { everybodyWithin, type FactValue, idleNever, idleStop, keptCourses, type Subject } from "./facts.ts";
import { placesOf } from "./places.ts";

/** How a hub's sign-in comes out in the end. */
export interface SignInFacts {
  readonly enter: Entry;
  /** The form of the names that it gives; undefined where that is not known. */
  readonly usernames: string | undefined;
}

export function hubFacts(release: Release, { enter, usernames }: SignInFacts): Subject {
  return {
    kind: "hub",
    name: release.hub,
    hubs: [release.hub],
    stage: release.stage,
    facts: known({
      ...peopleFacts(release, enter),
      ...partFacts(release),
      ...runningFacts(release),
      ...ownPodFacts(release),
      ...accessFacts(release),
      ...Object.fromEntries(placesOf(release, usernames).map(({ of, where }) => [placeKey(of), where])),
    }),
  };
}

const placePrefix = "place of ";

/** The fact that says where something is. */
export function placeKey(of: string): string {
  return `${placePrefix}${of}`;
}

/** What a fact is the place of; undefined for other facts. */
export function placedBy(key: string): string | undefined {
  return key.startsWith(placePrefix) ? key.slice(placePrefix.length) : undefined;
}

function peopleFacts(release: Release, enter: Entry): Readonly<Record<string, FactValue | undefined>> {
  return {
    "for people": release.forPeople.value ? "people use it" : undefined,
    "sign-in": release.auth.variant,
    within: enter.within,
    enter: entryWords(enter),
    blocked: enter.blocked,
    undecided: enter.undecided,
    admins: [...values(release.admins), ...enter.alsoAdmins.map(letInWords)],
    courses: release.outsideTerms ? [] : release.courses.map(({ name }) => name),
    [keptCourses]: release.outsideTerms && !release.adminsOnly ? release.courses.map(({ name }) => name) : [],
    "who gets a server": serversForWords(serversFor(release)),
  };
}

function entryWords({ how, people, groups, domains, also }: Entry): readonly string[] {
  if (how === "everyone") return ["everybody who can sign in"];
  if (how === "narrowed") return [everybodyWithin];
  return [
    ...(how === "elsewhere" ? ["whom the sign-in's own configuration lets in"] : []),
    ...people,
    ...groups.map((group) => `members of ${group}`),
    ...domains.map((domain) => `people with an address at ${domain}`),
    ...also.map(letInWords),
  ];
}

/** What servers and the hub's pod have beside the course. */
function partFacts(release: Release): Readonly<Record<string, FactValue | undefined>> {
  return {
    mounts: release.mounts.map((mount) => {
      const { name, path, folder, readOnly, groups, admins } = mount;
      const whose = isForEverybody(mount)
        ? "everybody"
        : [...values(groups), ...(admins.value ? ["admins"] : [])].join(", ");
      return `${name} at ${path.value} (${folder.value}, ${readOnly.value ? "read only" : "to write"}, for ${whose})`;
    }),
    volumes: release.volumes.map(({ name, path, in: where, holds, folder, readOnly }) => {
      const what = `${holds.kind} ${"name" in holds ? holds.name.value : roomWords(holds.size.value)}`;
      const part = folder === undefined ? "" : `, ${folder.value} in it`;
      return `${name} at ${path.value} of the ${where.value} (${what}${part}${readOnly?.value ? ", read only" : ""})`;
    }),
    ...startFacts(release.hubServer.start),
    services: release.services.map(({ name, scopes }) =>
      scopes.length === 0 ? name : `${name} (with ${values(scopes).join(", ")})`,
    ),
    files: release.files.map(fileWords),
    environment: release.environment.map(variableWords),
    "scopes of users": release.roleScopes.user && values(release.roleScopes.user),
    "scopes of servers": release.roleScopes.server && values(release.roleScopes.server),
  };
}

function fileWords({ name, path, in: where, executable, holds }: HubFile): string {
  const whose = where.value === "hub" ? "the hub's pod" : "servers";
  const file = `${name} at ${path.value} of ${whose}${executable ? ", to run" : ""}`;
  switch (holds.kind) {
    case "secret":
      return `${file} (secret ${holds.secret.value.path})`;
    case "elsewhere":
      return `${file} (key ${holds.key} of the Secret ${holds.name.value})`;
    case "text":
      return `${file} (${digest(holds.text.value)})`;
    case "data":
      return partWords(file, holds.values);
  }
}

/** What the hub's own pods are, and what people's servers need of the cluster. */
function ownPodFacts(release: Release): Readonly<Record<string, FactValue | undefined>> {
  const { userScheduler, podPriority, prePull } = release;
  return {
    "user-scheduler": userScheduler && (userScheduler.value ? "on" : "off"),
    "pod-priority": podPriority && (podPriority.value ? "on" : "off"),
    "images are pulled ahead": prePull && (prePull.length === 0 ? "never" : values(prePull).join(", ")),
    "own pods": release.pods.map((size) => partWords(size.pod, size)),
    "containers beside servers": release.containers.map((container) => partWords(container.name, container)),
    "programs of services": release.services.map(({ scopes: _, ...service }) => partWords(service.name, service)),
    "templates of pages": release.templates && [partWords("templates", release.templates)],
    "class of the database": release.database?.class?.value,
  };
}

/** How people and pods come to the hub. */
function accessFacts({ auth, roles, https, ingress, ...release }: Release) {
  const { span: _, secret: _secret, ...front } = ingress ?? {};
  const { peers, labelled } = release.admitted;
  return {
    "settings of the sign-in": [
      // Which institutions it takes is said by who may enter.
      ...Object.entries(auth.settings).flatMap(([name, setting]) =>
        name === "hosted-domains" || name === "organizations" ? [] : [partWords(name, setting)],
      ),
      ...auth.idps.map((idp) => partWords(idp.id.value, idp)),
    ],
    "names for shared accounts": values(release.accountPrefixes),
    "what holds the secrets": [
      `Secret ${release.secretName}`,
      partWords(sourceWords(release.secrets.source), release.secrets.source),
      ...(release.secrets.fixedKeys.value ? ["the hub's own keys"] : []),
    ],
    roles: roles.map((role) => partWords(role.name, role)),
    "sites that show the hub in a frame": values(release.frameAncestors),
    "mail address for the certificate": https?.letsencrypt?.value,
    "further names of the hub": https && values(https.hosts),
    ingress: Object.entries(front).flatMap(([name, said]) => (said === undefined ? [] : [partWords(name, said)])),
    "pods that may reach the hub": [
      ...peers.map((peer) => partWords(peer.name, peer)),
      ...(labelled?.value === true ? ["whoever carries the chart's label"] : []),
      ...(release.monitoring === undefined ? [] : [partWords("monitoring", release.monitoring)]),
    ],
  };
}

/** What a machine of one's own has stands for its type. */
function poolWords(pool: Pool, provider: Provider): string {
  const { name, machine, memory, cpu, spot, hosts } = pool;
  const nodes = pool.nodes && nodesInCluster(pool, provider);
  const words = [
    machine?.value,
    memory && readableBytes(memory.value),
    cpu && `${cpu.value} cores`,
    nodes && `${nodes.from} to ${nodes.to} nodes`,
    spot?.value === true ? "spot" : undefined,
    ...values(hosts),
  ].filter((word) => word !== undefined);
  return words.length === 0 ? name : `${name} (${words.join(", ")})`;
}

/** The name and the nodes in words of a pool: `users, 1 to 1 nodes`. */
export function nodesOfPool(words: string): string {
  return [words.split(" ")[0], /\d+ to \d+ nodes/.exec(words)?.[0]].join(", ");
}

function sourceWords(source: SecretSource): string {
  if (source.kind === "kubernetes") return "source: kubernetes";
  if (source.kind === "sops") return `source: sops, ${source.file.value}`;
  const { store, item, prefix } = source;
  const words = [`store ${store.value}`, item && `item ${item.value}`, prefix && `prefix ${prefix.value}`];
  return `source: external, ${words.filter((word) => word !== undefined).join(", ")}`;
}

function roomWords(bytes: number): string {
  return Number.isFinite(bytes) ? `of ${readableBytes(bytes)}` : "without a limit";
}

function startFacts(start: ServerStart | undefined): Readonly<Record<string, FactValue | undefined>> {
  return {
    "program of servers": start && values(start.command),
    "command at the start of servers": start && values(start.after),
    "images of servers are pulled": start?.pull?.value,
    "account of servers": start?.account?.value,
  };
}

function certificateWords({ https, ingress }: Release): string | undefined {
  if (https?.letsencrypt) return "Let's Encrypt";
  if (https?.offload?.value) return "the load balancer's";
  return https?.secret?.value ?? ingress?.secret?.value;
}

function hubImageWords(image: HubImage | undefined): string | undefined {
  return image?.kind === "elsewhere" ? image.reference : image && `image ${image.name}`;
}

/** As servers are stopped in the end: a culler that is off looks at none and removes none. Kernels stop by themselves, in their servers. */
function cullFacts(release: Release): Readonly<Record<string, FactValue | undefined>> {
  const { cull } = release;
  const culling = cullingOf(release);
  const on = cull?.enabled.value === true && culling !== "never" ? cull : undefined;
  const kernels = cull?.kernels ?? on?.idle;
  return {
    [idleStop]: idleWords(culling),
    "longest run": typeof culling === "object" && culling.maxAge ? durationWords(culling.maxAge) : undefined,
    "servers are looked at every": on?.every && durationWords(on.every.value),
    "idle kernels stop after": cull?.kernels && durationWords(cull.kernels.value),
    "kernels that a browser shows": kernels && cull?.connectedKernels?.value === true ? "stopped" : undefined,
    "stopped servers with names": on?.removeNamed?.value === true ? "removed" : undefined,
  };
}

function idleWords(culling: ReturnType<typeof cullingOf>): string {
  if (culling === "undecided") return "a time that the hub's own Python or services decide";
  return culling === "never" ? idleNever : durationWords(culling.idle);
}

function runningFacts(release: Release): Readonly<Record<string, FactValue | undefined>> {
  const { namedServers, spare, budget, leftOut, outgoing, backup, umbrella } = release;
  return {
    address: release.url,
    chart: release.chart.version,
    "umbrella chart": umbrella && `${umbrella.chart.value} (JupyterHub is its ${umbrella.key.value})`,
    "values of the umbrella chart": umbrella?.values.map(({ leaf }) =>
      partWords(leaf.value.path.join("."), leaf.value.data),
    ),
    "values of its own": release.ownValues.map(({ leaf }) => partWords(leaf.value.path.join("."), leaf.value)),
    pools: release.provider.pools.map((pool) => poolWords(pool, release.provider)),
    "hub image": hubImageWords(release.hubImage?.value),
    ...cullFacts(release),
    "named servers": namedServers && (Number.isFinite(namedServers.value) ? `${namedServers.value}` : "unlimited"),
    "start timeout": release.startTimeout && durationWords(release.startTimeout.value),
    "starts at once": release.concurrentStarts && `${release.concurrentStarts.value}`,
    "debug log": release.debug && (release.debug.value ? "on" : "off"),
    "room kept free": spare.map(
      ({ pool, count }) => `${pool} (for ${count.value} ${count.value === 1 ? "server" : "servers"})`,
    ),
    certificate: certificateWords(release),
    announcement: release.announcement && digest(release.announcement.value),
    "left out": values(leftOut),
    "internet from servers": outgoing && (outgoing.internet.value ? "yes" : "no"),
    "networks from servers": outgoing && values(outgoing.networks),
    "reach of servers": outgoing?.reach.map((peer) => partWords(peer.name, peer)),
    "metadata server of the cloud":
      outgoing && (outgoing.blockMetadata.value ? "closed to servers" : "open to servers"),
    backup: backup && `${backup.schedule.value}, kept for ${durationWords(backup.keep.value)}`,
    budget: budget && `${budget.month.value} ${budget.currency.value} a month`,
    "database size": release.database?.size && readableBytes(release.database.size.value),
  };
}
