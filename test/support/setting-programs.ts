// Small programs without errors that have every block of the vocabulary somewhere, under the names that the examples of settings refer to.

import { type BlockSchema, schemaOf } from "../../compiler/schema/block.ts";
import { auth, idp } from "../../compiler/schema/blocks/auth.ts";
import { signIn } from "../../compiler/schema/blocks/course-material.ts";
import { grading } from "../../compiler/schema/blocks/grading.ts";
import { sources } from "../../compiler/schema/blocks/group.ts";
import { secrets } from "../../compiler/schema/blocks/hub-upkeep.ts";
import { provider } from "../../compiler/schema/blocks/provider.ts";
import { storage } from "../../compiler/schema/blocks/storage.ts";

interface Parts {
  readonly auth?: string;
  readonly hub?: string;
  readonly course?: string;
  readonly image?: string;
  readonly parent?: string;
  readonly project?: string;
  readonly provider?: string;
  readonly homes?: string;
  readonly more?: string;
}

const github = `auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }`;
const cluster = `provider kubernetes berkeley {
  context = "campus"
  pool core { label = "pool=core" nodes = 1..2 memory = 16GiB cpu = 4 }
  pool users { label = "pool=users" nodes = 0..9 memory = 64GiB cpu = 8 }
}`;

function program(parts: Parts): string {
  return `# file campus.hub
project campus { registry = "ghcr.io/campus"
${parts.project ?? ""}
}
${parts.provider ?? cluster}
${parts.homes ?? 'storage nfs homes { server = "10.0.0.2" export = "/homes" }'}
storage nfs archive { server = "10.0.0.3" export = "/archive" }
image data8 extends ${parts.parent ?? "std.datascience"} {
${parts.image ?? ""}
}
image other extends std.jupyterlab {
pip {
nbgitpuller==1.3.0
}
}
${parts.course === undefined ? "" : "image midterm extends std.jupyterlab { }"}
group data8-staff { members = ["tess"] }
group data8-students { members = ["bea"] }
course data8 {
  title = "Data 8"
  hub = datahub
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
${parts.course ?? ""}
}
hub datahub {
  provider = berkeley
  homes = homes
  domain = "datahub.example.edu"
  ${parts.auth ?? github}
${parts.hub ?? ""}
}
${parts.more ?? ""}
`;
}

/** The lines that a block can't be without, as their examples have them. */
function neededLines({ settings, oneOf, blocks }: BlockSchema, but: readonly string[] = []): string {
  const first = oneOf.flatMap(([key]) => (key === undefined ? [] : [key]));
  const wanted = Object.values(settings).filter(
    ({ key, required }) => (required === true || first.includes(key)) && !but.includes(key),
  );
  const inner = first.flatMap((key) => (settings[key] === undefined && blocks[key] ? [blocks[key].example] : []));
  return [...wanted.map(({ key, example }) => `${key} = ${example}`), ...inner].join("\n");
}

const upkeep = program({
  hub: `  admins = ["oski"]
  cull { idle = 30min }
  pods {
    jupyterhub { memory = 1GiB .. 1GiB }
    proxy { memory = 1GiB .. 1GiB }
    traefik { memory = 1GiB .. 1GiB }
    secret-sync { memory = 1GiB .. 1GiB }
    user-scheduler { memory = 1GiB .. 1GiB }
    image-puller { memory = 1GiB .. 1GiB }
  }
  https { letsencrypt = "hub@example.edu" }
  network {
    reach front { namespace = "front" pods { app = "front" } namespaces { name = "front" } }
    reach far { networks = ["10.0.0.0/7"] }
    admit exporter { namespace = "front" pods { app = "exporter" } namespaces { name = "front" } }
    admit far { networks = ["10.0.0.0/7"] }
  }
  monitoring { namespace = "monitoring" pods { app = "prometheus" } }
  spare { users = 1 }
  budget { month = 5000 currency = "EUR" }
  backup { schedule = 04:00 }
  start { pull = always }
  during 2026-10-01 .. 2026-10-09 { cull { idle = 2h } spare { users = 3 } }
  stage trial { domain = "trial.example.edu" }
  stage prod { during 2026-10-01 .. 2026-10-09 { announcement = "Now" } }
`,
});

