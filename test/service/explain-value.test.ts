import { expect, it } from "vitest";
import { evaluated } from "../../compiler/check.ts";
import { explainValue } from "../../compiler/service/explain-value.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const program = `abstract course base {
  memory = 1GiB .. 2GiB
  needs  = [nbgitpuller]
}
course c extends base {
  needs += [widgets]
  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 4GiB }
}
image i extends std.jupyterlab {
  pip {
    nbgitpuller==1.3.0
  }
}
group team[1..2] {
  members = secret("team/\${n}")
}
`;

function explain(path: string) {
  const file = createSourceFile("c.hub", program);
  return explainValue(path, evaluated({ files: [file], assets: new Map() }), (span) => span.file.path);
}

it("shows an inherited value with the declaration that set it, and the windows that change it", () => {
  expect(explain("course.c.memory")).toEqual({
    title: "course.c.memory",
    lines: [
      "    memory = 1GiB .. 2GiB",
      "",
      "set by course base, c.hub:2",
      "",
      "during 2026-11-02 .. 2026-11-20: memory = 2GiB .. 4GiB, c.hub:7",
    ],
  });
});

it("shows every declaration that added to a list", () => {
  expect(explain("course.c.needs")).toMatchObject({
    lines: ["    needs = [nbgitpuller, widgets]", "", "set by course base, c.hub:3", "added to by course c, c.hub:6"],
  });
});

it("shows where each package comes from, the standard library's too", () => {
  const page = explain("image.i.pip");
  expect(page).toMatchObject({ lines: expect.arrayContaining(["    nbgitpuller==1.3.0  c.hub:11"]) });
});

it("shows defaults, members of families, and the nearest name", () => {
  expect(explain("course.c.open-with")).toMatchObject({ lines: ["Not set: the default is lab."] });
  expect(explain("group.team-2.members")).toMatchObject({
    lines: ['    members = [secret("team/2")]', "", "set by group team-2, c.hub:15"],
  });
  expect(explain("course.c.memroy")).toEqual({ suggestion: "course.c.memory" });
  expect(explain("course.d.memory")).toBeUndefined();
});
