// What profiles, choices and groups mount, laid over what every server has: kubespawner 7.0.0 merges maps by their keys, and a list replaces.

import { describe, expect, test } from "vitest";
import { chartPitfalls } from "../../compiler/knowledge/chart-pitfalls.ts";
import { withDefaults } from "../../compiler/knowledge/chart-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import type { Json } from "../../compiler/knowledge/json-schema.ts";

const storage = {
  type: "static",
  static: { pvcName: "homes" },
  extraVolumes: { data: { name: "data", emptyDir: {} } },
  extraVolumeMounts: { data: { name: "data", mountPath: "/data" } },
};
const override = (own: Json): Json => ({
  singleuser: { storage, profileList: [{ display_name: "A", kubespawner_override: own }] },
});
const choice = (own: Json): Json => ({
  singleuser: {
    storage,
    profileList: [
      {
        display_name: "A",
        profile_options: { o: { display_name: "O", choices: { a: { display_name: "A", kubespawner_override: own } } } },
      },
    ],
  },
});

/** Where each finding is, behind the override, and how it begins. */
function found(values: Json): string[] {
  return chartPitfalls(withDefaults(newestChart, values), newestChart).map(({ paths: [path], problem }) => {
    const at = path.lastIndexOf("kubespawner_override");
    return `${path.slice(at + 1).join(".")} ${problem.split(/[,:]/)[0]}`;
  });
}

const mount = (name: string, mountPath: string) => ({ name, mountPath });
const home = "is a list";

describe("what does not start, or loses the home", () => {
  test.each([
    [{ volume_mounts: { x: mount("x", "/x") } }, ["volume_mounts.x mounts the volume `x`"]],
    [{ volume_mounts: { x: mount("data", "/data") } }, ["volume_mounts.x.mountPath is `/data`"]],
    [{ volume_mounts: { x: mount("data", "/home/jovyan/") } }, ["volume_mounts.x.mountPath is `/home/jovyan`"]],
    [{ volumes: { x: { name: "data", emptyDir: {} } } }, ["volumes.x has the name `data`"]],
    [{ volume_mounts: [mount("data", "/data")] }, [`volume_mounts ${home}`]],
    [
      { volume_mounts: { home: mount("data", "/elsewhere") } },
      ["volume_mounts.home takes the place of the home's mount at `/home/jovyan`"],
    ],
    [{ volumes: [{ name: "x", emptyDir: {} }] }, [`volumes ${home}`]],
    [
      {
        volumes: [{ name: "x", emptyDir: {} }],
        volume_mounts: [mount("x", "/home/jovyan"), mount("x", "/home/jovyan")],
      },
      ["volume_mounts.1.mountPath is `/home/jovyan`"],
    ],
    [
      { volume_mounts: { x: { name: "data", mountPat: "/x" } } },
      ["volume_mounts.x.mountPat is no field that Kubernetes has here"],
    ],
    [
      { volumes: { x: { name: "x", emptyDir: { sizeLimit: "1GB" } } } },
      ['volumes.x.emptyDir.sizeLimit takes an amount such as `"2Gi"` or `"500m"`'],
    ],
    [
      { extra_containers: [{ name: "notebook", image: "a/b:1" }] },
      ["extra_containers.0 is a second container with the name `notebook`"],
    ],
    [{ tolerations: [{ key: "a", effect: "NoShedule" }] }, ["tolerations.0.effect takes one of `NoSchedule`"]],
  ])("%j", (own, expected) => {
    expect(found(override(own))).toEqual(expected);
    expect(found(choice(own))).toEqual(expected);
  });
});

describe("what starts", () => {
  test.each([
    { volume_mounts: { x: mount("data", "/more") } },
    { volume_mounts: { data: mount("data", "/elsewhere") } },
    { volume_mounts: { data: { readOnly: true } } },
    { volume_mounts: { home: { subPath: "other" } } },
    { volume_mounts: { home: { mountPath: "/home/rstudio" } } },
    { volumes: { x: { name: "x", emptyDir: {} } }, volume_mounts: { x: mount("x", "/x") } },
    { volumes: [{ name: "x", emptyDir: {} }], volume_mounts: [mount("x", "/home/jovyan")] },
    { volume_mounts: { data: null } },
    { extra_containers: [{ name: "db", image: "a/b:1", image_pull_policy: "Always" }] },
  ])("%j", (own) => {
    expect(found(override(own))).toEqual([]);
    expect(found(choice(own))).toEqual([]);
  });
});
