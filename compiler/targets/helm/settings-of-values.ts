// The settings of the vocabulary that values of the chart are written from, so that a clash can name what to change, and where that is.

import { authenticators } from "../../knowledge/authenticators.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";

/** What says a value: in words with marks of code, and the place where it is said, where the value's own origin is not that place. */
export interface SayingSetting {
  readonly words: string;
  readonly span: Span | undefined;
}

type Says = readonly [pattern: RegExp, words: string, span?: (release: Release) => Span | undefined];

const cullSpan = ({ cull }: Release) => (cull?.idle ?? cull?.maxAge)?.span;
const sourceSpan = ({ groups }: Release) => groups.find(({ sources }) => sources.length > 0)?.sources[0]?.span;
const courseSpan = ({ courses }: Release) => courses[0]?.span;

/** What a course, a profile and the hub itself may say of a server. */
function ofServers(setting: string): string {
  return `\`${setting}\` of the hub, its courses or its profiles`;
}

const settings: readonly Says[] = [
  [/^cull\.maxAge/, "`max-age` in the hub's block `cull`", cullSpan],
  [/^cull\.every/, "`every` in the hub's block `cull`", ({ cull }) => (cull?.every ?? cull?.idle)?.span],
  [/^cull\.removeNamedServers/, "`remove-named` in the hub's block `cull`"],
  [/^cull\.enabled/, "`enabled` in the hub's block `cull`", ({ cull }) => cull?.enabled.span],
  [/^cull\.timeout/, "`idle` in the hub's block `cull`", cullSpan],
  [/^cull/, "the hub's block `cull`", cullSpan],
  [/^hub\.config\.\w+\.admin_users/, "the hub's `admins`", ({ admins }) => admins[0]?.span],
  [/^hub\.config\.Authenticator\.allow/, "`allow` in the block `auth`", ({ auth }) => auth.allow.span],
  [/^hub\.config\.Authenticator\.(?:manage_groups|enable_auth_state)/, "`from` in a group", sourceSpan],
  [/^hub\.config\.\w+\.oauth_callback_url/, "the hub's `domain`"],
  [
    /^(?:hub\.config\.JupyterHub|singleuser\.extraFiles\.hubc-jupyter-server\.data\.ServerApp)\.tornado_settings/,
    "the hub's `frame-ancestors`",
    ({ frameAncestors }) => frameAncestors[0]?.span,
  ],
  [/^hub\.config\.(?:JupyterHub\.authenticator_class|\w*Authenticator)/, "the block `auth`"],
  [/^hub\.config\.JupyterHub\.authenticate_prometheus/, "the hub's block `monitoring`"],
  [/^hub\.networkPolicy/, "`admit` in the hub's block `network`, and its block `monitoring`"],
  [
    /^hub\.config\.KubeSpawner(?:$|\.(?:group_overrides|args|cmd)\b)/,
    "the course's `collaboration`, `shared` or `grading`, or the hub's block `mount`",
    courseSpan,
  ],
  [/^hub\.extraEnv$/, "the block `auth`; the hub's block `values` takes any variable"],
  [/^hub\.extraEnv/, "the block `auth`"],
  [
    /^hub\.image/,
    "the hub's `hub-image`, or the block `auth`, whose class the hub's usual image lacks",
    ({ hubImage, auth }) => hubImage?.span ?? auth.span,
  ],
  [/^hub\.db/, "the hub's block `database`"],
  [/^hub\.(?:templatePaths|initContainers|extraContainers)/, "the hub's block `templates`"],
  [/^prePuller\.(?:hook|continuous)\.enabled/, "the hub's `pre-pull`"],
  [/^debug/, "the hub's `debug`"],
  [/^hub\.concurrentSpawnLimit/, "the hub's `concurrent-starts`"],
  [/^hub\.(?:allowNamedServers|namedServerLimitPerUser)/, "the hub's `named-servers`"],
  [/^hub\.templateVars/, "the hub's `announcement`, and `vars` in its block `templates`"],
  [/^(?:hub\.(?:existingSecret|cookieSecret)|proxy\.secretToken)/, "`fixed-keys` in the hub's block `secrets`"],
  [/^hub\.services/, "the hub's block `service`"],
  [/^hub\.loadRoles\.(?:user|server)\b/, "the hub's block `scopes`"],
  [/^hub\.loadRoles\.hubc-workspace-/, "`workspace` in a group"],
  [/^hub\.loadRoles\.hubc-group-/, "`may` in a group"],
  [/^hub\.loadRoles\.hubc-course-/, "the course's `staff`"],
  [/^hub\.loadRoles\./, "the hub's blocks `role` and `service`"],
  [
    /^hub\.loadRoles$/,
    "the hub's blocks `role`, `scopes` and `service`, `may` and `workspace` in groups, and the course's `staff`",
  ],
  [/^hub\.config$/, "the block `auth`; the hub's block `config` takes any trait"],
  [/^hub\.extraVolume\w*$/, "the hub's blocks `volume` and `file`, and a `secret` in the `members` of a group"],
  [/^hub\.extraVolume/, "a `secret` in the `members` of a group"],
  [/^(?:hub|proxy\.\w+|scheduling\.userScheduler|prePuller)\.(?:resources|replicas)/, "the hub's block `pods`"],
  [/^scheduling\.userScheduler\.enabled/, "the hub's `user-scheduler`"],
  [/^scheduling\.podPriority/, "the hub's `pod-priority`, and its block `spare`"],
  [/^(?:hub|proxy\.\w+|scheduling\.userScheduler)\.nodeSelector/, "the provider's pool `core`"],
  [/^hub\.extraConfig$/, "the hub's block `python`, courses, groups and the block `auth`"],
  [/^hub\.extraFiles$/, "the hub's blocks `file` and `templates`, courses, groups and the block `auth`"],
  [/^custom\.hubc\.accountPrefixes/, "the hub's `account-prefixes`"],
  [/^custom\.hubc\.secretName/, "`name` in the hub's block `secrets`"],
  [/^hub\.extraFiles\.template-/, "the hub's block `templates`"],
  [/^(?:custom\.hubc|hub\.extra(?:Config|Files))/, "courses, groups and the block `auth`"],
  [/^custom\b/, "the hub's block `custom`"],
  [/^proxy\.https/, "the hub's block `https`"],
  [/^proxy\.service/, "the hub's `ingress`, or its provider"],
  [/^ingress/, "the hub's block `ingress`"],
  [/^singleuser\.image\.pullPolicy/, "`pull` in the hub's block `start`"],
  [/^singleuser\.lifecycleHooks/, "`after` in the hub's block `start`"],
  [/^singleuser\.serviceAccountName/, "`service-account` in the hub's block `start`"],
  [/^singleuser\.image/, ofServers("image")],
  [/^singleuser\.(?:uid|fsGid)/, "the image's `user`", courseSpan],
  [/^singleuser\.memory/, ofServers("memory")],
  [/^singleuser\.cpu/, ofServers("cpu")],
  [/^singleuser\.extraResource/, ofServers("gpu")],
  [/^singleuser\.defaultUrl/, ofServers("open-with")],
  [/^singleuser\.cmd/, "`command` in the hub's block `start`, or the course's `collaboration`"],
  [/^singleuser\.nodeSelector/, ofServers("pool")],
  [
    /^singleuser\.profileList/,
    "the courses of the hub, their exams and the hub's profiles, an entry for each",
    courseSpan,
  ],
  [/^singleuser\.extraContainers/, "the hub's block `container`", ({ containers }) => containers[0]?.span],
  [/^singleuser\.startTimeout/, "the hub's `start-timeout`"],
  [/^singleuser\.(?:networkPolicy|cloudMetadata)/, "the hub's block `network`"],
  [
    /^singleuser\.storage\.extraVolume\w*$/,
    "the hub's `homes`, its blocks `mount`, `volume` and `file`, and `shared` in courses",
  ],
  [/^singleuser\.storage\.extraVolume\w*\.mount-/, "the hub's block `mount`"],
  [/^singleuser\.storage\.extraVolume\w*\.volume-/, "the hub's block `volume`"],
  [/^singleuser\.storage\.extraVolume\w*\.(?:hubc-)?files?-/, "the hub's block `file`"],
  [/^singleuser\.storage\.extraVolume/, "the hub's `homes`, and `shared` in courses"],
  [/^singleuser\.storage/, "the hub's `homes`"],
  [/^singleuser\.extraEnv\.(?:GIT_CONFIG_|HUBC_GIT_|GH_SCOPED_)/, "`sign-in` in a course's `content`", courseSpan],
  [/^singleuser\.extraEnv/, "the hub's block `environment`"],
  [/^singleuser\.extraFiles$/, "the hub's blocks `file` and `cull`, and its `homes`"],
  [/^singleuser\.extraFiles\.hubc-/, "the hub's `homes` and `cull`", ({ homes }) => homes.span],
  [/^singleuser\.extraFiles/, "the hub's block `file`"],
  [/^singleuser\.extraTolerations/, "the provider's pools"],
  [/^singleuser\.initContainers/, "the hub's `homes`, whose folders it makes", ({ homes }) => homes.span],
  [/^scheduling/, "the hub's block `spare`"],
  [/^prePuller/, "the images of servers", courseSpan],
];

