// Expectations on a hub with three courses, groups that raise servers, secret lists, a team's account and shared folders.

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkProgram, programOf, readProgram } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";
import { testedProgram } from "../support/tested-program.ts";

const byGroup = readProgram(fileURLToPath(new URL("../fixtures/programs/courses-by-group", import.meta.url)));

const onHub = (text: string) => testedProgram(new Map([...byGroup, ["expect.hub", text]]));
const small = (text: string, program: Parameters<typeof smallProgram>[0] = {}) =>
  testedProgram(programOf(smallProgram({ ...program, more: `${program.more ?? ""}\n${text}` })));
const holds = (body: string) => Object.values(onHub(`expect it {\n${body}\n}\n`).statuses)[0];

describe("what a member of a group gets", () => {
  it.each([
    ["course = data8\nrequire = [may-enter, data8 in courses, not (rstats in courses)]", "holds"],
    ["course = data8\nrequire = server.memory == 1GiB .. 2GiB", "holds"],
    ["course = data8\ngroup = data8-staff\nrequire = server.memory == 4GiB .. 6GiB", "holds"],
    ["course = data8\ngroup = [data8-staff, helpers]\nrequire = server.memory.to == 40GiB", "holds"],
    ["course = data8\ngroup = data8-staff\nrequire = [data8 in reaches, genomes in reaches]", "holds"],
    ["course = data8\ngroup = data8-staff\nrequire = data8-students in reaches-groups", "holds"],
    ["course = data8\ngroup = data8-staff\nrequire = rstats in reaches", "fails"],
    ["course = data8\nrequire = data8 in reaches", "fails"],
    ["course = rstats\nrequire = [server.open-with == rstudio, server.image == rstats]", "holds"],
    ["course = genomes\nrequire = [server.gpu == 1, server.pool == campus.gpus]", "holds"],
    ["course = genomes\nrequire = server.pool == campus.users", "fails"],
    [
      'hub = campus\nperson = "ada"\non = 2026-10-05\nrequire = [is-admin, data8 in reaches, data8-students in reaches-groups]',
      "holds",
    ],
    ['hub = campus\nperson = "rosa"\nrequire = "team-room" in starts', "holds"],
    ['hub = campus\nperson = "vera"\nrequire = "team-room" in starts', "fails"],
    ["hub = campus\ngroup = logic-students\non = 2026-10-05\nrequire = not (logic in courses)", "holds"],
    ["hub = campus\ngroup = logic-students\non = 2026-03-05\nrequire = logic in courses", "holds"],
  ])("%s", (body, status) => {
    expect(holds(body)).toBe(status);
  });

  it("has the folders that its courses share, to write for staff where the course says so", () => {
    const can = (course: string, group: string, path: string) =>
      holds(
        `course = ${course}\ngroup = ${group}\nrequire = any m in server.mount: (m.path == "${path}" and not m.read-only)`,
      );
    expect(can("data8", "data8-students", "/home/jovyan")).toBe("holds");
    expect(can("data8", "data8-students", "/home/jovyan/shared")).toBe("fails");
    expect(can("data8", "data8-staff", "/home/jovyan/shared")).toBe("holds");
    expect(can("rstats", "rstats-staff", "/home/jovyan/answers")).toBe("fails");
  });
});

describe("what nothing here can tell", () => {
  it("is said with its reason, and does not hold", () => {
    const found = onHub(
      'expect it { hub = campus  person = "zoe"  on = 2026-10-05  require = not (data8 in courses) }',
    );
    expect(found.statuses).toEqual({ it: "not-known" });
    expect(found.messages[0]).toContain("the secret list data8/students says who is in data8-students");
    expect(found.places).toContain('secret("data8/students")');
  });

  it("are packages that an image may have from its base, be they wanted or not", () => {
    const packages = (condition: string) =>
      small(`expect it { course = c  person = "ada"  require = ${condition} }`, {
        image: "pip {\n otter-grader==6.1.0\n}",
      }).statuses;
    expect(packages('"otter-grader" in server.packages')).toEqual({ it: "holds" });
    expect(packages('"numpy" in server.packages')).toEqual({ it: "not-known" });
    expect(packages('not ("numpy" in server.packages)')).toEqual({ it: "not-known" });
    expect(packages('any p in server.packages: p matches "otter.*"')).toEqual({ it: "holds" });
    expect(packages('all p in server.packages: p matches "[a-z-]+"')).toEqual({ it: "not-known" });
  });

  it("is no secret: a variable is named, and its value is not", () => {
    const { messages } = small('expect it { course = c  person = "ada"  require = server.environment.TOKEN == "x" }', {
      hub: '  environment { TOKEN = secret("course/token") }',
    });
    expect(messages[0]).toContain('`server.environment.TOKEN` is `"secret(course/token)"`');
  });
});

