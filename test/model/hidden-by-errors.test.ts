// An error in one setting hides nothing that follows from others: neither of the same block nor of one that only refers to it.

import { expect, test } from "vitest";
import { checkProgram, errorCodes, programOf } from "../support/programs.ts";

const program = `provider gke g {
  project = "campus"
  region  = "us-central1"
  cluster = "hubs"
  pool core  { machine = "n2-standard-4"  nodes = 1..3 }
  pool users { machine = "n2-standard-2"  nodes = 0..40 }
}

provider kubernetes k {
  context = "k"
  pool core  { label = "pool=core"  nodes = 1..3  memory = 16GiB  cpu = 4 }
  pool users { label = "pool=users"  nodes = 0..9  memory = 64GiB  cpu = 8 }
}

storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}

hub lab {
  provider = g
  homes    = homes
  domain   = "lab.uni.edu"
  admins   = ["ada"]
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    organizations = ["uni"]
  }
  https { letsencrypt = "help@uni.edu" }
}

hub field {
  provider = k
  homes    = fields
  domain   = "field.uni.edu"
  auth google {
    client-id      = secret("google/id")
    client-secret  = secret("google/secret")
    hosted-domains = ["uni.edu"]
  }
  https { letsencrypt = "help@uni.edu" }
}

storage nfs fields {
  server = "10.0.0.3"
  export = "/homes"
}

project p { registry = "ghcr.io/campus/hubs" }

image plain {
  prebuilt = "quay.io/campus/c:2026-08-01"
  provides = ["lab", "nbgitpuller"]
}

course one {
  title    = "One"
  hub      = lab
  image    = plain
  term     = 2026-09-07 .. 2026-12-18
  students = 40
  memory   = 1GiB .. 2GiB
  roster   = students
  staff    = staff
}

course two {
  title    = "Two"
  hub      = field
  image    = plain
  term     = 2026-09-07 .. 2026-12-18
  students = 40
  memory   = 1GiB .. 2GiB
}

group students { members = ["grace"] }
group staff    { members = secret("one/staff") }
`;

/** Each a text of the program, what stands in its place, and the error that it is. */
const errors = {
  cpu: ["memory = 64GiB  cpu = 8", "memory = 64GiB  cpu = 8GiB", "schema/wrong-type"],
  memory: ["memory = 64GiB  cpu = 8", "memory = 64  cpu = 8", "schema/missing-unit"],
  region: ['region  = "us-central1"', "region  = 5", "schema/wrong-type"],
  termOfOne: [
    "lab\n  image    = plain\n  term     = 2026-09-07 .. 2026-12-18",
    "lab\n  image    = plain\n  term     = 2026-09-07 .. 2026-12-32",
    "syntax/impossible-date",
  ],
  termOfTwo: [
    "field\n  image    = plain\n  term     = 2026-09-07 .. 2026-12-18",
    "field\n  image    = plain\n  term     = 2026-13-07 .. 2026-12-18",
    "syntax/impossible-date",
  ],
  image: ["lab\n  image    = plain", "lab\n  image    = plane", "names/unknown-image"],
  id: ['secret("github/id")', "5", "schema/wrong-type"],
  secretInClear: ['secret("google/secret")', '"hunter2hunter2"', "secret/literal"],
  provider: ["provider = k\n  homes    = fields", "provider = kk\n  homes    = fields", "names/unknown-provider"],
  variant: ["provider kubernetes k", "provider kubernets k", "schema/unknown-variant"],
  hub: ["hub      = field", "hub      = fild", "names/unknown-hub"],
  poolOfTwo: ['title    = "Two"', 'title    = "Two"\n  pool     = k.userss', "names/unknown-pool"],
  textWithoutEnd: ['title    = "Two"', 'title    = "Two', "syntax/unterminated-text"],
  listWithoutEnd: ['title    = "Two"', 'title    = "Two"\n  needs    = [lab4', "syntax/unclosed-bracket"],
  hubsMemory: ['domain   = "field.uni.edu"', 'domain   = "field.uni.edu"\n  memroy   = 2GiB', "schema/unknown-setting"],
  members: ['members = ["grace"]', "members = 5", "schema/wrong-type"],
} as const;

