import { describe, expect, test } from "vitest";
import { stepsOf } from "../../compiler/model/sourced.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

const gibi = 2 ** 30;

function memoryOn(on: string, course: string): number | undefined {
  const [made] = modelOf(smallProgram({ course }), { on }).courses;
  return made?.memory && made.memory.value.to / gibi;
}

describe("a window", () => {
  const course = "memory = 1GiB\nduring 2026-11-02 .. 2026-11-20 { memory = 4GiB }";

  test.each([
    ["2026-11-01", 1],
    ["2026-11-02", 4],
    ["2026-11-20", 4],
    ["2026-11-21", 1],
  ])("on %s gives %s GiB", (on, expected) => {
    expect(memoryOn(on, course)).toBe(expected);
  });

  test("comes before another one day, and two share no day", () => {
    const next = (day: string) => `${course}\nduring ${day} .. 2026-11-25 { memory = 8GiB }`;
    expect(memoryOn("2026-11-21", next("2026-11-21"))).toBe(8);
    expect(findings(smallProgram({ course: next("2026-11-20") }))).toEqual(["schema/windows-overlap"]);
  });

  test("may share days with another that sets other things", () => {
    const other = `${course}\nduring 2026-11-10 .. 2026-11-25 { peak = 9 }`;
    expect(memoryOn("2026-11-12", other)).toBe(4);
  });

  test("is a step on the way of the value that it sets", () => {
    const [made] = modelOf(smallProgram({ course }), { on: "2026-11-03" }).courses;
    const memory = made?.memory;
    const way = memory && stepsOf(memory).map(({ by }) => by);
    expect(way).toEqual(["course c", "course c, during 2026-11-02 .. 2026-11-20"]);
  });
});

describe("an exam", () => {
  const course = `memory = 1GiB
during 2026-10-01 .. 2026-10-31 { memory = 2GiB }
exam midterm { at = 2026-10-09 19:00 .. 21:00  memory = 8GiB }`;

  test.each([
    ["2026-10-08", 2],
    ["2026-10-09", 8],
    ["2026-10-10", 2],
  ])("on %s gives %s GiB, over any window", (on, expected) => {
    expect(memoryOn(on, course)).toBe(expected);
  });

  test("over midnight holds on both days", () => {
    const night = "memory = 1GiB\nexam night { at = 2026-10-09 22:00 .. 2026-10-10 02:00  memory = 8GiB }";
    expect([memoryOn("2026-10-09", night), memoryOn("2026-10-10", night), memoryOn("2026-10-11", night)]).toEqual([
      8, 8, 1,
    ]);
  });

  const beside = (other: string) => `exam midterm { at = 2026-10-09 09:00 .. 2026-10-10 11:00  memory = 512MiB }
exam other { ${other} }`;

  test.each([
    ["in its hours", "at = 2026-10-09 08:00 .. 12:00  memory = 1GiB .. 3GiB"],
    ["on its day at another hour", "at = 2026-10-10 20:00 .. 21:00  memory = 1GiB"],
    ["with the same limit and less that is kept", "at = 2026-10-09 08:00 .. 12:00  memory = 256MiB .. 512MiB"],
  ])("with other memory than an exam %s is an error", (_, other) => {
    const { diagnostics } = checkProgram(programOf(smallProgram({ course: beside(other) })), { on: "2026-09-01" });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, span }) => [code, span.file.text.slice(span.start, span.end)])).toEqual([
      ["schema/windows-overlap", other.slice(other.indexOf("memory") + "memory = ".length)],
    ]);
    expect(errors[0]?.message).toContain(
      `in \`exam midterm\`, and an exam's holds on its whole day, which is ${other.slice(5, 15)}`,
    );
  });

  test.each([
    ["the same memory", "at = 2026-10-09 08:00 .. 12:00  memory = 512MiB"],
    ["the same memory in other words", "at = 2026-10-09 08:00 .. 12:00  memory = 512MiB .. 512MiB"],
    ["no memory", "at = 2026-10-09 08:00 .. 12:00"],
    ["an image alone", "at = 2026-10-09 08:00 .. 12:00  image = std.jupyterlab"],
  ])("beside another with %s is none", (_, other) => {
    expect(findings(smallProgram({ course: beside(other) }))).not.toContain("schema/windows-overlap");
    expect(memoryOn("2026-10-09", beside(other))).toBe(0.5);
  });

  test("with other memory the day after another exam holds on its own day", () => {
    const next = beside("at = 2026-10-11 08:00 .. 12:00  memory = 3GiB");
    expect(findings(smallProgram({ course: next }))).not.toContain("schema/windows-overlap");
    expect([memoryOn("2026-10-10", next), memoryOn("2026-10-11", next)]).toEqual([0.5, 3]);
  });

  test.each([
    ["exam night { at = 2026-12-10 03:00 .. 03:00 }", ["schema/range-empty"]],
    ["exam night { at = 2026-12-10 03:00 .. 2026-12-10 03:00 }", ["schema/range-empty"]],
    ["exam night { at = 2026-12-10 03:00 .. 02:59 }", ["schema/range-reversed"]],
    ["exam night { at = 2026-12-10 03:00 .. 03:01 }", []],
    ["exam night { at = 2026-12-10 03:00 .. 2026-12-11 03:00 }", []],
  ])("that ends as it begins is an error: %s", (course, expected) => {
    expect(findings(smallProgram({ course }))).toEqual(expected);
  });
});

