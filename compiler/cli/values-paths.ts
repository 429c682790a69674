// What the paths of a command that reads values files mean: files in the order of helm, or folders with hubs in a known layout.

import { lstatSync } from "node:fs";
import { relative, resolve } from "node:path";
import { imageFilesIn } from "../audit/check-image-folders.ts";
import { encryptedFile, isEncryptedFile } from "../audit/encrypted-values.ts";
import { type FoundHub, type FoundHubs, findHubs, unknownPlace } from "../audit/layouts.ts";
import { newestChart } from "../knowledge/charts/charts.ts";
import { fileTree, readSource } from "../node/file-tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import { CannotRun } from "./io.ts";

/** Hubs that a command was asked about, and how they were named. */
export interface NamedHubs extends FoundHubs {
  readonly shown: string;
}

/** @throws CannotRun where it is no version. */
export function askedChart(version: string | undefined): string | undefined {
  if (version === undefined || /^v?\d+\.\d+(?:\.\d+)?$/.test(version)) return version;
  throw new CannotRun(`--chart ${version}: a version of the chart, such as ${newestChart.version}.`);
}

/** Files are one hub, in the order in which they are named, as with `helm --values`; a folder holds what its layout says. */
export function hubsAt(paths: readonly string[], cwd: string): FoundHubs {
  const found = paths.map((path) => {
    const absolute = resolve(cwd, path);
    const shown = relative(cwd, absolute);
    const kind = lstatSync(absolute, { throwIfNoEntry: false });
    if (kind === undefined) throw new CannotRun(`${path} is not there.`);
    // A link in somebody's repository may lead to any file of this machine, whose lines would be shown.
    if (kind.isSymbolicLink()) throw new CannotRun(`${path} is a link: name what it leads to.`);
    if (kind.isDirectory()) {
      const tree = fileTree(absolute, shown === "" ? "" : `${shown}/`);
      const { hubs, skipped } = findHubs(tree);
      const named = { tree, named: shown, hasHubs: hubs.length > 0 };
      return { folder: { hubs, named, images: imageFilesIn(tree), skipped: [...skipped, ...tree.unread] } };
    }
    const file = kind.isFile() ? readSource(absolute, shown) : undefined;
    if (file === undefined) throw new CannotRun(`${path} is no text that can be read.`);
    return { file };
  });
  const all = found.flatMap(({ file }) => file ?? []);
  const files = all.filter(({ text }) => !isEncryptedFile(text));
  const encrypted = all.filter((file) => !files.includes(file));
  const named: FoundHub[] =
    files.length === 0
      ? []
      : [
          {
            name: nameOf(files),
            place: unknownPlace(hubOf(nameOf(files))),
            files: files.map((file) => ({ file, under: [] })),
            version: undefined,
          },
        ];
  const folders = found.flatMap(({ folder }) => folder ?? []);
  return {
    images: folders.flatMap(({ images }) => images),
    trees: folders.map(({ named }) => named),
    hubs: [...named, ...folders.flatMap(({ hubs }) => hubs)],
    skipped: [
      ...encrypted.map(({ path }) => ({ path, why: encryptedFile })),
      ...folders.flatMap(({ skipped }) => skipped),
    ],
  };
}

/** What the hub is called by its last file: the name of that, or of its folder where every hub has a file of that name. */
function hubOf(path: string): string {
  const parts = path.replace(/\.ya?ml$/, "").split("/");
  const last = parts.at(-1) ?? "";
  if (!/^(?:values|config|common|prod|production|jupyterhub)$/.test(last)) return last;
  return parts.at(-2)?.replace(/^\.+$/, "") || "hub";
}

function nameOf(files: readonly SourceFile[]): string {
  return files.at(-1)?.path ?? "";
}
