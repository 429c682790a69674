// Folders of servers and of the hub's pod that are no storage of people's work, as Kubernetes has them (1.34, `Volume`).

import type { HubVolume } from "../../model/hub-parts.ts";
import type { Release } from "../../model/release.ts";
import type { Server } from "../../model/server.ts";
import { kubernetesBytes } from "../../output/quantities.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { exchangeMounts } from "./nbgrader-exchange.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { type ServerMount, sharedMounts } from "./shared-folders.ts";

type Place = "servers" | "hub";

/** The pod's volumes, by name. */
export function ownVolumes({ volumes }: Release, place: Place): Record<string, YamlData> {
  return Object.fromEntries(
    volumes
      .filter((volume) => volume.in.value === place)
      .map((volume) => [nameOf(volume), withOrigin({ name: nameOf(volume), ...contentOf(volume) }, volume.span)]),
  );
}

/** Where they are mounted, by name. */
export function ownVolumeMounts({ volumes }: Release, place: Place): Record<string, YamlData> {
  return Object.fromEntries(
    volumes
      .filter((volume) => volume.in.value === place)
      .map((volume) => {
        const { path, folder, readOnly, span } = volume;
        const entry = {
          name: nameOf(volume),
          mountPath: from(path),
          subPath: folder && from(folder),
          readOnly: readOnly && from(readOnly),
        };
        return [nameOf(volume), withOrigin(entry, span)];
      }),
  );
}

function nameOf({ name }: HubVolume): string {
  return `volume-${name}`;
}

function contentOf({ holds }: HubVolume): Record<string, YamlData> {
  switch (holds.kind) {
    case "scratch":
    case "memory": {
      const { size } = holds;
      const sizeLimit = Number.isFinite(size.value) ? from(size, kubernetesBytes(size.value)) : undefined;
      const medium = holds.kind === "memory" ? "Memory" : undefined;
      return { emptyDir: medium === undefined && sizeLimit === undefined ? {} : { medium, sizeLimit } };
    }
    case "claim":
      return { persistentVolumeClaim: { claimName: from(holds.name) } };
    case "config-map":
      return { configMap: { name: from(holds.name) } };
    case "secret":
      return { secret: { secretName: from(holds.name) } };
    case "node-folder":
      return { hostPath: { path: from(holds.name) } };
  }
}

/** Its shared folders, and the exchange where nbgrader grades it. */
export function serverMounts(context: ReleaseContext, course: Server): ServerMount[] {
  return [...sharedMounts(context, course), ...exchangeMounts(context, course)];
}