const parts = program({
  hub: `  file gitconfig { path = "/etc/one" text = "one" }
  file kept { path = "/etc/two" secret = "two" key = "two" }
  file known { path = "/etc/three.json" data { one = 1 } }
  mount shared { path = "common" folder = "_common" }
  volume room { path = "/room" scratch = 1GiB }
  volume claimed { path = "/claimed" claim = "room" }
  container postgres { image = "docker.io/library/postgres:16.5" environment { POSTGRES_USER = "a" } }
  service grouper { command = ["grouper"] url = "http://grouper:8001" environment { BASE_URL = "https://a.example.edu" } }
  role department { groups = data8-staff scopes = ["list:users"] }
  scopes { user = ["self"] }
  templates { repository = "https://github.com/campus/pages" pages { "login.html" = "Hello" } vars { org.name = "Campus" } }
  templates-none-here = 1
  database { size = 1GiB }
  ingress { class = "traefik" annotations { "example.org/a" = "b" } }
  secrets kubernetes { name = "own" }
  environment { TZ = "UTC" }
  values { hub.activeServerLimit = 3 }
  config { Spawner.debug = true }
  python { "80-own" = "x = 1" }
  custom { one = 1 }
`.replace("  templates-none-here = 1\n", ""),
});

const servers = program({
  hub: `  image = data8
  image-choice { title = "Software" }
  size-choice { title = "Room" }
  any-image { title = "Any" }
  images = [data8, other]
  size small { memory = 1GiB .. 1GiB }
  size large { memory = 3GiB .. 4GiB environment { A = "b" } }
`,
  more: `hub second {
  provider = berkeley
  homes = homes
  domain = "second.example.edu"
  ${github}
  image = data8
  profile usual { title = "Usual" image-choice { title = "Software" } size-choice { title = "Room" } any-image { title = "Any" }
    images = [data8, other] size small { memory = 1GiB .. 1GiB } size large { memory = 3GiB .. 4GiB } environment { A = "b" }
    values { note = "kept" } }
  profile plain { title = "Plain" image = other }
}
hub third {
  provider = berkeley
  homes = homes
  domain = "third.example.edu"
  ${github}
  image = other
}`,
});

const teaching = program({
  image: `  pip {
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }
  env { TZ = "UTC" }
  files { "/opt/one" = "one" }
`,
  course: `  images = [data8, other]
  image-choice { title = "Software" }
  size-choice { title = "Room" }
  any-image { title = "Any" }
  size small { memory = 1GiB .. 1GiB }
  size large { memory = 3GiB .. 4GiB environment { A = "b" } }
  environment { TZ = "UTC" }
  content materials { repo = "https://github.com/data-8/materials" open { lec01 = "lec01.ipynb" } }
  shared data { path = "data" }
  textbook { repo = "https://github.com/data-8/book" builder = jupyter-book-1 url = "https://book.example.edu" }
  site { repo = "https://github.com/data-8/site" url = "https://site.example.edu" theme = just-the-class
    staff ani { name = "Ani" role = teaching-assistant } }
  person oski { name = "Oski" role = teaching-assistant }
  lms canvas { url = "https://canvas.example.edu" course = 1 }
  links { ed = "https://edstem.example.edu" }
  lecture main { days = [tue] time = 9:00 .. 10:00 }
  office-hours oski { days = [tue] time = 9:00 .. 10:00 }
  holiday break { on = 2026-11-11 }
  exam final { at = 2026-10-05 10:00 .. 11:00 }
  during 2026-10-01 .. 2026-10-09 { memory = 3GiB .. 4GiB }`,
  more: `image twin extends other { in-sync { with = other } }
group people { members = ["cleo"] during 2026-10-01 .. 2026-10-09 { members += ["dan"] } workspace { account = "team-a" } hub = datahub }`,
});

const projects = program({
  course: "  roster = data8-students\n",
  project: `  operators = ["@campus/hub"]
  area elsewhere { folder = "elsewhere" owners = ["@campus/elsewhere"] hubs = datahub images = other groups = data8-staff pools = berkeley.users storages = archive grants = [people]
${Object.entries(sources)
  .map(([name, schema]) => `    from ${name} { ${neededLines(schema).replaceAll("\n", " ")} }`)
  .join("\n")}
  }
  ci { systems = [gitlab] }
  pages { students = "# Students" }
  lint { "project/no-registry" = info }`,
  more: `hub astro128 { external = true domain = "hub.partner.example.edu" }
course partner { title = "Partner" hub = astro128 term = 2026-08-26 .. 2026-12-18 content notes { repo = "https://github.com/campus/notes" open { a = "a.ipynb" } } }
expect open { hub = datahub person = "ada" require = may-enter }
policy course named { require = title != "Other" }
# file elsewhere/one.hub
group elsewhere { members = ["eve"] }
course elsewhere { title = "E" hub = datahub image = other term = 2026-08-26 .. 2026-12-18 staff = data8-staff roster = elsewhere pool = berkeley.users shared a { path = "a" storage = archive } }
# file courses/data8/two.hub
group others { members = ["eve"] }
`,
});

