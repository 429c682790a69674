// What a condition is told that names something which is not there: the same in policies and in expectations.

import { expect, it } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const found = (more: string) =>
  checkProgram(programOf(smallProgram({ more }))).diagnostics.filter(({ severity }) => severity === "error");
const expecting = (require: string) => found(`expect e { course = c  require = ${require} }`);

it.each([
  ["memory.to >= 2GiB", "`expect` has no `memory`: did you mean `server.memory`?"],
  ["cost.moth <= 3", "`cost` has no `moth`: did you mean `month`?"],
  ["server.app == lab", "`server` has no `app`; it has `image`,"],
  ["may-not-enter", "`expect` has no `may-not-enter`; it has `may-enter`,"],
  ["server.memory >= 2GiB", "write `server.memory.from` or `server.memory.to`"],
  ["server.image = img", "A condition compares by `==`: write `server.image == …`."],
  ["!is-admin", "a condition has `not` for it"],
  ["true", "names no setting"],
  ['any m in server.mount: m.path == "/x" and m.read-only', "only up to the `and` before this"],
  ['server.mount.path == "/x"', "There may be several `server.mount`"],
  ['"c" in reaches', "The name of a course is expected here, not a text."],
])("expect: %s", (require, message) => {
  const all = expecting(require);
  expect(all.map((one) => one.message)).toEqual([expect.stringContaining(message)]);
});

it("policies have the same words", () => {
  expect(found("policy hub cheap { require = month <= 500 }").map(({ message }) => message)).toEqual([
    "`hub` has no `month`: did you mean `budget.month`?",
  ]);
});

it("a list that a variable went over is none of the next condition's, and brackets make it so", () => {
  expect(expecting('any m in server.mount: (m.path == "/x" and m.read-only)')).toEqual([]);
  expect(expecting("(any m in server.mount: m.read-only) or fits")).toEqual([]);
});

it("one line with several settings is not taken for a comparison", () => {
  const [first] = found('policy course p { require =   message = "Ask." }');
  expect(first?.code).toBe("syntax/missing-value");
});
