// The traits that `hub.config` can set, by class, and which of them the chart itself sets from values of its own.
// Traits: charts/. Values that become traits, and what the chart passes over: files/hub/jupyterhub_config.py of the chart 4.4.0.

import { lookUp } from "../text/look-up.ts";
import { bytesIn } from "./byte-specification.ts";
import { type Trait, type TraitTable, tabledClasses, traitTableOf } from "./charts/chart-tables.ts";
import type { Chart } from "./charts/charts.ts";
import { isList, isMap, type Json } from "./json-schema.ts";

/** The traits of a class; nothing for a class that is not in the table. */
export function traitsOf(chart: Chart, className: string): TraitTable | undefined {
  // traitlets gives an object what is set for the parents of its class, whichever of them declares the trait.
  return traitTableOf(chart, className === "Spawner" ? "KubeSpawner" : className);
}

/** Classes whose traits are known. */
export function knownClasses(chart: Chart): readonly string[] {
  return [...tabledClasses(chart), "Spawner"];
}

/** Classes of the hub's image, and of the BinderHub chart around it (1.0, values.yaml), that take configuration and have no table here. */
export const otherClasses: ReadonlySet<string> = new Set(
  `Application LocalProcessSpawner Proxy ConfigurableHTTPProxy CryptKeeper Service LocalAuthenticator PAMAuthenticator
  LDAPAuthenticator Pagination TmpAuthenticator FirstUseAuthenticator HashAuthenticator CanvasOAuthenticator
  BinderSpawner BinderSpawnerMixin`
    .trim()
    .split(/\s+/),
);

/** What a trait takes, in words, where `value` is nothing that it takes. */
export function traitComplaint(trait: Trait, value: Json): string | undefined {
  if (value === null) return trait.allow_none ? undefined : wordsOf(trait.type);
  return fits(trait.type, value) ? undefined : wordsOf(trait.type);
}

function fits(type: string, value: Json): boolean {
  const union = /^Union\[(.*)\]$/.exec(type)?.[1];
  if (union !== undefined) return memberTypes(union).some((one) => fits(one, value));
  const words = /^(?:CaselessStr)?Enum\[(.*)\]$/.exec(type)?.[1];
  if (words !== undefined) return wordsIn(words).some((word) => word === value || isSameWord(type, word, value));
  const [, outer, inner] = /^(\w+)(?:<(.*)>)?$/.exec(type) ?? [];
  switch (outer) {
    case "Bool":
      return typeof value === "boolean";
    case "Int":
      return typeof value === "number" && Number.isInteger(value);
    case "Float":
      return typeof value === "number";
    case "Unicode":
    case "URLPrefix":
    case "EntryPointType":
      return typeof value === "string";
    case "CUnicode":
      return !isList(value) && !isMap(value);
    case "ByteSpecification":
      return bytesIn(value) !== undefined;
    case "UseEnum": // by a name, or by a number (traitlets 5.14, `UseEnum.validate`)
      return typeof value === "string" || (typeof value === "number" && Number.isInteger(value));
    case "Command":
      return typeof value === "string" || isList(value);
    case "Dict":
      return isMap(value) && Object.values(value).every((json) => inner === undefined || fits(inner, json));
    case "List":
    case "Set":
    case "Tuple":
      return isList(value) && value.every((json) => inner === undefined || inner === "Instance" || fits(inner, json));
    case "Any":
      return true;
    default: // Callable, Bytes, Instance: values of Python that YAML can't hold
      return false;
  }
}

function isSameWord(type: string, word: Json, value: Json): boolean {
  const isCaseless = type.startsWith("Caseless") && typeof word === "string" && typeof value === "string";
  return isCaseless && word.toLowerCase() === value.toLowerCase();
}

