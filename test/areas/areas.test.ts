// Whoever may write any text in one folder gets what the operators opened to it, and no more. Each attempt stands beside the same program
// without areas, where it compiles: so it is the area that refuses it.

import { describe, expect, it } from "vitest";
import { checkProgram, type ProgramTexts } from "../support/programs.ts";

interface Attempt {
  /** Lines of the area `data8`. */
  readonly area?: string;
  /** Lines of the course in it. */
  readonly course?: string;
  /** Further text of its file. */
  readonly more?: string;
  /** Further text of the operators' file. */
  readonly operators?: string;
  /** Further text of the file of the area `stat20`. */
  readonly others?: string;
  readonly auth?: string;
  /** Lines of the hub `h`. */
  readonly hub?: string;
  readonly withoutAreas?: boolean;
  readonly assets?: ReadonlyMap<string, string>;
}

const ordinary = "staff = data8-staff\n  roster = data8-students";

function program({
  area = "",
  course = ordinary,
  more = "",
  operators = "",
  others = "",
  ...rest
}: Attempt): ProgramTexts {
  const areas = rest.withoutAreas
    ? ""
    : `  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs   = h
    groups = data8-students
    ${area}
  }
  area stat20 {
    folder = "courses/stat20"
    owners = ["@campus/stat20"]
    hubs   = h
    groups = stat20-students
  }
`;
  return new Map([
    [
      "hub.hub",
      `project campus {
  registry = "ghcr.io/campus"
${areas}}
hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  admins   = ["root-of-campus"]
  auth canvas {
    url           = "https://canvas.example.edu"
    strip-domain  = "example.edu"
    client-id     = secret("canvas/id")
    client-secret = secret("canvas/secret")
    ${rest.auth ?? ""}
  }
  https { letsencrypt = "help@example.edu" }
  ${rest.hub ?? ""}
}
hub other {
  provider = k
  homes    = archive
  domain   = "other.example.edu"
  auth github {
    client-id     = secret("g/id")
    client-secret = secret("g/secret")
    organizations = ["campus"]
  }
  https { letsencrypt = "help@example.edu" }
}
provider kubernetes k {
  context = "c"
  pool core  { label = "pool=core"  nodes = 1..3  memory = 16GiB  cpu = 4 }
  pool users { label = "pool=users"  nodes = 0..9  memory = 64GiB  cpu = 8 }
  pool gpus  { label = "pool=gpus"  nodes = 0..9  memory = 64GiB  cpu = 8 }
}
storage nfs homes { server = "10.0.0.2"  export = "/homes" }
storage nfs archive { server = "10.0.0.2"  export = "/archive" }
group data8-students { members = secret("rosters/data8") }
group stat20-students { members = ["bob", "carol"] }
group deans { members = ["dean"]  may = ["list:users"] }
abstract course fall { hub = h  term = 2026-08-26 .. 2026-12-18  pool = k.users }
abstract group ranked { members = ["dean"]  may = ["list:users"] }
image campus-base extends std.scipy { }
let campus-term = 2026-08-26 .. 2026-12-18
${operators}
`,
    ],
    [
      "courses/data8/course.hub",
      `course data8 extends fall {
  title = "Data 8"
  image = data8
  ${course}
}
image data8 extends std.jupyterlab { pip { nbgitpuller==1.3.0 } }
group data8-staff { members = ["ada"] }
${more}
`,
    ],
    [
      "courses/stat20/course.hub",
      `course stat20 extends fall {
  title  = "Stat 20"
  image  = stat20
  staff  = stat20-staff
  roster = stat20-students
}
image stat20 extends std.scipy { }
image stat20-exam extends std.jupyterlab { files { "/srv/exam.txt" = "Question 1" } }
group stat20-staff { members = ["fred"] }
let stat20-size = 1GiB
${others}
`,
    ],
  ]);
}

function errorsOf(attempt: Attempt) {
  const { diagnostics } = checkProgram(program(attempt), attempt.assets ? { assets: attempt.assets } : {});
  return diagnostics.filter(({ severity }) => severity === "error");
}

