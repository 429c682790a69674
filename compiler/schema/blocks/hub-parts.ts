// Small blocks of a hub: TLS and the way in, culling and starts, the database, roles, umbrella charts, what was moved.

import { type BlockUseDefinition, defineBlock, nested, setting } from "../block.ts";
import { commandOf } from "../values/command.ts";
import { listOf } from "../values/compounds.ts";
import { domain, email, secretName } from "../values/forms.ts";
import { bytes, duration, orUnlimited } from "../values/quantities.ts";
import { referencesTo } from "../values/references.ts";
import { choice, code, flag, text, textType, truth } from "../values/scalars.ts";
import { app } from "./course-material.ts";

export const https = defineBlock({
  name: "https",
  doc: "Encryption at the hub's own address: by the hub itself, or by the load balancer of its service.",
  settings: {
    letsencrypt: setting({
      type: email,
      doc: "A certificate from Let's Encrypt; who is told when it runs out.",
      example: '"help@example.edu"',
    }),
    secret: setting({
      type: secretName,
      doc: "The Kubernetes TLS Secret that holds a certificate of one's own.",
      example: '"hub-tls"',
    }),
    offload: flag(
      "The load balancer of the hub's service ends TLS, by annotations in `values` that name its certificate, and hands on plain http.",
    ),
    hosts: setting({
      type: listOf(domain),
      doc: "Further names that lead to the hub: the certificate is for them too.",
      example: '["jupyter.example.edu"]',
      defaultDoc: "the hub's `domain` alone",
    }),
  },
  oneOf: [["letsencrypt", "secret", "offload"]],
});

/** An ingress controller in front of a hub. */
const issuerName = textType({
  name: "name of an issuer",
  expected: 'the name of a ClusterIssuer, such as `"letsencrypt"`',
  what: "a name of a ClusterIssuer",
  accepts: (value) => /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(value),
});

const annotations = defineBlock({
  name: "annotations",
  doc: "What the controller, and others that look at the ingress, are told.",
  settings: {},
  anySetting: setting({ type: code, doc: "The annotation's value.", example: '"true"' }),
});

export const ingress = defineBlock({
  name: "ingress",
  doc: "An ingress controller that stands in front of the hub.",
  settings: {
    class: setting({ type: text, doc: "The ingress class.", example: '"nginx"' }),
    secret: setting({
      type: secretName,
      doc: "The Kubernetes TLS Secret that holds the certificate.",
      example: '"hub-tls"',
      defaultDoc: "`<release>-tls`",
    }),
    issuer: setting({
      type: issuerName,
      doc: "The ClusterIssuer by which cert-manager makes the certificate and keeps it fresh.",
      example: '"letsencrypt"',
      defaultDoc: "none: somebody brings the Secret",
    }),
    tls: setting({
      type: truth,
      doc: "The controller ends TLS. `false` where something in front of the controller does: there is no certificate here then.",
      example: "false",
      default: true,
    }),
    "body-size": setting({
      type: orUnlimited(bytes),
      doc: "The largest upload that ingress-nginx lets through.",
      example: "256MiB",
      defaultDoc: "512MiB, which is what Jupyter Server takes; under an `umbrella`, what that chart says",
    }),
  },
  blocks: {
    annotations: nested(annotations, 'annotations { "nginx.ingress.kubernetes.io/proxy-read-timeout" = "3600" }'),
  },
});

export const cull = defineBlock({
  name: "cull",
  doc: "When servers are stopped.",
  settings: {
    enabled: setting({
      type: truth,
      doc: "Servers are stopped. `cull = none` is short for `cull { enabled = false }`: they run until somebody stops them.",
      example: "true",
      default: true,
    }),
    idle: setting({ type: duration, doc: "After this long without activity.", example: "1h", default: 3600 }),
    "max-age": setting({
      type: duration,
      doc: "However active, after this long.",
      example: "12h",
      defaultDoc: "never",
    }),
    every: setting({
      type: duration,
      doc: "How often servers are looked at.",
      example: "5min",
      defaultDoc: "10 minutes, or `idle` where that is shorter",
    }),
    "remove-named": flag("A named server that is stopped is taken off its person's list, too. Files stay."),
    kernels: setting({
      type: duration,
      doc: "Kernels in a server are stopped after this long without activity, which frees their memory and lets the server become idle.",
      example: "20min",
      defaultDoc: "as long as `idle`",
    }),
    "connected-kernels": flag("Kernels are stopped though a browser still shows their notebook."),
  },
});