const umbrella = program({
  hub: `umbrella { chart = "charts/other" key = "hub" values { one = 1 } }
  moved { from = "10.0.0.1:/homes/{username}" to = "10.0.0.2:/homes/{username}" }`,
});

const machines = program({
  provider: `provider gke berkeley { project = "campus" region = "us-central1" cluster = "hubs"
  pool core { machine = "n2-standard-2" nodes = 1..1 }
  pool users { machine = "campus-large" nodes = 0..40 }
}`,
  course: "peak = 30 cpu = 1 .. 2 memory = 1GiB .. 2GiB",
  hub: 'budget { month = 5000 currency = "USD" }',
  more: `machine campus-large { gpu = 1 memory = 32GiB cpu = 4 price = 0.25 currency = "USD" price-date = 2026-07-01 }
machine named { type = "r5.8xlarge" memory = 32GiB cpu = 4 }`,
});

/** Sign-ins whose usernames are addresses. */
const byAddress = new Set(["google", "canvas", "cilogon", "azure", "auth0", "lti"]);

/** A machine that each cloud has. */
const cloudMachines: Readonly<Record<string, string>> = {
  aks: "Standard_E4s_v5",
  eks: "r5.xlarge",
  openstack: "m3.large",
};

const perVariant: readonly string[] = [
  ...Object.entries(auth).map(([name, schema]) =>
    withAddresses(
      name,
      program({ auth: `auth ${name} {\n${signInLines(name, schema)}\nallow { people = ["ada"] }\n}` }),
    ),
  ),
  ...Object.entries(auth).map(([name, schema]) =>
    withAddresses(name, program({ auth: `auth ${name} {\n${signInLines(name, schema)}\nallow = everyone\n}` })),
  ),
  withAddresses(
    "cilogon",
    program({
      auth: `auth cilogon {\nallow { people = ["ada"] }\nidp one {\n${neededLines(idp)}\n}\nidp two { id = "https://two.example.edu/idp" }\n}`,
    }),
  ),
  ...Object.entries(provider).map(([name, schema]) =>
    program({
      provider: `provider ${name} berkeley {\n${neededLines(schema)}\npool users {\n${poolLines(name, schema)}\n}\n}`,
    }),
  ),
  ...Object.entries(storage).map(([name, schema]) =>
    program({
      homes: `storage ${name} homes {\n${neededLines(schema)}\n${name === "host-path" ? 'host = "lab-1"' : ""}\n}`,
    }),
  ),
  ...Object.entries(secrets).map(([name, schema]) => program({ hub: `secrets ${name} {\n${neededLines(schema)}\n}` })),
  ...Object.entries(grading).map(([name, schema]) =>
    program({
      ...(name === "okpy" ? { parent: "std.jupyterlab", image: "pip {\nokpy==1.18.1\nnbgitpuller==1.3.0\n}" } : {}),
      ...(name === "nbgrader" ? { image: "pip { nbgrader==0.9.5 }" } : {}),
      course: `roster = data8-students\ngrading ${name} {\n${neededLines(schema)}\n${
        schema.blocks["assignment"] === undefined ? "" : 'assignment hw01 { notebook = "hw01.ipynb" }'
      }\n}`,
    }),
  ),
  ...Object.entries(signIn).map(([name, schema]) =>
    program({
      image: "pip {\nnbgitpuller==1.3.0\ngh-scoped-creds==4.1\ngit-credential-helpers==0.2\n}",
      course: `content own { repo = "https://github.com/campus/own" sign-in ${name} {\n${neededLines(schema)}\n} }`,
    }),
  ),
  ...Object.entries(sources).map(([name, schema]) => {
    const by = name === "claim" ? "generic" : name;
    const keys =
      name === "google" ? 'groups-admin = "admin@example.edu"\ngroups-key = secret("google/groups-key")' : "";
    const text = program({
      auth: `auth ${by} {\n${signInLines(by, auth[by] ?? schema)}\n${keys}\nallow { groups = taken }\n}`,
      more: `group taken { from ${name} {\n${neededLines(schema)}\n} }`,
    });
    return withAddresses(by, text);
  }),
];

