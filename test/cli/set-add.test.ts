import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { readTree, temporaryFolder } from "../support/temporary-folder.ts";

/** What hubc init writes, changed by some commands: the text of a file, and how each command ended. */
async function after(commands: readonly (readonly string[])[], file = "course.hub") {
  const cwd = temporaryFolder();
  await runCli(["init", "--name", "lab"], { cwd });
  const ends = [];
  for (const argv of commands) ends.push(await runCli(argv, { cwd }));
  expect(await runCli(["fmt", "--check"], { cwd })).toMatchObject({ code: 0 });
  return { ends, text: readTree(cwd)[file] ?? "", cwd };
}

test("a setting is changed where it stands, and its comment stays", async () => {
  const { ends, text } = await after([["set", "course.intro.memory", "1GiB .. 2GiB"]]);
  expect(ends).toEqual([{ code: 0, stdout: "changed course.hub\n", stderr: "" }]);
  expect(text).toMatch(/^ {2}memory {6}= 1GiB \.\. 2GiB {2}# guaranteed \.\. limit$/m);
  expect(text).toContain("# A first course. Instructors edit this file");
});

test.each([
  [["set", "course.intro.title", "Data Science 1"], '  title       = "Data Science 1"'],
  [["set", "course.intro.title", "Data"], '  title       = "Data"'],
  [["set", "course.intro.title", 'Say "hi" ${x}'], String.raw`  title       = "Say \"hi\" \${x}"`],
  [["set", "course.intro.grace", "2d"], "  grace       = 2d"],
  [["set", "course.intro.content.materials.branch", "main"], '    branch = "main"'],
  [["set", "course.intro.content.materials.open.second", "a b.ipynb"], '      second = "a b.ipynb"'],
  [["set", "image.intro.env.LANG", "C.UTF-8"], '  env { LANG = "C.UTF-8" }'],
] as const)("%s", async (argv, line) => {
  const { ends, text } = await after([argv]);
  expect(ends).toEqual([{ code: 0, stdout: "changed course.hub\n", stderr: "" }]);
  expect(text.split("\n")).toContain(line);
});

test("a setting of a block on one line stays there, and a missing block is made", async () => {
  const { text } = await after(
    [
      ["set", "hub.lab.cull.kernels", "30min"],
      ["set", "hub.lab.values.hub.concurrentSpawnLimit", "10"],
    ],
    "hub.hub",
  );
  expect(text).toContain("  cull   { idle = 1h  kernels = 30min }\n");
  expect(text).toContain("  values { hub { concurrentSpawnLimit = 10 } }\n");
});

test("where the program would have an error that it has not now, nothing is written", async () => {
  const { ends, text } = await after([
    ["set", "course.intro.memory", "2"],
    ["set", "course.intro.memori", "2GiB"],
    ["set", "course.intro.hub", "elsewhere"],
  ]);
  expect(ends.map(({ code }) => code)).toEqual([1, 1, 1]);
  expect(ends[0]?.stderr).toContain("error[schema/missing-unit]");
  expect(ends[0]?.stderr).toMatch(/1 error; nothing was changed\n$/);
  expect(ends[1]?.stderr).toContain("`course` has no setting `memori`");
  expect(text).toContain("memory      = 512MiB .. 1GiB");
});

test("an error that is there already does not stand in the way", async () => {
  const { ends, cwd } = await after([]);
  expect(ends).toEqual([]);
  const broken = temporaryFolder({ ...readTree(cwd), "more.hub": "group x { }\n" });
  expect((await runCli(["check"], { cwd: broken })).code).toBe(1);
  expect((await runCli(["set", "course.intro.students", "20"], { cwd: broken })).code).toBe(0);
});

test("an error that is there already and advises otherwise afterwards does not either", async () => {
  const { text } = await after([
    ["add", "image.intro.conda", "rasterio=1.4"],
    ["set", "course.intro.peak", "5"],
  ]);
  expect(text).toContain("rasterio=1.4");
  const cwd = temporaryFolder({ "p.hub": withoutPuller });
  expect((await runCli(["check"], { cwd })).stdout).toContain("image/missing-nbgitpuller");
  expect(await runCli(["add", "image.i.conda", "rasterio=1.4"], { cwd })).toMatchObject({ code: 0 });
});

const withoutPuller = `course c {
  title = "C"
  hub = h
  image = i
  term = 2026-08-26 .. 2026-12-18
  content m { repo = "https://github.com/a/b"  open { lec = "a.ipynb" } }
}
hub h { external = true  domain = "h.example.edu" }
image i extends std.scipy { pip { altair==5.0.1 # charts
  } }
group g { # nobody yet
  members = [] }
image j extends std.scipy { # none
}
`;

test.each([
  [
    ["set", "image.i.python", "3.12"],
    'image i extends std.scipy {\n  python = "3.12"\n  pip { altair==5.0.1 # charts\n',
  ],
  [["add", "image.i.apt", "gdal-bin"], "  }\napt {\ngdal-bin\n} }\n"],
  [["add", "image.i.pip", "rich==14.0.0"], "altair==5.0.1 # charts\nrich==14.0.0\n"],
  [["add", "image.j.pip", "rich==14.0.0"], "image j extends std.scipy { # none\n  pip {\n"],
  [["add", "group.g.members", "ada"], '{ # nobody yet\n  members = ["ada"] }'],
] as const)("in an odd layout, %s", async (argv, lines) => {
  const cwd = temporaryFolder({ "p.hub": withoutPuller });
  const end = await runCli(argv, { cwd });
  expect(end).toMatchObject({ code: 0, stdout: "changed p.hub\n" });
  expect(readTree(cwd)["p.hub"]).toContain(lines);
});

test("a folder behind what is added is no value, and a package is no setting", async () => {
  const cwd = temporaryFolder({ "p/p.hub": withoutPuller });
  const { code, stderr } = await runCli(["add", "group.g.members", "ada", "p"], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'hubc: "p" is a folder with a program. To change it there, write --in p.\n',
  });
  const setting = await runCli(["set", "image.i.pip.altair", "6.0", "p"], { cwd });
  expect(setting.stderr).toContain("hubc add image.i.pip changes the line of a package too.");
});

