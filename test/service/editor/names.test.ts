// Definitions, references and renaming, over several files and for everything that has a name.

import { describe, expect, it, test } from "vitest";
import type { TextEdit } from "../../../compiler/diagnostics/diagnostic.ts";
import { editorFeatures } from "../../../compiler/service/editor/editor-features.ts";
import { isStandardFile } from "../../../compiler/service/editor/file-trees.ts";
import { atCursor, edited, programFrom } from "../../support/editor-program.ts";
import { readProgram } from "../../support/programs.ts";

const courses = `let limit = 2GiB
course a extends base {
  title = "A of \${word}"
  hub   = h
  image = img
  pool  = berkeley.users
  staff = [team[2], team-3, others]
  memory = 1GiB .. limit
}
abstract course base {
  term = 2026-08-26 .. 2026-12-18
  content book { repo = "https://github.com/a/b" }
}
course b extends base {
  title = "B"
  hub   = h
  image = std.scipy
  roster = team
  content book { branch = "x" }
  content -= [book]
}
`;
const operations = `let word = "word"
image img extends std.jupyterlab { }
group team[1..3] { members = secret("team/\${n}") }
group others { members = ["ada"] }
let teachers = others
provider gke berkeley {
  project = "p"
  region  = "r"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..40 }
}
storage dynamic homes { size = 5GiB }
hub h {
  provider = berkeley
  homes    = homes
  domain   = "h.example.edu"
  spare { users = 2 }
  stage staging { domain = "s.example.edu" }
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { groups = [others] }
  }
}
policy course small {
  require = hub == h and memory.to <= limit
  except  = [a]
}
`;

/** The cursor on the first place of `needle` in one of the two files, one unit into it. */
function at(needle: string) {
  const here = courses.includes(needle) ? courses : operations;
  const offset = here.indexOf(needle) + 1;
  return atCursor(`${here.slice(0, offset)}|${here.slice(offset)}`, here === courses ? operations : courses);
}

function definition(needle: string) {
  const { known, file, offset } = at(needle);
  return editorFeatures.definitions(known, file, offset).map(({ name, whole }) => ({
    name: name.file.text.slice(name.start, name.end),
    whole: whole.file.text.slice(whole.start, whole.end).split("\n")[0],
    standard: isStandardFile(name.file),
  }));
}

test.each([
  ["base {\n  title", "base", "abstract course base {"],
  ["img\n", "img", "image img extends std.jupyterlab { }"],
  ["h\n  image = img", "h", "hub h {"],
  ["berkeley.users", "berkeley", "provider gke berkeley {"],
  ["users\n  staff", "users", 'pool users { machine = "n2-highmem-8"  nodes = 0..40 }'],
  ["team[2]", "team", 'group team[1..3] { members = secret("team/${n}") }'],
  ["team-3", "team", 'group team[1..3] { members = secret("team/${n}") }'],
  ["limit\n}", "limit", "let limit = 2GiB"],
  ["word}", "word", 'let word = "word"'],
  ["book]", "book", 'content book { repo = "https://github.com/a/b" }'],
  ["book { branch", "book", 'content book { repo = "https://github.com/a/b" }'],
  ["users = 2", "users", 'pool users { machine = "n2-highmem-8"  nodes = 0..40 }'],
  ["h and memory", "h", "hub h {"],
  ["a]", "a", "course a extends base {"],
  ["others\nprovider", "others", 'group others { members = ["ada"] }'],
])("the definition of %j", (needle, name, whole) => {
  expect(definition(needle)).toEqual([{ name, whole, standard: false }]);
});

it("finds definitions in the standard library", () => {
  expect(definition("scipy\n")).toEqual([
    { name: "scipy", whole: expect.stringContaining("image scipy"), standard: true },
  ]);
});

it("finds none for words of the language, in texts and at the end of the file", () => {
  for (const needle of ["title", "memory", "https", "GiB"]) expect(definition(needle), needle).toEqual([]);
});

function places(needle: string) {
  const { known, file, offset } = at(needle);
  return editorFeatures.references(known, file, offset).map(({ span, role }) => {
    const line = span.file.text.slice(0, span.start).split("\n").length;
    return `${span.file.path}:${line} ${span.file.text.slice(span.start, span.end)} ${role}`;
  });
}

it("finds references in all files, the declaration first", () => {
  expect(places("others {")).toEqual([
    "0.hub:4 others declaration",
    "0.hub:5 others use",
    "0.hub:22 others use",
    "1.hub:7 others use",
  ]);
  expect(places("team[1..3]")).toEqual([
    "0.hub:3 team declaration",
    "1.hub:7 team[2] use",
    "1.hub:7 team-3 use",
    "1.hub:18 team use",
  ]);
  expect(places("h {\n  provider")).toHaveLength(4);
  expect(places("users {")).toEqual(["0.hub:10 users declaration", "0.hub:17 users use", "1.hub:6 users use"]);
});

