import { type BlockSchema, defineBlock, nested, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { domain, frameOrigin, namespaceName, releaseName, taggedImage, valuePath } from "../values/forms.ts";
import { linkAddress } from "../values/link-address.ts";
import { manifestText } from "../values/manifest-text.ts";
import { duration, orUnlimited } from "../values/quantities.ts";
import { orReference, referenceTo } from "../values/references.ts";
import { choice, count, html, numberType, text, textType, truth } from "../values/scalars.ts";
import { auth, otherSignIns } from "./auth.ts";
import { container } from "./container.ts";
import { file, mount } from "./hub-files.ts";
import { cull, database, elsewhere, https, ingress, moved, role, start, umbrella, wayOut } from "./hub-parts.ts";
import { backup, budget, secrets } from "./hub-upkeep.ts";
import { monitoring, network } from "./network.ts";
import { pods } from "./own-pods.ts";
import { profile } from "./profile.ts";
import { amounts, choiceForms, gpu, imageChoices, openWith, peak, place, sizes, variables } from "./server.ts";
import { scopes, service } from "./service.ts";
import { templates } from "./templates.ts";
import { volume } from "./volume.ts";

const accountPrefix = textType({
  name: "beginning of account names",
  expected: 'the beginning of account names, such as `"lab-"`',
  what: "the beginning of account names: lower-case letters and digits, beginning with a letter, with `-` at its end, 3 to 24 characters",
  accepts: (value) => value.length >= 3 && value.length <= 24 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-$/.test(value),
});

const spare = defineBlock({
  name: "spare",
  doc: "Room kept free, by pool: so many servers of the largest size.",
  settings: {},
  anySetting: setting({
    type: numberType({ name: "number", whole: true, from: 0, to: 500 }),
    doc: "How many servers' room.",
    example: "2",
  }),
});

const settings = {
  provider: setting({
    type: referenceTo("provider"),
    doc: "The cluster that it runs on.",
    example: "berkeley",
    required: true,
  }),
  homes: setting({
    type: referenceTo("storage"),
    doc: "Where people's work persists.",
    example: "homes",
    required: true,
  }),
  domain: setting({
    type: domain,
    doc: "The host name under which people reach it.",
    example: '"datahub.berkeley.edu"',
    required: true,
  }),
  release: setting({
    type: releaseName,
    doc: "What helm calls the release, where it runs under a name of its own.",
    example: '"datahub"',
    defaultDoc: "`<hub>-<stage>`",
  }),
  namespace: setting({
    type: namespaceName,
    doc: "The namespace that it is deployed in, which no other hub shares.",
    example: '"datahub"',
    defaultDoc: "`<hub>-<stage>`",
  }),
  admins: setting({
    type: listOf(text),
    doc: "Who gets everything on it, in the form that sign-in gives.",
    example: '["oski"]',
  }),
  choose: setting({
    type: choice("by-group", "by-choice"),
    doc: "How a person gets to a course, where it holds several.",
    example: "by-choice",
    defaultDoc: "`by-group` where every course has a roster",
  }),
  "account-prefixes": setting({
    type: listOf(accountPrefix),
    doc: "Beginnings of names that are for shared accounts, beside `shared-`, `collab-`, `team-` and `grader-`. Nobody signs in by such a name.",
    example: '["lab-"]',
    defaultDoc: "none",
  }),
  "outside-terms": setting({
    type: choice("as-in-term", "admins-only"),
    doc: "Who gets a server on days on which no course applies: who does in the nearest term, or nobody but admins.",
    example: "admins-only",
    default: "as-in-term",
  }),
  "start-timeout": setting({
    type: duration,
    doc: "How long a server may take to start.",
    example: "10min",
    defaultDoc: "the chart's, which is 300s",
  }),
  "named-servers": setting({
    type: orUnlimited(count),
    doc: "How many servers beside the first one a person may have; `unlimited` is as many as they like.",
    example: "2",
    defaultDoc: "none",
  }),
  "concurrent-starts": setting({
    type: count,
    doc: "How many servers may be starting at once.",
    example: "64",
    defaultDoc: "the chart's, which is 64",
  }),
  "user-scheduler": setting({
    type: truth,
    doc: "The chart's own scheduler puts servers onto nodes: the fullest that has room, so that the autoscaler can take away empty ones.",
    example: "false",
    defaultDoc: "the chart's, which is `true`",
  }),
  "hub-image": setting({
    type: orReference(taggedImage, "image"),
    doc: "The image that the hub itself runs, in place of the chart's: one of this program that extends `std.hub`, or one that is built elsewhere on the chart's, and has what the sign-in and `python` need.",
    example: "std.hub",
    defaultDoc: "the chart's, or one that hubc writes where the sign-in's class is not in it",
  }),
  debug: setting({
    type: truth,
    doc: "The hub, its proxy and its servers log at debug level, as for days on which somebody looks for a fault.",
    example: "true",
    defaultDoc: "the chart's, which is `false`",
  }),
  "pre-pull": setting({
    type: listOf(choice("on-deploy", "on-new-nodes")),
    doc: "When images are pulled before anybody needs them: on every node before a deployment ends, and on nodes that come later.",
    example: "[on-new-nodes]",
    defaultDoc: "both",
  }),
  "leave-out": setting({
    type: listOf(choice("home-owner", "server-settings", "server-ids", "exact-people", "choice-rules")),
    doc: "What hubc would add by itself and does not here: what makes a fresh home on shared storage its person's own (`home-owner`), its settings of Jupyter in servers (`server-settings`), the numbers of user and group that the account in the image has (`server-ids`), and the Python by which admins, members of groups and people who may enter are exactly those who are listed (`exact-people`): a group is then the one that sign-in makes, and needs one `from`. `choice-rules` is the Python by which only those start a profile or a size for whom it is: `for` then stands in the list as `allowed_groups`, which Python of the hub's own, or the umbrella chart's, has to hold. The hub's page says what no longer holds.",
    example: "[server-settings]",
    defaultDoc: "nothing",
  }),
  "leave-out-values": setting({
    type: listOf(valuePath),
    doc: "Values of the chart that hubc would write here and does not, with all below them, by their paths: the chart's own hold, or what `values` and `config` say. Nothing that other settings promise by them holds then.",
    example: '["singleuser.fsGid"]',
    defaultDoc: "nothing",
  }),
  "pod-priority": setting({
    type: truth,
    doc: "Pods have priorities, so that placeholders give way to people's servers.",
    example: "true",
    defaultDoc: "`true` where room is kept free, as by `spare`",
  }),
  manifests: setting({
    type: listOf(manifestText),
    doc: "Kubernetes objects added beside the release, from files of the project.",
    example: '["apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: notes\\n"]',
  }),
  "frame-ancestors": setting({
    type: listOf(frameOrigin, { single: true }),
    doc: "Sites that may show the hub and its servers inside a page of theirs, such as Moodle or Canvas, which open tools in a frame.",
    example: '["https://moodle.example.edu"]',
    defaultDoc: "none: browsers show the hub in no frame",
  }),
  contact: setting({
    type: linkAddress,
    doc: "Where staff of courses ask about the hub itself: a page, or an e-mail address as `mailto:…`. It stands on their pages.",
    example: '"mailto:datahub@example.edu"',
  }),
  announcement: setting({ type: html, doc: "A line shown on the hub's pages.", example: '"Maintenance on Sunday."' }),
} as const;

const common = {
  auth: {
    label: "variant",
    variants: auth,
    instead: otherSignIns,
    doc: "How people sign in, and who may.",
    example:
      'auth google {\n  hosted-domains = ["berkeley.edu"]\n  client-id = secret("google/client-id")\n  client-secret = secret("google/client-secret")\n}',
  },
  cull: nested(cull, "cull { idle = 1h  max-age = 12h }", { noneIs: "enabled" }),
  pods: nested(pods, "pods { jupyterhub { memory = 256MiB .. 2GiB } }"),
  https: nested(https, 'https { letsencrypt = "help@example.edu" }'),
  ingress: nested(ingress, 'ingress { class = "nginx" }'),
  network: nested(network, 'network { allow-outgoing = ["10.20.0.0/16"] }'),
  monitoring: nested(monitoring, 'monitoring { namespace = "support"  pods { app = "prometheus" } }'),
  spare: nested(spare, "spare { users = 1 }"),
  budget: nested(budget, 'budget { month = 4000  currency = "USD" }'),
  backup: nested(backup, "backup { schedule = 03:00 }"),
  file: nested(file, 'file gitconfig { path = "/etc/gitconfig"  text = "[safe]\\n\\tdirectory = *\\n" }', {
    label: "name",
    inCluster: true,
  }),
  mount: nested(mount, 'mount shared { path = "shared"  folder = "_shared" }', { label: "name", inCluster: true }),
  volume: nested(volume, 'volume scratch { path = "/scratch"  scratch = 10GiB }', { label: "name", inCluster: true }),
  start: nested(start, "start { pull = always }"),
  container: nested(
    container,
    'container postgres { image = "docker.io/library/postgres:16.4"  memory = 64MiB .. 512MiB }',
    { label: "name", inCluster: true },
  ),
  service: nested(service, 'service grouper { command = ["python3", "-m", "grouper"]  scopes = ["list:users"] }', {
    label: "name",
  }),
  role: nested(role, 'role department { groups = data8-staff  scopes = ["admin-ui", "list:users"] }', {
    label: "name",
  }),
  scopes: nested(scopes, 'scopes { user = ["self", "access:services"] }'),
  templates: nested(templates, 'templates { repository = "https://github.com/campus/hub-pages"  branch = "main" }'),
  database: nested(database, 'database { class = "standard-rwo"  size = 2GiB }'),
  moved: nested(moved, 'moved { from = "10.0.0.2:/homes/{username}"  to = "10.0.0.3:/homes/{username}" }', {
    many: true,
  }),
  umbrella: nested(umbrella, 'umbrella { chart = "charts/hub" }'),
  ...variables,
  ...wayOut,
  secrets: {
    label: "variant",
    variants: secrets,
    doc: "Where its secrets live.",
    example: 'secrets kubernetes { name = "hubc-datahub" }',
  },
} as const;

const during: BlockSchema = defineBlock({
  name: "during",
  doc: "Settings of the hub that apply only on these days.",
  settings: {
    announcement: settings.announcement,
    "start-timeout": settings["start-timeout"],
    "concurrent-starts": settings["concurrent-starts"],
    debug: settings.debug,
  },
  blocks: { cull: common.cull, spare: common.spare },
});

const window = {
  label: "range",
  schema: during,
  doc: "Settings for some days.",
  example: 'during 2026-11-02 .. 2026-11-20 { announcement = "Project weeks" }',
} as const;

function optionalSettings<T extends Readonly<Record<string, object>>>(table: T): T {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, { ...value, required: false }])) as T; // same keys, same types
}

