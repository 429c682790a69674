// Files of a hub's own: texts and data are the chart's to bring, secrets are mounted from the release's Secret, key by key.

import type { HubFile } from "../../model/hub-parts.ts";
import type { Release } from "../../model/model.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { freeTree } from "./own-values.ts";
import { from } from "./release-context.ts";

type Place = "servers" | "hub";

/** The volume that holds the files of the Secret. */
const volume = "hubc-files";

/** `extraFiles`, by name. */
export function plainFiles(release: Release, place: Place): Record<string, YamlData> {
  const found: Record<string, YamlData> = {};
  for (const file of filesIn(release, place)) {
    const { holds } = file;
    if (holds.kind === "secret") continue;
    const content =
      holds.kind === "text"
        ? { stringData: from(holds.text) }
        : { data: withOrigin(freeTree(holds.values, file.span, release), file.span) };
    found[file.name] = withOrigin({ mountPath: from(file.path), ...modeOf(file), ...content }, file.span);
  }
  return found;
}

/** The pod's volume for files that are secrets, with the keys that are needed and none of the other secrets; none where there are none. */
export function secretFileVolume(release: Release, place: Place): YamlData | undefined {
  const items = secretsIn(release, place).map(({ file, key }) => ({ key, path: key, ...modeOf(file) }));
  return items.length === 0 ? undefined : { name: volume, secret: { secretName: release.secretName, items } };
}

/** Its mounts, by the file's name. */
export function secretFileMounts(release: Release, place: Place): Record<string, YamlData> {
  return Object.fromEntries(
    secretsIn(release, place).map(({ file, key, path }) => [
      `file-${file.name}`,
      withOrigin({ name: volume, mountPath: path, subPath: key, readOnly: true }, file.span),
    ]),
  );
}

function secretsIn(release: Release, place: Place) {
  return filesIn(release, place).flatMap((file) =>
    file.holds.kind === "secret" ? [{ file, key: file.holds.secret.value.key, path: from(file.path) }] : [],
  );
}

function filesIn({ files }: Release, place: Place): readonly HubFile[] {
  return files.filter((file) => file.in.value === place);
}

/** As a decimal number, which every reader of YAML takes alike: 0755. */
function modeOf({ executable }: HubFile): Record<string, YamlData> {
  return executable ? { mode: 0o755 } : {};
}
