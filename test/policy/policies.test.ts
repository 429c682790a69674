import { describe, expect, it } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { findings, smallProgram } from "../support/small-program.ts";

const course = `  memory   = 8GiB .. 16GiB
  cpu      = 0.5 .. 2
  students = 200
  staff    = ta
  shared files { path = "files" storage = net }
  links { zoom = "https://zoom.example.edu/1"  book = "http://book.example.edu" }
  grading otter { }
`;
const more = `group ta { members = ["ada", "grace"] }
group tb { members = ["alan"] }
storage nfs net { server = "10.0.0.2" export = "/homes" }
provider gke g { project = "p" region = "us-central1" cluster = "c"
  pool core  { machine = "n2-standard-4" nodes = 1..2 }
  pool users { machine = "n2-highmem-8" nodes = 0..40 }
}
let ceiling = 8GiB
`;
const base = smallProgram({
  course,
  more,
  image: "  pip {\n    numpy==1.26.4\n    otter-grader==6.1.0\n    requests\n  }\n",
});

/** Policy findings of a program with one policy: code, and the text that each points to. */
function judged(kind: string, require: string, program = base, extra = ""): string[] {
  const text = `${program}policy ${kind} p {\n  require = ${require}\n${extra}}\n`;
  const { diagnostics } = checkProgram(programOf(text));
  return diagnostics
    .filter(({ code, severity }) => /^(?:policy|schema|names)\//.test(code) && severity === "error")
    .map(({ code, span }) => `${code} at ${span.file.text.slice(span.start, span.end)}`);
}

const holding: [string, string][] = [
  ["course", "memory.to <= 16GiB"],
  ["course", "memory.to == 16GiB and memory.from != 16GiB"],
  ["course", "memory == 8GiB .. 16GiB"],
  ["course", "ceiling <= memory.from"],
  ["course", "memory.from <= ceiling"],
  ["course", "memory.from <= memory.to"],
  ["course", "memory.to in 1GiB .. 16GiB"],
  ["course", "2026-10-01 in term"],
  ["course", "term.from >= 2026-01-01"],
  ["course", "not (students > 200)"],
  ["course", "students > 500 or cpu.to < 3"],
  ["course", "staff == ta"],
  ["course", "image != std.scipy"],
  ["course", "image in [img, std.scipy]"],
  ["course", "open-with == lab"],
  ["course", "not collaboration"],
  ["course", "grading == otter"],
  ["course", "grading in [otter, nbgrader]"],
  ["course", "present(grading) and not present(textbook)"],
  ["course", "not present(open-with)"],
  ["course", "present(links.zoom)"],
  ["course", 'links.zoom matches "https://zoom[.]example[.]edu/.*"'],
  ["course", 'any l in links: l matches "https://.*"'],
  ["course", "all s in shared: (s.storage == net and s.staff-writes)"],
  ["course", "all s in staff: s in [ta, tb]"],
  ["course", "not (any c in content: not present(c.branch))"],
  ["course", "ta in staff"],
  ["group", '"turing" in members or (all m in members: m matches "[a-z]+")'],
  ["hub", "auth in [google, github]"],
  ["hub", "homes == homes"],
  ["hub", 'domain matches ".*\\\\.example\\\\.edu"'],
  ["hub", 'auth.allow.people == ["ada"]'],
  ["hub", "present(auth.client-secret)"],
  ["hub", 'auth.client-secret == secret("github/client-secret")'],
  ["provider", "all p in pool: p.nodes.to <= 40"],
  ["provider", 'not (any p in pool: p.machine == "n1-standard-1")'],
  ["storage", "keep"],
  ["storage", 'not present(server) or server != "10.0.0.3"'],
  ["image", 'all p in pip: p.name != "tensorflow"'],
  ["image", 'any p in pip: p.line matches "numpy==.*"'],
];

const broken: [string, string, string][] = [
  ["course", "memory.to <= 8GiB", "8GiB .. 16GiB"],
  ["course", "ceiling >= memory.to", "8GiB .. 16GiB"],
  ["course", "memory.to <= 8GiB and students < 10", "8GiB .. 16GiB"],
  ["course", "students < 10 or memory.to <= 8GiB", "200"],
  ["course", "not (students == 200)", "200"],
  ["course", "gpu <= 1", "course c"],
  ["course", "not present(shared)", "course c"],
  ["course", "present(textbook)", "course c"],
  ["course", "peak <= 300", "course c"],
  ["course", 'all l in links: l matches "https://.*"', '"http://book.example.edu"'],
  ["course", "all s in shared: s.storage != net", "net"],
  ["course", "tb in staff", "ta"],
  ["course", "grading == nbgrader", "grading otter"],
  ["course", 'title matches "c"', '"C"'],
  ["provider", "all p in pool: p.nodes.to <= 10", "0..40"],
  ["provider", "all p in pool: present(p.spot)", "pool core"],
  ["image", 'all p in pip: p.line matches ".*==.*"', "requests"],
  ["group", 'all m in members: m in ["ada", "alan"]', '"grace"'],
];

const refused: [string, string, string][] = [
  ["course", "memroy.to <= 8GiB", "policy/unknown-setting at memroy"],
  ["course", "memory.top <= 8GiB", "policy/unknown-setting at top"],
  ["course", "memory <= 8GiB", "policy/not-comparable at memory"],
  ["course", "memory.to <= 8", "schema/missing-unit at 8"],
  ["course", "memory.to <= cpu.to", "policy/not-comparable at cpu.to"],
  ["course", "open-with == lba", "schema/not-a-choice at lba"],
  ["course", "image == imgg", "names/unknown-image at imgg"],
  ["course", "students", "policy/not-comparable at students"],
  ["course", "1 == 1", "policy/no-setting at 1"],
  ["course", 'students matches "2.*"', "policy/not-comparable at students"],
  ["course", 'title matches "("', 'policy/bad-pattern at "("'],
  ["course", 'shared.path == "a"', "policy/several-blocks at shared.path"],
  ["course", "during == 1", "policy/not-readable at during"],
  ["course", "textbook == 1", "policy/not-comparable at textbook"],
  ["course", "students in memory", "policy/not-comparable at memory"],
  ["course", "all s in students: s == 1", "policy/not-comparable at students"],
  ["hub", "stage == 1", "policy/not-readable at stage"],
];

describe("a policy", () => {
  it.each(holding)("of a %s holds: %s", (kind, require) => {
    expect(judged(kind, require)).toEqual([]);
  });

  it.each(broken)("of a %s is broken: %s", (kind, require, at) => {
    expect(judged(kind, require)).toEqual([`policy/broken at ${at}`]);
  });

  it.each(refused)("of a %s can't be read: %s", (kind, require, finding) => {
    expect(judged(kind, require)).toEqual([finding]);
  });

  it("says what is broken, by how much and what to do, and shows the condition", () => {
    const policy = 'policy course p {\n  require = memory.to <= 8GiB\n  message = "Ask first."\n}\n';
    const [found] = checkProgram(programOf(base + policy)).diagnostics.filter(({ code }) => code === "policy/broken");
    expect(found?.message).toBe(
      "`memory.to` is `16GiB`: policy `p` requires `memory.to <= 8GiB` of course `c`. Ask first.",
    );
    const places = found?.related.map(({ span }) => span.file.text.slice(span.start, span.end));
    expect(places).toEqual(["memory.to <= 8GiB"]);
  });

  it("takes a list of conditions, each with a finding of its own", () => {
    expect(judged("course", "[memory.to <= 8GiB, students < 10, cpu.to <= 2]")).toEqual([
      "policy/broken at 8GiB .. 16GiB",
      "policy/broken at 200",
    ]);
  });

  it("leaves out exceptions, families of them too, and abstract declarations", () => {
    expect(judged("course", "students < 10", base, "  except = [c]\n")).toEqual([]);
    expect(judged("course", "students < 10", base, "  except = [d]\n")).toContain("names/unknown-course at d");
    const family = `${base}group team[1..3] { members = ["ada"] }\nabstract group none { may = ["list:users"] }\n`;
    const all = 'not ("ada" in members)';
    expect(judged("group", all, family, "  except = [team, ta]\n")).toEqual([]);
    expect(judged("group", all, family, "  except = [team[1], team-2, ta]\n")).toHaveLength(1);
  });

  it("shows what is inherited once, where it is written, and names who has it", () => {
    const text = smallProgram({
      more: `abstract course big { memory = 1GiB .. 64GiB }
course d extends big { title = "D" hub = h image = img term = 2026-08-26 .. 2026-12-18 }
course e extends big { title = "E" hub = h image = img term = 2026-08-26 .. 2026-12-18 }
policy course p { require = not present(memory) or memory.to <= 8GiB }
`,
    });
    const found = checkProgram(programOf(text)).diagnostics.filter(({ code }) => code === "policy/broken");
    expect(found.map(({ span }) => span.file.text.slice(span.start, span.end))).toEqual(["1GiB .. 64GiB"]);
    expect(found[0]?.message).toContain("course `d`, `e`");
  });

  it("holds in every window and every stage, and names those in which it is broken", () => {
    const windowed = smallProgram({
      course:
        "  memory = 1GiB .. 2GiB\n  during 2026-11-02 .. 2026-11-20 { memory = 1GiB .. 32GiB }\n  exam mid { at = 2026-10-09 19:00 .. 21:00  memory = 20GiB }\n",
    });
    const of = (text: string) =>
      checkProgram(programOf(text))
        .diagnostics.filter(({ code }) => code === "policy/broken")
        .map(({ message }) => message.replace(/:.*/s, ""));
    expect(of(`${windowed}policy course p { require = memory.to <= 8GiB }\n`).sort()).toEqual([
      "`memory.to` is `20GiB` in exam mid on 2026-10-09",
      "`memory.to` is `32GiB` in 2026-11-02 .. 2026-11-20",
    ]);
    const staged = smallProgram({ hub: '  stage staging { domain = "s.example.org" }\n  stage prod { }\n' });
    expect(of(`${staged}policy hub p { require = domain matches ".*[.]edu" }\n`)).toEqual([
      '`domain` is `"s.example.org"` in stage `staging`',
    ]);
    expect(of(`${staged}policy hub p { require = present(cull) }\n`)).toEqual(["`cull` is not set"]);
  });

  it("is inherited, and silent about what has an error of its own", () => {
    const child =
      'abstract policy course strict { require = students < 10 }\npolicy course p extends strict { message = "No." }\n';
    expect(findings(base + child).filter((code) => code.startsWith("policy/"))).toEqual(["policy/broken"]);
    const wrong = smallProgram({ course: "  memory = 16\n  students = 200\n" });
    expect(judged("course", "memory.to <= 8GiB", wrong)).toEqual(["schema/missing-unit at 16"]);
    expect(judged("course", "not (memory.to <= 8GiB)", wrong)).toEqual(["schema/missing-unit at 16"]);
    const missing = smallProgram().replace('  title = "C"\n', "");
    expect(judged("course", 'title == "C"', missing)).toEqual(["schema/missing-setting at course c"]);
  });

  it("does not point into the standard library", () => {
    expect(judged("image", 'not present(python) and base == "x"')).toHaveLength(1);
    expect(judged("image", 'base == "x"')).toEqual(["policy/broken at image img extends std.jupyterlab"]);
  });

  it("can't be allowed away or turned down", () => {
    const allowed = base.replace("  memory   =", '  # hubc: allow policy/broken because "we want it"\n  memory   =');
    const text = `${allowed}policy course p { require = memory.to <= 8GiB }\n`;
    expect(findings(text)).toEqual(expect.arrayContaining(["allow/firm-code", "policy/broken"]));
  });
});