const findings = {
  memoryOfOne: [
    "students = 40\n  memory   = 1GiB .. 2GiB\n  roster",
    "students = 40\n  memory   = 100GiB\n  roster",
    "course/memory-above-node",
  ],
  memoryOfTwo: [
    "students = 40\n  memory   = 1GiB .. 2GiB\n}",
    "students = 40\n  memory   = 100GiB\n}",
    "course/memory-above-node",
  ],
  cpuOfTwo: [
    "students = 40\n  memory   = 1GiB .. 2GiB\n}",
    "students = 40\n  memory   = 1GiB .. 2GiB\n  cpu = 16\n}",
    "course/cpu-above-node",
  ],
  windowOfTwo: [
    "students = 40\n  memory   = 1GiB .. 2GiB\n}",
    "students = 40\n  memory   = 1GiB .. 2GiB\n  during 2026-10-12 .. 2026-10-16 { memory = 100GiB }\n}",
    "course/memory-above-node",
  ],
  profile: [
    'domain   = "field.uni.edu"',
    'domain   = "field.uni.edu"\n  image    = plain\n  profile big {\n    title  = "Big"\n    memory = 100GiB\n  }',
    "course/memory-above-node",
  ],
  memoryOfStaff: [
    'members = secret("one/staff")',
    'members = secret("one/staff")\n  memory = 100GiB',
    "group/above-node",
  ],
  folders: [
    "roster   = students",
    'roster   = students\n  shared a { path = "x" }\n  shared b { path = "x" }',
    "course/mount-clash",
  ],
  spare: ['admins   = ["ada"]', 'admins   = ["ada"]\n  spare { usrs = 2 }', "names/unknown-pool"],
  pool: ["roster   = students", "roster   = students\n  pool = g.usrs", "names/unknown-pool"],
  openToAll: ['hosted-domains = ["uni.edu"]', 'hosted-domains = ["gmail.com"]', "hub/open-to-the-public"],
  names: ['admins   = ["ada"]', 'admins   = ["ada@uni.edu"]', "hub/username-form"],
  account: ['secret("one/staff")', 'secret("one/staff")\n  workspace { account = "dean" }', "group/account-prefix"],
} as const;

test("the program is right", () => expect(errorCodes(programOf(program))).toEqual([]));

const pairs: readonly (readonly [keyof typeof errors, keyof typeof findings])[] = [
  ["cpu", "memoryOfTwo"],
  ["memory", "cpuOfTwo"],
  ["region", "memoryOfOne"],
  ["termOfOne", "memoryOfOne"],
  ["termOfOne", "folders"],
  ["termOfTwo", "memoryOfTwo"],
  ["termOfTwo", "memoryOfOne"],
  ["image", "memoryOfOne"],
  ["image", "spare"],
  ["image", "pool"],
  ["id", "names"],
  ["id", "account"],
  ["secretInClear", "openToAll"],
  ["members", "account"],
  ["provider", "memoryOfTwo"],
  ["variant", "memoryOfTwo"],
  ["hub", "memoryOfTwo"],
  ["poolOfTwo", "memoryOfTwo"],
  ["textWithoutEnd", "memoryOfTwo"],
  ["listWithoutEnd", "memoryOfTwo"],
  ["termOfTwo", "windowOfTwo"],
  ["hubsMemory", "profile"],
  ["image", "memoryOfStaff"],
  ["termOfOne", "memoryOfStaff"],
];