/** Values below those above that no setting says, whatever the program. */
const unsaid =
  /^(?:cull\.(?:users|adminUsers|concurrency)|hub\.networkPolicy\.(?:enabled|egress\w*|allowedIngressPorts)|hub\.extraEnv\.(?!OAUTH_CLIENT|HUBC_).*|hub\.db\.(?:type|url|password|upgrade|pvc\.(?:annotations|selector|accessModes|subPath))|ingress\.(?:pathSuffix|pathType|extraPaths)|proxy\.service\.(?:labels|disableHttpPort|extraPorts|externalIPs|loadBalancer\w+|ip\w+)|proxy\.https\.(?:manual\b.*|letsencrypt\.acmeServer|secret\.(?:key|crt))|scheduling\.podPriority\.\w+Priority|scheduling\.podPriority\.globalDefault|scheduling\.userScheduler\.(?:image|pdb|plugins|pluginConfig|logLevel|labels|annotations|tolerations|\w+Account|extraPodSpec)\b.*|scheduling\.corePods\b.*|prePuller\.(?:hook|continuous|pause)\.(?!enabled$|resources$).*|prePuller\.(?:labels|annotations|revisionHistoryLimit|containerSecurityContext)|singleuser\.networkPolicy\.(?:enabled|ingress|interNamespaceAccessLabels|allowedIngressPorts)|singleuser\.storage\.extraLabels|singleuser\.image\.pullSecrets|singleuser\.lifecycleHooks\.(?:preStop|postStart\.(?!exec\b).*)|hub\.image\.pull\w+)$/;