describe("a term", () => {
  const course = "term = 2026-09-01 .. 2026-12-01\ngrace = 1w";

  test.each([
    ["2026-08-24", false],
    ["2026-08-25", true],
    ["2026-12-08", true],
    ["2026-12-09", false],
  ])("on %s applies: %s", (on, applies) => {
    expect(modelOf(smallProgram({ course }), { on }).courses[0]?.applies).toBe(applies);
    const warned = findings(smallProgram({ course }), { on }).includes("course/term-over");
    expect(warned).toBe(!applies);
  });

  test("that is over leaves the course out among others, and the last one on an idle hub", () => {
    const more = 'course d {\n  title = "D"\n  hub = h\n  image = img\n  term = 2026-01-10 .. 2026-05-01\n}';
    const heldOn = (on: string) =>
      modelOf(smallProgram({ course, more }), { on }).releases[0]?.courses.map(({ name }) => name);
    expect(heldOn("2026-10-05")).toEqual(["c"]);
    expect(heldOn("2026-02-05")).toEqual(["d"]);
    expect(heldOn("2026-07-05")).toEqual(["d"]);
    expect(heldOn("2027-07-05")).toEqual(["c"]);
  });
});

describe("stages", () => {
  const hub = `admins = ["ada"]
stage staging { domain = "s.example.edu"  admins += ["grace"] }
stage prod { }`;

  test("are releases of their own, with what they change", () => {
    const { releases } = modelOf(smallProgram({ hub }));
    expect(
      releases.map(({ name, domain, admins, pathPrefix }) => [name, domain.value, admins.length, pathPrefix]),
    ).toEqual([
      ["h-prod", "h.example.edu", 1, ""],
      ["h-staging", "s.example.edu", 2, "_staging/"],
    ]);
    const domain = releases[1]?.domain;
    expect(domain && stepsOf(domain).map(({ by }) => by)).toEqual(["hub h", "hub h, stage staging"]);
  });

  test("with homes of their own store under no prefix", () => {
    const own = hub.replace('"s.example.edu"', '"s.example.edu"  homes = trial');
    const more = "storage dynamic trial { size = 1GiB }";
    const { releases } = modelOf(smallProgram({ hub: own, more }));
    expect(releases.map(({ homes, pathPrefix }) => [homes.name, pathPrefix])).toEqual([
      ["homes", ""],
      ["trial", ""],
    ]);
  });

  test("are one, called prod, where none is named", () => {
    expect(modelOf(smallProgram()).releases.map(({ name }) => name)).toEqual(["h-prod"]);
  });
});