test.each(pairs)("%s hides no %s", (error, finding) => {
  const put = (text: string, [from, to]: readonly [string, string, string]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  const expected = [errors[error][2], findings[finding][2]].sort();
  expect(errorCodes(programOf(put(put(program, findings[finding]), errors[error]))).sort()).toEqual(expected);
});

test("an unknown pool hides no other, wherever each is named", () => {
  const text = [findings.spare, findings.pool].reduce((found, [from, to]) => found.replace(from, to), program);
  expect(errorCodes(programOf(text))).toEqual(["names/unknown-pool", "names/unknown-pool"]);
});

test("a name that differs by a number is not taken for another: it may be one that is still to be declared", () => {
  const [from, to] = findings.memoryOfTwo;
  const text = program.replace(from, to).replace("hub      = field", "hub      = field2");
  expect(errorCodes(programOf(text))).toEqual(["names/unknown-hub"]);
});

test.each([
  ["memory", "memory = 200GiB .. 400GiB", "course/memory-above-node"],
  ["cpu", "cpu = 60 .. 90", "course/cpu-above-node"],
])("a parent that is not there hides nothing that follows from the course's own %s", (_, own, code) => {
  const course = (header: string) =>
    `${program}course other ${header} {\n  title = "Other"\n  hub   = lab\n  term  = 2026-08-26 .. 2026-12-18\n  ${own}\n}\n`;
  expect(errorCodes(programOf(course("extends nothing-like-it")))).toEqual(["names/unknown-course", code]);
  const grandchild = `abstract course bare extends nothing-like-it { }\n${course("extends bare")}`;
  expect(errorCodes(programOf(grandchild))).toEqual(expect.arrayContaining(["names/unknown-course", code]));
  // Which pool its servers run on, or in which sizes, what could not be read may say.
  expect(errorCodes(programOf(course("").replace(own, `${own}\n  pool = g.usres`)))).toContain("names/unknown-pool");
});

test("a parent that is not there hides nothing that follows from the sizes of a hub's own servers", () => {
  const own =
    'memory = 300GiB .. 400GiB\n  profile large { title = "L"  memory = 600GiB .. 700GiB }\n  profile small { title = "S" }';
  const orphan = program.replace("hub lab {", `hub lab extends nothing-like-it {\n  image = tools\n  ${own}`);
  expect(errorCodes(programOf(orphan)).filter((one) => one === "course/memory-above-node")).toHaveLength(2);
});

test("an entry with an error hides none beside it, nor an address of the material the other addresses", () => {
  const entries =
    'links {\n    page = "htp://page"\n    old  = "http://lab.uni.edu/fa25"\n  }\n  environment { MODE = 5  DB_PASSWORD = "hunter2" }';
  const course = (more: string) =>
    `${program}course other {\n  title = "Other"\n  hub   = lab\n  image = plain\n  term  = 2026-08-26 .. 2026-12-18\n  ${more}\n}\n`;
  const errors = errorCodes(programOf(course(entries)));
  expect(errors).toEqual(expect.arrayContaining(["schema/bad-text", "schema/wrong-type", "secret/in-clear"]));
  const codes = (more: string) => checkProgram(programOf(course(more))).diagnostics.map(({ code }) => code);
  expect(codes(entries)).toEqual(expect.arrayContaining(["course/wrong-term", "course/insecure-link"]));
  const material = 'content m { repo = "htps://x" }\n  links { old = "http://lab.uni.edu/fa25" }';
  expect(codes(material)).toEqual(expect.arrayContaining(["course/wrong-term", "course/insecure-link"]));
});

test.each([
  ["no date in its term", "term = 2026-02-30 .. 2026-12-18", "syntax/impossible-date"],
  ["an unknown roster", "term = 2026-08-26 .. 2026-12-18\n  roster = nobody-there", "names/unknown-group"],
])("%s hides no clash of a course's folders", (_, wrong, error) => {
  const shared = (homes: string) => `course other {
  title = "Other"
  hub   = lab
  image = plain
  ${wrong}
  shared a { path = "x"${homes} }
  shared b { path = "x/y"${homes} }
}
`;
  const codes = (homes: string) => errorCodes(programOf(program + shared(homes)));
  expect(codes("")).toEqual(expect.arrayContaining([error, "course/mount-clash"]));
  const dynamic = `${program}storage dynamic disks { size = 5GiB }\n${shared("  storage = disks")}`;
  expect(errorCodes(programOf(dynamic))).toEqual(expect.arrayContaining([error, "storage/not-shareable"]));
});