describe("days and stages", () => {
  it("are all on which something is otherwise, and a finding names those that fail", () => {
    const course =
      "memory = 1GiB .. 2GiB\nduring 2026-10-12 .. 2026-10-16 { memory = 4GiB .. 8GiB }\nexam mid {\n  at = 2026-11-03 10:00 .. 12:00\n  memory = 512MiB\n}";
    const { messages, places, statuses } = small(
      'expect it { course = c  person = "ada"  require = server.memory.to >= 1GiB }',
      { course },
    );
    expect(statuses).toEqual({ it: "fails" });
    expect(messages).toEqual([
      "`server.memory.to` is `512MiB` on 2026-11-03: `it` requires `server.memory.to >= 1GiB` for `ada`.",
    ]);
    expect(places).toEqual(["512MiB"]);
  });

  it("are narrowed by `on`, and by the day that is asked for", () => {
    const course = "memory = 1GiB .. 2GiB\nduring 2026-10-12 .. 2026-10-16 { memory = 4GiB .. 8GiB }";
    const text = (on: string) =>
      programOf(
        smallProgram({
          course,
          more: `expect it { course = c  person = "ada" ${on} require = server.memory.to == 8GiB }`,
        }),
      );
    expect(testedProgram(text("on = 2026-10-12 .. 2026-10-16")).statuses).toEqual({ it: "holds" });
    expect(testedProgram(text("on = 2026-10-12 .. 2026-10-17")).statuses).toEqual({ it: "fails" });
    expect(testedProgram(text(""), { only: "2026-10-14" }).statuses).toEqual({ it: "holds" });
    expect(testedProgram(text(""), { only: "2026-10-20" }).statuses).toEqual({ it: "fails" });
    expect(testedProgram(text(""), { only: "2027-10-20" }).statuses).toEqual({ it: "other-days" });
  });

  it("are every stage of the hub, unless one is named", () => {
    const hub = '  stage staging {\n    domain = "s.example.edu"\n    admins = ["eve"]\n  }\n  stage prod { }';
    const text = (stage: string) =>
      small(`expect it { hub = h  person = "eve" ${stage} require = not is-admin }`, { hub });
    expect(text("stage = prod").statuses).toEqual({ it: "holds" });
    const { statuses, messages } = text("");
    expect(statuses).toEqual({ it: "fails" });
    expect(messages[0]).toContain(", in h-staging");
  });
});

describe("nodes and costs", () => {
  const machines = (nodes: string) =>
    `provider gke g {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n  pool core { machine = "n2-standard-4"  nodes = 1..1 }\n  pool users { machine = "n2-highmem-8"  nodes = ${nodes} }\n}`;
  const costing = (expectations: string) => {
    const course = (name: string, students: number) =>
      `course ${name} extends all {\n  title = "${name}"\n  students = ${students}\n  roster = ${name}-people\n}\ngroup ${name}-people { members = ["${name}1"] }\n`;
    const text = smallProgram({ course: "  roster = cs\n  students = 30\n  memory = 2GiB .. 2GiB" })
      .replace("provider kind k { }", machines("0..20"))
      .replace("provider = k\n", "provider = g\n");
    const more = `abstract course all {\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  memory = 2GiB .. 2GiB\n}\n${course("big", 300)}${course("small", 30)}group cs { members = ["c1"] }\n`;
    return testedProgram(programOf(`${text}${more}${expectations}`));
  };

  it("are the course's share, and all shares make the whole", () => {
    const { messages } = costing(
      "expect a { course = big  require = cost.month < 0 }\nexpect b { course = small  require = cost.month < 0 }\nexpect c { course = c  require = cost.month < 0 }\nexpect h { hub = h  on = 2026-10-05  require = cost.month < 0 }",
    );
    const amounts = messages.map((message) => Number(/is `([\d.]+)`/.exec(message)?.[1]));
    const [big = 0, little = 0, same = 0, whole = 0] = amounts;
    expect(big).toBeGreaterThan(little);
    expect(little).toBeCloseTo(same, 1);
    expect(big + little + same).toBeCloseTo(whole, 1);
  });

  it("hold everybody, or say which pool does not", () => {
    expect(
      costing('expect it { course = big  require = [fits, nodes <= 11, cost.currency == "USD"] }').statuses,
    ).toEqual({ it: "holds" });
  });
});

describe("an expectation beside a hub that can't be read", () => {
  it("is not said to be about no hub: one mistake is one finding", () => {
    const program = smallProgram({ hub: "  domain = = 3\n", more: "expect it {\n  require = not may-enter\n}" });
    const errors = checkProgram(programOf(program)).diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).not.toContain("expect/which-hub");
    expect(errors).toHaveLength(1);
  });
});