const codesOf = (attempt: Attempt) => errorsOf(attempt).map(({ code }) => code);

/** Refused with that code, in the area's file, beside the area's declaration, once; and taken where there are no areas. */
function isRefused(code: string, attempt: Attempt): void {
  const errors = errorsOf(attempt);
  expect(errors.map((one) => `${one.code}: ${one.message}`)).toEqual([expect.stringMatching(`^${code}: `)]);
  expect(errors[0]?.related.map(({ message }) => message).join()).toContain("The area `data8` is declared here.");
  expect(codesOf({ ...attempt, withoutAreas: true })).toEqual([]);
}

const isTaken = (attempt: Attempt) => expect(errorsOf(attempt).map(({ message }) => message)).toEqual([]);

describe("a program with areas", () => {
  it("compiles, and is refused nothing that a course needs", () => {
    isTaken({});
    isTaken({
      course: `${ordinary}
  memory = 1GiB .. 2GiB
  content materials { repo = "https://github.com/data-8/materials" }
  shared data { path = "shared" }
  lecture main { days = [mon]  time = 10:00 .. 11:00 }
  exam midterm { at = 2026-10-09 19:00 .. 21:00  image = midterm }
  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 4GiB }`,
      more: `image midterm extends data8 { pip { datascience==0.17.6 } }
let lab-image = data8
group readers extends data8-staff { members += ["grace"] }
group graders { members = secret("data8/graders") }
image lab extends data8 {
  run = ["jupyter lab build"]
  env { TZ = "UTC" }
  files { "/etc/jupyter/jupyter_server_config.py" = "" }
}`,
    });
  });
});

describe("kinds", () => {
  it.each([
    [
      "hub",
      'hub mine { provider = k  homes = archive  domain = "m.example.edu"  admins = ["ada"]  auth github { client-id = secret("a/b")  client-secret = secret("a/c")  organizations = ["x"] }  https { letsencrypt = "a@b.edu" } }',
    ],
    ["storage", 'storage nfs mine { server = "10.0.0.9"  export = "/x" }'],
    ["machine", "machine big { memory = 64GiB  cpu = 8 }"],
    ["policy", "policy course nothing { require = present(title) }"],
    [
      "provider",
      'provider kubernetes mine { context = "d"  pool users { label = "a=b"  nodes = 0..9  memory = 64GiB  cpu = 8 } }',
    ],
  ])("a %s is the operators'", (_, more) => isRefused("area/kind", { more }));

  it("a project in an area is refused, too", () => {
    expect(codesOf({ more: "project mine { }" })).toContain("area/kind");
  });
});

describe("names of others", () => {
  const refusedBy = (attempt: Attempt) => isRefused("area/not-opened", attempt);

  it("rosters and staff", () => {
    refusedBy({ course: "staff = data8-staff\n  roster = stat20-students" });
    refusedBy({ course: "staff = data8-staff\n  roster = [data8-students, stat20-students]" });
    refusedBy({ course: "staff = deans\n  roster = data8-students" });
    refusedBy({ course: "staff = stat20-staff\n  roster = data8-students" });
    refusedBy({ course: "staff = data8-staff\n  roster = alias", more: "let alias = stat20-students" });
  });

  it("a roster that the operators' parent has", () => {
    refusedBy({
      operators: "abstract course taught extends fall { roster = stat20-students }",
      more: 'course second extends taught { title = "S"  image = data8  staff = data8-staff }',
    });
  });

  it("hubs, pools, storages and images, in windows and exams too", () => {
    refusedBy({ course: `${ordinary}\n  hub = other` });
    refusedBy({ course: `${ordinary}\n  pool = k.gpus` });
    refusedBy({ course: `${ordinary}\n  during 2026-11-02 .. 2026-11-20 { pool = k.gpus }` });
    refusedBy({ course: `${ordinary}\n  shared data { path = "x"  storage = archive }` });
    refusedBy({ course: `${ordinary}\n  exam e { at = 2026-10-09 19:00 .. 21:00  image = stat20-exam }` });
    refusedBy({ course: `${ordinary}\n  during 2026-11-02 .. 2026-11-20 { image = stat20-exam }` });
    refusedBy({ course: ordinary, more: "image peek extends std.jupyterlab { in-sync { with = stat20-exam } }" });
    refusedBy({ more: 'group rooms { members = ["ada"]  hub = other }' });
    refusedBy({ more: 'course more[1..3] extends fall { title = "M"  image = stat20-exam  roster = data8-students }' });
  });

  it("what is opened is taken", () => {
    isTaken({ area: "pools = k.gpus", course: `${ordinary}\n  pool = k.gpus` });
    isTaken({ area: "storages = archive", course: `${ordinary}\n  shared data { path = "x"  storage = archive }` });
    isTaken({
      area: "images = stat20",
      course: `${ordinary}\n  exam e { at = 2026-10-09 19:00 .. 21:00  image = stat20 }`,
    });
  });
});

