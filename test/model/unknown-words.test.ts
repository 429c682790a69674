// Words that a block does not have: what each hides, and what is offered for it.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";

function findingsIn(body: string) {
  const text = `course c {\n  title = "C"\n  hub = h\n  image = i\n  term = 2026-08-26 .. 2026-12-18\n${body}}\n`;
  const others = `image i extends std.jupyterlab { }\nprovider kind k { }\nstorage nfs s {\n  server = "10.0.0.2"\n  export = "/homes"\n}\nhub h {\n  provider = k\n  homes = s\n  domain = "h.example.edu"\n  auth github {\n    client-id = secret("g/id")\n    client-secret = secret("g/secret")\n    allow { people = ["ada"] }\n  }\n}\n`;
  return checkProgram(programOf(text + others)).diagnostics.filter(({ severity }) => severity === "error");
}

test("a word that is like nothing hides nothing, in a block or in a window of it", () => {
  const clash = '  shared a { path = "x" }\n  shared b { path = "x" }\n';
  for (const word of ["  colour = 3\n", "  colours { }\n", "  during 2026-10-12 .. 2026-10-16 { colour = 3 }\n"])
    expect(findingsIn(word + clash).map(({ code }) => code)).toEqual(["schema/unknown-setting", "course/mount-clash"]);
});

test.each([
  ["after", "  students = 5\n  stdents = 7\n"],
  ["before", "  stdents = 7\n  students = 5\n"],
])("a misspelt word %s the right one offers no fix, which would write a setting twice", (_where, body) => {
  const [found, ...others] = findingsIn(body);
  expect(others).toEqual([]);
  expect(found?.fixes).toEqual([]);
  expect(found?.message).toBe(
    "`course` has no setting `stdents`, and `students` is written already: take this one away.",
  );
});

test("of blocks that there may be several of, a misspelt one is offered beside the right one", () => {
  const [found] = findingsIn(
    "  lecture a { days = [mon]  time = 10:00 .. 11:00 }\n  lectur b { days = [tue]  time = 10:00 .. 11:00 }\n",
  );
  expect(found?.fixes.map(({ title }) => title)).toEqual(["Write `lecture`"]);
});
