// Values of the chart that were pasted from a values file are one error, which says where they stand in a program.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const message =
  "These are values of the JupyterHub chart, as YAML writes them. A hub has them in a block `values { … }`, each written with `=`, where there is no word for them; `hubc import` makes a program of a whole file.";

function errorsOf(text: string) {
  return checkProgram(programOf(text)).diagnostics.filter(({ severity }) => severity === "error");
}

/** The program after the first fix. */
function fixed(text: string): string {
  const [edit] = errorsOf(text)[0]?.fixes[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no fix");
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

test.each([
  [
    "a tree",
    "  singleuser:\n    extraLabels:\n      team: data\n",
    'values {\n    singleuser {\n      extraLabels {\n        team = "data"',
  ],
  [
    "several, with an empty line and a comment",
    "  singleuser:\n    # seconds\n    startTimeout: 400\n\n  hub:\n    concurrentSpawnLimit: 20\n",
    "startTimeout = 400\n    }\n    hub {\n      concurrentSpawnLimit = 20",
  ],
  [
    "a list",
    "  hub:\n    config:\n      JupyterHub:\n        tornado_settings:\n          a: [x, 2]\n",
    'a = ["x", 2]',
  ],
])("%s", (_, pasted, written) => {
  const text = smallProgram({ hub: pasted });
  expect(errorsOf(text).map(({ message }) => message)).toEqual([message]);
  expect(fixed(text)).toContain(written);
  expect(errorsOf(fixed(text)).filter(({ code }) => code.startsWith("syntax/"))).toEqual([]);
});

test("a person says where they belong, and none is offered outside of a declaration", () => {
  const pasted = "  singleuser:\n    extraLabels:\n      team: data\n";
  expect(errorsOf(smallProgram({ course: pasted }))[0]?.fixes.map(({ applies }) => applies)).toEqual(["when-chosen"]);
  const [error] = errorsOf(`${smallProgram()}${pasted.replaceAll(/^ {2}/gm, "")}`);
  expect(error?.message).toBe(message);
  expect(error?.fixes).toEqual([]);
});

test("what is no word of the program stays as it was pasted, and checks", () => {
  expect(errorsOf(fixed(smallProgram({ hub: "  singleuser:\n    extraLabels:\n      team: data\n" })))).toEqual([]);
});

test("what they say is not held against what the program says", () => {
  const text = smallProgram({ hub: "  singleuser:\n    memory:\n      limit: 2G\n  memory = 1GiB .. 2GiB\n" });
  expect(errorsOf(text).map(({ message }) => message)).toEqual([message]);
});

test("a secret among them is in no fix", () => {
  const secret = "0123456789abcdef".repeat(4);
  const text = smallProgram({ hub: `  proxy:\n    secretToken: ${secret}\n    service:\n      type: NodePort\n` });
  const errors = errorsOf(text);
  expect(errors.map(({ code }) => code)).toEqual(["syntax/look-alike", "secret/looks-like-secret"]);
  expect(errors.flatMap(({ fixes }) => fixes)).toEqual([]);
});

test("a hub of the program as YAML is another thing", () => {
  const [error] = errorsOf(`${smallProgram()}hub:\n  second:\n    provider: k\n`);
  expect(error?.message).not.toBe(message);
});
