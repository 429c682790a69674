// `remove-unused.sh`: what earlier builds wrote beside a release and this one does not goes from the cluster. A job that nothing in the program
// stands for would go on buying nodes, or deleting copies. It keeps the same list of what was brought as `hubc deploy` (`cluster/inventory.ts`).

import { ownKinds, removableKinds } from "../../knowledge/kubernetes-kinds.ts";
import type { Release } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import script from "./remove-unused.sh";

/** `hubs/<hub>/<stage>/remove-unused.sh`. Names of releases and hubs hold nothing that a shell reads. */
export function removeUnused(release: Release): OutputFile {
  const text = script
    .replaceAll("OWN_KINDS", () => ownKinds.map(resourceOf).join(","))
    .replaceAll("REMOVABLE_KINDS", () => [...removableKinds].join(" "))
    .replaceAll(/\bNAMESPACE\b/g, () => release.namespace)
    .replaceAll(/\bRELEASE\b/g, () => release.name)
    .replaceAll(/\bHUB\b/g, () => release.hub);
  const lines = text.trimEnd().split("\n");
  const file = textFile(
    `${release.folder}/remove-unused.sh`,
    lines.map((line) => ({ text: line })),
    release.span,
  );
  return { ...file, executable: true };
}

/** As kubectl takes a kind: `cronjob.batch`. */
function resourceOf({ apiVersion, kind }: (typeof ownKinds)[number]): string {
  const [group] = apiVersion.includes("/") ? apiVersion.split("/") : [];
  return [kind.toLowerCase(), ...(group === undefined ? [] : [group])].join(".");
}
