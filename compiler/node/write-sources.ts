// Writing a person's own files: all of them or none, none that was changed since it was read, and none over another.

import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { limits } from "../text/limits.ts";
import type { SourceFile } from "../text/source-file.ts";
import { changeFiles, type FileChange, type NotChanged } from "./change-files.ts";
import { fileState, isReachedByFolders, statOf } from "./file-state.ts";
import { hasByteOrderMark, readText } from "./read-text.ts";
import { isWithin } from "./real-folder.ts";
import { underLock, type Writing } from "./under-lock.ts";

/** A file of a program, as it was read, and the text that is to be in it. */
export interface NewText {
  readonly file: SourceFile;
  readonly text: string;
}

/** Gives files of the program in `root` other texts; each keeps its mode and its byte order mark. `root` is absolute, with links followed. */
export async function writeSources(
  root: string,
  files: readonly NewText[],
  writing?: Writing,
): Promise<NotChanged | undefined> {
  return underLock(
    root,
    ({ disk }) => {
      const changes: FileChange[] = [];
      for (const newText of files) {
        const change = changeOf(root, newText);
        if (change === undefined) continue;
        if ("problem" in change) return change;
        changes.push(change);
      }
      return changes.length === 0 ? undefined : changeFiles(root, changes, disk);
    },
    writing,
  );
}

/** The change; nothing where another has just made it. @throws an error of the disk. */
function changeOf(root: string, { file, text }: NewText): FileChange | NotChanged | undefined {
  const real = realpathSync(join(root, file.path));
  if (!isWithin(root, real))
    return { problem: `${file.path} is a link that leads out of the project. Nothing was changed.` };
  const before = fileState(real);
  const now = readText(real, limits.sourceFile).text;
  if (now === text) return undefined;
  if (now !== file.text)
    return { problem: `${file.path} was changed since it was read. Nothing was changed; run hubc again.` };
  const mode = (statOf(real)?.mode ?? 0o644) & 0o777;
  const kept = hasByteOrderMark(real, limits.sourceFile) ? `\ufeff${text}` : text;
  return { path: relative(root, real).split(sep).join("/"), before, after: { text: kept, mode } };
}

export interface NewFile {
  /** A plain name, in the folder. */
  readonly name: string;
  readonly text: string;
}

/** Makes files in `folder`, and the folder; all of them or none. `taken` are names that something has, or that a link or a file stands in the way of. */
export async function makeFiles(
  folder: string,
  files: readonly NewFile[],
  writing?: Writing,
): Promise<NotChanged | { readonly taken: readonly string[] } | undefined> {
  return underLock(
    folder,
    ({ folder: real, disk }) => {
      const taken = files
        .map(({ name }) => name)
        .filter((name) => !isReachedByFolders(real, name) || statOf(join(real, name)) !== undefined);
      if (taken.length > 0) return { taken };
      const changes = files.map(({ name, text }): FileChange => {
        return { path: name, before: { kind: "absent" }, after: { text, mode: undefined } };
      });
      return changeFiles(real, changes, disk);
    },
    writing,
  );
}
