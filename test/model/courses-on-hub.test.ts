import { describe, expect, it } from "vitest";
import { serversFor } from "../../compiler/model/servers-for.ts";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

const group = (name: string, more = "") => `group ${name} { members = ["${name}"]\n${more}\n}\n`;

/** A second course on the same hub. */
function beside(body: string, term = "2026-08-26 .. 2026-12-18"): string {
  return `course d {\n  title = "D"\n  hub = h\n  image = img\n  term = ${term}\n${body}\n}\n`;
}

const release = (text: string, on = "2026-10-05") => modelOf(text, { on }).releases[0];

describe("several courses on one hub", () => {
  it("are given by roster where every one has a roster", () => {
    const text = smallProgram({
      course: "roster = one",
      more: group("one") + group("two") + beside("roster = two"),
    });
    expect(release(text)).toMatchObject({ byCourse: true, courses: [{ name: "c" }, { name: "d" }] });
  });

  it("need a roster each, or a hub that lets people choose", () => {
    const more = group("one") + beside("");
    expect(findings(smallProgram({ course: "roster = one", more }))).toEqual(["hub/several-courses"]);
    expect(findings(smallProgram({ course: "roster = one", hub: "choose = by-group", more }))).toEqual([
      "hub/several-courses",
    ]);
    expect(findings(smallProgram({ course: "roster = one", hub: "choose = by-choice", more }))).toEqual([]);
  });

  it("need it although they share the hub on other days than the build's", () => {
    const next = beside("", "2026-12-20 .. 2027-02-01");
    expect(findings(smallProgram({ more: next }), { on: "2026-10-05" })).toEqual(["hub/several-courses"]);
    expect(findings(smallProgram({ more: beside("", "2027-02-01 .. 2027-05-01") }), { on: "2026-10-05" })).toEqual([]);
  });

  it("stay given by roster when only one of them is left", () => {
    const others = group("one") + group("two") + beside("roster = two", "2026-06-01 .. 2026-09-01");
    const text = smallProgram({ course: "roster = one", more: others });
    expect(release(text)).toMatchObject({ byCourse: true, courses: [{ name: "c" }] });
  });

  it("leave a course alone that was never beside another", () => {
    const others = group("one") + group("two") + beside("roster = two", "2026-01-10 .. 2026-05-01");
    const text = smallProgram({ course: "roster = one", more: others });
    expect(release(text)?.byCourse).toBe(false);
    expect(release(smallProgram({ course: "roster = one", hub: "choose = by-group", more: others }))?.byCourse).toBe(
      true,
    );
  });

  it("take along what they named when they end", () => {
    const ended = `${group("two", 'may = ["list:users"]\nmemory = 9GiB')}${beside("staff = two\nroster = one", "2026-01-10 .. 2026-05-01")}`;
    const text = smallProgram({ course: "roster = one", more: group("one") + group("three") + ended });
    expect(release(text)?.groups.map(({ name }) => name)).toEqual(["one", "three"]);
  });

  it("are built as those that ended last when all have, for their people, without folders and staff", () => {
    const text = smallProgram({ course: "roster = one", more: group("one") + beside("roster = one") });
    const [found] = modelOf(
      text
        .replaceAll("title =", 'shared s {\n  path = "s"\n  storage = share\n}\ntitle =')
        .concat('storage nfs share {\n  server = "10.0.0.2"\n  export = "/s"\n}\n'),
      { on: "2027-06-01" },
    ).releases;
    const both = { shared: [], staff: [], roster: [{ value: "one" }] };
    expect(found).toMatchObject({ byCourse: true, outsideTerms: true, courses: [both, both] });
  });

  it("keep a hub closed before the first, between two and after the last, to the people of the nearest", () => {
    const spring = `course e {\n  title = "E"\n  hub = h\n  image = img\n  term = 2027-03-01 .. 2027-05-01\n  roster = three\n}\n`;
    const text = smallProgram({
      course: "roster = one\nstaff = four",
      more:
        group("one") +
        group("three") +
        group("four") +
        beside("roster = two", "2026-08-26 .. 2026-12-11") +
        group("two") +
        spring,
    });
    for (const [on, names, groups] of [
      ["2026-07-01", ["c", "d"], ["one", "two"]],
      ["2027-01-01", ["c"], ["one", "four"]],
      ["2027-01-20", ["c"], ["one"]],
      ["2027-04-01", ["e"], ["three"]],
      ["2027-08-01", ["e"], ["three"]],
    ] as const) {
      const [found] = modelOf(text, { on }).releases;
      expect([on, found?.byCourse, found?.courses.map(({ name }) => name)]).toEqual([on, true, names]);
      expect(found && serversFor(found)).toMatchObject({ how: "members", groups });
    }
  });

  it("are for admins only outside of terms where the hub says so", () => {
    const text = smallProgram({
      course: "roster = one",
      hub: 'outside-terms = admins-only\nadmins = ["prof"]',
      more: group("one"),
    });
    const [now] = modelOf(text, { on: "2026-10-05" }).releases;
    const [after] = modelOf(text, { on: "2027-06-01" }).releases;
    expect([now, after].map((one) => one && serversFor(one).how)).toEqual(["everyone", "admins"]);
    expect(after).toMatchObject({ byCourse: true, adminsOnly: true, courses: [{ roster: [] }] });
  });

  it("leave a hub without anybody to let in outside of terms, where only the staff were", () => {
    const text = smallProgram({ course: "staff = one", more: group("one") }).replace(/ *allow \{[^}]*\}\n/, "");
    expect(findings(text, { on: "2026-10-05" })).toEqual([]);
    expect(findings(text, { on: "2027-06-01" })).toEqual(["course/term-over"]);
  });

  it("end what groups may do when the only one of a hub ends, and keep who is in them", () => {
    const more = `${group("one", 'may = ["list:users"]\nmemory = 9GiB\nworkspace { }')}${group("ta", 'may = ["list:users"]')}`;
    const text = smallProgram({ course: "roster = one\nstaff = ta", more });
    const [found] = modelOf(text, { on: "2027-06-01" }).releases;
    expect(found?.groups).toMatchObject([{ name: "one", may: [], members: [{ value: "one" }] }]);
    expect([found?.groups[0]?.workspace, found?.groups[0]?.memory]).toEqual([undefined, undefined]);
    const [own] = modelOf(text.replace("workspace { }", "workspace { }\nhub = h"), { on: "2027-06-01" }).releases;
    expect(own?.groups[0]?.may).toHaveLength(1);
  });
});

describe("staff among several courses", () => {
  it("need a roster whenever the courses share the hub", () => {
    const others = group("ta") + beside("", "2026-12-20 .. 2027-02-01");
    const text = smallProgram({ course: "staff = ta", hub: "choose = by-choice", more: others }).replace(
      'people = ["ada"]',
      'people = ["ada", "ta"]',
    );
    expect(findings(text, { on: "2026-10-05" })).toEqual(["course/staff-without-roster"]);
    expect(findings(text.replace("2026-12-20", "2027-01-20"), { on: "2026-10-05" })).toEqual([]);
  });
});

describe("an exam with an image", () => {
  const exam = smallProgram({
    course: "exam midterm {\n  at = 2026-10-09 19:00 .. 21:00\n  image = std.scipy\n}",
  });

  it("is in the model, with its image built", () => {
    const model = modelOf(exam);
    expect(model.courses[0]?.exams[0]?.image?.value).toBe("std-scipy");
    expect(model.images.map(({ name }) => name)).toEqual(["img", "std-scipy"]);
  });
});
