// The comparison that proves an import: each way in which two trees of values can differ, and each in which they only look different.

import { describe, expect, test } from "vitest";
import { compareValues, type ValuesInUse } from "../../compiler/import/compare-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import type { JsonMap } from "../../compiler/knowledge/json-schema.ts";

function compared(own: JsonMap, compiled: JsonMap, more: Partial<ValuesInUse> = {}) {
  const found = compareValues({ own, below: {}, chartKey: [], chart: newestChart, ...more }, compiled);
  const paths = (leaves: readonly { readonly path: readonly (string | number)[] }[]) =>
    leaves.map(({ path }) => path.join("."));
  return {
    same: paths(found.same),
    missing: paths(found.missing),
    different: found.different.map(({ path, today, compiled: then }) => [path.join("."), today, then]),
    added: paths(found.added),
  };
}

const nothing = { same: [], missing: [], different: [], added: [] };

describe("a leaf", () => {
  test("is the same, missing, different or added", () => {
    const own = { hub: { config: { A: { x: 1, y: 2, z: 3 } } } };
    const compiled = { hub: { config: { A: { x: 1, y: 5, new: true } } } };
    expect(compared(own, compiled)).toEqual({
      same: ["hub.config.A.x"],
      missing: ["hub.config.A.z"],
      different: [["hub.config.A.y", 2, 5]],
      added: ["hub.config.A.new"],
    });
  });

  test("is the same where the chart says it by itself", () => {
    const own = { singleuser: { startTimeout: 300 } };
    expect(compared(own, {})).toEqual({ ...nothing, same: ["singleuser.startTimeout"] });
    expect(compared({}, own)).toEqual(nothing);
  });

  test("of the chart's own that is changed is different, whoever changes it", () => {
    expect(compared({}, { cull: { timeout: 60 } }).different).toEqual([["cull.timeout", 3600, 60]]);
  });

  test("that is `null` is the same as nothing", () => {
    expect(compared({ hub: { config: { A: { x: null } } } }, {}).same).toEqual(["hub.config.A.x"]);
    expect(compared({ singleuser: { cmd: null } }, {}).different).toEqual([
      ["singleuser.cmd", null, "jupyterhub-singleuser"],
    ]);
  });

  test("of a list is told by its number, and a shorter list lacks its end", () => {
    const list = (...items: string[]) => ({ hub: { config: { A: { list: items } } } });
    expect(compared(list("a", "b"), list("a"))).toEqual({
      ...nothing,
      same: ["hub.config.A.list.0"],
      missing: ["hub.config.A.list.1"],
    });
    expect(compared(list("a"), list("a", "b")).added).toEqual(["hub.config.A.list.1"]);
    expect(compared(list("a"), list()).missing).toEqual(["hub.config.A.list.0"]);
  });

  test("`0`, `false`, an empty text and an empty list are values", () => {
    for (const value of [0, false, "", []])
      expect(compared({ hub: { config: { A: { x: value } } } }, {}).missing).toEqual(["hub.config.A.x"]);
  });
});

describe("amounts", () => {
  test.each([
    ["singleuser.memory.limit", "2G", 2147483648],
    ["singleuser.memory.guarantee", "1.5G", "1536M"],
    ["hub.resources.limits.memory", "2Gi", 2147483648],
    ["hub.resources.requests.cpu", "500m", 0.5],
    ["hub.db.pvc.storage", "1Gi", "1024Mi"],
    ["singleuser.cpu.limit", "2", 2],
  ])("%s: %s is %s", (path, one, other) => {
    const at = (value: string | number) =>
      path.split(".").reduceRight<JsonMap | string | number>((inner, key) => ({ [key]: inner }), value) as JsonMap;
    expect(compared(at(one), at(other))).toEqual({ ...nothing, same: [path] });
  });

  test("are by 1024 for JupyterHub and by 1000 for Kubernetes", () => {
    const hub = (memory: string) => ({ hub: { resources: { limits: { memory } } } });
    expect(compared(hub("1Gi"), hub("1G")).different).toEqual([["hub.resources.limits.memory", "1Gi", "1G"]]);
  });

  test("are no amounts elsewhere", () => {
    const version = (tag: string | number) => ({ singleuser: { image: { tag } } });
    expect(compared(version("1.0"), version(1)).different).toEqual([["singleuser.image.tag", "1.0", 1]]);
  });
});