/** How every server of a hub starts: what it runs, what runs beside it at its start, when its image is pulled, and as whom it speaks to the cluster. */
const account = textType({
  name: "service account",
  expected: 'the name of a service account, such as `"pangeo"`',
  what: "a service account's name: lower-case letters, digits and single `-`; `{username}` stands for the person",
  accepts: (value) => value.length <= 63 && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(value.replace("{username}", "x")),
});

export const start = defineBlock({
  name: "start",
  doc: "How every server starts.",
  settings: {
    command: setting({
      type: commandOf({ single: true }),
      doc: "The program that it runs, which has to start Jupyter's server for one person: where an image has a script of its own for that. Courses with `collaboration` run their own.",
      example: '["start-singleuser.sh"]',
      defaultDoc: "the chart's: `jupyterhub-singleuser`",
    }),
    after: setting({
      type: commandOf(),
      doc: "A command that runs in the server beside that program, as soon as it starts. Until it ends nobody gets in, and where it fails, the server is stopped.",
      example: '["/bin/sh", "-c", "cp -rn /opt/material ~/material"]',
      defaultDoc: "none",
    }),
    pull: setting({
      type: choice("always", "if-missing", "never"),
      doc: "When its image is pulled: at every start, where its tag moves; only where the node does not have it; or never, where images are brought to nodes by other means.",
      example: "if-missing",
      defaultDoc: "Kubernetes' way: `if-missing`, and `always` for an image with the tag `latest`",
    }),
    "service-account": setting({
      type: account,
      doc: "The account of the cluster whose rights it has there, which somebody else makes: what people run can do all that it may.",
      example: '"pangeo"',
      defaultDoc: "none: servers can ask nothing of the cluster",
    }),
  },
});

export const database = defineBlock({
  name: "database",
  doc: "The volume of the hub's own database.",
  settings: {
    class: setting({
      type: secretName,
      doc: "Its storage class.",
      example: '"standard-rwo"',
      defaultDoc: "the cluster's default class",
    }),
    size: setting({
      type: bytes,
      doc: "How much it holds.",
      example: "2GiB",
      defaultDoc: "the chart's, which is 1GiB",
    }),
  },
});

export const role = defineBlock({
  name: "role",
  doc: "What members of groups may do on this hub, as a role of JupyterHub's with this name. What they may on every hub is `may` in a group.",
  settings: {
    description: setting({
      type: text,
      doc: "What the role is for, as JupyterHub keeps it.",
      example: '"The department\'s staff sees and enters all servers."',
      defaultDoc: "nothing",
    }),
    groups: setting({
      type: referencesTo("group"),
      doc: "Who has it.",
      example: "data8-staff",
      required: true,
    }),
    scopes: setting({
      type: listOf(text),
      doc: "What it allows: JupyterHub's scopes. `!group=NAME` narrows one to the members of a group of the program.",
      example: '["admin-ui", "list:users", "access:servers"]',
      required: true,
    }),
  },
});

/** A chart that has the JupyterHub chart as a part. */
const chartFolder = textType({
  name: "folder of a chart",
  expected: 'the folder of a chart, such as `"charts/hub"`',
  what: "a folder of the project that holds a chart: names of letters, digits, `.`, `_` and `-`, joined by `/`, none of which is `.` or `..`",
  accepts: (value) =>
    /^[A-Za-z0-9_.][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9._-]*)*$/.test(value) &&
    !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value),
});

const partName = textType({
  name: "name of a part",
  expected: 'the name of a part, such as `"jupyterhub"`',
  what: "the name of a part of a chart: letters, digits, `_` and `-`, beginning with a letter; of a part of a part, with `.` between the two",
  accepts: (value) => /^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)*$/.test(value),
});

/** The way out of the vocabulary: values of the chart, traits and Python as one writes them oneself, checked but not interpreted. */
const free = (name: string, doc: string, root: readonly string[]) =>
  defineBlock({ name, doc, settings: {}, free: root });