test("a place that is none is said", async () => {
  const { ends } = await after([
    ["set", "course.other.title", "x"],
    ["set", "memory", "x"],
    ["set", "hub.lab.cull", "x"],
    ["add", "group.staff.members"],
    ["add", "course.intro", "title=x"],
    ["add", "course.new", "title"],
  ]);
  expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual([
    [2, "hubc: The program has no course other.\n"],
    [2, 'hubc: "memory" names no place: a kind, a name and a setting, such as course.data8.memory.\n'],
    [2, "hubc: hub.lab.cull is a block: name a setting of it.\n"],
    [2, "hubc: Say what to add to group.staff.members.\n"],
    [2, "hubc: There is course intro already: hubc set changes a setting of it.\n"],
    [2, "hubc: \"title\" is no setting: write KEY=VALUE, such as title='Statistics'.\n"],
  ]);
});

test("a patch is shown and nothing written with --dry-run, and json says what became of it", async () => {
  const { ends, text } = await after([
    ["set", "course.intro.students", "20", "--dry-run"],
    ["set", "course.intro.students", "20", "--dry-run", "--format", "json"],
    ["set", "course.intro.students", "12", "--format", "json"],
    ["set", "course.intro.students", "12"],
  ]);
  expect(ends[0]?.stdout).toMatch(
    /^--- a\/course\.hub\n\+\+\+ b\/course\.hub\n[\s\S]*\n- {2}students {4}= 12\n\+ {2}students {4}= 20\n/,
  );
  expect(JSON.parse(ends[1]?.stdout ?? "")).toEqual({
    version: 1,
    change: { file: "course.hub", changed: true, written: false },
  });
  expect(JSON.parse(ends[2]?.stdout ?? "")).toEqual({
    version: 1,
    change: { file: "course.hub", changed: false, written: false },
  });
  expect(ends[3]).toEqual({ code: 0, stdout: "", stderr: "course.hub says so already\n" });
  expect(text).toContain("students    = 12");
});

