// The extension for VS Code, as both shops take it.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { artefacts, manifest, root, run } from "./project.mjs";

export function makeExtension(addresses) {
  const repository = addresses === undefined ? [] : ["--repository", addresses.repository];
  run("node", [join(root, "scripts", "build-editor.mjs"), ...repository]);
  const name = `${manifest.name}-${manifest.version}.vsix`;
  copyFileSync(join(root, "editor", "vscode", "dist", name), join(artefacts, name));
  return name;
}
