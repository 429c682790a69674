// Groups, images and storages that nothing uses: said only where that is sure.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkProgram, programOf, readProgram } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const found = (program: Parameters<typeof smallProgram>[0], before = "") =>
  checkProgram(programOf(`${before}${smallProgram(program)}`)).diagnostics.flatMap(({ code, message }) =>
    /unused$/.test(code) && !code.startsWith("allow/") ? [`${code} ${/`([^`]+)`/.exec(message)?.[1]}`] : [],
  );

describe("what nothing names", () => {
  it.each([
    ['group left { members = ["bob"] }', ["group/unused left"]],
    ['group left { members = secret("people/left") }', ["group/unused left"]],
    ["image left extends std.jupyterlab { }", ["image/unused left"]],
    ['storage nfs left {\n  server = "10.0.0.9"\n  export = "/left"\n}', ["storage/unused left"]],
    // A course of the same name is another thing.
    ["image c extends std.jupyterlab { }", ["image/unused c"]],
  ])("%s", (more, codes) => {
    expect(found({ more })).toEqual(codes);
  });
});

describe("what is used in some way", () => {
  it.each([
    ["as staff", { course: "  staff = g", more: 'group g { members = ["bob"] }' }],
    [
      "in a window",
      { course: "  during 2026-10-12 .. 2026-10-16 { image = other }", more: "image other extends std.jupyterlab { }" },
    ],
    [
      "in an exam",
      {
        course: "  exam mid {\n    at = 2026-10-12 10:00 .. 12:00\n    image = other\n  }",
        more: "image other extends std.jupyterlab { }",
      },
    ],
    [
      "as a parent",
      {
        more: "image other extends img { }\nimage last extends other { in-sync { with = other } }\npolicy image same { require = present(base)  except = [last] }",
      },
    ],
    ["by rights of its own", { more: 'group g {\n  members = ["bob"]\n  may = ["list:users"]\n}' }],
    ["by a workspace", { more: 'group g {\n  members = ["bob"]\n  workspace { account = "team-a" }\n}' }],
    ["by sizes", { more: 'group g {\n  members = ["bob"]\n  memory = 2GiB .. 4GiB\n}' }],
    ["by a hub that it names", { more: 'group g {\n  members = ["bob"]\n  hub = h\n}' }],
    [
      "in a scope",
      { more: 'group g { members = ["bob"] }\ngroup tas {\n  members = ["ann"]\n  may = ["list:users!group=g"]\n}' },
    ],
    ["in Python", { hub: '  python { "10-g" = "print(\'g\')" }', more: 'group g { members = ["bob"] }' }],
    [
      "for a mount",
      {
        hub: '  mount data {\n    path = "data"\n    folder = "data"\n    storage = more\n  }',
        more: 'storage nfs more {\n  server = "10.0.0.9"\n  export = "/more"\n}',
      },
    ],
    ["as a family", { more: 'group team[1..3] { members = ["bob${n}"] }' }],
    ["as a parent of others alone", { more: "abstract image left extends std.jupyterlab { }" }],
    [
      "in an expectation",
      { more: 'group g { members = ["bob"] }\nexpect e {\n  hub = h\n  group = g\n  require = not is-admin\n}' },
    ],
  ])("%s", (_how, program) => {
    expect(found(program)).toEqual([]);
  });

  it("of a program without a hub only others know", () => {
    expect(
      checkProgram(programOf("image a extends std.jupyterlab { }\n")).diagnostics.map(({ code }) => code),
    ).not.toContain("image/unused");
  });
});

it("is not what a misspelt name may be meant for", () => {
  const text = smallProgram({ more: "image other extends std.jupyterlab { }" }).replace(
    /image( *)= \S+/,
    "image$1= othr",
  );
  const { diagnostics } = checkProgram(programOf(text));
  expect(diagnostics.map(({ code }) => code).filter((code) => /^names|unused$/.test(code))).toEqual([
    "names/unknown-image",
  ]);
});

it("no fixture and no example has any", () => {
  const folders = ["../fixtures/programs", "../../examples"].flatMap((path) => {
    const root = fileURLToPath(new URL(path, import.meta.url));
    return readdirSync(root).map((name) => `${root}/${name}`);
  });
  const all = folders.flatMap((folder) =>
    checkProgram(readProgram(folder)).diagnostics.filter(({ code }) => /^(?:group|image|storage)\/unused$/.test(code)),
  );
  expect(all.map(({ message }) => message)).toEqual([]);
});

it("does not stand in a longer word, however long that is", () => {
  const long = "a".repeat(300_000);
  expect(found({ more: `# ${long} b-a a_ 1-a-\nstorage dynamic a { size = 1GiB }` })).toEqual([]);
  expect(found({ more: `# ${long} b-a a_\nstorage dynamic a { size = 1GiB }` })).toEqual(["storage/unused a"]);
});
