import { loadAll } from "js-yaml";
import { expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { exampleHub, onGke, onShare } from "../../support/example-programs.ts";

function built(text: string): Map<string, string> {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no such day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

const manifests = "hubs/h/prod/manifests";

it("makes a Filestore instance by a class of the release's own, which outlives the claim", () => {
  const text = onGke(exampleHub()).replace(
    "storage dynamic homes { size = 5GiB }",
    "storage filestore homes {\n  tier = basic-ssd\n  size = 3TiB\n}",
  );
  const [storageClass, claim] = loadAll(built(text).get(`${manifests}/20-homes.yaml`) ?? "");
  expect(storageClass).toMatchObject({
    kind: "StorageClass",
    metadata: { name: "h-prod-homes" },
    provisioner: "filestore.csi.storage.gke.io",
    parameters: { tier: "basic_ssd" },
    reclaimPolicy: "Retain",
  });
  expect(claim).toMatchObject({
    kind: "PersistentVolumeClaim",
    spec: { storageClassName: "h-prod-homes", resources: { requests: { storage: "3Ti" } } },
  });
  expect(claim).not.toHaveProperty("spec.volumeName");
});

it("mounts shared folders read-only, and writable for staff, from the storage that each names", () => {
  const course =
    '  staff = ta\n  shared data { path = "data" }\n  shared pool { path = "/srv/pool"  storage = big  staff-writes = false }\n';
  const more = 'group ta {\n  members = ["ada"]\n}\nstorage nfs big {\n  server = "10.0.0.9"\n  export = "/big"\n}\n';
  const files = built(onShare(exampleHub({ course, more })));
  const [values] = loadAll(files.get("hubs/h/prod/values.yaml") ?? "");
  expect(values).toMatchObject({
    singleuser: {
      storage: {
        extraVolumes: { "storage-big": { persistentVolumeClaim: { claimName: "big" } } },
        extraVolumeMounts: {
          "shared-c-data": { name: "home", mountPath: "/home/jovyan/data", subPath: "_shared/c/data", readOnly: true },
          "shared-c-pool": { name: "storage-big", mountPath: "/srv/pool", subPath: "_shared/c/pool", readOnly: true },
        },
      },
    },
    hub: {
      config: {
        KubeSpawner: {
          group_overrides: {
            "20-hubc-c-staff": {
              groups: ["ta"],
              spawner_override: { volume_mounts: { "shared-c-data": { readOnly: false } } },
            },
          },
        },
      },
    },
  });
  expect(values).not.toHaveProperty(
    "hub.config.KubeSpawner.group_overrides.20-hubc-c-staff.spawner_override.volume_mounts.shared-c-pool",
  );
  const kinds = loadAll(files.get(`${manifests}/21-big.yaml`) ?? "").map((one) => (one as { kind: string }).kind); // manifests have kinds
  expect(kinds).toEqual(["PersistentVolume", "PersistentVolumeClaim"]);
});

it("gives a group's scopes to its members by a role", () => {
  const more = 'group Readers {\n  members = ["ada"]\n  may = ["list:users", "read:hub"]\n  hub = h\n}\n';
  const [values] = loadAll(built(exampleHub({ more })).get("hubs/h/prod/values.yaml") ?? "");
  const roles = (values as { hub: { loadRoles: Record<string, { scopes: string[]; groups: string[] }> } }).hub
    .loadRoles; // the chart's shape
  expect(Object.entries(roles)).toEqual([
    [
      expect.stringMatching(/^hubc-group-readers-[0-9a-f]{6}$/),
      expect.objectContaining({ scopes: ["list:users", "read:hub"], groups: ["Readers"] }),
    ],
  ]);
});