describe("parents", () => {
  it("of others are refused, and abstract groups of the operators", () => {
    isRefused("area/parent", { more: "image peek extends stat20-exam { }" });
    isRefused("area/parent", { more: "image lab extends campus-base { }" });
    isRefused("area/parent", { more: "group peers extends stat20-staff { }" });
    isRefused("area/parent", {
      more: 'course twin extends stat20 { title = "T"  staff = none  roster = data8-students  image = data8 }',
    });
    expect(codesOf({ more: "group mine extends ranked { }" })).toContain("area/parent");
  });

  it("that are opened are taken", () => {
    isTaken({ area: "images = [campus-base]", more: "image lab extends campus-base { }" });
  });
});

describe("what needs a grant", () => {
  it.each([
    ["scopes", 'group readers { members = ["ada"]  may = ["admin:users"] }'],
    ["scopes", 'group readers { members = ["ada"]  during 2026-11-02 .. 2026-11-20 { may = ["admin:users"] } }'],
    ["workspaces", 'group room { members = ["ada"]  hub = h  workspace { } }'],
    ["sizes", 'group big { members = ["ada"]  memory = 4GiB .. 8GiB }'],
    ["sizes", 'group big { members = ["ada"]  during 2026-11-02 .. 2026-11-20 { cpu = 4 } }'],
    ["root", 'image lab extends data8 { user = "joe" }'],
    ["root", 'image lab extends data8 { dockerfile = "USER root" }'],
    ["root", 'image lab extends data8 { files { "/etc/passwd" = "x" } }'],
    ["root", 'image lab extends data8 { files { "/usr/local/bin/python" = "x" } }'],
    ["variables", 'image lab extends data8 { env { LD_PRELOAD = "/x.so" } }'],
    ["variables", 'image lab extends data8 { env { PYTHONSTARTUP = "/x.py" } }'],
    ["mounts", 'image lab extends data8 { home = "/srv/home" }'],
  ])("%s: %s", (grant, more) => {
    isRefused("area/needs-grant", { more });
    isTaken({ more, area: `grants = [${grant}]` });
  });

  it.each([
    ["gpu", "gpu = 1"],
    ["mounts", 'shared data { path = "/srv/data" }'],
    ["variables", 'environment { LD_PRELOAD = "/home/jovyan/x.so" }'],
    ["variables", 'environment { BASH_ENV = secret("data8/start") }'],
    ["variables", 'environment { JUPYTER_CONFIG_DIR = "/home/jovyan/shared" }'],
    ["variables", 'environment { IPYTHONDIR = "/home/jovyan/shared" }'],
    ["variables", 'environment { GRANT_SUDO = "yes" }'],
    ["variables", 'size big { title = "Big"  environment { HOME = "/srv" } }'],
    ["any-image", "any-image = true"],
  ])("%s: %s", (grant, line) => {
    const course = `${ordinary}\n  ${line}`;
    isRefused("area/needs-grant", { course });
    isTaken({ course, area: `grants = [${grant}]` });
  });

  it("is not what says that there is none of it", () => {
    isTaken({ course: `${ordinary}\n  gpu = 0\n  any-image = false\n  environment { TZ = "UTC" }` });
  });

  it("is a role of a hub for a group of the area, by whom it lists", () => {
    const hub = 'role readers { groups = data8-staff  scopes = ["list:users"] }';
    isRefused("area/needs-grant", { hub });
    isTaken({ hub, area: "grants = [scopes]" });
    isTaken({ hub: hub.replace("data8-staff", "deans") });
  });

  it("is not what the operators wrote in an abstract parent", () => {
    isTaken({ operators: "abstract course fast { gpu = 1 }", course: `${ordinary}` });
    isTaken({
      operators: 'abstract image tuned extends std.jupyterlab { env { PATH = "/opt/conda/bin:/usr/bin:/bin" } }',
      more: "image lab extends tuned { }",
    });
  });
});

