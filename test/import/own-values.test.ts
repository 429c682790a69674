// Values that hubc itself wrote, imported: the program says all of them in words, and compiles to the same values.

import { dump } from "js-yaml";
import { expect, test } from "vitest";
import { valuesOfRelease } from "../../compiler/targets/values-of-release.ts";
import { imported, importedFiles, nothing } from "../support/imported-values.ts";
import { modelOf } from "../support/small-program.ts";

const github = `auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }`;

interface Hub {
  readonly auth?: string;
  readonly hub?: string;
  readonly more?: string;
  readonly homes?: string;
}

/** A hub without a course, of which values don't tell. */
function program({ auth = github, hub = "", more = "", homes = "storage dynamic homes { size = 5GiB }" }: Hub): string {
  return `project hubs { chart = "4.4.0" }
provider kubernetes k {
  context = "k"
  pool users { label = "pool=users" }
}
${homes}
image img { prebuilt = "quay.io/campus/img:2026-01-05" }
hub h {
  provider = k
  homes    = homes
  image    = img
  domain   = "h.example.edu"
  https { letsencrypt = "it@example.edu" }
  ${auth}
  ${hub}
}
${more}
`;
}

function valuesOf(text: string) {
  const model = modelOf(text);
  const [release] = model.releases;
  if (release === undefined) throw new Error("the program has no release");
  return valuesOfRelease(release, model);
}

/** Squeezed: one blank where the layout has several. */
function roundTrip(text: string) {
  const before = valuesOf(text);
  const back = imported(dump(before));
  expect(back.proof, back.text).toEqual(nothing);
  return { text: back.text.replace(/ +/g, " "), before, after: valuesOf(back.text) };
}

const cases: readonly (readonly [name: string, hub: Hub, words: readonly string[]])[] = [
  ["sign-in by secrets", {}, ['client-id = secret("github/client-id")', 'secrets kubernetes {\n name = "hubc-h"']],
  [
    "sites that may show the hub",
    { hub: 'frame-ancestors = ["https://moodle.example.edu", "https://canvas.example.edu"]' },
    ['frame-ancestors = ["https://moodle.example.edu", "https://canvas.example.edu"]'],
  ],
  ["kernels with a time of their own", { hub: "cull { idle = 1h kernels = 30min }" }, ["idle = 1h\n kernels = 30min"]],
  ["kernels that stop as servers do", { hub: "cull { idle = 2h }" }, ["cull {\n idle = 2h\n }"]],
  [
    "kernels whose notebook is shown",
    { hub: "cull { idle = 1h connected-kernels = true }" },
    ["idle = 1h\n connected-kernels = true"],
  ],
  [
    "kernels alone",
    { hub: "cull { enabled = false kernels = 20min }" },
    ["cull {\n enabled = false\n kernels = 20min\n }"],
  ],
  ["nothing that stops", { hub: "cull = none" }, ["cull = none"]],
  [
    "kernels and sites together",
    { hub: 'cull { idle = 1h kernels = 45min }\nframe-ancestors = "https://moodle.example.edu"' },
    ["kernels = 45min", 'frame-ancestors = ["https://moodle.example.edu"]'],
  ],
  [
    "LTI 1.3",
    {
      auth: `auth lti {
    platforms     = ["https://canvas.example.edu"]
    client-id     = ["one", "two"]
    authorize-url = "https://canvas.example.edu/auth"
    jwks-url      = "https://canvas.example.edu/jwks"
    allow         = everyone
  }`,
    },
    ["auth lti {", 'platforms = ["https://canvas.example.edu"]', 'client-id = ["one", "two"]', "allow = everyone"],
  ],
  [
    "LTI 1.3 with another name of people",
    {
      auth: `auth lti {
    platforms     = ["https://canvas.example.edu"]
    client-id     = "one"
    authorize-url = "https://canvas.example.edu/auth"
    jwks-url      = "https://canvas.example.edu/jwks"
    username      = "sub"
    allow { people = ["ada"] }
  }`,
    },
    ['username = "sub"', 'people = ["ada"]'],
  ],
  [
    "LTI 1.1",
    { auth: 'auth lti { consumer-key = "campus" consumer-secret = secret("lti/consumer") allow = everyone }' },
    ['consumer-key = "campus"', 'consumer-secret = secret("lti/consumer")'],
  ],
  [
    "LDAP by a name's place",
    {
      auth: 'auth ldap { server = "ldap.example.edu" port = 636 encryption = tls bind = "uid={username},ou=people" allow { people = ["ada"] } }',
    },
    ['server = "ldap.example.edu"', "port = 636", "encryption = tls", 'bind = ["uid={username},ou=people"]'],
  ],
  [
    "LDAP by a search",
    {
      auth: `auth ldap {
    server           = "ldap.example.edu"
    search-base      = "ou=people"
    search-attribute = "sAMAccountName"
    search-user      = "cn=hub"
    search-password  = secret("ldap/password")
    certificate-authority = "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n"
    allow            = everyone
  }`,
    },
    ['search-attribute = "sAMAccountName"', 'search-password = secret("ldap/password")', "certificate-authority = "],
  ],
  [
    "a password for all",
    {
      hub: 'admins = ["eve"]',
      auth: 'auth shared-password { password = secret("all/password") admin-password = secret("all/admin") allow = everyone }',
    },
    ['password = secret("all/password")', 'admin-password = secret("all/admin")'],
  ],
  [
    "accounts of the hub's own",
    {
      hub: 'admins = ["eve"]',
      auth: 'auth native { signup = false admin-password = secret("native/admin") allow { people = ["ada"] } }',
    },
    ["auth native {", "signup = false", 'admin-password = secret("native/admin")'],
  ],
  [
    "organizations, of which some may enter",
    { auth: github.replace("allow {", 'organizations = ["campus"]\n    allow {') },
    ['organizations = ["campus"]'],
  ],
  [
    "a domain that the hub's Python drops",
    { auth: github.replace("github {", 'auth0 {\n    domain = "campus.auth0.com"\n    strip-domain = "example.edu"') },
    ['strip-domain = "example.edu"'],
  ],
  [
    "a group by its members",
    {
      auth: github.replace('"ada"]', '"ada"]\n    groups = [staff]'),
      more: 'group staff { members = ["bea", "cyd"] }',
    },
    ["groups = [staff]", 'group staff {\n members = ["bea", "cyd"]'],
  ],
  ["names that nobody signs in by", { hub: 'account-prefixes = ["lab-"]' }, ['account-prefixes = ["lab-"]']],
  [
    "homes on a claim, with Jupyter's databases elsewhere",
    { homes: 'storage claim homes { name = "homes" }' },
    ["storage claim homes {"],
  ],
];