/** Blocks that set chart values, configuration traits and Python directly. */
export const wayOut = {
  values: {
    label: "none",
    schema: free("values", "Values of the JupyterHub chart, by their paths.", []),
    doc: "Sets any value of the JupyterHub chart.",
    example: "values { singleuser.networkPolicy.enabled = false }",
  },
  config: {
    label: "none",
    schema: free("config", "Traits of `hub.config`, by class.", ["hub", "config"]),
    doc: "Sets any trait of `hub.config`.",
    example: "config { KubeSpawner.start_timeout = 600 }",
  },
  python: {
    label: "none",
    schema: free("python", "Pieces of hub configuration in Python, by name.", ["hub", "extraConfig"]),
    doc: "Adds pieces of hub configuration in Python, in order of their names.",
    example: 'python { "10-banner" = "c.JupyterHub.template_vars = {}" }',
  },
  custom: {
    label: "none",
    schema: free("custom", "Data for Python of the hub's own, by their paths.", ["custom"]),
    doc: 'Data that the chart hands on as it is, for Python of the hub\'s own: `z2jh.get_config("custom.org.name")`.',
    example: 'custom { org.name = "Campus" }',
  },
} as const satisfies Readonly<Record<string, BlockUseDefinition>>;

const values = defineBlock({
  name: "umbrella values",
  doc: "Values of that chart beside those of the JupyterHub chart, by their paths; nobody but the chart knows what they mean.",
  settings: {},
  free: [],
  unchecked: true,
});

export const umbrella = defineBlock({
  name: "umbrella",
  doc: "A chart of the project's own, of which the JupyterHub chart is a part: the values lie under the part's name, and that chart is deployed.",
  settings: {
    chart: setting({
      type: chartFolder,
      doc: "The chart's folder, from the project's. Its Chart.yaml says which version of the JupyterHub chart it has; the project's `chart` is to be the same.",
      example: '"charts/hub"',
      required: true,
    }),
    key: setting({
      type: partName,
      doc: "The name, or the alias, of the JupyterHub chart among the chart's dependencies; with `.` between the names where it is a dependency of a dependency.",
      example: '"jupyterhub"',
      default: "jupyterhub",
    }),
  },
  blocks: {
    values: nested(values, "values { dask-gateway.enabled = true }"),
  },
});

export const moved = defineBlock({
  name: "moved",
  doc: "Says that work was moved: what `hubc plan` and `hubc build` refuse because people's work would be left behind is fine between these two. Both are written as the refusal says them.",
  settings: {
    from: setting({
      type: text,
      doc: "Where it was; or `hub` and the name that the hub had.",
      example: '"10.0.0.2:/homes/{username}"',
      required: true,
    }),
    to: setting({
      type: text,
      doc: "Where it is now; or `hub` and its name.",
      example: '"10.0.0.3:/homes/{username}"',
      required: true,
    }),
  },
});

const basePath = textType({
  name: "path of an address",
  expected: 'a path, such as `"/jupyter"`',
  what: "a path: it begins with `/`, and holds letters, digits, `.`, `_`, `~` and `-` between single `/`",
  accepts: (value) => /^(?:\/[A-Za-z0-9._~-]+)+\/?$/.test(value),
});

/** What a program says of a hub that somebody else runs, beside its address. A stage has none of it. */
export const elsewhere = {
  external: flag(
    "Somebody else runs it. Courses on it have checks, images, links, pages, books, sites and grading; nothing is written for the hub itself, so it needs no `provider`, `homes` and `auth`, and can have no other setting than `domain`, `base-url`, `apps` and `contact`.",
  ),
  "base-url": setting({
    type: basePath,
    doc: "The path under which an external hub answers. A hub of the program's own has `hub.baseUrl` in its `values`.",
    example: '"/jupyter"',
    defaultDoc: "none: it answers at the top of its `domain`",
  }),
  apps: setting({
    type: listOf(app),
    doc: "What servers of an external hub can open, where a course names no `image`: `open-with` and links are checked against it.",
    example: "[lab, rstudio]",
    defaultDoc: "nobody checks them",
  }),
} as const;