describe("what others build on", () => {
  const image = "image mine extends std.hub { }";

  it("is no image of an area for the hub itself, nor one that extends it", () => {
    isRefused("area/used-outside", { hub: "hub-image = mine", more: image });
    isRefused("area/used-outside", { hub: "stage prod { hub-image = mine }", more: image });
    isRefused("area/used-outside", {
      hub: "hub-image = last",
      operators: "image last extends mine { }",
      more: image,
    });
    isTaken({ hub: "hub-image = mine", operators: image });
  });

  it("is no group of an area as the parent of a group of the operators", () => {
    isRefused("area/used-outside", { operators: 'group graders extends data8-staff { may = ["list:users"] }' });
    isTaken({ operators: "group graders extends deans { }" });
    isTaken({ more: "group graders extends data8-staff { }" });
  });

  it("may be its image for servers", () => {
    isTaken({ operators: "image review extends data8 { }" });
  });
});

describe("people", () => {
  const mine = (members: string) => `group pupils { members = ${members} }`;
  const course = "staff = data8-staff\n  roster = pupils";

  it("of others are not put on a roster", () => {
    isRefused("area/people", { course, more: mine('["amy", "bob"]') });
    isRefused("area/people", { course, more: mine('["amy", "dean"]') });
    isRefused("area/people", { course, more: mine('["root-of-campus"]') });
    isRefused("area/people", {
      course,
      more: 'group pupils { members = ["amy"]  during 2026-11-02 .. 2026-11-20 { members += ["fred"] } }',
    });
    isRefused("area/people", {
      course,
      more: `group pupils extends mates { }\n${mine('["amy"]').replace("pupils", "mates")}`.replace('"amy"', '"carol"'),
    });
  });

  it("are the same people in other letters, where sign-in lowers them", () => {
    isRefused("area/people", { course, more: mine('["Bob"]') });
    isRefused("area/people", { course, more: mine('["Root-Of-Campus"]') });
    isRefused("area/people", { course, more: mine('["eve"]'), operators: 'group guests { members = ["Eve"] }' });
    isTaken({ course, more: mine('["Amy"]') });
  });

  it("are whom configuration lets in, too", () => {
    const config = (text: string) => ({ hub: `config { ${text} }` });
    isRefused("area/people", {
      course,
      more: mine('["Vera"]'),
      ...config('Authenticator { allowed_users = ["vera"] }'),
    });
    isTaken({ course, more: mine('["amy"]'), ...config('Authenticator { allowed_users = ["vera"] }') });
    isTaken({ course, more: mine('["amy"]'), ...config("Authenticator { auto_login = true }") });
  });

  it("are anybody's where the hub lets in more than rosters", () => {
    isRefused("area/people", { course, more: mine('["amy"]'), auth: "allow = everyone" });
    isTaken({ course, more: mine('["amy"]'), auth: "allow = everyone", area: "grants = [people]" });
  });

  it("of the area's own are", () => {
    isTaken({ course, more: mine('["amy", "zoe"]') });
    isTaken({ course, more: mine('secret("data8/pupils")') });
  });

  it("come from sources that are opened", () => {
    const from = (more: string) => `group pupils { from canvas { ${more} } }`;
    isRefused("area/source", { course, more: from("course = 7") });
    isTaken({ course, more: from("course = 7  role = student"), area: "from canvas { course = 7 }" });
    isRefused("area/source", { course, more: from("course = 8"), area: "from canvas { course = 7 }" });
    isRefused("area/source", { course, more: from("course = 7"), area: "from canvas { course = 7  role = student }" });
  });

  it("come from secrets of the area", () => {
    isRefused("area/secret", { course, more: mine('secret("rosters/stat20")') });
    isRefused("area/secret", { course, more: mine('secret("canvas/secret")') });
    isRefused("area/secret", { course, more: mine('secret("data8x/pupils")') });
    isRefused("area/secret", { course, more: mine('secret("data8/../canvas/pupils")') });
    isTaken({ course, more: mine('secret("data8/lab..1/pupils")') });
  });

  it("of the whole hub are not taught", () => {
    expect(codesOf({ course: "staff = data8-staff" })).toContain("area/roster-missing");
    expect(codesOf({ course: "staff = data8-staff", area: "grants = [people]" })).not.toContain("area/roster-missing");
  });
});

