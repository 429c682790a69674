// A value in another form than the setting's: said once, and what was most likely meant is offered.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function fixesOf(text: string): readonly (readonly [string, readonly string[]])[] {
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, fixes }) => [code, fixes.flatMap(({ edits }) => edits.map((one) => one.text))]);
}

describe("of a course", () => {
  test.each([
    ['exam a { at = "2026-10-16 19:00-21:00" }', ["2026-10-16 19:00 .. 21:00"]],
    ["exam a { at = [2026-10-16 19:00, 2026-10-16 21:00] }", []],
    ["exam Midterm 1 { at = 2026-10-16 19:00 .. 21:00 }", ['"Midterm 1"']],
    ["lecture a { days = [mon]  time = [10:00, 11:00] }", ["10:00 .. 11:00"]],
    ["lecture a { days = [mon]  time = { start = 10:00, end = 11:00 } }", ["10:00 .. 11:00"]],
    ['lecture a { days = [mon]  time = "2pm to 3pm" }', ["14:00 .. 15:00"]],
    ["lecture a { days = [mon]  time = 2pm .. 15:00 }", ["14:00"]],
    ["lecture a { days = [mon]  time = 10 .. 11:00 }", ["10:00"]],
    ["lecture a { days = mon..wed  time = 10:00 .. 11:00 }", ["[mon, tue, wed]"]],
    ["lecture a { days = mon-fri  time = 10:00 .. 11:00 }", ["[mon, tue, wed, thu, fri]"]],
    ["lecture a { days = [Montag, Mittwoch]  time = 10:00 .. 11:00 }", ["[mon, wed]"]],
    ["during 2026-11-02 .. 2026-11-06 { memory = [1GiB, 2GiB] }", ["1GiB .. 2GiB"]],
    ["during 2026-11-02 .. 2026-11-06 { cpu = 50% }", ["0.5"]],
    ["during 2026-11-02 .. 2026-11-06 { cpu = 2cores }", ["2"]],
    ["during 2026-11-02 .. 2026-11-06 { cpu = 0.5 .. 2vCPU }", ["2"]],
    ["during 2026-11-02 .. 2026-11-06 { cpu = 2x }", []],
    ["during 2026-11-02 .. 2026-11-06 { memory = 2gigs }", ["2GiB"]],
    ["during 2026-11-02 .. 2026-11-06 { memory = 1GiB .. 2Gig }", ["2GiB"]],
    ["during 2026-11-02 .. 2026-11-06 { memory = 512megabytes }", ["512MB"]],
    ["during 2026-11-02 .. 2026-11-06 { memory = 2x }", []],
    ["peak = 1.800", ["1800"]],
    ["peak = twelve", ["12"]],
  ])("%s", (line, right) => {
    const [first, ...more] = fixesOf(smallProgram({ course: `  ${line}\n` }));
    expect(more).toEqual([]);
    expect(first?.[1]).toEqual(right);
  });
});

test("a version without quotes keeps its digits", () => {
  expect(fixesOf(smallProgram({ image: "  python = 3.10" }))).toEqual([["schema/wrong-type", ['"3.10"']]]);
});

test("packages as a list go into their block", () => {
  expect(fixesOf(smallProgram({ image: '  cran = ["dplyr", "tidyr"]' }))).toEqual([
    ["schema/wrong-form", ["cran {\n    dplyr\n    tidyr\n  }"]],
  ]);
});

