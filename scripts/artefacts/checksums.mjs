// The checksums of all artefacts, as `sha256sum --check SHA256SUMS` reads them.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { artefacts } from "./project.mjs";

export function writeChecksums() {
  const name = "SHA256SUMS";
  const files = readdirSync(artefacts, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== name,
  );
  const lines = files
    .map((entry) => entry.name)
    .sort()
    .map(
      (file) =>
        `${createHash("sha256")
          .update(readFileSync(join(artefacts, file)))
          .digest("hex")}  ${file}\n`,
    );
  writeFileSync(join(artefacts, name), lines.join(""));
  return name;
}
