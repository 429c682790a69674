import { describe, expect, it } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const share = 'storage nfs share {\n  server = "10.0.0.2"\n  export = "/s"\n}\n';
const staff = 'group ta { members = ["ada"] }\n';

interface Graded {
  readonly course?: string;
  readonly grading?: string;
  readonly packages?: string;
  readonly more?: string;
}

function graded({
  course = "staff = ta",
  grading = "",
  packages = "nbgrader==0.9.5",
  more = "",
}: Graded = {}): string[] {
  const text = smallProgram({
    course: `${course}\ngrading nbgrader {\n  storage = share\n${grading}\n}`,
    image: `pip { ${packages} }`,
    more: share + staff + more,
  });
  return findings(text.replace('people = ["ada"]', 'people = ["ada", "grader-c"]')).filter(
    (code) => code !== "hub/no-certificate",
  );
}

describe("grading with nbgrader", () => {
  it("needs nothing more than staff, the package and a share", () => {
    expect(graded()).toEqual([]);
  });

  it("needs somebody to grade", () => {
    expect(graded({ course: "" })).toEqual(["course/nobody-grades"]);
  });

  it("needs the package, in a version that the exchange is made for", () => {
    expect(graded({ packages: "numpy" })).toEqual(["image/missing-feature"]);
    expect(graded({ packages: "nbgrader" })).toEqual([]);
    expect(graded({ packages: "nbgrader==0.8.5" })).toEqual(["course/nbgrader-version"]);
    expect(graded({ packages: "nbgrader>=0.10" })).toEqual(["course/nbgrader-version"]);
    expect(graded({ packages: "nbgrader>=0.9,<0.10" })).toEqual([]);
  });

  it("asks the images of windows and exams too", () => {
    const old = "image old extends std.jupyterlab { pip { nbgrader==0.8.5 } }\n";
    const during = "staff = ta\nduring 2026-11-01 .. 2026-11-05 { image = old }";
    expect(graded({ course: during, more: old })).toContain("course/nbgrader-version");
    const exam = "staff = ta\nexam e {\n  at = 2026-11-01 19:00 .. 21:00\n  image = old\n}";
    expect(graded({ course: exam, more: old })).toContain("course/nbgrader-version");
    expect(graded({ more: old })).toEqual([]);
  });

  it("needs a JupyterLab that nbgrader takes", () => {
    expect(graded({ packages: "nbgrader==0.9.5\njupyterlab==4.1.8" })).toContain("image/conflicting-packages");
  });

  it("can't have its exchange where one server at a time can mount it", () => {
    const own = (storage: string) =>
      findings(
        smallProgram({
          course: "staff = ta\ngrading nbgrader { }",
          image: "pip { nbgrader==0.9.5 }",
          more: staff,
        }).replace("storage dynamic homes { size = 5GiB }", storage),
      );
    expect(own("storage dynamic homes { size = 5GiB }")).toContain("storage/not-shareable");
    expect(own("storage memory homes { size = 5GiB }")).toContain("storage/not-shareable");
    expect(own('storage nfs homes {\n  server = "10.0.0.2"\n  export = "/s"\n}')).not.toContain(
      "storage/not-shareable",
    );
  });

  it("takes ids that nbgrader can name folders by", () => {
    expect(graded({ grading: '  course-id = "c-fa26"' })).toEqual([]);
    for (const id of ["a+b", "a/b", ".c", "a b", ""]) {
      expect(graded({ grading: `  course-id = "${id}"` }), id).toEqual(["schema/bad-text"]);
    }
  });

  it("keeps other folders out of its own", () => {
    const shared = (path: string) => `staff = ta\nshared a {\n  path = "${path}"\n  storage = share\n}`;
    expect(graded({ course: shared("/srv/nbgrader/c/more") })).toEqual(["course/mount-clash"]);
    expect(graded({ course: shared("c") })).toEqual(["course/mount-clash"]);
    expect(graded({ course: shared("/srv/nbgrader-of-old") })).toEqual([]);
    expect(graded({ course: shared("c"), grading: '  course-id = "d"' })).toEqual([]);
  });

  it("keeps the grader's account from being a person's, or a workspace's", () => {
    expect(graded({ more: 'group g { members = ["grader-c"] }\n', course: "staff = [ta, g]" })).toEqual([
      "group/grader-is-a-person",
    ]);
    const team = 'group g {\n  members = ["bob"]\n  workspace { account = "grader-c" }\n}\n';
    expect(graded({ more: team, course: "staff = ta\nroster = g" })).toEqual(["group/grader-is-a-person"]);
  });
});
