// What people write who know mails, word processors, terminals and other languages: each slip is said in its own words, once, with
// the right form as a fix.

import { describe, expect, it } from "vitest";
import { parseFile } from "../../compiler/parsed-file.ts";
import { applyEdits } from "../../compiler/service/mend.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

function slip(written: string, around: (line: string) => string) {
  const file = createSourceFile("a.hub", around(written));
  const { found } = parseFile(file);
  const [first] = found;
  const fixes =
    first?.fixes.map((fix) => applyEdits({ files: [file], assets: new Map() }, fix.edits).files[0]?.text) ?? [];
  return {
    codes: found.map(({ code }) => code),
    message: first?.message ?? "",
    fixes,
    applies: first?.fixes[0]?.applies,
  };
}

const inCourse = (line: string) => `abstract course c {\n  ${line}\n}\n`;
const inImage = (line: string) => `image i {\n  ${line}\n}\n`;
const alone = (line: string) => line;

type Slip = readonly [written: string, right: string, applies?: "when-chosen"];

const inBody: readonly Slip[] = [
  ["title = “Data 8”", 'title = "Data 8"'],
  ["title = „Data 8“", 'title = "Data 8"'],
  ["title = «Data 8»", 'title = "Data 8"'],
  ["title = ‘Data 8’", 'title = "Data 8"'],
  ["title = 'Data 8'", 'title = "Data 8"'],
  ["title = `Data 8`", 'title = "Data 8"'],
  ['title = “Data 8"', 'title = "Data 8"'],
  ["title = 'He said \"hi\"'", 'title = "He said \\"hi\\""'],
  ["title: “Data 8”", 'title = "Data 8"'],
  ['title: "Data 8"', 'title = "Data 8"'],
  ['title := "Data 8"', 'title = "Data 8"'],
  ['title <- "Data 8"', 'title = "Data 8"'],
  ['title -> "Data 8"', 'title = "Data 8"'],
  ['title => "Data 8"', 'title = "Data 8"'],
  ['title == "Data 8"', 'title = "Data 8"'],
  ['title is "Data 8"', 'title = "Data 8"'],
  ['set title = "Data 8"', 'title = "Data 8"'],
  ["title = Foundations of Data Science", 'title = "Foundations of Data Science"'],
  ["title = Intro to R & Python", 'title = "Intro to R & Python"'],
  ['title = "Data 8" // the title', 'title = "Data 8" # the title'],
  ['title = "Data 8" /* the title */', 'title = "Data 8"  # the title'],
  ["// the title", "# the title"],
  ["-- the title", "# the title"],
  ["<!-- the title -->", "# the title"],
  ["term = 2026-08-26 – 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026-08-26 — 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026-08-26 - 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026-08-26 -> 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026-08-26...2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026-08-26 to 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026-08-26 through 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = from 2026-08-26 until 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = (2026-08-26 .. 2026-12-18)", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 8/26/2026 .. 12/18/2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 8/26/26 - 12/18/26", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 26.8.2026 .. 18.12.2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 26/08/2026 to 18/12/2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026/08/26 .. 2026/12/18", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 2026-8-26 .. 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["term=2026-08-26..2026-12-8", "term=2026-08-26..2026-12-08"],
  ["term = Aug 26, 2026 to Dec 18, 2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 26 August 2026 – 18 December 2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = August 26th, 2026 .. December 18th, 2026", "term = 2026-08-26 .. 2026-12-18"],
  ["due = 2026-10-09 5pm", "due = 2026-10-09 17:00"],
  ["due = 2026-10-09 11:59 p.m.", "due = 2026-10-09 23:59"],
  ["due = 2026-10-09 12am", "due = 2026-10-09 00:00"],
  ["due = 2026-10-09 14h30", "due = 2026-10-09 14:30"],
  ["at = 10am-11am", "at = 10:00 .. 11:00"],
  ["at = 09:30-10:45", "at = 09:30 .. 10:45"],
  ["at = 2 - 3:30 pm", "at = 14:00 .. 15:30", "when-chosen"],
  ["at = 11 to 1 pm", "at = 11:00 .. 13:00", "when-chosen"],
  ["memory = 2 GiB", "memory = 2GiB"],
  ["memory = 1-2 GiB", "memory = 1GiB .. 2GiB"],
  ["memory = 1GiB–2GiB", "memory = 1GiB .. 2GiB"],
  ["memory = 2 gigabytes", "memory = 2GiB", "when-chosen"],
  ["memory = up to 2GiB", "memory = 2GiB", "when-chosen"],
  ["idle = 1 hour", "idle = 1h"],
  ["idle = 90 minutes", "idle = 90min"],
  ["idle = 50 %", "idle = 50%"],
  ["students = 1 800", "students = 1800", "when-chosen"],
  ["students = 1'800", "students = 1800", "when-chosen"],
  ["term = 2026-08-26 -- 2026-12-18", "term = 2026-08-26 .. 2026-12-18"],
  ["students = 30 // about", "students = 30 # about"],
  ["title = Exam on Aug 26, 2026", 'title = "Exam on Aug 26, 2026"'],
  ["title = R && Python, 2 GB", 'title = "R && Python, 2 GB"'],
  ["title = Intro -- part 2", 'title = "Intro -- part 2"'],
  ["title = 'a ${b} c'", 'title = "a \\${b} c"'],
  ["members:\n    - oski\\ann", 'members = ["oski\\\\ann"]'],
  ["students = ~200", "students = 200", "when-chosen"],
  ["cpu = .5", "cpu = 0.5"],
  ["cpu = 1/2", "cpu = 0.5", "when-chosen"],
  ['• title = "Data 8"', 'title = "Data 8"'],
  ['- title = "Data 8"', 'title = "Data 8"'],
  ['course title = "Data 8"', 'title = "Data 8"'],
  ['title = "Data "8" and more"', 'title = "Data \\"8\\" and more"'],
  ["term = Aug 26 - Dec 18, 2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = August 26 to December 18 2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = 26 Aug – 18 Dec 2026", "term = 2026-08-26 .. 2026-12-18"],
  ["term = Wed, Aug 26, 2026 .. Fri, Dec 18, 2026", "term = 2026-08-26 .. 2026-12-18"],
  ["due = 2026-09-11T23:59", "due = 2026-09-11 23:59"],
  ["due = 2026-09-11 at 11:59pm", "due = 2026-09-11 23:59"],
  ["at = 2026-10-16, 19:00-21:00", "at = 2026-10-16 19:00 .. 21:00"],
  ["at = Oct 16, 2026, 7-9pm", "at = 2026-10-16 19:00 .. 21:00", "when-chosen"],
  ["time = noon to 1pm", "time = 12:00 .. 13:00", "when-chosen"],
  ["time = 10.00 - 11.30", "time = 10:00 .. 11:30"],
  ["days = Mondays and Wednesdays", "days = [mon, wed]"],
  ["days = Tue/Thu", "days = [tue, thu]"],
  ["students = 120 students", "students = 120", "when-chosen"],
  ["students = 120+", "students = 120", "when-chosen"],
  ["number of students = 120", "students = 120", "when-chosen"],
  ["memory = 2GiB RAM", "memory = 2GiB", "when-chosen"],
  ["memory = 2 G", "memory = 2GiB", "when-chosen"],
  ["repo = [intro](https://github.com/o/r)", 'repo = "https://github.com/o/r"'],
  ["repo = <https://github.com/o/r>", 'repo = "https://github.com/o/r"'],
  ['Lecture 1 = "lec01.ipynb"', 'lecture-1 = "lec01.ipynb"', "when-chosen"],
  ['hw01 = { path: "hw01.ipynb", due: 2026-09-11 23:59 }', 'hw01 = { path = "hw01.ipynb", due = 2026-09-11 23:59 }'],
  ["members = oski@berkeley.edu", 'members = "oski@berkeley.edu"'],
  ["members = [oski@berkeley.edu, ann@berkeley.edu]", 'members = ["oski@berkeley.edu", "ann@berkeley.edu"]'],
  ["members = [“oski”, ‘ann’]", 'members = ["oski", "ann"]'],
  ['members = {"oski", "ann"}', 'members = ["oski", "ann"]'],
  ['members = ("oski", "ann")', 'members = ["oski", "ann"]'],
  ["members:\n    - oski\n    - ann", 'members = ["oski", "ann"]'],
  ["members =\n    - oski@berkeley.edu", 'members = ["oski@berkeley.edu"]'],
  ["home = https://stat.edu/~a", 'home = "https://stat.edu/~a"'],
  ["staff = @tutors", "staff = tutors"],
  ['\u200ftitle = "Data 8"', 'title = "Data 8"'],
  ['title = "Data 8"\u200b', 'title = "Data 8"'],
  ['\uff54\uff49tle = "Data 8"', 'title = "Data 8"'],
  ["title = \uff02Data 8\uff02", 'title = "Data 8"'],
  ["students = \uff11\uff12", "students = 12"],
  ["title = &quot;Data 8&quot;", 'title = "Data 8"'],
  ["title = **Data 8**", 'title = "Data 8"'],
  ["**Title:** Data 8", 'Title = "Data 8"'],
  ['title = Data 8"', 'title = "Data 8"'],
  ['"title": "Data 8",', 'title = "Data 8"'],
  ["'students': 12,", "students = 12"],
  ["students: 12;", "students = 12"],
  ["students = 12 (estimated)", "students = 12  # estimated"],
  ["students = 10-20", "students = 20", "when-chosen"],
  ["students = 10 or 20", "students = 20", "when-chosen"],
  ["students = ca. 120", "students = 120", "when-chosen"],
  ["students = 120 or so", "students = 120", "when-chosen"],
  ["title: |\n    Foundations of\n    Data Science", 'title = "Foundations of Data Science"'],
  ["memory = 1GiB / 2GiB", "memory = 1GiB .. 2GiB"],
  ["memory = 1GiB, 2GiB", "memory = 1GiB .. 2GiB"],
  ["memory = 2 Go", "memory = 2GB"],
  ["memory:\n    limit: 2GiB\n    guarantee: 1GiB", "memory = 1GiB .. 2GiB"],
  ["cpu = 2 cores", "cpu = 2", "when-chosen"],
  ["cpu = 2 vCPUs", "cpu = 2", "when-chosen"],
  ["cpu = 0.5-1", "cpu = 0.5 .. 1"],
  ["term = 5. Oktober 2026 bis 25. Januar 2027", "term = 2026-10-05 .. 2027-01-25"],
  ["term = 5 octobre 2026 au 25 janvier 2027", "term = 2026-10-05 .. 2027-01-25"],
  ["term = 1er mars 2026 – 3 août 2026", "term = 2026-03-01 .. 2026-08-03"],
  ["term = 5 de octubre de 2026 .. 25 de enero de 2027", "term = 2026-10-05 .. 2027-01-25"],
  ["term = 10/05/2026-01/25/2027", "term = 2026-10-05 .. 2027-01-25"],
  ["term = 5-Oct-2026 .. 25-Jan-2027", "term = 2026-10-05 .. 2027-01-25"],
  ["term = October 5th – January 25th, 2027", "term = 2026-10-05 .. 2027-01-25"],
  ["term = 2026-10-05/2027-01-25", "term = 2026-10-05 .. 2027-01-25"],
  ["term = 2026-10-05, 2027-01-25", "term = 2026-10-05 .. 2027-01-25"],
  ["term = 2026-10-05 .. 2027-01-25.", "term = 2026-10-05 .. 2027-01-25"],
  ["term:\n    start: 2026-10-05\n    end: 2027-01-25", "term = 2026-10-05 .. 2027-01-25"],
  ["cull:\n    idle: 1h\n    every: 10min", "cull {\n    idle = 1h\n    every = 10min\n  }"],
  ["at = 2026-11-16 19:00 for 2 hours", "at = 2026-11-16 19:00 .. 21:00"],
  ["time = 10 Uhr bis 11.30 Uhr", "time = 10:00 .. 11:30"],
  [
    "lecture main { days = mon,wed  time = 10:00 .. 11:00 }",
    "lecture main { days = [mon, wed]  time = 10:00 .. 11:00 }",
  ],
  [
    "lecture main { days = M/W/F  time = 10:00 .. 11:00 }",
    "lecture main { days = [mon, wed, fri]  time = 10:00 .. 11:00 }",
  ],
  [
    "lecture main { days = [tue]  time = 1400-1530 }",
    "lecture main { days = [tue]  time = 14:00 .. 15:30 }",
    "when-chosen",
  ],
  ["lecture main { MWF 10-11am }", "lecture main { days = [mon, wed, fri]  time = 10:00 .. 11:00 }", "when-chosen"],
  ["lecture: TuTh 14:00-15:30", "lecture main { days = [tue, thu]  time = 14:00 .. 15:30 }", "when-chosen"],
  ["exam midterm = 2026-11-16 19:00 .. 21:00", "exam midterm { at = 2026-11-16 19:00 .. 21:00 }"],
  ["hw01 = [Homework 1](hw01.ipynb)", 'hw01 = "hw01.ipynb"'],
  ["lec/lec01.ipynb", 'lec01 = "lec/lec01.ipynb"', "when-chosen"],
  ['- "hw01.ipynb"', 'hw01 = "hw01.ipynb"', "when-chosen"],
  ['1 = "hw1.ipynb"', 'item-1 = "hw1.ipynb"', "when-chosen"],
  ['members = ["oski"; "ann"]', 'members = ["oski", "ann"]'],
  ['members = ["oski" and "ann"]', 'members = ["oski", "ann"]'],
  ["members = oski, ann", 'members = ["oski", "ann"]'],
  ["members: oski; ann", 'members = ["oski", "ann"]'],
  ["members = [oski ann]", 'members = ["oski", "ann"]', "when-chosen"],
  ["members = Ada Lovelace <ada@x.edu>, Bob <bob@x.edu>", 'members = ["ada@x.edu", "bob@x.edu"]'],
  ["members:\n    1. oski\n    2. ann", 'members = ["oski", "ann"]'],
  ["staff = oski@x.edu, ann@x.edu", 'staff = ["oski@x.edu", "ann@x.edu"]'],
  ["term = 08.26.2026 .. 12.18.2026", "term = 2026-08-26 .. 2026-12-18"],
  ['title = "Data\n    and society."', 'title = "Data and society."'],
  ["client-id = secret(google/client-id)", 'client-id = secret("google/client-id")', "when-chosen"],
  ["client-id = $GOOGLE_ID", 'client-id = secret("google-id")', "when-chosen"],
  ["client-id = ${{ secrets.GOOGLE_ID }}", 'client-id = secret("google-id")', "when-chosen"],
  ["auth = google { }", "auth google { }"],
  ['hw01 = "hw/hw01.ipynb", due = 2026-09-11 23:59', 'hw01 = { path = "hw/hw01.ipynb", due = 2026-09-11 23:59 }'],
  ["members = [\n    - oski\n    - ann\n  ]", 'members = [\n    "oski",\n    "ann",\n  ]'],
];

const inImages: readonly Slip[] = [
  ["pip: altair, pandas", "pip {\n    altair\n    pandas\n  }"],
  ["pip(altair, pandas==2.1)", "pip {\n    altair\n    pandas==2.1\n  }"],
  ["!pip install altair", "pip {\n    altair\n  }", "when-chosen"],
  ["%pip install altair pandas==2.1", "pip {\n    altair\n    pandas==2.1\n  }", "when-chosen"],
  ["$ conda install -c conda-forge altair", "conda {\n    altair\n  }", "when-chosen"],
  ["RUN apt-get install -y gdal-bin", "apt {\n    gdal-bin\n  }", "when-chosen"],
  ["packages { altair }", "conda { altair }", "when-chosen"],
  [
    "conda install -c bioconda samtools",
    'channels = ["bioconda", "conda-forge"]\n  conda {\n    samtools\n  }',
    "when-chosen",
  ],
  ["apt-get update && apt-get install -y gdal-bin", "apt {\n    gdal-bin\n  }", "when-chosen"],
  ["dependencies:\n    - altair=5\n    - pip:\n      - otter", "conda {\n    altair=5\n  }\n  pip {\n    otter\n  }"],
  ["pip:\n    - altair\n    - pandas", "pip {\n    altair\n    pandas\n  }"],
];

const headers: readonly Slip[] = [
  ["```hub\nimage small { }", "\nimage small { }"],
  ["image(small) { }", "image small { }"],
  ['image("small") { }', "image small { }"],
  ['group("staff", members = ["oski"])', 'group staff { members = ["oski"] }'],
  ['resource "image" "small" { }', "image small { }"],
  ["def image small { }", "image small { }"],
  ["image small - { }", "image small { }"],
  ["group:\n  staff:\n    members:\n      - oski\n      - ann", 'group staff {\n  members = ["oski", "ann"]\n}'],
  ["group staff:\n  members:\n    - oski", 'group staff {\n  members = ["oski"]\n}'],
  ["groups:\n  - name: staff\n    members: [oski, ann]", 'group staff {\n  members = ["oski", "ann"]\n}'],
  ['"group": {\n  "staff": {\n    "members": ["oski"]\n  }\n}', 'group staff {\n  members = ["oski"]\n}'],
  ['{\n  "groups": [\n    { "name": "staff", "members": ["oski"] }\n  ]\n}', 'group staff {\n  members = ["oski"]\n}'],
  [
    "course:\n  c:\n    title: Data & Society\n    hub: h\n    term: 2026-08-26 .. 2026-12-18\n    memory:\n      limit: 2GiB\n      guarantee: 1GiB",
    'course c {\n  title = "Data & Society"\n  hub = h\n  term = 2026-08-26 .. 2026-12-18\n  memory = 1GiB .. 2GiB\n}',
  ],
  ['image "small" { }', "image small { }"],
  ["image: small { }", "image small { }"],
  ["image small: { }", "image small { }"],
  ["image small = { }", "image small { }"],
  ["image Stat 159 { }", "image stat-159 { }", "when-chosen"],
  ['group staff = ["oski"]', 'group staff { members = ["oski"] }'],
  ["group staff: oski, ann", 'group staff { members = ["oski", "ann"] }'],
  ['group staff { "Ada Lovelace", bob }', 'group staff { members = ["Ada Lovelace", "bob"] }'],
  ['storage nfs "homes" { }', "storage nfs homes { }"],
  ["group staff { oski }", 'group staff { members = ["oski"] }'],
  ["group staff {\n  oski\n  ann\n}", 'group staff {\n  members = ["oski", "ann"]\n}'],
  ["group staff {\n  - oski\n  - ann\n}", 'group staff {\n  members = ["oski", "ann"]\n}'],
  ["image i from std.scipy { }", "image i extends std.scipy { }"],
  ["image i : std.scipy { }", "image i extends std.scipy { }"],
  ['image i extends "std.scipy" { }', "image i extends std.scipy { }"],
  ["image Données { }", "image donnees { }", "when-chosen"],
  ["image 8 { }", "image image-8 { }", "when-chosen"],
];

const places: readonly (readonly [place: string, slips: readonly Slip[], around: (line: string) => string])[] = [
  ["in a declaration", inBody, inCourse],
  ["in an image", inImages, inImage],
  ["at the top of a file", headers, alone],
];

describe.each(places)("a slip %s", (_, slips, around) => {
  const each = slips.map(([written, right, applies = "always"]) => ({ written, right, applies }));
  it.each(each)("is said with what is right: $written", ({ written, right, applies }) => {
    const { codes, fixes, ...first } = slip(written, around);
    expect(codes).toEqual(["syntax/look-alike"]);
    expect(fixes).toEqual([around(right)]);
    expect(first.applies).toBe(applies);
  });
});

describe("a declaration that opens otherwise", () => {
  it.each([
    ["[group.staff]\nmembers = []", "group staff {\nmembers = []\n}"],
    ['[group "staff"]\nmembers = []\n\nimage i { }', "group staff {\nmembers = []\n}\n\nimage i { }"],
    ["[group.staff]\n  members = []\n}", "group staff {\n  members = []\n}"],
    ["group staff (\n  members = []\n)", "group staff {\n  members = []\n}"],
    ["group staff (\n  members = []\n}", "group staff {\n  members = []\n}"],
    ["group staff:\n  members = []\n", "group staff {\n  members = []\n}\n"],
    ["group staff:\n  members = []\n}", "group staff {\n  members = []\n}"],
    ["group staff\n  members = []\nend", "group staff {\n  members = []\n}"],
    ["group staff\n  members = []", "group staff {\n  members = []\n}"],
    ["image i {\n  pip (\n    altair\n  )\n}", "image i {\n  pip {\n    altair\n  }\n}"],
  ])("%j", (written, right) => {
    const { codes, fixes } = slip(written, alone);
    expect(codes).toEqual(["syntax/header"]);
    expect(fixes).toEqual([right]);
  });

  it("holds what its braces would: a mistake within is said as well", () => {
    expect(slip("[group.staff]\nmembers = [[", alone).codes).toEqual(["syntax/header", "syntax/unclosed-bracket"]);
  });
});

it("a setting on the line of another is not taken into its text", () => {
  expect(slip('title = "a", branch = "b"', inCourse).fixes).toEqual([inCourse('title = "a" branch = "b"')]);
});

it("a setting outside of all declarations is named", () => {
  expect(slip('title = "a"', alone).message).toContain("`title` belongs to no declaration");
});

describe("a slip with more than one reading", () => {
  it("offers both ends of a day", () => {
    const { codes, fixes } = slip("due = 2026-11-16 midnight", inCourse);
    expect(codes).toEqual(["syntax/look-alike"]);
    expect(fixes).toEqual(["due = 2026-11-16 23:59", "due = 2026-11-16 00:00"].map(inCourse));
  });

  it("offers both days", () => {
    const { fixes, applies } = slip("term = 3/4/2026 .. 5/6/2026", inCourse);
    expect(fixes).toEqual(["term = 2026-03-04 .. 2026-05-06", "term = 2026-04-03 .. 2026-06-05"].map(inCourse));
    expect(applies).toBe("when-chosen");
  });

  it.each([
    ["term = 8/26 .. 12/18", "with its year"],
    ["term = Aug 26 .. Dec 18", "with its year"],
    ['title = "a" + "b"', "not joined by `+`"],
    ['title = f"{x}"', "no letter stands before"],
    ["pip install -r requirements.txt", "copy its lines"],
    ["FROM jupyter/scipy-notebook:latest", "`base`"],
  ])("is said and left to its author: %s", (written, said) => {
    const { codes, message, fixes } = slip(written, inCourse);
    expect(codes).toEqual(["syntax/look-alike"]);
    expect(message).toContain(said);
    expect(fixes).toEqual([]);
  });
});

describe("what is no slip", () => {
  it.each(['title = "a – b, 2 GB // c"', "memory = 1GiB .. 2GiB  # 1-2 GB, “small”", "due = 2026-10-09 17:00"])(
    "stays as it is: %s",
    (written) => {
      expect(slip(written, inCourse).codes).toEqual([]);
    },
  );

  it("keeps its own message where no look-alike explains the error", () => {
    expect(slip('members = ["ada" "grace"]', inCourse).codes).toEqual(["syntax/missing-comma"]);
    expect(slip("memory = = 2GiB", inCourse).codes).toEqual(["syntax/unexpected"]);
    expect(slip("ports = [80 800]", inCourse).codes).toEqual(["syntax/missing-comma"]);
  });
});
