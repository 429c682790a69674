// Names of blocks in quotes: they stand in lines of scripts, in labels of nodes and in paths.

import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { errorCodes, programOf } from "../support/programs.ts";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

const exam = (name: string) => smallProgram({ course: `exam ${name} { at = 2026-10-09 19:00 .. 21:00 }` });
const lecture = (name: string) => smallProgram({ course: `lecture ${name} { days = [mon]  time = 10:00 .. 11:00 }` });
const pool = (name: string) =>
  smallProgram({}).replace(
    "provider kind k { }",
    `provider kubernetes k {\n  context = "c"\n  pool ${name} { label = "pool=users"  memory = 64GiB  cpu = 8  nodes = 1..3 }\n}`,
  );

/** What no label may hold, whatever it names, has a code of its own. */
const unseen = new Map([
  ['""', "text/empty-name"],
  ['" "', "text/empty-name"],
  ['"a\\nb"', "text/unseen-character"],
]);

test.each(['""', '" "', '"a\\nb"', '"../x"', '"a/b"', '"a\\\\b"', '"{{x}}"', '"`id`"', '"$(id)"', '"<b>"', '"-x"'])(
  "%s names nothing",
  (name) => {
    const code = unseen.get(name) ?? "schema/not-a-name";
    for (const program of [exam(name), lecture(name), pool(name)])
      expect(errorCodes(programOf(program)), program).toEqual([code]);
  },
);

test.each(["midterm", '"midterm"', '"Midterm 1 (make-up)"', '"Zwischenprüfung"', '"期中"', "\"O'Brien's\""])(
  "%s names an exam",
  (name) => {
    for (const program of [exam(name), lecture(name)]) expect(errorCodes(programOf(program))).toEqual([]);
  },
);

test.each(["users", '"users"', '"n2.highmem_8"'])("%s names a pool", (name) => {
  const files = [createSourceFile("p.hub", pool(name))];
  const compiled = compile({ files, assets: new Map() }, { on: checkedDate("2026-10-05") ?? 0 });
  expect(compiled.files.map(({ path }) => path)).toContain("providers/k/label-nodes.sh");
});

test.each(['"a b"', '"Zwischenprüfung"', '"users-"', `"${"a".repeat(64)}"`])("%s names no pool", (name) => {
  expect(errorCodes(programOf(pool(name)))).toEqual(["schema/not-a-name"]);
});

test("names that differ only in how an accent is written are one", () => {
  const [one, two] = ["caf\u00e9", "cafe\u0301"];
  const open = (first: string, second: string) =>
    smallProgram({
      course: `content m {
  repo = "https://github.com/data-8/materials"
  open {
    "${first}" = "a.ipynb"
    "${second}" = "b.ipynb"
  }
}`,
    });
  expect(errorCodes(programOf(open(one, two)))).toContain("schema/duplicate-setting");
  expect(errorCodes(programOf(open(two, one)))).toContain("schema/duplicate-setting");
  for (const name of [one, two])
    expect(errorCodes(programOf(open(name, "cafe")))).toEqual(["image/missing-nbgitpuller"]);
  const exams = (name: string) => `exam "${name}" { at = 2026-10-09 19:00 .. 21:00 }`;
  const program = smallProgram({ course: `${exams(one)}\n${exams(two)}` });
  expect(errorCodes(programOf(program))).toEqual(["schema/duplicate-setting"]);
});

const idps = (blocks: string) =>
  smallProgram().replace(
    /auth github \{[\s\S]*?\n {2}\}\n/,
    () => `auth cilogon {
    client-id     = secret("cilogon/id")
    client-secret = secret("cilogon/secret")
    ${blocks}
    allow { people = ["ada@example.edu"] }
  }\n`,
  );

test("an identity provider is called by its id, or has one beside its name", () => {
  const model = modelOf(
    idps(
      'idp "https://idp.example.edu/saml" { }\n    idp "urn:mace:example.org" { }\n    idp c { id = "https://c.example.edu" }\n',
    ),
  );
  expect(model.releases[0]?.auth.idps.map(({ id }) => id.value)).toEqual([
    "https://idp.example.edu/saml",
    "urn:mace:example.org",
    "https://c.example.edu",
  ]);
});

test.each([
  ['idp "https://a.example.edu" { id = "https://b.example.edu" }', "schema/duplicate-setting"],
  ['idp "a/b" { }', "schema/not-a-name"],
  ['idp "campus" { }', "schema/missing-setting"],
  ['idp "https://a.example.edu" { }\n    idp "https://a.example.edu" { }', "schema/duplicate-setting"],
])("%s: %s", (block, code) => {
  expect(errorCodes(programOf(idps(block)))).toEqual([code]);
});

const valuesOf = (hub: string) => modelOf(smallProgram({ hub })).releases[0]?.ownTree;

test("a text opens a block of values, as it names a value", () => {
  const written = valuesOf(
    'config { CILogonOAuthenticator.allowed_idps { "http://a.example.edu/o8/id" { username_derivation.username_claim = "email" } } }',
  );
  expect(written).toEqual(
    valuesOf(
      'config { CILogonOAuthenticator.allowed_idps."http://a.example.edu/o8/id".username_derivation.username_claim = "email" }',
    ),
  );
  expect(JSON.stringify(written)).toContain('"http://a.example.edu/o8/id":{"username_derivation"');
  const onOneLine = 'values { custom { "a/b" { c = 1 } "d" { e = 2 } f = "g" "h" { j = 3 } } }';
  expect(valuesOf(onOneLine)).toEqual({ custom: { "a/b": { c: 1 }, d: { e: 2 }, f: "g", h: { j: 3 } } });
});

test.each([
  ['"file" x { path = "/etc/x"  text = "x" }', ["schema/unknown-setting"]],
  ['values { custom { "${x}" { c = 1 } } }', ["schema/wrong-form"]],
  ['values { custom { "a" b { c = 1 } } }', ["schema/wrong-form"]],
])("in its place a word is needed: %s", (hub, codes) => {
  expect(findings(smallProgram({ hub }))).toEqual(codes);
});
