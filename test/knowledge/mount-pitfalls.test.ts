// What can't be mounted, found in programs: own against own, own against what hubc writes, and what lies right beside each.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function foundIn(text: string): readonly string[] {
  const { diagnostics } = checkProgram(programOf(text));
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, span, message }) => `${code} at ${span.file.text.slice(span.start, span.end)}: ${message}`);
}

const values = (body: string) => smallProgram({ hub: `  values {\n${body}\n  }` });

/** A hub on network homes, whose servers get a file of hubc's own. */
const onNetwork = (body: string) =>
  values(body).replace(
    "storage dynamic homes { size = 5GiB }",
    'storage nfs homes { server = "10.0.0.2"  export = "/homes" }',
  );

const mount = (key: string, name: string, path: string, more = "") =>
  `    singleuser.storage.extraVolumeMounts.${key} { name = "${name}"  mountPath = "${path}"${more} }`;
const volume = (key: string, source: string) =>
  `    singleuser.storage.extraVolumes.${key} { name = "${key}"  ${source} }`;
const claim = 'persistentVolumeClaim.claimName = "data"';
const config = 'configMap.name = "settings"';
const file = (key: string, path: string) =>
  `    singleuser.extraFiles.${key} { mountPath = "${path}"  stringData = "x" }`;

describe("what Kubernetes refuses, or no node can make", () => {
  test.each([
    [
      "a file where another is",
      `${file("a", "/etc/a.txt")}\n${file("b", "/etc//a.txt")}`,
      "where the file `a` is mounted",
    ],
    [
      "a mount where a file is",
      `${file("a", "/data")}\n${volume("d", claim)}\n${mount("m", "d", "/data/")}`,
      "where the file `a` is mounted",
    ],
    [
      "a mount where another is",
      `${volume("d", claim)}\n${mount("m", "d", "/data")}\n${mount("n", "d", "/data")}`,
      "where the mount `m` is mounted",
    ],
    [
      "a mount where the home is",
      `${volume("d", claim)}\n${mount("m", "d", "/home/jovyan")}`,
      "where the home is mounted",
    ],
    [
      "a file below a folder that is read-only",
      `${volume("d", claim)}\n${mount("m", "d", "/data", "  readOnly = true")}\n${file("a", "/data/a.txt")}`,
      "mounted read-only",
    ],
    [
      "a mount below a file",
      `${file("a", "/data")}\n${volume("d", claim)}\n${mount("m", "d", "/data/inner")}`,
      "lies below",
    ],
    ["a mount of no volume", mount("m", "nothing", "/data"), "`singleuser.storage.extraVolumes` does not have"],
    [
      "a volume with the name of the homes'",
      `    singleuser.storage.extraVolumes = [{ name = "volume-{user_server}"  emptyDir = {} }]`,
      "the volume of the homes has too",
    ],
    [
      "two volumes of one name",
      `    singleuser.storage.extraVolumes = [{ name = "d"  emptyDir = {} }, { name = "d"  emptyDir = {} }]`,
      "has the name `d`",
    ],
    [
      "a mount in a container of one's own, of no volume",
      `    singleuser.initContainers = [{ name = "a"  image = "busybox:1.37.0"  volumeMounts = [{ name = "nope"  mountPath = "/x" }] }]`,
      "mounts the volume `nope`",
    ],
    [
      "a volume of the hub with the name of the chart's",
      `    hub.extraVolumes = [{ name = "config"  emptyDir = {} }]`,
      "the volume of the hub's configuration has too",
    ],
    [
      "a mount over the hub's database",
      `    hub.extraVolumes = [{ name = "d"  emptyDir = {} }]\n    hub.extraVolumeMounts = [{ name = "d"  mountPath = "/srv/jupyterhub" }]`,
      "where the hub's database is mounted",
    ],
  ])("%s", (_, body, words) => {
    const found = foundIn(values(body));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
    expect(found[0]).toMatch(
      /^values\/does-not-work at (?:mountPath|name|\{.*\}|(?:singleuser|hub)\.[\w.]+): `(?:singleuser|hub)\./,
    );
  });

  test("a file of one's own where hubc writes one", () => {
    const path = "/etc/ipython/ipython_kernel_config.json";
    const found = foundIn(onNetwork(file("mine", path)));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("singleuser.extraFiles.mine");
    expect(found[0]).toContain(`is \`${path}\`, where the file \`hubc-ipython\` is mounted`);
  });
});

describe("what can be mounted", () => {
  test.each([
    // The kubelet makes places below what it fills itself (Kubernetes 1.34, pkg/volume/util/nested_volumes.go).
    [
      "a file below a ConfigMap",
      `${volume("d", config)}\n${mount("m", "d", "/etc/tool", "  readOnly = true")}\n${file("a", "/etc/tool/a.txt")}`,
    ],
    [
      "a ConfigMap below another",
      `${volume("d", config)}\n${volume("e", config)}\n${mount("m", "d", "/etc/tool")}\n${mount("n", "e", "/etc/tool/inner")}`,
    ],
    [
      "a file of the hub below its configuration",
      `    hub.extraFiles.a { mountPath = "/usr/local/etc/jupyterhub/config/a.yaml"  stringData = "x" }`,
    ],
    [
      "the home of the first server, by the name that it has there",
      `    singleuser.initContainers = [{ name = "a"  image = "busybox:1.37.0"  volumeMounts = [{ name = "volume-{username}"  mountPath = "/x" }] }]`,
    ],
    ["two files in one folder", `${file("a", "/etc/a.txt")}\n${file("b", "/etc/b.txt")}`],
    ["a folder in the home", `${volume("d", claim)}\n${mount("m", "d", "/home/jovyan/data")}`],
    ["a file in the home", file("a", "/home/jovyan/.condarc")],
    [
      "names that begin alike",
      `${volume("d", claim)}\n${mount("m", "d", "/data", "  readOnly = true")}\n${mount("n", "d", "/database")}`,
    ],
    [
      "a writable folder with another in it",
      `${volume("d", claim)}\n${mount("m", "d", "/data")}\n${mount("n", "d", "/data/in")}`,
    ],
    [
      "one volume at two places",
      `${volume("d", claim)}\n${mount("m", "d", "/a")}\n${mount("n", "d", "/b", "  readOnly = true")}`,
    ],
    [
      "a file for the hub",
      `    hub.extraFiles.a { mountPath = "/usr/local/etc/jupyterhub/jupyterhub_config.d/a.py"  stringData = "x" }`,
    ],
    [
      "a container that mounts the home",
      `    singleuser.initContainers = [{ name = "a"  image = "busybox:1.37.0"  volumeMounts = [{ name = "volume-{user_server}"  mountPath = "/x" }] }]`,
    ],
  ])("%s", (_, body) => {
    expect(foundIn(values(body))).toEqual([]);
  });
});