test.each([
  ["course c:", ["course c {", "}"]],
  ["[course.c]", ["course c {", "}"]],
  ["course c (", ["course c {", "}"]],
])("a header that is written %s is one mistake", (written, right) => {
  expect(fixesOf(smallProgram().replace(/course (\w+) \{/, written))).toEqual([["syntax/header", right]]);
});

test("packages in one text go into their block", () => {
  expect(fixesOf(smallProgram({ image: '  pip = "altair pandas==2.1"' }))).toEqual([
    ["schema/wrong-form", ["pip {\n    altair\n    pandas==2.1\n  }"]],
  ]);
});

test.each([
  ["memory { limit = 2GiB  guarantee = 1GiB }", "schema/wrong-form", "memory = 1GiB .. 2GiB"],
  ["memory = { limit = 2GiB, guarantee = 1GiB }", "schema/wrong-type", "1GiB .. 2GiB"],
])("in a course, %s", (line, code, right) => {
  const [first, ...more] = fixesOf(smallProgram({ course: `  ${line}\n` }));
  expect(more).toEqual([]);
  expect(first).toEqual([code, [right]]);
});

test("a repository by its owner and name", () => {
  const course = '  content m {\n    repo = "a/b"\n    open { hw = "hw.ipynb" }\n  }';
  expect(fixesOf(smallProgram({ course }))).toContainEqual(["schema/bad-text", ['"https://github.com/a/b"']]);
});

test("an entry of the material is no block", () => {
  const course = '  content m {\n    repo = "https://github.com/a/b"\n    open { hw { path = "hw.ipynb" } }\n  }';
  expect(fixesOf(smallProgram({ course }))[0]).toEqual(["schema/wrong-form", [" ="]]);
});

test("a deadline without a time is offered the end of its day", () => {
  const entry = '{ path = "hw.ipynb", due = 2026-09-11 }';
  const course = `  content m {\n    repo = "https://github.com/a/b"\n    open { hw = ${entry} }\n  }`;
  expect(fixesOf(smallProgram({ course }))).toContainEqual(["schema/wrong-type", ["2026-09-11 23:59"]]);
});

test.each([
  ['admins = ["ada, grace"]', "hub/username-form", '"ada", "grace"'],
  ['admins = ["ada and grace"]', "hub/username-form", '"ada", "grace"'],
  ['frame-ancestors = ["https://a.edu, https://b.edu"]', "schema/bad-text", '"https://a.edu", "https://b.edu"'],
  ["announcement = { }", "schema/wrong-type", undefined],
])("on a hub, %s", (line, code, right) => {
  const [first, ...more] = fixesOf(smallProgram({ hub: `  ${line}` }));
  expect(more).toEqual([]);
  expect(first).toEqual([code, right === undefined ? [] : [right]]);
});

test("a secret in quotes is no text of its letters", () => {
  const text = smallProgram().replace('secret("github/client-id")', '"secret(github/client-id)"');
  expect(fixesOf(text)).toEqual([["schema/bad-text", ['secret("github/client-id")']]]);
});

test("people where a group is named are told how a group is declared", () => {
  const { diagnostics } = checkProgram(programOf(smallProgram({ course: '  staff = ["oski"]\n' })));
  expect(diagnostics.map(({ message }) => message)).toContain(
    'The name of a group, which `group NAME { members = ["…"] }` declares, is expected here, not a text.',
  );
});

test("a block in the form of a map", () => {
  const text = smallProgram({ hub: '  https = { letsencrypt = "a@b.edu" }' });
  expect(fixesOf(text)).toEqual([["schema/wrong-form", [" "]]]);
});

test("a word for nothing says to leave the setting out", () => {
  const { diagnostics } = checkProgram(programOf(smallProgram({ course: "  peak = None\n" })));
  expect(diagnostics.map(({ message }) => message)).toContain(
    "A whole number is expected here, not `None`: leave the whole setting out where there is nothing to say.",
  );
});

test.each([
  ["• altair", "altair"],
  ["1. altair", "altair"],
  ["[altair](https://pypi.org/project/altair/)", "altair"],
  ["`altair==5.0`", "altair==5.0"],
  ["altair latest", "altair"],
  ["altair==latest", "altair"],
  ["altair: 5.0", "altair==5.0"],
  ["altair\u00a0==5.0", "altair ==5.0"],
  ["scikit–learn", "scikit-learn"],
  ['"altair", "pandas"', "altair\n    pandas"],
  ["altair==5.0 // charts", "altair==5.0  # charts"],
])("a line of packages: %s", (line, right) => {
  expect(fixesOf(smallProgram({ image: `  pip {\n    ${line}\n  }` }))).toEqual([["image/bad-requirement", [right]]]);
});

test.each([
  ["no such package", "when-chosen"],
  ["altair, pandas", "always"],
  ["altair==5.0 pandas==2.1", "always"],
])("several on a line of packages: the fix of `%s` is for %s", (line, applies) => {
  const found = checkProgram(programOf(smallProgram({ image: `  pip {\n    ${line}\n  }` }))).diagnostics;
  expect(found.flatMap(({ fixes }) => fixes.map((fix) => fix.applies))).toEqual([applies]);
});

test.each([
  ["Europe/Olso", ["Europe/Oslo"]],
  ["America/Los_Angelos", ["America/Los_Angeles"]],
  ["Europe/Atlantis", []],
  ["Pacific Time", ["America/Los_Angeles"]],
])("the time zone %s is none", (zone, right) => {
  expect(fixesOf(`project p { timezone = "${zone}" }\n${smallProgram()}`)).toEqual([
    ["schema/bad-text", right.map((name) => `"${name}"`)],
  ]);
});

test.each(["US/Pacific", "Asia/Kolkata", "Asia/Calcutta", "Etc/GMT+8", "UTC", "America/Argentina/Ushuaia"])(
  "the time zone %s is one",
  (zone) => expect(fixesOf(`project p { timezone = "${zone}" }\n${smallProgram()}`)).toEqual([]),
);
