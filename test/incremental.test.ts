// What each file says is one of several things, which meet in the others: names, parents, families, constants, groups, windows,
// allowances, policies and the standard library. Whatever comes after whatever, what is kept from before tells nothing else than a
// program that is read anew.

import { expect, test } from "vitest";
import { check } from "../compiler/check.ts";
import { readYaml } from "../compiler/knowledge/read-yaml.ts";
import { createWorkspace } from "../compiler/workspace.ts";
import { examinedText, readAnew } from "./support/examined-text.ts";
import { fc } from "./support/properties.ts";

const on = 20731; // 2026-10-05

const hub = (name: string, more = "", { domain = name, allow = "" } = {}) => `hub ${name} {
  provider = cloud
  homes = homes
  https { letsencrypt = "ops@example.edu" }
  domain = "${domain}.example.edu"
  admins = ["ada"]
  auth google {
    hosted-domains = [school]
    client-id = secret("${name}/id")
    client-secret = secret("${name}/secret")
    ${allow}
  }
${more}}
`;

const course = (name: string, more = "", parent = "base") =>
  `course ${name} extends ${parent} {\n  title = "${name}"\n${more}}\n`;

const provider = (pool: string, nodes = 9) => `provider gke cloud {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4" nodes = 1..2 }
  pool ${pool} { machine = "n2-highmem-8" nodes = 0..${nodes} }
}
`;

