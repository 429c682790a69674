// Volumes that Kubernetes refuses, or that are not what is written.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const codesOf = (volume: string) =>
  checkProgram(programOf(smallProgram({ hub: `  ${volume}\n` })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

test.each([
  ['volume my_data { path = "/data"  claim = "x" }', 'volume my-data { path = "/data"  claim = "x" }'],
  [
    `volume ${"a".repeat(57)} { path = "/data"  claim = "x" }`,
    `volume ${"a".repeat(56)} { path = "/data"  claim = "x" }`,
  ],
  ['volume a { path = "/data"  scratch = 0GiB }', 'volume a { path = "/data"  scratch = 1MiB }'],
  [
    'volume a { path = "/data"  in = hub  claim = "c-{username}" }',
    'volume a { path = "/data"  claim = "c-{username}" }',
  ],
  [
    'volume a { path = "/data"  in = hub  claim = "c"  folder = "{username}" }',
    'volume a { path = "/data"  claim = "c"  folder = "{username}" }',
  ],
])("%s", (wrong, right) => {
  expect(codesOf(wrong)).toEqual(["hub/bad-volume"]);
  expect(codesOf(right)).toEqual([]);
});

test.each([
  "/usr/local/etc/jupyterhub/secret",
  "/usr/local/etc/jupyterhub/z2jh.py",
  "/srv/jupyterhub",
  "/etc/hubc/python",
])("%s of the hub's pod is taken", (path) => {
  expect(codesOf(`volume a { path = "${path}"  in = hub  claim = "c" }`)).toEqual(["hub/mount-taken"]);
  expect(codesOf(`volume a { path = "${path}-other"  in = hub  claim = "c" }`)).toEqual([]);
});

test("the database's folder is free where the database is elsewhere", () => {
  const volume = 'volume a { path = "/srv/jupyterhub"  in = hub  claim = "c" }';
  expect(codesOf(`${volume}\n  values { hub.db.type = "sqlite-memory" }`)).toEqual([]);
});

test("a file of the hub's pod does not lie where the hub has its own", () => {
  const file = (path: string) => `file a { path = "${path}"  text = "x"  in = hub }`;
  expect(codesOf(file("/usr/local/etc/jupyterhub/z2jh.py"))).toEqual(["hub/file-taken"]);
  expect(codesOf(file("/usr/local/etc/jupyterhub/templates/page.html"))).toEqual([]);
});
