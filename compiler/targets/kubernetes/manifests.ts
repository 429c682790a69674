// Objects beside the chart: the release's namespace, and the volumes that outlive it.

import type { Release, Storage } from "../../model/model.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { kubernetesBytes } from "../../output/quantities.ts";
import { withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";

/** `hubs/<hub>/<stage>/manifests/*.yaml`, in the order in which they are applied. */
export function manifests(release: Release): OutputFile[] {
  const folder = `hubs/${release.hub}/${release.stage}/manifests`;
  const file = (name: string, origin: Release["span"], objects: readonly YamlData[], header: string): OutputFile => ({
    path: `${folder}/${name}.yaml`,
    ...printYaml(
      objects.map((object) => yaml(object)),
      { header: [header], origin },
    ),
  });
  const files = [
    file(
      "10-namespace",
      release.span,
      [namespace(release)],
      `Where the release ${release.name} lives. Written by hubc.`,
    ),
  ];
  const source = volumeSource(release);
  if (source !== undefined) {
    const objects = [persistentVolume(release, source), persistentVolumeClaim(release)];
    files.push(
      file(
        "20-homes",
        release.homes.span,
        objects,
        "The homes: a volume that outlives the release, and the release's claim on it. Written by hubc.",
      ),
    );
  }
  return files;
}

function labels(release: Release): Record<string, string> {
  return { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
}

function namespace(release: Release): YamlData {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: release.name, labels: labels(release) } };
}

function volumeName(release: Release): string {
  return `${release.name}-${release.homes.name}`;
}

/** A share holds what it holds; Kubernetes only wants the two to agree. */
function capacity(storage: Storage): YamlData {
  return storage.size ? withOrigin(kubernetesBytes(storage.size.value), storage.size.span) : "1Mi";
}

function persistentVolume(release: Release, source: VolumeSource): YamlData {
  const { homes } = release;
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: volumeName(release), labels: labels(release) },
    spec: {
      capacity: { storage: capacity(homes) },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: withOrigin("Retain", homes.keep.span),
      storageClassName: "",
      mountOptions: source.mountOptions,
      claimRef: { namespace: release.name, name: homes.name },
      ...source.source,
    },
  };
}

function persistentVolumeClaim(release: Release): YamlData {
  const { homes } = release;
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: homes.name, namespace: release.name, labels: labels(release) },
    spec: {
      accessModes: ["ReadWriteMany"],
      storageClassName: "",
      volumeName: volumeName(release),
      resources: { requests: { storage: capacity(homes) } },
    },
  };
}

interface VolumeSource {
  readonly source: Readonly<Record<string, YamlData>>;
  readonly mountOptions: YamlData;
}

/** How the cluster mounts the storage; none where each person has a volume of their own, or nothing persists. */
function volumeSource(release: Release): VolumeSource | undefined {
  const { homes } = release;
  const text = (key: string): YamlData =>
    homes.settings[key] && withOrigin(homes.settings[key].value, homes.settings[key].span);
  const written = (key: string): string => homes.settings[key]?.value ?? "";
  switch (homes.variant) {
    case "nfs": {
      const options = homes.options.map((one) => withOrigin(one.value, one.span));
      const export_ = homes.settings["export"];
      return {
        source: { nfs: { server: text("server"), path: withOrigin(rooted(written("export")), export_?.span) } },
        mountOptions: options.length > 0 ? options : undefined,
      };
    }
    case "filestore": {
      const share = homes.settings["share"];
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
      return azureFiles(release);
    case "host-path":
      return { source: { hostPath: { path: text("directory"), type: "DirectoryOrCreate" } }, mountOptions: undefined };
    case "dynamic":
    case "memory":
      return undefined;
  }
}

function rooted(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

/** A share that exists, mounted by the Azure Files driver (azurefile-csi-driver, static provisioning). */
function azureFiles(release: Release): VolumeSource {
  const { homes, provider } = release;
  const setting = (key: string): string => homes.settings[key]?.value ?? "";
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
    volumeHandle: `${release.name}_${setting("account")}_${setting("share")}`,
    volumeAttributes: attributes,
  };
  const nfs = ["nconnect=4", "noresvport", "actimeo=30"];
  const smb = ["dir_mode=0777", "file_mode=0777", "uid=1000", "gid=100", "mfsymlinks", "nobrl"];
  return { source: { csi }, mountOptions: protocol === "smb" ? smb : nfs };
}
