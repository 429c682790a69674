// devcontainer.json: the image as the place where Codespaces and VS Code work, built from the same Dockerfile.

import type { Image } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { printJson } from "../../text/print-json.ts";
import { generatedNote } from "./generated-note.ts";

/** The file in `folder`, the image's. Its format takes comments (containers.dev, devcontainer.json reference). */
export function devcontainer(image: Image, folder: string): OutputFile {
  const settings = {
    name: image.name,
    build: { dockerfile: "../Dockerfile", context: ".." },
    remoteUser: image.user.value,
    // The image's own command would start a server for a hub.
    overrideCommand: true,
    customizations: { vscode: { extensions: ["ms-python.python", "ms-toolsai.jupyter"] } },
  };
  const text = [`// ${generatedNote(image)}`, ...printJson(settings).trimEnd().split("\n")];
  const origin = (line: string) => (line.startsWith('  "remoteUser"') ? image.user.span : undefined);
  const lines = text.map((line) => ({ text: line, origin: origin(line) }));
  return textFile(`${folder}/devcontainer/devcontainer.json`, lines, image.span);
}
