import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

/** One of each type, in the course, the hub or the image of the small program. */
const settings = {
  bytes: (value: string) => smallProgram({ course: `memory = ${value}` }),
  cpu: (value: string) => smallProgram({ course: `cpu = ${value}` }),
  duration: (value: string) => smallProgram({ course: `grace = ${value}` }),
  count: (value: string) => smallProgram({ course: `students = ${value}` }),
  days: (value: string) => smallProgram({ course: `term = ${value}` }),
  moments: (value: string) => smallProgram({ course: `exam x { at = ${value} }` }),
  truth: (value: string) =>
    smallProgram({ course: `collaboration = ${value}`, image: "pip { jupyter-collaboration }" }),
  choice: (value: string) => smallProgram({ course: `open-with = ${value}` }),
  choices: (value: string) => smallProgram({ course: `needs = ${value}` }),
  text: (value: string) =>
    smallProgram({ course: `shown = ${value}` })
      .replace('title = "C"\n', "")
      .replace("shown", "title"),
  url: (value: string) => smallProgram({ course: `links { x = ${value} }` }),
  domain: (value: string) => smallProgram({ hub: `stage prod { domain = ${value} }` }),
  names: (value: string) => smallProgram({ hub: `admins = ${value}` }),
  secret: (value: string) => smallProgram({ hub: `environment { X = ${value} }` }),
  group: (value: string) => smallProgram({ course: `staff = ${value}`, more: 'group ta { members = ["bea"] }' }),
  image: (value: string) => smallProgram({ course: `during 2026-11-01 .. 2026-11-02 { image = ${value} }` }),
} as const;

const gibi = 2 ** 30;

describe("bytes", () => {
  test.each([
    ["1GiB", gibi],
    ["1.5GiB", 1.5 * gibi],
    ["512MiB", gibi / 2],
    ["1024KiB", gibi / 1024],
    ["1TiB", gibi * 1024],
    ["1GB", 1e9],
    ["2.5MB", 2.5e6],
    ["7kB", 7000],
  ])("%s", (written, expected) => {
    expect(modelOf(settings.bytes(written)).courses[0]?.memory?.value).toEqual({ from: expected, to: expected });
  });
});

test.each([
  ["2", 2],
  ["0.05", 0.05],
  ["500m", 0.5],
])("cpu %s", (written, expected) => {
  expect(modelOf(settings.cpu(written)).courses[0]?.cpu?.value.to).toBe(expected);
});

test.each([
  ["30s", 30],
  ["10min", 600],
  ["2h", 7200],
  ["7d", 604_800],
  ["4w", 2_419_200],
])("duration %s", (written, expected) => {
  expect(modelOf(settings.duration(written)).courses[0]?.grace.value).toBe(expected);
});

