// Pieces of Python that add volumes and mounts to every server, by the version of the chart: from 4.3 on both are maps.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const usual = new Set(["hub/no-certificate", "project/no-registry", "image/jupyterhub-version"]);

function found(piece: string, chart: string): string[] {
  const text = smallProgram({ hub: `python { "03-x" = """\n${piece}\n""" }` });
  const project = `project p { chart = "${chart}" }\n`;
  const { diagnostics } = checkProgram(programOf(project + text), { on: "2026-10-05" });
  return diagnostics
    .filter(({ severity, code }) => severity !== "info" && !usual.has(code))
    .map(({ code, message, span }) => `${code} ${span.file.text.slice(span.start, span.end)}: ${message}`);
}

const home = '{"name": "x", "mountPath": "/home/jovyan/"}';
const other = '{"name": "x", "mountPath": "/data"}';
const volume = '{"name": "x", "emptyDir": {}}';

describe.each([
  ["4.4.0", (trait: string, one: string) => `c.KubeSpawner.${trait}["x"] = ${one}`],
  ["4.4.0", (trait: string, one: string) => `c.KubeSpawner.${trait}.update({"x": ${one}})`],
  ["4.3.5", (trait: string, one: string) => `c.KubeSpawner.${trait} |= {"x": ${one}}`],
  ["4.1.0", (trait: string, one: string) => `c.KubeSpawner.${trait}.append(${one})`],
  ["4.1.0", (trait: string, one: string) => `c.KubeSpawner.${trait}.extend([${one}])`],
  ["3.3.8", (trait: string, one: string) => `c.KubeSpawner.${trait} += [${one}]`],
])("in chart %s", (chart, add) => {
  test(add("volumes", "…"), () => {
    const [problem, ...more] = found(`${add("volumes", volume)}\n${add("volume_mounts", home)}`, chart);
    expect(problem).toMatch(
      /^values\/does-not-work c.KubeSpawner.volume_mounts.*: .*is `\/home\/jovyan`, where the home is/,
    );
    expect(more).toEqual([]);
    expect(found(add("volume_mounts", other), chart).join()).toMatch(/mounts the volume `x`, which/);
    expect(found(`${add("volumes", volume)}\n${add("volume_mounts", other)}`, chart)).toEqual([]);
  });
});

test.each([
  ["4.4.0", `c.KubeSpawner.volume_mounts.append(${other})`, 'write `c.KubeSpawner.volume_mounts["NAME"] = …`'],
  ["4.3.5", "c.KubeSpawner.volumes.extend(more())", "it is a map"],
  ["4.4.0", `c.KubeSpawner.volume_mounts += [${home}]`, "it is a map"],
  ["4.4.0", "c.KubeSpawner.environment.append('A')", "it is a map"],
  ["4.2.0", `c.KubeSpawner.volume_mounts["x"] = ${other}`, "write `c.KubeSpawner.volume_mounts.append(…)`"],
  ["4.4.0", "c.JupyterHub.services['x'] = {}", "it is a list"],
])("%s: %s stops the hub", (chart, piece, words) => {
  const [problem, ...more] = found(piece, chart);
  expect(problem).toContain("values/unfit-trait");
  expect(problem).toContain(words);
  expect(more).toEqual([]);
});

test.each([
  ["4.4.0", "c.JupyterHub.services.append({'name': 'x', 'url': 'http://x'})"],
  ["4.4.0", "c.KubeSpawner.volumes.update(more())"],
  [
    "4.4.0",
    `if new:\n    c.KubeSpawner.volume_mounts["x"] = ${home}\nelse:\n    c.KubeSpawner.volume_mounts.append(${home})`,
  ],
  ["4.1.0", "c.KubeSpawner.volumes.extend(more())"],
])("%s: nothing is said of %s", (chart, piece) => {
  expect(found(piece, chart)).toEqual([]);
});

describe("the homes", () => {
  const onNfs = (piece: string) => {
    const text = smallProgram({ hub: `python { "03-x" = """\n${piece}\n""" }` });
    const nfs = text.replace(
      /storage dynamic homes \{[^}]*\}/,
      'storage nfs homes { server = "10.0.0.2"  export = "/h" }',
    );
    const provider = 'provider kubernetes k {\n  context = "c"\n  pool users { label = "pool=users" }\n}';
    const { diagnostics } = checkProgram(programOf(nfs.replace("provider kind k { }", provider)), { on: "2026-10-05" });
    return diagnostics.filter(({ code }) => code === "values/does-not-work").map(({ message }) => message);
  };
  const empty = "takes the place of the volume of the homes by an empty folder";

  test.each([
    ['c.KubeSpawner.volumes["home"] = {"name": "home", "emptyDir": {}}', empty],
    ['c.KubeSpawner.volumes.update({"home": {"name": "home", "emptyDir": {}}})', empty],
    [
      'c.KubeSpawner.volume_mounts["home"] = {"name": "home", "mountPath": "/data"}',
      "takes the place of the home's mount",
    ],
  ])("are lost by %s", (piece, words) => {
    const [problem, ...more] = onNfs(piece);
    expect(problem).toContain(words);
    expect(more).toEqual([]);
  });

  test.each([
    'c.KubeSpawner.volumes["home"] = {"name": "home", "persistentVolumeClaim": {"claimName": "other"}}',
    'c.KubeSpawner.volumes["scratch"] = {"name": "scratch", "emptyDir": {}}',
    'c.KubeSpawner.volume_mounts["home"] = {"name": "home", "mountPath": "/home/jovyan", "subPath": "x"}',
  ])("are kept by %s", (piece) => {
    expect(onNfs(piece)).toEqual([]);
  });
});
