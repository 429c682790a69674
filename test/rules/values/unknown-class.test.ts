// A class that Python configures and nothing brings: misspelt, or of another image.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const ownImage = '  hub-image = "quay.io/campus/hub:2026-10-01"\n';

function classes(lines: string, hub = ""): string[] {
  const python = `  python { "10-own" = """\n${lines.replace(/^/gm, "    ")}\n    """ }\n`;
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub: `${hub}${python}` })));
  return diagnostics.filter(({ code }) => code === "values/unknown-class").map(({ message }) => message);
}

const slip = (name: string, meant: string) =>
  `No class of the hub's image is called \`${name}\`: did you mean \`${meant}\`?`;
const inert = (name: string) =>
  `No class of the hub's image is called \`${name}\`, so its configuration may have no effect.`;

test.each([
  ["c.KubeSpawnr.start_timeout = 600", [slip("KubeSpawnr", "KubeSpawner")]],
  ["c.Kubespawner.start_timeout = 600", [slip("Kubespawner", "KubeSpawner")]],
  ["c.Authenticater.admin_users = {'a'}", [slip("Authenticater", "Authenticator")]],
  ["c.JupyterHubb.shutdown_on_logout = True", [slip("JupyterHubb", "JupyterHub")]],
  ["c.JupyterHub_.shutdown_on_logout = True", [slip("JupyterHub_", "JupyterHub")]],
  ["c.Historymanager.enabled = False\nc.Historymanager.hist_file = ':memory:'", [inert("Historymanager")]],
  ["c.DockerSpawner.image = 'a/b:1'", [inert("DockerSpawner")]],
  ["c.ConfigurableHTTPProxy.should_start = False", []],
  ["c.KubeSpawner.start_timeout = 600", []],
  ["from shared import Quota\nc.Quota.most = 3", []],
  ["class MyKubeSpawner(object):\n    pass\nc.MyKubeSpawner.x = 3", []],
])("%s", (lines, found) => {
  expect(classes(lines)).toEqual(found);
});

test("an image of the hub's own has classes of its own, and a slip is one there too", () => {
  expect(classes("c.DockerSpawner.image = 'a/b:1'", ownImage)).toEqual([]);
  expect(classes("c.Kubespawner.start_timeout = 600", ownImage)).toEqual([slip("Kubespawner", "KubeSpawner")]);
});

test("another piece, or a trait, may bring it", () => {
  const hub = '  python { "00-class" = "from shared import Quota" }\n';
  expect(classes("c.Quota.most = 3", hub)).toEqual([]);
  const trait = '  config { KubeSpawner.pre_spawn_hook = "shared.Quota" }\n';
  expect(classes("c.Quota.most = 3", trait)).toEqual([]);
});