/** Each wrong value, the one thing that is said of it, and the value that its first fix puts there. */
const wrong: readonly (readonly [keyof typeof settings, string, string, string?])[] = [
  ["bytes", "2", "schema/missing-unit", "2GiB"],
  ["bytes", "1GiB .. 2", "schema/missing-unit", "1GiB .. 2GiB"],
  ["bytes", "2Gi", "schema/wrong-unit", "2GiB"],
  ["bytes", "2G", "schema/wrong-unit", "2GiB"],
  ["bytes", "512mb", "schema/wrong-unit", "512MB"],
  ["bytes", "2pounds", "schema/wrong-unit"],
  ["bytes", "-1GiB", "schema/out-of-bounds"],
  ["bytes", '"2GiB"', "schema/wrong-type"],
  ["bytes", "2GiB .. 1GiB", "schema/range-reversed", "1GiB .. 2GiB"],
  ["bytes", "plenty", "schema/wrong-type"],
  ["bytes", "true", "schema/wrong-type"],
  ["bytes", "[1GiB, 2GiB]", "schema/wrong-type"],
  ["cpu", "2GiB", "schema/wrong-type"],
  ["cpu", "-1", "schema/out-of-bounds"],
  ["cpu", '"2"', "schema/wrong-type"],
  ["duration", "10", "schema/missing-unit", "10d"],
  ["duration", "900", "schema/missing-unit", "900s"],
  ["duration", "10m", "schema/wrong-unit", "10min"],
  ["duration", "10minutes", "schema/wrong-unit", "10min"],
  ["duration", "2days", "schema/wrong-unit", "2d"],
  ["duration", "10:00", "schema/wrong-type"],
  ["count", "1.5", "schema/wrong-type"],
  ["count", "0", "schema/out-of-bounds"],
  ["count", "many", "schema/wrong-type"],
  ["count", '"5"', "schema/wrong-type"],
  ["days", "2026-02-30 .. 2026-12-18", "syntax/impossible-date"],
  ["days", "2026-12-18 .. 2026-08-26", "schema/range-reversed", "2026-08-26 .. 2026-12-18"],
  ["days", "2026-08-26 .. 19:00", "schema/wrong-type"],
  ["days", '"2026-08-26"', "schema/wrong-type"],
  ["days", "2026-13-01", "syntax/impossible-date"],
  ["moments", "2026-10-09 19:00", "schema/wrong-type"],
  ["moments", "2026-10-09 21:00 .. 19:00", "schema/range-reversed"],
  ["moments", "2026-10-09 25:00 .. 21:00", "syntax/impossible-date"],
  ["moments", "2026-10-09", "schema/wrong-type"],
  ["truth", "yes", "schema/not-a-truth-value", "true"],
  ["truth", "off", "schema/not-a-truth-value", "false"],
  ["truth", "True", "schema/not-a-truth-value", "true"],
  ["truth", "ture", "schema/not-a-truth-value", "true"],
  ["truth", '"true"', "schema/wrong-type"],
  ["choice", "notebok", "schema/not-a-choice", "notebook"],
  ["choice", '"lab"', "schema/not-a-choice", "lab"],
  ["choice", "emacs", "schema/not-a-choice"],
  ["choices", "nbgitpuller", "schema/wrong-type"],
  ["choices", "[nbgitpulle]", "schema/not-a-choice", "[nbgitpuller]"],
  ["text", "Foundations", "schema/wrong-type", '"Foundations"'],
  ["text", "5", "schema/wrong-type"],
  ["text", '["a"]', "schema/wrong-type"],
  ["url", '"example.edu"', "schema/bad-text"],
  ["url", '"https://example.edu/a b"', "schema/bad-text"],
  ["url", '"https://ada:hunter2hunter2@example.edu"', "secret/looks-like-secret"],
  ["domain", '"https://h.example.edu"', "schema/bad-text"],
  ["domain", '"h_x.example.edu"', "schema/bad-text"],
  ["names", '"ada"', "schema/wrong-type"],
  ["names", "[ada]", "schema/wrong-type", '["ada"]'],
  ["names", '["ada" "grace"]', "syntax/missing-comma", '["ada", "grace"]'],
  ["names", '"ada", "grace"', "syntax/unbracketed-list", '["ada", "grace"]'],
  ["secret", "secret(path)", "secret/bad-path"],
  ["secret", 'secret("A")', "secret/bad-path"],
  ["secret", 'secrets("a/b")', "schema/wrong-type"],
  ["group", '"ta"', "schema/wrong-type", "ta"],
  ["group", "tas", "names/unknown-group", "ta"],
  ["group", "[ta, tb]", "names/unknown-group", "[ta, ta]"],
  ["image", "imgg", "names/unknown-image", "img"],
  ["image", "scipy", "names/unknown-image", "std.scipy"],
];

test.each(wrong.map((row) => ({ row, title: row.slice(0, 3).join(" ") })))(
  "$title",
  ({ row: [type, value, code, mended] }) => {
    const text = settings[type](value);
    const found = checkProgram(programOf(text)).diagnostics.filter(({ severity }) => severity === "error");
    expect(found.map((one) => one.code)).toEqual([code]);
    const [fix] = found[0]?.fixes ?? [];
    if (mended === undefined) return;
    const edits = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
    const after = edits.reduce(
      (done, edit) => done.slice(0, edit.span.start) + edit.text + done.slice(edit.span.end),
      text,
    );
    expect(after).toBe(settings[type](mended));
  },
);

describe("a path in a repository", () => {
  const folder = (path: string) =>
    checkProgram(
      programOf(
        smallProgram({
          course: `textbook {\n    repo = "https://github.com/o/book"\n    builder = jupyter-book-2\n    folder = "${path}"\n  }`,
        }),
      ),
    ).diagnostics.filter(({ code }) => code === "schema/bad-text");

  test.each([".", "book", "my book/part 1", "book.v2", "бук"])("`%s` is taken", (path) => {
    expect(folder(path)).toEqual([]);
  });

  test.each(["..", "a/../b", "a//b", "C:\\\\book", "a\\\\b"])("`%s` is not", (path) => {
    expect(folder(path)).toHaveLength(1);
  });
});

describe("a person's folder", () => {
  const program = (path: string) =>
    smallProgram({}).replace(
      "storage dynamic homes { size = 5GiB }",
      `storage claim homes { name = "homes" path = "${path}" }`,
    );
  test.each(["{username}", "a/{username}", "_staging/{username}", "_a-1/_b/c/{escaped_username}/home"])(
    "takes %s",
    (path) => {
      expect(modelOf(program(path)).releases[0]?.homes.path.value).toBe(path);
    },
  );

  test.each([
    "_shared/{username}",
    "_grading/{username}",
    "_staging/_backups/{username}",
    "_workspaces/{username}",
    "_{username}",
    "_staging",
    "a/_staging/{username}",
    "_staging/../{username}",
    "/_staging/{username}",
  ])("does not take %s", (path) => {
    const { diagnostics } = checkProgram(programOf(program(path)));
    expect(diagnostics.map(({ code }) => code)).toContain("schema/bad-text");
  });
});
