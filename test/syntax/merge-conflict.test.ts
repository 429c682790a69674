// A merge that was left open is one error, at its first marker, and what stands on both sides is not told twice.

import { describe, expect, test } from "vitest";
import { format } from "../../compiler/format/format.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const found = (text: string) =>
  checkProgram(programOf(text)).diagnostics.flatMap(({ severity, code, message, span }) =>
    severity === "error" ? [{ code, message, at: span.file.text.slice(span.start, span.end) }] : [],
  );

const open = (ours: string, theirs: string, before = "") =>
  `<<<<<<< HEAD\n${ours}${before}=======\n${theirs}>>>>>>> spring\n`;
const course = (lines: string) => smallProgram({ course: `students = 20\n${lines}` });

describe("a merge that was left open", () => {
  test.each([
    ["two values of a setting", course(open("  peak = 10\n", "  peak = 12\n"))],
    ["with what both began with", course(open("  peak = 10\n", "  peak = 12\n", "||||||| 1f2e3d\n  peak = 9\n"))],
    [
      "a whole declaration",
      smallProgram() + open("group a { }\n", "group a { }\n").replaceAll("{ }", '{ members = ["ada"] }'),
    ],
    ["nothing on our side", course(open("", "  peak = 12\n"))],
    [
      "a brace on each side",
      smallProgram() + open('group a {\n  members = ["ada"]\n}\n', 'group b {\n  members = ["ben"]\n'),
    ],
    [
      "a declaration that only their side has",
      `${smallProgram({ course: "staff = tutors" })}${open("", 'group tutors { members = ["ada"] }\n')}`,
    ],
    ["with line ends of Windows", course(open("  peak = 10\n", "  peak = 12\n")).replaceAll("\n", "\r\n")],
  ])("%s", (_, text) => {
    expect(found(text).map(({ code, at }) => [code, at])).toEqual([["syntax/merge-conflict", "<<<<<<< HEAD"]]);
  });

  test("several are one error, which counts them", () => {
    const text = course(
      `${open("  peak = 10\n", "  peak = 12\n")}${open("  capacity = 1\n", "").replace("  capacity = 1\n", "")}`,
    );
    expect(found(text).map(({ message }) => message)).toEqual([
      "A merge was left open here, and at 1 more place below: keep one of the two ways, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`.",
    ]);
  });

  test("another mistake on our side is told at its own place", () => {
    const text = course(open("  peek = 10\n", "  peak = 12\n"));
    expect(found(text).map(({ at }) => at)).toEqual(["<<<<<<< HEAD", "peek"]);
  });

  test.each([["<<<<<<< HEAD"], ["======="], [">>>>>>> spring"]])("a marker that was forgotten: %s", (marker) => {
    const [only, ...more] = found(`${smallProgram()}${marker}\n`);
    expect(only?.message).toContain("a line that git leaves where a merge is open");
    expect(more).toEqual([]);
  });

  test("the formatter loses neither side", () => {
    const text = open('group a { members = ["ada"] }\n', 'group a { members = ["ben"] }\n');
    const { text: formatted } = format(createSourceFile("a.hub", text));
    for (const part of ["<<<<<<< HEAD", "ada", "=======", "ben", ">>>>>>> spring"]) expect(formatted).toContain(part);
  });
});

test("a line of signs in a text is none", () => {
  expect(found(course('description = """\n=======\n"""\n')).map(({ code }) => code)).not.toContain(
    "syntax/merge-conflict",
  );
});
