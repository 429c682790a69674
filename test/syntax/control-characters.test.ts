// Characters that no output may hold are one error each line, wherever they stand.

import { expect, test } from "vitest";
import { checkProgram, errorCodes, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const announcement = (text: string) => smallProgram({ hub: `announcement = ${text}` });

test.each([
  ["a zero", "\0"],
  ["an escape", "\u001b"],
  ["a delete", "\u007f"],
  ["a next line", "\u0085"],
  ["the first half of a pair", "\ud83d"],
  ["the second half of a pair", "\ude00"],
  ["no character", "\uffff"],
  ["no character of another plane", "\u{1fffe}"],
])("%s is one error in a text, a key, a comment, a package line and between words", (_name, character) => {
  const programs = [
    announcement(`"a${character}b"`),
    announcement(`"""\n  a${character}b\n  """`),
    smallProgram({ hub: `values { custom."a${character}b" = 1 }` }),
    smallProgram({ more: `# a${character}b` }),
    smallProgram({ more: `## a${character}b\ngroup all { members = ["ada"] }` }),
    smallProgram({ image: `pip {\n  requests==2.32.3 # ${character}\n}` }),
    smallProgram({ more: `group all { ${character} members = ["ada"] }` }),
  ];
  for (const text of programs) {
    const { diagnostics } = checkProgram(programOf(text));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(["syntax/control-character"]);
    for (const { span } of errors) expect(text.slice(span.start, span.end)).toBe(character);
  }
});

test.each(["😀", "\t", "\r\n", "\f", "\u2028", "\ue000"])("%j is none", (character) => {
  expect(errorCodes(programOf(`# a${character}\n${smallProgram()}`))).toEqual([]);
});

test.each(["a\0b", "a\ud800", "\udc00b"])("a file that is no text is refused where it is named: %j", (text) => {
  const program = programOf(announcement('file("a.txt")'));
  expect(errorCodes(program, { assets: new Map([["a.txt", text]]) })).toEqual(["file/not-utf8"]);
  expect(errorCodes(program, { assets: new Map([["a.txt", "a😀"]]) })).toEqual([]);
});
