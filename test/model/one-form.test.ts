// Names in both of Unicode's forms, with an accent in its letter and after it: each pair looks the same, and is one.

import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { oneForm } from "../../compiler/text/one-form.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { errorCodes, programOf } from "../support/programs.ts";
import { findings, smallProgram } from "../support/small-program.ts";

const [whole, apart] = ["caf\u00e9", "cafe\u0301"];

/** All outputs but the manifest, which has the program's own text. */
function outputs(text: string): string {
  const files = [createSourceFile("p.hub", text)];
  const compiled = compile({ files, assets: new Map() }, { on: checkedDate("2026-10-05") ?? 0 });
  expect(compiled.model, JSON.stringify(compiled.diagnostics.map(({ message }) => message))).toBeDefined();
  return compiled.files
    .filter(({ path }) => path !== "hubc-manifest.json")
    .map((file) => file.text)
    .join("\n");
}

test("the two forms are two texts", () => {
  expect(whole).not.toBe(apart);
  expect(oneForm(apart)).toBe(whole);
});

const course = (parent: string, child: string) =>
  smallProgram({
    more: `abstract course base {
  hub   = h
  image = img
  term  = 2026-08-26 .. 2026-12-18
${parent}
}
course d extends base {
  title  = "D"
  roster = r
${child}
}
group r { members = ["bob"] }
`,
    course: "  roster = people\n",
  }).concat('group people { members = ["ada"] }\n');

const inherited: readonly (readonly [string, (name: string) => string])[] = [
  ["links", (name) => `links { "${name}" = "https://example.edu" }`],
  ["exam", (name) => `exam "${name}" { at = 2026-10-09 19:00 .. 21:00 }`],
  ["lecture", (name) => `lecture "${name}" {\n days = [mon]\n time = 10:00 .. 11:00\n }`],
];

test.each(inherited)("a child's %s is its parent's, in whichever form", (_, block) => {
  for (const [one, other] of [
    [whole, apart],
    [apart, whole],
  ] as const) {
    // A title begins with a capital letter.
    const text = outputs(course(block(one), block(other))).toLowerCase();
    expect(text).toContain(whole);
    expect(text).not.toContain(apart);
  }
});

test("so are values of the chart, pieces of Python and files of an image", () => {
  const hub = (one: string, other: string) =>
    smallProgram({
      hub: `  values { hub.extraEnv."${one}" = "1" }
  python { "${one}" = "x = 1" }
  stage prod {
    values { hub.extraEnv."${other}" = "2" }
    python { "${other}" = "x = 2" }
  }`,
      image: `  files { "/srv/${one}" = "x" }`,
      more: `image last extends img { files { "/srv/${other}" = "y" } }\n`,
    }).replace("image = img\n", "image = last\n");
  for (const text of [outputs(hub(whole, apart)), outputs(hub(apart, whole))]) {
    expect(text).toContain(whole);
    expect(text).not.toContain(apart);
  }
});

const twice: readonly (readonly [string, string, string])[] = [
  [
    "keys of values",
    "schema/duplicate-setting",
    smallProgram({ hub: `  values { custom = { "${whole}" = 1, "${apart}" = 2 } }` }),
  ],
  [
    "paths of values",
    "schema/duplicate-setting",
    smallProgram({ hub: `  values { custom."${whole}" = 1\n custom."${apart}" = 2 }` }),
  ],
  [
    "files of a hub",
    "hub/file-taken",
    smallProgram({
      hub: `  file a {\n path = "/srv/${whole}"\n text = "x" }\n  file b {\n path = "/srv/${apart}"\n text = "y" }`,
    }),
  ],
  [
    "titles of profiles",
    "profile/same-title",
    smallProgram({
      hub: `  profile a {\n title = "${whole}"\n image = img }\n  profile b {\n title = "${apart}"\n image = img\n memory = 1GiB .. 3GiB }`,
    }),
  ],
];

test.each(twice)("%s that look the same are said", (_, code, program) => {
  expect(findings(program)).toContain(code);
});

test("a list takes out an item in whichever form it is written", () => {
  const hub = `  admins = ["${whole}@example.edu"]\n  stage prod { admins -= ["${apart}@example.edu"] }`;
  expect(errorCodes(programOf(smallProgram({ hub })))).not.toContain("schema/nothing-to-remove");
});

test("a policy is about the name, not about its form", () => {
  const program = (title: string, condition: string) =>
    `${smallProgram()}policy course p {\n  require = ${condition}\n  message = "No."\n}\n`.replace('"C"', `"${title}"`);
  for (const condition of [`not title == "${whole}"`, `not title in ["${whole}"]`, `not title matches ".*${whole}.*"`])
    for (const title of [whole, apart])
      expect(errorCodes(programOf(program(title, condition)))).toEqual(["policy/broken"]);
  expect(errorCodes(programOf(program("cafe", `not title == "${apart}"`)))).toEqual([]);
});