/** What says a key of the chart, in words without marks; undefined where only `values` do. */
export function wordsForKey(key: string): string | undefined {
  if (unsaid.test(key)) return undefined;
  const trait = settingOfTrait(key.split("."));
  if (trait !== undefined) return trait;
  return settings.find(([pattern]) => pattern.test(key))?.[1].replaceAll("`", "");
}

/** The setting of a sign-in that is a trait of its class. */
function settingOfTrait([hub, config, section, trait = "", ...more]: readonly string[]): string | undefined {
  if (hub !== "hub" || config !== "config" || more.length > 0) return undefined;
  const found = Object.entries(authenticators).find(([, one]) => one.section === section);
  if (found === undefined) return undefined;
  const [variant, { traits, oauth }] = found;
  if (variant === "cilogon" && /^(?:allowed_)?idps$/.test(trait))
    return "idps, or blocks idp, in the block auth cilogon";
  const application = oauth && /^client_(?:id|secret)$/.test(trait) ? trait.replace("_", "-") : undefined;
  const name = trait === "username_claim" && oauth ? "username" : undefined;
  const setting = application ?? name ?? Object.entries(traits).find(([, one]) => one === trait)?.[0];
  return setting && `${setting} in the block auth ${variant}`;
}

/** The setting that a value of the chart is written from; undefined for what no setting says. */
export function settingOfValue(path: readonly string[], release: Release): SayingSetting | undefined {
  const name = path.join(".");
  const says = settings.find(([pattern]) => pattern.test(name));
  if (says === undefined) return undefined;
  const [, words, span] = says;
  return { words: ofSignIn(path, release) ?? words, span: span?.(release) };
}

/** The setting of the block `auth` that is a trait of its class. */
function ofSignIn([hub, config, section, trait]: readonly string[], { auth }: Release): string | undefined {
  const authenticator = authenticators[auth.variant];
  if (hub !== "hub" || config !== "config" || section !== authenticator?.section) return undefined;
  const [setting] = Object.entries(authenticator?.traits ?? {}).find(([, one]) => one === trait) ?? [];
  return setting === undefined ? undefined : `\`${setting}\` in the block \`auth\``;
}
