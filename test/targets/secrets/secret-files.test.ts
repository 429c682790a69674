import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { at, compileProgram, fixturePrograms, listAt } from "../../support/compiled-programs.ts";

const program = fixturePrograms.find(({ name }) => name === "upkeep");
if (program === undefined) throw new Error("there is no such fixture");
const { files } = compileProgram(program);

function read(path: string): unknown {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`${path} is not there`);
  return load(file.text);
}

const keysOf = (list: unknown) => listAt(list, "keys").map((one) => String(at(one, "key")));

describe("the keys of a release's Secret", () => {
  it("are those that its values refer to, and the hub's own where they are fixed", () => {
    const list = read("hubs/earth/prod/secrets.json");
    const values = files.find(({ path }) => path === "hubs/earth/prod/values.yaml")?.text ?? "";
    const used = [...values.matchAll(/secretKeyRef:\s+name: \S+\s+key: (\S+)/g)].map(([, key]) =>
      key?.replaceAll('"', ""),
    );
    for (const key of used) expect(keysOf(list)).toContain(key);
    expect(used).toHaveLength(3);
    expect(keysOf(list).slice(3)).toEqual([
      "hub.config.CryptKeeper.keys",
      "hub.config.JupyterHub.cookie_secret",
      "proxy.secretToken",
    ]);
    expect(at(list, "namespace")).toBe("earth-prod");
    expect(at(load(values), "hub", "existingSecret")).toBe("hubc-earth");
    expect(keysOf(read("hubs/sea/prod/secrets.json"))).toEqual(["github.client-id", "github.client-secret"]);
    expect(at(read("hubs/sea/prod/values.yaml"), "hub", "existingSecret")).toBeUndefined();
  });

  it("stand empty in the template of an encrypted file", () => {
    const template = read("hubs/earth/prod/secret.template.yaml");
    expect(at(template, "metadata")).toEqual({ name: "hubc-earth", namespace: "earth-prod" });
    const data = Object(at(template, "stringData"));
    expect(Object.keys(data)).toEqual(keysOf(read("hubs/earth/prod/secrets.json")));
    expect([...new Set(Object.values(data))]).toEqual([""]);
  });
});

describe(".sops.yaml", () => {
  const rules = listAt(read(".sops.yaml"), "creation_rules");

  it("has a rule for the encrypted file, by any path that sops may take it by, and for no other", () => {
    expect(rules).toHaveLength(1);
    const pattern = new RegExp(String(at(rules[0], "path_regex")));
    expect(pattern.test("secrets/earth-prod.yaml")).toBe(true);
    expect(pattern.test("/srv/campus/secrets/earth-prod.yaml")).toBe(true);
    expect(pattern.test("secrets/earth-prodxyaml")).toBe(false);
    expect(pattern.test("more-secrets/earth-prod.yaml")).toBe(false);
  });

  it("encrypts the values and nothing else", () => {
    const encrypted = new RegExp(String(at(rules[0], "encrypted_regex")));
    expect(["data", "stringData"].every((key) => encrypted.test(key))).toBe(true);
    expect(["metadata", "kind", "namespace"].some((key) => encrypted.test(key))).toBe(false);
  });
});

describe("an ExternalSecret", () => {
  it("takes every key from properties of one item", () => {
    const secret = read("hubs/earth/staging/manifests/15-secrets.yaml");
    expect(at(secret, "spec", "target", "name")).toBe("hubc-earth");
    expect(listAt(secret, "spec", "data")[0]).toEqual({
      secretKey: "database.url",
      remoteRef: { key: "hubs/earth-staging", property: "database.url" },
    });
  });

  it("takes each from an item of its own, in a store of the namespace", () => {
    const secret = read("hubs/sea/prod/manifests/15-secrets.yaml");
    expect(at(secret, "spec", "secretStoreRef")).toEqual({ name: "campus-store", kind: "SecretStore" });
    expect(listAt(secret, "spec", "data").map((one) => at(one, "remoteRef"))).toEqual([
      { key: "sea/github/client-id" },
      { key: "sea/github/client-secret" },
    ]);
  });
});
