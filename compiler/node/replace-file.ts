// Writing single files of a person's own: whole or not at all, and never over what is there unless that is the point.

import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { diskReason } from "./disk-reason.ts";

/** Replaces a file's text, through links, keeping its permissions. Returns why it could not, in words, or nothing. */
export function replaceFile(path: string, text: string): string | undefined {
  let staged: string | undefined;
  try {
    const real = realpathSync(path);
    staged = join(dirname(real), `.${basename(real)}.hubc-fmt`);
    writeFileSync(staged, text, { mode: statSync(real).mode & 0o777 });
    renameSync(staged, real);
    return undefined;
  } catch (error) {
    if (staged !== undefined) rmSync(staged, { force: true });
    return diskReason(error);
  }
}

export interface NewFile {
  /** A plain name, in the folder. */
  readonly name: string;
  readonly text: string;
}

/** What kept new files from being made: names that are taken, or the disk. */
export type NotMade = { readonly taken: readonly string[] } | { readonly reason: string };

/** Makes files in `folder`, and the folder; all of them or none, and none over another. */
export function makeFiles(folder: string, files: readonly NewFile[]): NotMade | undefined {
  const taken = files.filter(({ name }) => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
  if (taken.length > 0) return { taken: taken.map(({ name }) => name) };
  const made: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of files) {
      writeFileSync(join(folder, name), text, { flag: "wx" });
      made.push(name);
    }
    return undefined;
  } catch (error) {
    for (const name of made) rmSync(join(folder, name), { force: true });
    return { reason: diskReason(error) };
  }
}