/** What may stand in each file; `""` where the file is empty. The first of each are a program without findings. */
const files: Readonly<Record<string, readonly string[]>> = {
  "a-school.hub": [
    'let school = "example.edu"\nlet size = 1GiB .. 2GiB\n',
    '# moved\nlet school = "example.edu"\nlet size = 2GiB .. 4GiB\n',
    'let school = "example.com"\nlet size = "large"\n',
    'let school = "AKIAIOSFODNN7EXAMPLE"\n',
    "let size = size\nlet = 3\n",
    "",
  ],
  "b-project.hub": [
    'project p { registry = "ghcr.io/o/r" }\n',
    'project p { registry = "ghcr.io/o/r" lint { "course/term-over" = off } }\nproject q { }\n',
    'project p { registry = "ghcr.io/o/r" timezone = "Nowhere" }\n',
  ],
  "c-base.hub": [
    "abstract course base {\n  hub = main\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  memory = size\n  students = 20\n}\n",
    "abstract course base {\n  hub = other\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  students = 2000\n}\n",
    "abstract course base extends b { hub = main }\n",
    "course base {\n  hub = main\n  image = std.scipy\n  term = 2025-08-26 .. 2025-12-18\n  memory = size\n}\n",
    "abstract course {\n",
  ],
  "d-courses.hub": [
    course("a", "  staff = [ta]\n  roster = [people]\n") + course("b", "  roster = [team[1]]\n"),
    course("a", "  image = std.scipy\n") +
      course("b", "  during 2026-10-01 .. 2026-11-01 { image = std.datascience }\n"),
    course("a", "  memory = 900GiB .. 900GiB\n  roster = [team]\n"),
    course("b", "  hub = other\n  students = \n") + course("a", "  titel = 3\n"),
    course("a", '  # hubc: allow course/term-over because "kept"\n  term = 2025-01-01 .. 2025-02-01\n'),
    ...["", "  roster = [people]\n"].map(
      (more) => course("a", `  term = 2025-01-01 .. 2025-02-01\n${more}`) + course("b", "  roster = [team[1]]\n"),
    ),
    course("c", "  roster = [people]\n", "a") + course("a", '  links { x = "http://example.edu" }\n'),
    "",
  ],
  "e-groups.hub": [
    'group people { members = ["ada"] }\ngroup ta { members = ["bob"] may = ["list:users"] }\ngroup team[1..2] { members = ["t${n}"] }\n',
    'group pupils { members = ["ada"] }\ngroup ta { members = ["bob"] may = ["list:users"] }\ngroup team[1..2] { members = ["t${n}"] }\n',
    'group people { hub = other members = ["ada"] }\ngroup ta { members = ["bob"] may = ["list:users"] }\ngroup team[1..2] { members = ["t${n}"] }\n',
    'group people { hub = other members = ["ada"] }\ngroup ta { members = ["bob"] may = ["servers!group=people"] }\ngroup team[1..3] { members = ["t${n}"] }\n',
    'group people { hub = main }\ngroup ta { may = ["servers!group=pupils"] }\ngroup team[2..2] { members = ["@"] }\n',
    'group ta { members = ["bob"] }\ngroup ta { members = ["eve"] }\ngroup team-1 { members = ["x"] }\ngroup team[1..2] { }\n',
    "group [",
  ],
  "f-hubs.hub": [
    hub("main", "  choose = by-choice\n"),
    hub("main", '  stage prod { }\n  stage test { domain = "t.example.edu" }\n') + hub("other"),
    hub("main", '  values { singleuser.startTimeout = "late" }\n') + hub("other", "", { domain: "main" }),
    hub("main") + hub("other", "", { allow: "allow { groups = [people] }" }),
    hub("main", "  values { singleuser.startTimeout = 301 hub.networkPolicy.enabled = 7 }\n"),
    hub("main", "  cull { idle = 3 }\n"),
  ],
  "g-cloud.hub": [
    provider("users"),
    provider("users", 1),
    `${provider("others")}machine "n2-highmem-8" { memory = 4GiB cpu = 1 }\n`,
    "provider gke cloud { }\n",
  ],
  "g-storage.hub": [
    'storage nfs homes { server = "10.0.0.2" export = "/homes" }\n',
    'storage nfs homes { server = "10.0.0.3" export = "/homes" }\n',
    'storage nfs homes { server = "10.0.0.2" }\n',
    "storage memory homes { }\n",
  ],
  "h-images.hub": [
    "image img extends std.jupyterlab { pip { nbgitpuller } }\n",
    "image img extends twin { }\nimage twin extends std.scipy { pip { boken==2.4.3 } }\n",
    "abstract image img extends std.nothing { }\n",
    'image img { base = "quay.io/jupyter/minimal-notebook:latest" in-sync { with = twin } }\nimage twin extends std.jupyterlab { }\n',
  ],
  "i-policies.hub": [
    "",
    "= = =\n",
    "grp people { }\n",
    "policy course small { require = memory.to <= size }\n",
    "policy course small { require = students <= 10 except = [a] }\npolicy hub culled { require = present(cull) }\n",
    "policy course small { require = size <= memory.from }\nabstract policy course x { require = nothing }\n",
    "policy image std { require = present(base) except = [twins] }\n",
  ],
};

const paths = Object.keys(files);

/** Another text in one file, or another day. */
interface Change {
  readonly path: string;
  readonly text: number;
  readonly day: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.constantFrom(...paths),
  text: fc.nat({ max: 9 }),
  day: fc.oneof(
    { arbitrary: fc.constant(on), weight: 9 },
    { arbitrary: fc.integer({ min: on - 300, max: on + 300 }), weight: 1 },
  ),
});

function textOf({ path, text }: Change): string {
  const texts = files[path] ?? [];
  return texts[text % texts.length] ?? "";
}

