// `remove-unused.sh`: what earlier builds wrote beside a release and this one does not goes from the cluster. A job that nothing in the program
// stands for would go on buying nodes, or deleting copies.

import type { Release } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import script from "./remove-unused.sh";

/** `hubs/<hub>/<stage>/remove-unused.sh`. Names of releases and hubs hold nothing that a shell reads. */
export function removeUnused(release: Release): OutputFile {
  const text = script.replaceAll("NAMESPACE", () => release.namespace).replaceAll(/\bHUB\b/g, () => release.hub);
  const lines = text.trimEnd().split("\n");
  const file = textFile(
    `${release.folder}/remove-unused.sh`,
    lines.map((line) => ({ text: line })),
    release.span,
  );
  return { ...file, executable: true };
}