function wordsOf(type: string): string {
  const union = /^Union\[(.*)\]$/.exec(type)?.[1];
  if (union !== undefined)
    return [
      ...new Set(
        memberTypes(union)
          .filter((one) => one !== "Callable")
          .map(wordsOf),
      ),
    ].join(" or ");
  const words = /^(?:CaselessStr)?Enum\[(.*)\]$/.exec(type)?.[1];
  if (words !== undefined)
    return `one of ${wordsIn(words)
      .map((word) => `\`${JSON.stringify(word)}\``)
      .join(", ")}`;
  const [, outer = type, inner] = /^(\w+)(?:<(.*)>)?$/.exec(type) ?? [];
  const of = inner === undefined || inner === "Instance" ? "" : ` of ${plurals[inner] ?? inner}`;
  return `${singles[outer] ?? outer}${of}`;
}

const plurals: Readonly<Record<string, string>> = {
  Unicode: "texts",
  Dict: "maps",
  List: "lists",
  "Set<Unicode>": "lists of texts",
  "List<Unicode>": "lists of texts",
};

const singles: Readonly<Record<string, string>> = {
  Bool: "`true` or `false`",
  Int: "a whole number",
  Float: "a number",
  Unicode: "a text",
  CUnicode: "a text",
  URLPrefix: "a text",
  EntryPointType: "the name of a class, as a text",
  ByteSpecification: 'a number of bytes, or a text such as `"2G"`',
  UseEnum: "one of its words, as a text",
  Command: "a text or a list of texts",
  Dict: "a map",
  List: "a list",
  Set: "a list",
  Tuple: "a list",
  Callable: "a function, which only a `python` block can give",
  Bytes: "bytes, which only a `python` block can give",
};

function memberTypes(text: string): string[] {
  return text.split(/,(?![^<[]*[>\]])/);
}

/** The words of `'a', 'b'` or `0, 10, 'DEBUG'`. */
function wordsIn(text: string): (string | number)[] {
  return text.split(/,\s*/).map((word) => (word.startsWith("'") ? word.slice(1, -1) : Number(word)));
}

/** Chart values that the chart turns into a trait, by class and trait; where the trait is set through `hub.config` too, that replaces it. */
const valueOfTrait: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  JupyterHub: {
    active_server_limit: "hub.activeServerLimit",
    allow_named_servers: "hub.allowNamedServers",
    authenticate_prometheus: "hub.authenticatePrometheus",
    base_url: "hub.baseUrl",
    concurrent_spawn_limit: "hub.concurrentSpawnLimit",
    db_url: "hub.db.url",
    load_roles: "hub.loadRoles",
    named_server_limit_per_user: "hub.namedServerLimitPerUser",
    redirect_to_server: "hub.redirectToServer",
    shutdown_on_logout: "hub.shutdownOnLogout",
    template_paths: "hub.templatePaths",
    template_vars: "hub.templateVars",
  },
  KubeSpawner: {
    allow_privilege_escalation: "singleuser.allowPrivilegeEscalation",
    cmd: "singleuser.cmd",
    consecutive_failure_limit: "hub.consecutiveFailureLimit",
    cpu_guarantee: "singleuser.cpu.guarantee",
    cpu_limit: "singleuser.cpu.limit",
    default_url: "singleuser.defaultUrl",
    environment: "singleuser.extraEnv",
    events_enabled: "singleuser.events",
    extra_annotations: "singleuser.extraAnnotations",
    extra_containers: "singleuser.extraContainers",
    extra_labels: "singleuser.extraLabels",
    extra_pod_config: "singleuser.extraPodConfig",
    extra_resource_guarantees: "singleuser.extraResource.guarantees",
    extra_resource_limits: "singleuser.extraResource.limits",
    fs_gid: "singleuser.fsGid",
    image: "singleuser.image",
    image_pull_policy: "singleuser.image.pullPolicy",
    image_pull_secrets: "singleuser.image.pullSecrets",
    init_containers: "singleuser.initContainers",
    lifecycle_hooks: "singleuser.lifecycleHooks",
    mem_guarantee: "singleuser.memory.guarantee",
    mem_limit: "singleuser.memory.limit",
    node_affinity_preferred: "singleuser.extraNodeAffinity.preferred",
    node_affinity_required: "singleuser.extraNodeAffinity.required",
    node_selector: "singleuser.nodeSelector",
    pod_affinity_preferred: "singleuser.extraPodAffinity.preferred",
    pod_affinity_required: "singleuser.extraPodAffinity.required",
    pod_anti_affinity_preferred: "singleuser.extraPodAntiAffinity.preferred",
    pod_anti_affinity_required: "singleuser.extraPodAntiAffinity.required",
    pod_name_template: "singleuser.podNameTemplate",
    profile_list: "singleuser.profileList",
    pvc_name_template: "singleuser.storage.dynamic.pvcNameTemplate",
    service_account: "singleuser.serviceAccountName",
    start_timeout: "singleuser.startTimeout",
    storage_access_modes: "singleuser.storage.dynamic.storageAccessModes",
    storage_capacity: "singleuser.storage.capacity",
    storage_class: "singleuser.storage.dynamic.storageClass",
    storage_extra_labels: "singleuser.storage.extraLabels",
    tolerations: "singleuser.extraTolerations",
    uid: "singleuser.uid",
    volume_mounts: "singleuser.storage.extraVolumeMounts",
    volumes: "singleuser.storage.extraVolumes",
  },
};

/** The chart value that becomes a trait; `Spawner` stands for its class in this hub. */
export function chartValueOfTrait(className: string, trait: string): string | undefined {
  return lookUp(lookUp(valueOfTrait, className === "Spawner" ? "KubeSpawner" : className) ?? {}, trait);
}

/**
 * Traits of which the chart builds a list or a map that servers can't do without: the hub's network label, the home, the container
 * that closes the metadata server, the culler's role. Set through `hub.config` they would be gone, since a trait replaces there.
 */
const built: ReadonlySet<string> = new Set(
  `JupyterHub.load_roles KubeSpawner.environment KubeSpawner.extra_labels KubeSpawner.image_pull_secrets KubeSpawner.init_containers
  KubeSpawner.node_affinity_preferred KubeSpawner.node_affinity_required KubeSpawner.profile_list KubeSpawner.tolerations
  KubeSpawner.volume_mounts KubeSpawner.volumes`
    .trim()
    .split(/\s+/),
);

/** What the chart takes out of `hub.config`, with what to do instead. */
const passedOver: Readonly<Record<string, string>> = {
  "JupyterHub.services": "set `hub.services` in a `values` block",
  "JupyterHub.cookie_secret":
    "the chart makes it, or takes `hub.cookieSecret` from a values file that is not in the repository",
  "JupyterHub.proxy_auth_token": "the chart makes it",
  "ConfigurableHTTPProxy.auth_token": "the chart makes it",
  "CryptKeeper.keys": "the chart makes them",
};

/** Traits of every authenticator that the vocabulary says, with what would come of them here. */
const saidElsewhere: Readonly<Record<string, string>> = {
  admin_groups: "the hub would not start, or take the rights from admins who are listed: name people in `admins`",
  admin_users: "hubc's own list replaces it: name people in the hub's `admins`",
  allowed_groups: "the hub would not start without groups from sign-in: name groups in `allow` of the block `auth`",
  client_secret: 'values are a plain file: give it to the block `auth` as `secret("…")`',
};

const saidElsewhereOf: Readonly<Record<string, string>> = {
  "JupyterHub.admin_users": "hubc's own list replaces it: name people in the hub's `admins`",
  "JupyterHub.load_groups": "nobody would ever leave such a group: declare a `group` with `members`",
  "KubeSpawner.common_labels": "the chart's network policies know servers by these labels",
};

/** Addresses by which the chart's other parts know the hub. */
const addresses: Readonly<Record<string, string>> = {
  base_url: "probes, the proxy, the ingress and all links here follow `hub.baseUrl`: set that in a `values` block",
  bind_url: "probes, the proxy, the ingress and all links here follow `hub.baseUrl`: set that in a `values` block",
  hub_bind_url: "the chart's service and its probes ask for the hub where the chart puts it: take this away",
  hub_connect_url: "the chart's service and its probes ask for the hub where the chart puts it: take this away",
};

/** Why a trait of a sign-in or of the hub has no place in a piece of Python either; nothing where it has one. */
export function unfitForPython(
  className: string,
  trait: string,
  { how, value }: { readonly how: "sets" | "adds" | "changes"; readonly value: Json | undefined },
): string | undefined {
  const name = nameOfTrait(className, trait);
  if (className === "JupyterHub" && trait === "admin_users") return saidElsewhereOf[name];
  if (className === "JupyterHub" && Object.hasOwn(addresses, trait)) return addresses[trait];
  // What is worked out may well hold what the chart puts there.
  if (built.has(name) && how === "sets" && value !== undefined)
    return `it would take away what the chart puts there: set \`${chartValueOfTrait(className, trait)}\` in a \`values\` block, or add to what is there`;
  return saidOfSignIn(className, trait);
}