describe("an umbrella chart", () => {
  const below = { jupyterhub: { cull: { timeout: 60 }, hub: { config: { A: { list: [1, 2, 3] } } } }, other: { a: 1 } };
  const use = { below, chartKey: ["jupyterhub"] };

  test("says what need not be said again", () => {
    const own = { jupyterhub: { cull: { timeout: 60 } }, other: { a: 1 } };
    expect(compared(own, {}, use)).toEqual({ ...nothing, same: ["jupyterhub.cull.timeout", "other.a"] });
    expect(compared({}, own, use)).toEqual(nothing);
  });

  test("has its values changed by the hub and by the program alike, or they are different", () => {
    const compiled = { jupyterhub: { cull: { timeout: 3600 } } };
    expect(compared({}, compiled, use).different).toEqual([["jupyterhub.cull.timeout", 60, 3600]]);
    expect(compared(compiled, {}, use).different).toEqual([["jupyterhub.cull.timeout", 3600, 60]]);
  });

  test("has lists that are replaced whole", () => {
    const own = { jupyterhub: { hub: { config: { A: { list: [1] } } } } };
    expect(compared(own, own, use)).toEqual({ ...nothing, same: ["jupyterhub.hub.config.A.list.0"] });
    expect(compared(own, {}, use)).toEqual({
      ...nothing,
      same: ["jupyterhub.hub.config.A.list.0"],
      added: ["jupyterhub.hub.config.A.list.1", "jupyterhub.hub.config.A.list.2"],
    });
  });
});

describe("volumes of servers", () => {
  const list = {
    singleuser: {
      storage: {
        extraVolumes: [{ name: "data", hostPath: { path: "/data" } }],
        extraVolumeMounts: [{ name: "data", mountPath: "/data", readOnly: true }],
      },
    },
  };

  test("are the same as a list and as a map", () => {
    const { extraVolumes, extraVolumeMounts } = list.singleuser.storage;
    const map = {
      singleuser: { storage: { extraVolumes: { a: extraVolumes[0] }, extraVolumeMounts: { b: extraVolumeMounts[0] } } },
    };
    expect(compared(list, map as JsonMap)).toMatchObject({ missing: [], different: [], added: [] });
    expect(compared(list, map as JsonMap).same).toContain("singleuser.storage.extraVolumes.0.hostPath.path");
  });

  test("are different where one is", () => {
    const other = structuredClone(list);
    Object.assign(other.singleuser.storage.extraVolumeMounts[0] ?? {}, { readOnly: false });
    expect(compared(list, other).different).toEqual([["singleuser.storage.extraVolumeMounts.0.readOnly", true, false]]);
  });
});

describe("what is written otherwise and means the same", () => {
  const config = (map: JsonMap) => ({ hub: { config: { JupyterHub: { authenticator_class: "github" }, ...map } } });

  test("is a trait of the sign-in under a class above it, or by an older name", () => {
    const old = config({ OAuthenticator: { allow_all: true } });
    expect(compared(old, config({ GitHubOAuthenticator: { allow_all: true } }))).toMatchObject({
      missing: [],
      different: [],
      added: [],
    });
    expect(compared(old, config({ GitHubOAuthenticator: { allow_all: false } })).different).toHaveLength(1);
  });

  test("is what holds: the nearest class goes before those above it", () => {
    const own = config({ Authenticator: { allow_all: true }, GitHubOAuthenticator: { allow_all: false } });
    expect(compared(own, config({ GitHubOAuthenticator: { allow_all: false } }))).toMatchObject({
      missing: [],
      different: [],
    });
    expect(compared(own, config({ GitHubOAuthenticator: { allow_all: true } })).different).not.toEqual([]);
  });

  test("is a list in which order means nothing, with the same items", () => {
    const own = config({ Authenticator: { admin_users: ["Ada", "grace"] } });
    expect(compared(own, config({ Authenticator: { admin_users: ["grace", "ada"] } }))).toMatchObject({
      missing: [],
      different: [],
      added: [],
    });
    expect(compared(own, config({ Authenticator: { admin_users: ["grace"] } })).missing).toHaveLength(1);
    expect(compared(own, config({ Authenticator: { admin_users: ["ada", "grace", "eve"] } })).added).toHaveLength(1);
  });

  test("is the name of a role that is its key, and another name is not", () => {
    const role = (name: string) => ({ hub: { loadRoles: { staff: { name, scopes: ["self"] } } } });
    const without = { hub: { loadRoles: { staff: { scopes: ["self"] } } } };
    expect(compared(role("staff"), without)).toMatchObject({ missing: [], different: [], added: [] });
    expect(compared(role("other"), without).missing).toEqual(["hub.loadRoles.staff.scopes.0"]);
  });

  test("is a trait that has its default", () => {
    expect(compared({}, config({ Authenticator: { any_allow_config: false } })).added).not.toContain(
      "hub.config.Authenticator.any_allow_config",
    );
  });
});