test("the first texts are a program without findings", () => {
  const workspace = createWorkspace({ on }, readYaml);
  for (const path of paths) workspace.setFile(path, textOf({ path, text: 0, day: on }));
  expect(workspace.examined().diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});

type Texts = Readonly<Record<string, string>>;

/** A program that is all as at first, but for some files; then some of them are others. */
function edited(before: Texts, after: Texts): void {
  const workspace = createWorkspace({ on }, readYaml);
  for (const texts of [before, { ...before, ...after }]) {
    for (const path of paths) workspace.setFile(path, texts[path] ?? textOf({ path, text: 0, day: on }));
    const fresh = check(readAnew(workspace.sources()), { on });
    expect(examinedText(workspace.examined())).toBe(examinedText(fresh));
  }
}

const groups = (people: string) =>
  `${people}\ngroup ta { members = ["bob"] }\ngroup team[1..2] { members = ["t\${n}"] }\n`;
const allowing = { "f-hubs.hub": hub("main") + hub("other", "", { allow: "allow { groups = [people] }" }) };
const twoHubs = { "f-hubs.hub": hub("main") + hub("other") };
const twoUsers =
  'image img extends std.jupyterlab { pip { nbgitpuller } }\nimage two { base = "mambaorg/micromamba:2.3.0" conda { jupyterhub=5.5 jupyterlab=4.4 } }\n';
/** Beside what is built on the day: `b` is. */
const ended = (more: string) => ({
  "d-courses.hub": course("b", "  roster = [team[1]]\n"),
  "i-policies.hub": course("a", `  term = 2025-01-01 .. 2025-02-01\n${more}`),
});
const shared = course("a", "  staff = [ta]\n  roster = [people]\n") + course("b", "  staff = [ta]\n");
const folder = course("a", '  shared x { path = "/home/jovyan" storage = homes }\n');

test.each<[string, Texts, Texts]>([
  ["a header that can't be read", { "e-groups.hub": groups("") }, { "i-policies.hub": "grp people { }\n" }],
  ["something at the top that can't be read", {}, { "i-policies.hub": "= = =\n" }],
  ["people whom a sign-in lets in", allowing, { "e-groups.hub": groups('group people { members = ["eve"] }') }],
  ["a group for another hub", twoHubs, { "e-groups.hub": groups('group people { hub = other members = ["ada"] }') }],
  [
    "a name that comes before others",
    { ...twoHubs, "e-groups.hub": `${groups('group people { members = ["ada"] }')}group z { }\n` },
    { "e-groups.hub": `${groups('group people { members = ["ada"] }')}group a { }\n` },
  ],
  ["a group that nobody names any more", ended("  roster = [people]\n"), ended("")],
  ["a smaller cloud", {}, { "g-cloud.hub": provider("users", 1) }],
  ["servers of another user", { ...ended(""), "h-images.hub": twoUsers }, ended("  image = two\n")],
  [
    "a constant that another read",
    {
      "a-school.hub": 'let school = "a.edu"\nlet size = 1GiB .. 2GiB\nlet spare = "${place}"\n',
      "i-policies.hub": 'let place = "b"\n',
    },
    { "i-policies.hub": "" },
  ],
  ["a course that comes to a hub", {}, { "d-courses.hub": shared }],
  ["a course that leaves a hub", { "d-courses.hub": shared }, { "d-courses.hub": course("a", "  staff = [ta]\n") }],
  [
    "another home",
    { "d-courses.hub": folder },
    { "h-images.hub": 'image img { base = "rocker/binder:4.4" home = "/home/rstudio" }\n' },
  ],
])("what follows from %s is seen", (_what, before, after) => edited(before, after));

/** Some changes at once; after most, all else is as it was at first, so that there is a sound program for them to meet. */
const step = fc.record({
  isBack: fc.integer({ min: 0, max: 2 }).map((n) => n > 0),
  changes: fc.array(change, { minLength: 1, maxLength: 2 }),
});

test("whatever comes after whatever, in one file or in several at once", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
      const workspace = createWorkspace({ on }, readYaml);
      const goBack = () => {
        for (const path of paths) workspace.setFile(path, textOf({ path, text: 0, day: on }));
      };
      goBack();
      workspace.examined();
      for (const { isBack, changes } of steps) {
        let options = { on };
        if (isBack) goBack();
        for (const one of changes) {
          if (one.text === 9) workspace.removeFile(one.path);
          else workspace.setFile(one.path, textOf(one));
          options = { on: one.day };
        }
        workspace.setOptions(options);
        expect(examinedText(workspace.examined())).toBe(examinedText(check(readAnew(workspace.sources()), options)));
      }
    }),
    { numRuns: 80 },
  );
});