/** LDAP's own groups, by their names in the directory, let people in beside all others (ldapauthenticator 2.0.2). */
function saidOfSignIn(className: string, trait: string): string | undefined {
  if (!/Authenticator(?:Extended)?(?:OfHubc)?$/.test(className) && !/^(?:Logging)?Configurable$/.test(className))
    return undefined;
  return className === "LDAPAuthenticator" && trait === "allowed_groups" ? undefined : lookUp(saidElsewhere, trait);
}

/** Why a trait has no place in the `hub.config` of a program, with what to do instead; nothing where it has one. */
export function unfitForConfig(className: string, trait: string): string | undefined {
  const name = nameOfTrait(className, trait);
  if (lookUp(passedOver, name) !== undefined) return unfitForChart(className, trait);
  const address = className === "JupyterHub" ? lookUp(addresses, trait) : undefined;
  return address ?? saidElsewhereOf[name] ?? saidOfSignIn(className, trait) ?? unfitForChart(className, trait);
}

/** The same for values that nobody compiles: what the chart passes over, or breaks by. */
export function unfitForChart(className: string, trait: string): string | undefined {
  const name = nameOfTrait(className, trait);
  const instead = lookUp(passedOver, name);
  if (instead !== undefined) return `the chart passes over it: ${instead}`;
  const value = chartValueOfTrait(className, trait);
  return built.has(name) && value !== undefined
    ? `it would take away what the chart puts there: set \`${value}\` in a \`values\` block`
    : undefined;
}

function nameOfTrait(className: string, trait: string): string {
  return `${className === "Spawner" ? "KubeSpawner" : className}.${trait}`;
}