it("keeps names of different kinds apart", () => {
  const { known, file, offset } = atCursor(
    'group im|g { members = ["a"] }\nimage img extends std.scipy { }\nimage b extends img { }\n',
  );
  expect(editorFeatures.references(known, file, offset)).toHaveLength(1);
});

it("highlights in one file only", () => {
  const { known, file, offset } = at("others {");
  expect(editorFeatures.highlights(known, file, offset)).toHaveLength(3);
});

describe("renaming", () => {
  function renamed(needle: string, name: string) {
    const { known, file, offset } = at(needle);
    const result = editorFeatures.rename(known, { file, offset }, name);
    if ("refused" in result) return result.refused;
    const texts = known.sources.files.map((one) => edited(one, result.edits));
    const [before, after] = [known, programFrom(texts)].map(({ diagnostics }) => diagnostics.map(({ code }) => code));
    return { edits: result.edits.map(written), before, after };
  }

  function written({ span, text }: TextEdit) {
    return `${span.file.text.slice(span.start, span.end)} -> ${text}`;
  }

  test.each([
    ["others {", "assistants", 4],
    ["team[1..3]", "crew", 4],
    ["team-3", "crew", 4],
    ["limit", "most", 3],
    ["users {", "people", 3],
    ["book {", "text", 3],
    ["h {\n  provider", "hub-two", 4],
    ["base {\n  title", "common", 3],
    ["word =", "topic", 2],
  ])("of %j to %s changes every place and no finding", (needle, name, count) => {
    const result = renamed(needle, name);
    expect(result).toMatchObject({ edits: expect.any(Array) });
    if (typeof result === "string") return;
    expect(result.edits).toHaveLength(count);
    expect(result.after).toEqual(result.before);
  });

  test.each([
    ["others {", "team", /already/],
    ["others {", "team-2", /already/],
    ["others {", "no good", /not a name/],
    ["others {", "conda", /word of the language/],
    ["img\n", "Img", /lower-case/],
    ["limit", "word", /already/],
    ["limit", "none", /means something else/],
    ["scipy\n", "other", /standard library/],
    ["users {", "Users", /lower-case/],
  ])("of %j to %s is refused with a reason", (needle, name, reason) => {
    expect(renamed(needle, name)).toEqual(expect.stringMatching(reason));
  });

  it("shows the name that will change, also of a member of a family", () => {
    const { known, file, offset } = at("team-3");
    expect(editorFeatures.prepareRename(known, file, offset)).toMatchObject({ text: "team" });
    const nothing = at("title");
    expect(editorFeatures.prepareRename(nothing.known, nothing.file, nothing.offset)).toBeUndefined();
  });

  it("refuses a label that another block beside it has", () => {
    const { known, file, offset } = atCursor(
      'course c {\n  content bo|ok { repo = "https://a.org/b" }\n  content data { repo = "https://a.org/c" }\n}\n',
    );
    expect(editorFeatures.rename(known, { file, offset }, "data")).toEqual({
      refused: "course `c` has a content `data` already.",
    });
  });
});

it("finds symbols of the whole program by the letters of their names", () => {
  const known = programFrom([courses, operations]);
  const names = (query: string) =>
    editorFeatures.workspaceSymbols(known, query).map(({ name, kind }) => `${kind} ${name}`);
  expect(names("te")).toEqual(expect.arrayContaining(["group team", "let teachers"]));
  expect(names("usrs")).toEqual(["pool users"]);
  expect(names("")).toHaveLength(17);
  expect(editorFeatures.workspaceSymbols(known, "users")[0]?.container).toBe("provider berkeley");
});

describe("renaming anything that a real program declares", () => {
  const folder = new URL("../../fixtures/programs/", import.meta.url).pathname;
  // Pools called `core` and stages called `prod` mean something by their names.
  const special = new Set(["core", "prod"]);

  test.each(["data8", "campus", "team-workspaces", "sign-ins", "courses-by-choice"])(
    "of %s changes no finding",
    (name) => {
      const known = programFrom([...readProgram(`${folder}${name}`).values()]);
      const codes = (of: typeof known) => of.diagnostics.map(({ code, severity }) => `${severity} ${code}`).sort();
      const before = codes(known);
      const symbols = editorFeatures.workspaceSymbols(known, "").filter((one) => !special.has(one.name));
      expect(symbols.length).toBeGreaterThan(4);
      for (const { span, kind, name: old } of symbols) {
        const renamed = editorFeatures.rename(known, { file: span.file, offset: span.start }, "renamed-one");
        if ("refused" in renamed) throw new Error(`${kind} ${old}: ${renamed.refused}`);
        const after = programFrom(known.sources.files.map((file) => edited(file, renamed.edits)));
        expect(codes(after), `${kind} ${old}`).toEqual(before);
      }
    },
  );
});