function withAddresses(signIn: string, text: string): string {
  return byAddress.has(signIn) ? text.replace(/"(ada|bea|tess)"/g, '"$1@example.edu"') : text;
}

function signInLines(name: string, schema: BlockSchema): string {
  const lines = neededLines(schema);
  if (name === "elsewhere") return 'class = "tmp"';
  const lti = ["client-id", "authorize-url", "jwks-url"].map((key) => `${key} = ${schema.settings[key]?.example}`);
  return name === "lti" ? [lines, ...lti].join("\n") : lines;
}

function poolLines(name: string, { blocks }: BlockSchema): string {
  const schema = blocks["pool"] && schemaOf(blocks["pool"], undefined);
  if (schema === undefined) throw new Error(`provider ${name} has no pools`);
  return neededLines(schema).replace("n2-highmem-8", cloudMachines[name] ?? "n2-highmem-8");
}

export const settingPrograms: readonly string[] = [
  upkeep,
  parts,
  servers,
  teaching,
  projects,
  umbrella,
  machines,
  ...perVariant,
];

const twoPools = {
  provider: cluster.replace("\n}", '\n  pool large { label = "pool=large" nodes = 0..9 memory = 256GiB cpu = 32 }\n}'),
  course: "  pool = berkeley.users\n",
};
const another = `provider kubernetes other { context = "other" pool users { label = "pool=users" nodes = 0..9 memory = 64GiB cpu = 8 } }`;
const second = `hub second { provider = berkeley homes = archive domain = "second.example.edu" image = data8 ${github} }`;
const ended = (more: Parts) => program(more).replace("2026-08-26 .. 2026-12-18", "2025-08-26 .. 2025-12-18");
const ready = program({
  more: `image ready { prebuilt = "quay.io/campus/data8:2026-01-05" provides = ["nbgitpuller"] }
course ready { title = "R" hub = second image = ready term = 2026-08-26 .. 2026-12-18
  content own { repo = "https://github.com/campus/own" open { a = "a.ipynb" } } }
${second.replace("image = data8 ", "")}`,
});
const chosen = program({
  more: 'course more { title = "More" hub = datahub image = other term = 2026-08-26 .. 2026-12-18 }',
  hub: "stage prod { choose = by-choice }",
}).replace("  staff = data8-staff\n", "");
const expected = program({
  more: `expect closed { hub = datahub person = "eve" require = may-enter }\nexpect served { course = data8 require = server.memory.to >= 1GiB }\n${second}`,
});

/** A program, or values, without which a setting says nothing: by its way from the declaration, as the test names it. */
export const settingCases: Readonly<
  Record<string, { readonly program?: string; readonly values?: readonly string[] }>
