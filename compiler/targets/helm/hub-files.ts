// Files of a hub's own: texts and data are the chart's to bring, secrets are mounted from the release's Secret, key by key.

import type { HubFile } from "../../model/hub-parts.ts";
import type { Release } from "../../model/release.ts";
import { sha256Hex } from "../../output/digest.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { freeTree } from "./own-values.ts";
import { from } from "./release-context.ts";

type Place = "servers" | "hub";

/** The volume that holds the files of the Secret. */
const volume = "hubc-files";

/** A volume's name is a DNS label (Kubernetes 1.34, `Volume.name`), and a Secret's may be longer and have dots. */
function volumeOf(secret: string): string {
  const name = `${volume}-${secret.replaceAll(".", "-")}`;
  const isAlike = name.length <= 63 && !secret.includes(".");
  return isAlike ? name : `${name.slice(0, 54)}-${sha256Hex(secret).slice(0, 8)}`;
}

/** `extraFiles`, by name. */
export function plainFiles(release: Release, place: Place): Record<string, YamlData> {
  const found: Record<string, YamlData> = {};
  for (const file of filesIn(release, place)) {
    const { holds } = file;
    if (holds.kind === "secret" || holds.kind === "elsewhere") continue;
    const content =
      holds.kind === "text"
        ? { stringData: from(holds.text) }
        : { data: withOrigin(freeTree(holds.values, file.span, release), file.span) };
    found[file.name] = withOrigin({ mountPath: from(file.path), ...modeOf(file), ...content }, file.span);
  }
  return found;
}

/** The pod's volumes for files that are secrets; of the release's own Secret the keys that are needed and none of the others. */
export function secretFileVolumes(
  release: Release,
  place: Place,
): readonly (readonly [name: string, data: YamlData])[] {
  const items = ownSecrets(release, place).map(({ file, key }) => ({ key, path: key, ...modeOf(file) }));
  const own = { name: volume, secret: { secretName: release.secretName, items } };
  const others = new Map(secretsElsewhere(release, place).map(({ name, file }) => [name.value, { name, file }]));
  return [
    ...(items.length === 0 ? [] : [[volume, own] as const]),
    ...[...others.values()].map(({ name, file }) => {
      const called = volumeOf(name.value);
      return [called, withOrigin({ name: called, secret: { secretName: from(name) } }, file.span)] as const;
    }),
  ];
}

/** Its mounts, by the file's name. */
export function secretFileMounts(release: Release, place: Place): Record<string, YamlData> {
  const all = [
    ...ownSecrets(release, place).map(({ file, key }) => ({ file, key, name: volume })),
    ...secretsElsewhere(release, place).map(({ file, key, name }) => ({ file, key, name: volumeOf(name.value) })),
  ];
  return Object.fromEntries(
    all.map(({ file, key, name }) => [
      `file-${file.name}`,
      withOrigin({ name, mountPath: from(file.path), subPath: key, readOnly: true }, file.span),
    ]),
  );
}

function ownSecrets(release: Release, place: Place) {
  return filesIn(release, place).flatMap((file) =>
    file.holds.kind === "secret" ? [{ file, key: file.holds.secret.value.key }] : [],
  );
}

function secretsElsewhere(release: Release, place: Place) {
  return filesIn(release, place).flatMap((file) =>
    file.holds.kind === "elsewhere" ? [{ file, key: file.holds.key, name: file.holds.name }] : [],
  );
}

function filesIn({ files }: Release, place: Place): readonly HubFile[] {
  return files.filter((file) => file.in.value === place);
}

/** As a decimal number, which every reader of YAML takes alike: 0755. */
function modeOf({ executable }: HubFile): Record<string, YamlData> {
  return executable ? { mode: 0o755 } : {};
}
