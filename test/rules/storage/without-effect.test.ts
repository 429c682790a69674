// Settings that a kind of storage has no use for are said, at their place, and can be taken out.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const code = "storage/without-effect";

function found(storage: string, hub = "") {
  const text = smallProgram({ hub }).replace("storage dynamic homes { size = 5GiB }", storage);
  const { diagnostics } = checkProgram(programOf(text));
  return { text, found: diagnostics.filter((one) => one.code === code) };
}

test.each([
  [
    "one's folder in a volume of one's own",
    'storage dynamic homes { size = 5GiB\n  path = "a/{username}"\n}',
    ["path"],
  ],
  [
    "folders and keeping, where nothing persists",
    'storage memory homes {\n  size = 5GiB\n  path = "a/{username}"\n  keep = true\n}',
    ["path", "keep"],
  ],
  ["the opposite does nothing either", "storage memory homes {\n  size = 5GiB\n  keep = false\n}", ["keep"]],
  ["the size of a claim", 'storage claim homes {\n  name = "homes"\n  size = 5GiB\n}', ["size"]],
  ["what each kind does something with", 'storage claim homes {\n  name = "homes"\n  path = "a/{username}"\n}', []],
  [
    "a folder on every machine, where one is named",
    'storage host-path homes {\n  directory = "/srv/homes"\n  host = "lab-1"\n  on-every-host = true\n}',
    ["on-every-host"],
  ],
  [
    "a folder on one machine",
    'storage host-path homes {\n  directory = "/srv/homes"\n  host = "lab-1"\n  on-every-host = false\n}',
    [],
  ],
  ["a folder on every machine", 'storage host-path homes {\n  directory = "/srv/homes"\n  on-every-host = true\n}', []],
  ["a size for each person", "storage memory homes { size = 5GiB }", []],
  [
    "folders of an export",
    'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/homes"\n  path = "a/{username}"\n  size = 5GiB\n}',
    [],
  ],
])("%s", (_, storage, keys) => {
  expect(found(storage).found.map(({ message }) => /^`([\w-]+)`/.exec(message)?.[1])).toEqual(keys);
});

test("what a parent says is found once, where it stands", () => {
  const { text, found: all } = found(
    "abstract storage memory short {\n  size = 5GiB\n  keep = true\n}\nstorage memory homes extends short { }\nstorage memory others extends short { }",
  );
  expect(all.map(({ span }) => text.slice(span.start - 7, span.end))).toEqual(["keep = true"]);
});

test.each([
  [
    "a line of its own",
    "storage memory homes {\n  size = 5GiB\n  keep = true\n}",
    "storage memory homes {\n  size = 5GiB\n}",
  ],
  ["a line with others", "storage memory homes { keep = true  size = 5GiB }", "storage memory homes { size = 5GiB }"],
  ["the last of a line", "storage memory homes { size = 5GiB  keep = true }", "storage memory homes { size = 5GiB  }"],
])("its fix takes it out: %s", (_, storage, mended) => {
  const { text, found: all } = found(storage);
  const [edit] = all.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits));
  if (edit === undefined) throw new Error("there is no fix");
  const fixed = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  expect(fixed).toContain(mended);
  expect(checkProgram(programOf(fixed)).diagnostics.map((one) => one.code)).not.toContain(code);
});