export const stage: BlockSchema = defineBlock({
  name: "stage",
  doc: "Settings of the hub that differ in this stage. Each stage is a release of its own.",
  settings: {
    ...optionalSettings(settings),
    for: setting({
      type: choice("people", "trial"),
      doc: "Whom it is for: the people of the courses, or those who try things out. What a trial stores lies in folders of its own, nobody's work is touched, and no nodes are reckoned for it.",
      example: "people",
      defaultDoc: "`people` for a stage called `prod`, `trial` for any other",
    }),
  },
  blocks: { ...common, during: window },
});

/** What its own servers are made of, and what those of its courses and profiles have where these say nothing. Alike in every stage. */
const ofServers = {
  image: setting({
    type: referenceTo("image"),
    doc: "The software of the hub's own servers, which everybody who signs in gets, in every term and outside of all, and of the profiles that name no image.",
    example: "data8",
    defaultDoc: "none: servers are those of its courses and profiles",
  }),
  ...imageChoices,
  ...amounts,
  ...place,
  gpu,
  peak,
  "open-with": openWith,
} as const;

export const hub = defineBlock({
  name: "hub",
  doc: "One JupyterHub; every course that names it is on it.",
  settings: { ...settings, ...ofServers, ...elsewhere },
  blocks: {
    ...common,
    ...choiceForms,
    ...sizes,
    profile: nested(profile, 'profile large {\n  title = "Large"\n  image = data8\n  memory = 7GiB .. 8GiB\n}', {
      label: "name",
      extends: { without: ["title", "description", "slug", "default", "peak"] },
    }),
    auth: { ...common.auth, required: true },
    stage: nested(stage, 'stage staging { domain = "datahub-staging.berkeley.edu" }', { label: "name" }),
    during: window,
  },
});

/** All that is said of a hub with `external = true`. */
export const externalHub = defineBlock({
  name: "hub",
  doc: "A JupyterHub that somebody else runs; every course that names it is on it.",
  settings: { domain: settings.domain, contact: settings.contact, ...elsewhere },
});
