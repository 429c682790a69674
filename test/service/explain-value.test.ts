import { expect, it } from "vitest";
import { evaluated } from "../../compiler/examine.ts";
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
course e extends base {
  exam midterm {
    at     = 2026-10-16 19:00 .. 21:00
    memory = 3GiB
  }
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
  expect(page).toMatchObject({ lines: expect.arrayContaining(["    nbgitpuller==1.3.0  c.hub:17"]) });
});

it("shows defaults, members of families, and the nearest name", () => {
  expect(explain("course.c.open-with")).toMatchObject({ lines: ["Not set: the default is lab."] });
  expect(explain("group.team-2.members")).toMatchObject({
    lines: ['    members = [secret("team/2")]', "", "set by group team-2, c.hub:21"],
  });
  expect(explain("course.c.memroy")).toEqual({ suggestion: "course.c.memory" });
  expect(explain("course.d.memory")).toBeUndefined();
});

it("shows what an exam changes, and what a block says", () => {
  expect(explain("course.e.memory")).toMatchObject({
    lines: [
      "    memory = 1GiB .. 2GiB",
      "",
      "set by course base, c.hub:2",
      "",
      "exam midterm: memory = 3GiB .. 3GiB, c.hub:12",
    ],
  });
  const midterm = ["    at = 2026-10-16 19:00 .. 2026-10-16 21:00, c.hub:11", "    memory = 3GiB .. 3GiB, c.hub:12"];
  expect(explain("course.e.exam")).toEqual({ title: "course.e.exam", lines: midterm });
  expect(explain("course.e.exam.midterm")).toMatchObject({ lines: midterm });
});

it("never suggests what was asked", () => {
  for (const path of ["course.e.exam", "course.c.exam", "image.i.pip", "image.i.files", "course.e.exam.midterm.at"]) {
    const found = explain(path);
    expect(found !== undefined && "suggestion" in found ? found.suggestion : undefined).not.toBe(path);
  }
});

it("shows what stages and windows set in blocks, also in one that is written nowhere else", () => {
  const hub = `hub h {
  auth github { allow { people = ["ada"] } }
  cull { idle = 2h }
  stage staging {
    cull { max-age = 1d }
    https { letsencrypt = "a@campus.edu" }
    during 2026-11-02 .. 2026-11-20 { cull { max-age = 2d } }
  }
  stage prod { }
}
`;
  const files = [createSourceFile("h.hub", hub)];
  const lines = (path: string) => {
    const page = explainValue(path, evaluated({ files, assets: new Map() }), (span) => span.file.path);
    return page && "lines" in page ? page.lines : page;
  };
  expect(lines("hub.h.cull.max-age")).toEqual([
    "Not set: never.",
    "",
    "stage staging: max-age = 1d, h.hub:5",
    "stage staging, during 2026-11-02 .. 2026-11-20: max-age = 2d, h.hub:7",
  ]);
  expect(lines("hub.h.https.letsencrypt")).toEqual([
    "Not set.",
    "",
    'stage staging: letsencrypt = "a@campus.edu", h.hub:6',
  ]);
  expect(lines("hub.h.cull.idle")).toEqual(["    idle = 2h", "", "set by hub h, h.hub:3"]);
  expect(lines("hub.h.auth.allow.domains")).toEqual(["Not set."]);
  expect(lines("hub.h.budget.month")).toEqual(["Not set."]);
  expect(lines("hub.h.budgt.month")).toEqual({ suggestion: undefined });
});

it("shows what a stage says, by the stage's name", () => {
  const hub =
    'hub h {\n  domain = "h.example.edu"\n  stage staging { domain = "s.example.edu"  cull { idle = 5min } }\n  stage prod { }\n}\n';
  const files = [createSourceFile("h.hub", hub)];
  const of = (path: string) => explainValue(path, evaluated({ files, assets: new Map() }), (span) => span.file.path);
  expect(of("hub.h.stage.staging.domain")).toMatchObject({ lines: ['    domain = "s.example.edu", h.hub:3'] });
  expect(of("hub.h.stage.staging.cull.idle")).toMatchObject({ lines: ["    idle = 5min, h.hub:3"] });
  expect(of("hub.h.stage.prod.domain")).toMatchObject({
    lines: ["The stage does not say it. What the hub says: hub.h.domain."],
  });
  expect(of("hub.h.stage.prod")).toMatchObject({ lines: ["It sets nothing itself."] });
});
