// Objects beside the chart: the release's namespace, and the volumes that outlive it.

import { filestoreTiers } from "../../knowledge/filestore-tiers.ts";
import type { Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { volumeName } from "../../model/storage-claim.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { kubernetesBytes } from "../../output/quantities.ts";
import { withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";

/** The release's namespace, which all others need. */
export const namespaceFile = "10-namespace.yaml";

/** `hubs/<hub>/<stage>/manifests/*.yaml`, in the order in which they are applied. */
export function manifests(release: Release): OutputFile[] {
  const folder = `${release.folder}/manifests`;
  const file = (name: string, origin: Release["span"], objects: readonly YamlData[], header: string): OutputFile => ({
    path: `${folder}/${name}.yaml`,
    ...printYaml(
      objects.map((object) => yaml(object)),
      { header: [header], origin },
    ),
  });
  const files = [
    file(
      namespaceFile.replace(/\.yaml$/, ""),
      release.span,
      [namespace(release)],
      `Where the release ${release.name} lives. Written by hubc.`,
    ),
  ];
  for (const storage of release.storages) {
    const objects = storageObjects(storage, release);
    if (objects.length === 0) continue;
    const isHomes = storage === release.homes;
    const what = isHomes ? "The homes" : `The storage ${storage.name}`;
    const header = `${what}: a volume that outlives the release, and the release's claim on it. Written by hubc.`;
    files.push(file(isHomes ? "20-homes" : `21-${storage.name}`, storage.span, objects, header));
  }
  return files;
}

function labels(release: Release): Record<string, string> {
  return { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
}

function namespace(release: Release): YamlData {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: release.namespace, labels: labels(release) } };
}

/** A volume that exists and the claim on it, or a class and the claim by which the cluster makes one. */
function storageObjects(storage: Storage, release: Release): YamlData[] {
  const tier = storage.settings["tier"];
  if (tier !== undefined) {
    const parameters = { tier: withOrigin(filestoreTiers[tier.value]?.parameter, tier.span) };
    return [
      filestoreClass(storage, release, parameters),
      persistentVolumeClaim(storage, release, volumeName(release, storage)),
    ];
  }
  const source = volumeSource(storage, release);
  if (source === undefined) return [];
  return [persistentVolume(storage, release, source), persistentVolumeClaim(storage, release, undefined)];
}

/** One instance is made for each claim, so the class is this release's own. It outlives the claim. */
function filestoreClass(storage: Storage, release: Release, parameters: YamlData): YamlData {
  return {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name: volumeName(release, storage), labels: labels(release) },
    provisioner: "filestore.csi.storage.gke.io",
    parameters,
    reclaimPolicy: withOrigin(storage.keep.value ? "Retain" : "Delete", storage.keep.span),
    volumeBindingMode: "Immediate",
    allowVolumeExpansion: true,
  };
}

/** A share holds what it holds; Kubernetes only wants the two to agree. */
function capacity(storage: Storage): YamlData {
  return storage.size ? withOrigin(kubernetesBytes(storage.size.value), storage.size.span) : "1Mi";
}

function persistentVolume(storage: Storage, release: Release, source: VolumeSource): YamlData {
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: volumeName(release, storage), labels: labels(release) },
    spec: {
      capacity: { storage: capacity(storage) },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: withOrigin("Retain", storage.keep.span),
      storageClassName: "",
      mountOptions: source.mountOptions,
      claimRef: { namespace: release.namespace, name: storage.name },
      nodeAffinity: onHost(storage),
      ...source.source,
    },
  };
}

/** A folder of one machine can be mounted there alone, so the scheduler puts what mounts it there. */
function onHost({ settings: { host } }: Storage): YamlData {
  if (host === undefined) return undefined;
  const values = [withOrigin(host.value, host.span)];
  const matchExpressions = [{ key: "kubernetes.io/hostname", operator: "In", values }];
  return { required: { nodeSelectorTerms: [{ matchExpressions }] } };
}

function persistentVolumeClaim(storage: Storage, release: Release, className: string | undefined): YamlData {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: storage.name, namespace: release.namespace, labels: labels(release) },
    spec: {
      accessModes: ["ReadWriteMany"],
      storageClassName: className ?? "",
      volumeName: className === undefined ? volumeName(release, storage) : undefined,
      resources: { requests: { storage: capacity(storage) } },
    },
  };
}

interface VolumeSource {
  readonly source: Readonly<Record<string, YamlData>>;
  readonly mountOptions: YamlData;
}

/** How the cluster mounts the storage; none where each person has a volume of their own, or nothing persists. */
function volumeSource(storage: Storage, release: Release): VolumeSource | undefined {
  const text = (key: string): YamlData =>
    storage.settings[key] && withOrigin(storage.settings[key].value, storage.settings[key].span);
  const written = (key: string): string => storage.settings[key]?.value ?? "";
  switch (storage.variant) {
    case "nfs": {
      const options = storage.options.map((one) => withOrigin(one.value, one.span));
      const export_ = storage.settings["export"];
      return {
        source: { nfs: { server: text("server"), path: withOrigin(rooted(written("export")), export_?.span) } },
        mountOptions: options.length > 0 ? options : undefined,
      };
    }
    case "filestore": {
      const share = storage.settings["share"];
      return {
        source: { nfs: { server: text("server"), path: withOrigin(rooted(written("share")), share?.span) } },
        mountOptions: ["noatime"],
      };
    }
    case "efs":
      return {
        source: { csi: { driver: "efs.csi.aws.com", volumeHandle: text("filesystem") } },
        mountOptions: undefined,
      };
    case "azure-files":
      return azureFiles(storage, release);
    case "host-path":
      return { source: { hostPath: { path: text("directory"), type: "DirectoryOrCreate" } }, mountOptions: undefined };
    case "claim":
    case "dynamic":
    case "memory":
      return undefined;
  }
}

function rooted(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

/** A share that exists, mounted by the Azure Files driver (azurefile-csi-driver, static provisioning). */
function azureFiles(storage: Storage, release: Release): VolumeSource {
  const { provider } = release;
  const setting = (key: string): string => storage.settings[key]?.value ?? "";
  const group = provider.settings["resource-group"]?.value ?? "";
  const protocol = setting("protocol");
  const attributes = {
    resourceGroup: group === "" ? undefined : group,
    storageAccount: setting("account"),
    shareName: setting("share"),
    protocol,
  };
  const csi = {
    driver: "file.csi.azure.com",
    // One for each volume of the cluster; `#` and `/` are the driver's own (Azure's storage drivers, static volumes).
    volumeHandle: `${release.namespace}_${setting("account")}_${setting("share")}`,
    volumeAttributes: attributes,
  };
  const nfs = ["nconnect=4", "noresvport", "actimeo=30"];
  const smb = ["dir_mode=0777", "file_mode=0777", "uid=1000", "gid=100", "mfsymlinks", "nobrl"];
  return { source: { csi }, mountOptions: protocol === "smb" ? smb : nfs };
}