test.each(cases)("%s", (_, hub, words) => {
  const { text, before, after } = roundTrip(program(hub));
  expect(after).toEqual(before);
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toMatch(/^ (?:values|config|custom|python) \{/m);
  expect(text).not.toContain("leave-out-values");
});

test("a hub that leaves nothing out leaves nothing out", () => {
  const { text } = roundTrip(program({ homes: 'storage claim homes { name = "homes" }' }));
  expect(text).not.toContain("leave-out");
});

test("a chart around the hub's, that has it under `hub`", () => {
  const before = valuesOf(program({ hub: 'umbrella { chart = "charts/campus" key = "hub" }' }));
  const { text, proof } = imported(dump(before));
  expect(proof, text).toEqual(nothing);
  expect(text).toContain('key   = "hub"');
});

test("files of Jupyter that somebody changed are no settings of the hub", () => {
  const before = valuesOf(program({ hub: "cull { idle = 1h kernels = 30min }" }));
  const changed = dump(before).replace("cull_interval: 300", "cull_interval: 60");
  const { text, proof } = imported(changed);
  expect(proof.errors).toEqual([]);
  expect(proof.different).toEqual([]);
  expect(text).not.toContain("kernels");
  expect(text).toContain("server-settings");
  expect(proof.dropped.map(({ path }) => path)).toContain(
    "singleuser.extraFiles.hubc-jupyter-server.data.MappingKernelManager.cull_interval",
  );
});

test("a course, of which the values do not tell, takes nothing else with it", () => {
  const { text, proof } = imported(
    dump(
      valuesOf(
        program({
          hub: "cull { idle = 1h kernels = 30min }",
          more: `group staff { members = ["bea"] }
group learners { members = ["cyd"] }
course c {
  title  = "C"
  hub    = h
  image  = img
  term   = 2026-08-26 .. 2026-12-18
  staff  = staff
  roster = learners
}`,
        }),
      ),
    ),
  );
  expect(proof.errors).toEqual([]);
  expect(proof.different).toEqual([]);
  expect(text).toContain("kernels = 30min");
  expect(text).toContain('secret("github/client-id")');
  expect(proof.dropped.map(({ path }) => path.replace(/\.\d+$/, ""))).toContain("custom.hubc.courses.c.staff");
});

/** A hub whose stages share a storage: each but the one for people keeps its files in a folder of its own. */
const staged = program({
  homes: 'storage claim homes { name = "homes" }',
  hub: `mount data { path = "/data" folder = "_shared/data" }
  stage staging { domain = "staging.h.example.edu" }
  stage try-out-2 { domain = "try.h.example.edu" }
  stage prod { }`,
});

test.each([
  ["staging", "_staging"],
  ["try-out-2", "_try-out-2"],
])("the folder of the stage %s", (name, folder) => {
  const model = modelOf(staged);
  const release = model.releases.find(({ stage }) => stage === name);
  if (release === undefined) throw new Error(`there is no stage ${name}`);
  const before = valuesOfRelease(release, model);
  const { text, proof } = imported(dump(before));
  expect(proof, text).toEqual(nothing);
  expect(text).toContain(`path = "${folder}/{username}"`);
  expect(text).toMatch(new RegExp(`folder += "${folder}/_shared/data"`));
  // A mount is called after its key, so that its key is another one.
  expect(valuesOf(text)).toMatchObject({
    singleuser: {
      storage: {
        static: { subPath: `${folder}/{username}` },
        extraVolumeMounts: {
          "mount-mount-data": { mountPath: "/data", subPath: `${folder}/_shared/data`, readOnly: true },
        },
      },
    },
  });
});

test("a stage inside of an imported stage's folder, and all stages of a built folder together", () => {
  const inner = staged.replace('name = "homes"', 'name = "homes" path = "_staging/{username}"');
  for (const text of [staged, inner]) {
    const model = modelOf(text);
    const files = model.releases.map((release): [string, string] => [
      `hubs/h/${release.stage}/values.yaml`,
      dump(valuesOfRelease(release, model)),
    ]);
    const { text: written, proof } = importedFiles(Object.fromEntries(files));
    expect(proof, written).toEqual(nothing);
  }
});