describe("constants", () => {
  it("of an area are the area's", () => {
    expect(codesOf({ course: `${ordinary}\n  memory = stat20-size` })).toEqual(["area/constant"]);
    expect(codesOf({ more: 'let note = "${stat20-size}"', others: "" })).toEqual(["area/constant"]);
    isTaken({ course: `${ordinary}\n  term = campus-term` });
  });

  it("do not change the words of others", () => {
    const [found] = errorsOf({ others: 'let everyone = "x"', auth: "allow = everyone" });
    expect(found).toMatchObject({ code: "area/constant", span: { file: { path: "hub.hub" } } });
    expect(
      codesOf({
        others: "let google = canvas",
        operators: "policy hub signed { require = auth in [google, canvas, github] }",
      }),
    ).toContain("area/constant");
  });

  it("are not names of declarations", () => {
    isTaken({ others: "let data8 = 1GiB" });
  });
});

describe("files and addresses", () => {
  const reading = (text: string) => `image lab extends data8 { files { "/srv/x" = ${text} } }`;
  const assets = new Map([
    ["courses/data8/x.txt", "mine"],
    ["courses/stat20/x.txt", "theirs"],
  ]);

  it("file reads the area's own", () => {
    isTaken({ assets, more: reading('file("courses/data8/x.txt")') });
    isRefused("area/file", { assets, more: reading('file("courses/stat20/x.txt")') });
    isRefused("area/file", { assets, more: reading('file("courses/data8/../stat20/x.txt")') });
    isRefused("area/file", { assets, more: `let t = file("courses/stat20/x.txt")\n${reading("t")}` });
    expect(codesOf({ assets, more: `let p = "courses/stat20/x.txt"\n${reading('file("${p}")')}` })).toContain(
      "area/file",
    );
  });

  it("images of the registry are named", () => {
    isRefused("area/image-address", {
      more: 'image lab { prebuilt = "ghcr.io/campus/stat20-exam:2026-08-01"  provides = ["lab4"] }',
    });
    isRefused("area/image-address", {
      more: 'image lab { prebuilt = "ghcr.io:443/campus/stat20-exam:2026-08-01"  provides = ["lab4"] }',
    });
    isTaken({ more: 'image lab { prebuilt = "ghcr.io:8443/campus/lab:2026-08-01"  provides = ["lab4"] }' });
    isTaken({ more: 'image lab { prebuilt = "ghcr.io/campusx/lab:2026-08-01"  provides = ["lab4"] }' });
  });
});

describe("allowances", () => {
  const scopeless = 'group over { members = ["ada"] }';
  const attempt = {
    course: `${ordinary}
  # hubc: allow server/system-path because "it is fine"
  shared lib { path = "/usr/lib" }`,
    more: scopeless,
  };

  it("in an area silence no error", () => {
    expect(codesOf(attempt)).toContain("server/system-path");
    expect(codesOf({ ...attempt, withoutAreas: true })).toEqual([]);
    expect(codesOf({ ...attempt, area: "grants = [mounts, allowances]" })).toEqual([]);
  });

  it("never silence what areas refuse", () => {
    const more = '# hubc: allow area/kind because "mine"\nmachine big { memory = 64GiB  cpu = 8 }';
    expect(codesOf({ more })).toEqual(["allow/firm-code", "area/kind"]);
  });
});
