// The objects beside the chart against Kubernetes' own definitions, strictly: an unknown field, which the API server would drop
// or refuse, fails too. And that they fit each other and the values.

import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { allReleases, at, entriesAt, listAt, plain, readJson } from "../support/compiled-programs.ts";
import { externalSecret } from "../support/external-secret.ts";

const prefix = "#/definitions/";
const definitions = strictDefinitions(readJson("test/fixtures/schemas/kubernetes-1.34.definitions.json"));
const byKind = kinds();
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: "kubernetes", definitions });
const externalKind = "external-secrets.io/v1 ExternalSecret";
const validators = new Map<string, ValidateFunction>([[externalKind, ajv.compile(externalSecret)]]);
const releases = allReleases();

/** Every map with declared fields closed; quantities and int-or-strings as the API server reads them. */
function strictDefinitions(document: unknown): Record<string, unknown> {
  return Object.fromEntries(
    entriesAt(document, "definitions").map(([name, definition]) => {
      if (name.endsWith(".IntOrString")) return [name, { oneOf: [{ type: "integer" }, { type: "string" }] }];
      if (name.endsWith(".Quantity")) return [name, { type: ["string", "number"] }];
      const closed = at(definition, "properties") !== undefined && at(definition, "additionalProperties") === undefined;
      return [name, closed ? { ...plain(definition), additionalProperties: false } : definition];
    }),
  );
}

function kinds(): Map<string, string> {
  return new Map(
    Object.entries(definitions).flatMap(([name, definition]) =>
      listAt(definition, "x-kubernetes-group-version-kind").map((one): [string, string] => {
        const group = String(at(one, "group"));
        return [`${group === "" ? "" : `${group}/`}${String(at(one, "version"))} ${String(at(one, "kind"))}`, name];
      }),
    ),
  );
}

function validator(definition: string): ValidateFunction {
  const known = validators.get(definition);
  if (known) return known;
  const made = ajv.compile({ $ref: `kubernetes${prefix}${definition}` });
  validators.set(definition, made);
  return made;
}

function complaints(object: unknown): string[] {
  const kind = `${String(at(object, "apiVersion"))} ${String(at(object, "kind"))}`;
  const definition = byKind.get(kind) ?? (kind === externalKind ? externalKind : undefined);
  if (definition === undefined) return [`there is no ${kind}`];
  const validate = validator(definition);
  validate(object);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const labelKey = /^(?:[a-z0-9.-]{1,253}\/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const labelValue = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const quantity = /^\d+(?:\.\d+)?(?:m|k|[KMGTP]i|[MGTP])?$/;

it("refuses an unknown field, a wrong type and an unknown kind", () => {
  const volume = { apiVersion: "v1", kind: "PersistentVolume", metadata: { name: "a" } };
  expect(complaints({ ...volume, spec: { nfs: { server: "a", path: "/b" } } })).toEqual([]);
  expect(complaints({ ...volume, spec: { nfs: { server: "a", path: "/b", mode: 1 } } })).toHaveLength(1);
  expect(complaints({ ...volume, spec: { nfs: { server: "a" } } })).toHaveLength(1);
  expect(complaints({ ...volume, spec: { accessModes: "ReadWriteMany" } })).toHaveLength(1);
  expect(complaints({ ...volume, kind: "PersistentVolumes" })).toHaveLength(1);
});

describe.each(releases)("$title", ({ name, values, objects }) => {
  const of = (kind: string) => objects.filter((object) => object["kind"] === kind);

  it("has objects that Kubernetes 1.34 takes", () => {
    expect(objects.flatMap(complaints)).toEqual([]);
    expect(of("Namespace").map((one) => at(one, "metadata", "name"))).toEqual([name]);
  });

  it("names and labels them as Kubernetes allows", () => {
    for (const object of objects) {
      const metadata = at(object, "metadata");
      expect(at(metadata, "name")).toMatch(label);
      if (object["kind"] === "PersistentVolumeClaim") expect(at(metadata, "namespace")).toBe(name);
      for (const [key, value] of entriesAt(metadata, "labels")) {
        expect(key).toMatch(labelKey);
        expect(value).toMatch(labelValue);
      }
    }
    const all = objects.map((object) => `${String(object["kind"])}/${String(at(object, "metadata", "name"))}`);
    expect(new Set(all).size).toBe(all.length);
  });

  it("has a volume for each claim, a claim for the homes, and storage sizes that agree", () => {
    for (const claim of of("PersistentVolumeClaim")) {
      const volume = of("PersistentVolume").find(
        (one) => at(one, "metadata", "name") === at(claim, "spec", "volumeName"),
      );
      expect(at(volume, "spec", "claimRef")).toEqual({ namespace: name, name: at(claim, "metadata", "name") });
      const size = at(volume, "spec", "capacity", "storage");
      expect(size).toMatch(quantity);
      expect(at(claim, "spec", "resources", "requests", "storage")).toBe(size);
      expect(at(claim, "spec", "accessModes")).toEqual(at(volume, "spec", "accessModes"));
      expect([at(claim, "spec", "storageClassName"), at(volume, "spec", "storageClassName")]).toEqual(["", ""]);
      expect(at(volume, "spec", "persistentVolumeReclaimPolicy")).toBe("Retain");
    }
    const wanted = at(values, "singleuser", "storage", "static", "pvcName");
    const claims = of("PersistentVolumeClaim").map((one) => at(one, "metadata", "name"));
    // The claims of the hub's `volume` blocks are made by somebody else.
    const isMade = (value: unknown) => !/^volume-/.test(String(at(value, "name")));
    const text = JSON.stringify([values, objects], (_, value) => (isMade(value) ? value : null));
    const mounted = text.matchAll(/"claimName":"([^"]+)"/g);
    const used = new Set([...(wanted === undefined ? [] : [wanted]), ...[...mounted].map(([, claim]) => claim)]);
    expect([...claims].sort()).toEqual([...used].sort());
  });

  it("gives what stays in the cluster names that no other release has", () => {
    for (const volume of of("PersistentVolume"))
      expect(String(at(volume, "metadata", "name"))).toMatch(RegExp(`^${name}-`));
  });
});

it("gives releases of one program volumes of their own, with driver handles of their own", () => {
  const programOf = (title: string) => title.replace(/\/[^/]*$/, "");
  for (const program of new Set(releases.map(({ title }) => programOf(title)))) {
    const volumes = releases
      .filter(({ title }) => programOf(title) === program)
      .flatMap(({ objects }) => objects.filter((object) => object["kind"] === "PersistentVolume"));
    const names = volumes.map((volume) => at(volume, "metadata", "name"));
    expect(new Set(names).size).toBe(names.length);
    // Azure Files asks for it; the handle of an EFS volume can only be the file system.
    const handles = volumes
      .filter((volume) => at(volume, "spec", "csi", "driver") === "file.csi.azure.com")
      .map((volume) => String(at(volume, "spec", "csi", "volumeHandle")));
    expect(new Set(handles).size).toBe(handles.length);
    for (const handle of handles) expect(handle).not.toMatch(/[#/]/);
  }
});