test("packages are added once, and a new line takes the place of the package's old one", async () => {
  const { ends, text } = await after([
    ["add", "image.intro.pip", "seaborn==0.13.2", "Datascience==0.18.1"],
    ["add", "image.intro.apt", "ffmpeg"],
  ]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(text).toContain(
    "  pip {\n    Datascience==0.18.1\n    nbgitpuller==1.3.0\n    seaborn==0.13.2\n  }\n  apt {\n    ffmpeg\n  }\n",
  );
});

test("items are added to a list once, in quotes where they belong, and a list is begun", async () => {
  const { ends, text } = await after(
    [
      ["add", "hub.lab.admins", "ada", "admin"],
      ["add", "hub.lab.admins", "ada"],
      ["add", "hub.lab.auth.dummy.allow", "x"],
    ],
    "hub.hub",
  );
  expect(ends.map(({ code }) => code).slice(0, 2)).toEqual([0, 0]);
  expect(text).toContain('  admins   = ["admin", "ada"]\n');
});

test("a declaration is put behind the last of its kind, with each value as its setting takes it", async () => {
  const { ends, text } = await after([
    ["add", "group.staff", 'members=["ada"]'],
    ["add", "group.staff.members", "grace hopper"],
    ["add", "image.plots extends", "extends=intro"],
    ["add", "image.plots", "extends=intro"],
    [
      "add",
      "course.two",
      "title=Two",
      "hub=lab",
      "image=plots",
      "term=2027-08-26 .. 2027-12-18",
      "students=3",
      "memory=1GiB .. 1GiB",
    ],
  ]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 2, 0, 0]);
  expect(text).toContain('group staff {\n  members = ["ada", "grace hopper"]\n}\n');
  expect(text).toContain("image plots extends intro { }\n");
  expect(text).toMatch(/^course two \{\n {2}title {4}= "Two"\n {2}hub {6}= lab\n/m);
  expect(text.indexOf("course two")).toBeLessThan(text.indexOf("image intro"));
});

test.each([
  [
    ["add", "image.intro.pip", 'seaborn\n}\nrun = "id"\nconda {\nx'],
    'hubc: "seaborn\\n}\\nrun = \\"id\\"\\nconda {\\nx" is no line of pip.',
  ],
  [["add", "image.intro.conda", 'x\r}\r run = "id"'], "is no line of conda."],
  [["add", "image.intro.apt", 'git }  run = "id"'], "is no line of apt."],
  [["add", "image.intro.cran", 'git }  run = "id"'], "is no line of cran."],
  [["add", "image.intro.pip", 'x  # hubc: allow image/unknown-package because "no"'], "is no line of pip."],
  [["add", "group.staff", 'extends=x { may = ["admin:users"] } group y'], "is no name for extends."],
  [["add", "group.staff", "variant=x { } group y"], "is no name for variant."],
  [["add", "group.x { } group y", "members=[]"], "names no declaration: a kind and a name"],
])("what would be more than one line or one name is refused: %j", async (argv, problem) => {
  const { ends, cwd } = await after([argv]);
  expect(ends).toMatchObject([{ code: 2, stdout: "" }]);
  expect(ends[0]?.stderr).toContain(problem);
  expect(readTree(cwd)).toEqual(readTree((await after([])).cwd));
});

const sneaky = [
  'x"  staff = y',
  'x\n  may = ["admin:users"]',
  '"x"  may = ["admin:users"]',
  '"""\nx"""  may = ["admin:users"]',
  '"x"]  may = ["admin:users"]  y = ["z"',
  '"x"  # hubc: allow course/term-over because "no"',
  '}\ngroup y { members = ["eve"] }\n',
];

test.each(sneaky)("a value is one value, whatever stands in it: %j", async (value) => {
  const places = [
    ["set", "course.intro.title", value],
    ["set", "course.intro.links.ed", value],
    ["set", "course.intro.students", value],
    ["set", "hub.lab.values.hub.concurrentSpawnLimit", value],
    ["set", "hub.lab.environment.MOTTO", value],
    ["add", "hub.lab.admins", value],
    ["add", "image.intro.channels", value],
    ["add", "group.staff", `members=${value}`],
    ["add", "group.staff", 'members=["ada"]', `workspace=${value}`],
  ];
  const names = (text: string) => text.match(/^\s*[a-z-]+(?= *[={])/gm)?.map((name) => name.trim()) ?? [];
  const whole = (cwd: string) => names(Object.values(readTree(cwd)).join("\n"));
  const known = new Set([...whole((await after([])).cwd), "links", "environment", "channels", "ed"]);
  for (const argv of places) {
    const { cwd } = await after([argv]);
    expect(whole(cwd).filter((name) => !known.has(name))).toEqual([]);
  }
});

test("a family is declared by its range", async () => {
  const { ends, text } = await after([
    ["add", "group.team[1..3]", "members=[]", "hub=lab"],
    ["add", "group.team.members", "ada"],
  ]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(text).toContain('group team[1..3] {\n  members = ["ada"]\n  hub     = lab\n}\n');
});