> = {
  "project/operators": { program: projects },
  "project/lint/some": { program: projects.replace(' registry = "ghcr.io/campus"', "") },
  ...Object.fromEntries(
    Object.keys(storage).map((name) => [`storage ${name}/path`, { values: ['"people/{username}"', '"a-{username}"'] }]),
  ),
  "storage host-path/on-every-host": {
    program: program({ homes: 'storage host-path homes { directory = "/srv/homes" on-every-host = true }' }),
  },
  "image/provides": { program: ready, values: ['["lab4"]'] },
  "image/prebuilt": { program: ready },
  "image/in-sync/with": { values: ["data8"] },
  "image/in-sync/except": {
    program: program({
      more: 'image twin extends other { pip { requests==2.32.3 } in-sync { with = other except = ["requests"] } }',
    }),
  },
  "image/open-with": {
    program: program({ hub: "images = [data8, other]", more: "image r extends std.rstudio { }" }).replace(
      "[data8, other]",
      "[data8, r]",
    ),
    values: ["rstudio", '"/lab/tree/one"'],
  },
  "course/hub": { program: program({ more: second }), values: ["second"] },
  "course/image": { values: ["other"] },
  "course/pool": { program: program(twoPools), values: ["berkeley.large"] },
  "course/needs": { values: ["[rstudio]"] },
  "course/students": { values: ["30"] },
  "course/collaboration": { program: program({ image: "pip { jupyter-collaboration==4.0.2 }" }) },
  "course/content/branches": {
    program: program({
      course: `content own { repo = "https://github.com/campus/own" branches = ["main", "dev"]
    open { a = { path = "a.ipynb", branch = "dev" } } }`,
    }),
    values: ['["main"]'],
  },
  "course/textbook/license": {
    program: program({
      course: 'textbook { repo = "https://github.com/campus/book" builder = jupyter-book-2 license = "MIT" }',
    }),
  },
  "course/grading otter/gradescope": {
    program: program({
      course: `grading otter { gradescope = 1 assignment hw01 { notebook = "a.ipynb" gradescope = 2 } }`,
    }),
  },
  "course/grading otter/assignment/gradescope": {
    program: program({
      course: `grading otter { gradescope = 1 assignment hw01 { notebook = "a.ipynb" gradescope = 2 } }`,
    }),
  },
  "course/grading nbgrader/storage": { values: ["archive"] },
  "hub/provider": { program: program({ more: another }), values: ["other"] },
  "hub/homes": { values: ["archive"] },
  "hub/choose": { program: projects },
  "hub/outside-terms": { program: ended({}) },
  "hub/auth google/groups-admin": { values: ['"root@example.edu"'] },
  "hub/auth google/allow/domains": { values: ['["example.edu"]'] },
  "hub/auth ldap/search-attribute": {
    program: program({
      auth: 'auth ldap { server = "a.example.edu" search-base = "ou=p" allow { people = ["ada"] } }',
    }),
  },
  "hub/auth lti/consumer-key": {
    program: program({
      auth: 'auth lti { consumer-key = "one" consumer-secret = secret("lti/s") allow = everyone }',
    }).replace(/"(tess|bea)"/g, '"$1@example.edu"'),
  },
  "hub/auth lti/consumer-secret": {
    program: program({
      auth: 'auth lti { consumer-key = "one" consumer-secret = secret("lti/s") allow = everyone }',
    }).replace(/"(tess|bea)"/g, '"$1@example.edu"'),
  },
  "hub/https/secret": { program: program({ hub: 'https { secret = "one" }' }) },
  "hub/https/offload": { program: program({ hub: 'https { secret = "one" }' }) },
  "hub/volume/memory": { program: program({ hub: 'volume a { path = "/a" memory = 1GiB }' }) },
  "hub/volume/config-map": { program: program({ hub: 'volume a { path = "/a" config-map = "one" }' }) },
  "hub/volume/secret": { program: program({ hub: 'volume a { path = "/a" secret = "one" }' }) },
  "hub/volume/node-folder": { program: program({ hub: 'volume a { path = "/a" node-folder = "/one" }' }) },
  "hub/role/groups": { values: ["data8-students"] },
  "hub/profile/pool": {
    program: program({ ...twoPools, hub: "profile a { image = data8 pool = berkeley.users }" }),
    values: ["berkeley.large"],
  },
  "hub/base-url": { program: projects },
  "hub/apps": { program: projects, values: ["[rstudio]"] },
  "hub/stage/provider": { program: `${upkeep}${another}`, values: ["other"] },
  "hub/stage/choose": { program: chosen },
  "hub/stage/outside-terms": { program: ended({ hub: "stage prod { }" }) },
  "policy provider/except": {
    program: program({ more: 'policy course named { require = title == "Other" except = [data8] }' }),
  },
  "expect/course": { program: expected },
  "expect/hub": { program: expected, values: ["second"] },
  "expect/on": { program: expected },
  "expect/message": { program: expected },
  "image/title": { program: servers },
  "image/description": { program: servers },
  "image/slug": { program: servers },
  "hub/pool": {
    program: program({ ...twoPools, hub: "image = data8 pool = berkeley.users" }),
    values: ["berkeley.large"],
  },
  "hub/peak": { program: servers },
  "hub/open-with": { program: servers },
  "hub/auth github/allow": {
    program: program({ auth: github.replace('allow { people = ["ada"] }', "allow = everyone") }),
  },
  "hub/any-repository": { program: program({ hub: 'image = data8 umbrella { chart = "charts/hub" }' }) },
  "machine/memory": { program: machines, values: ["2GiB"] },
  "machine/cpu": { program: machines, values: ["0.5"] },
  "machine/gpu": { program: machines.replace("peak = 30", "gpu = 1 peak = 30") },
  "machine/pods": { program: machines, values: ["12"] },
  "machine/currency": { program: machines, values: ['"EUR"'] },
};
