// Ways to sign in that people try by a name that is no variant: what is written instead is said, and compiles.

import { expect, it } from "vitest";
import { otherSignIns } from "../../compiler/schema/blocks/auth.ts";
import { courseProgram } from "../support/course-program.ts";
import { checkProgram, programOf } from "../support/programs.ts";

const found = (auth: string) => {
  const text = courseProgram({}).replace(/ {2}auth \w+ \{(?:[^{}]|\{[^{}]*\})*\}\n/, `  ${auth}\n`);
  return checkProgram(programOf(text)).diagnostics.filter(({ severity }) => severity === "error");
};

it.each(Object.entries(otherSignIns))("%s", (name, instead) => {
  const [error, ...more] = found(`auth ${name} { }`);
  expect(more).toEqual([]);
  expect(error?.message).toBe(`\`auth\` has no variant \`${name}\`: it is written \`${instead}\`.`);
  expect(found(instead).map(({ message }) => message)).toEqual([]);
});
