// hubc check --fix: the fixes of a program's findings, written into its files, all of them or none.

import { join } from "node:path";
import { check } from "../check.ts";
import { maskLines, secretTexts } from "../diagnostics/secret-mask.ts";
import type { CompileOptions } from "../examine.ts";
import type { LoadedProgram } from "../node/load-sources.ts";
import { hasByteOrderMark } from "../node/read-text.ts";
import { writeSources } from "../node/write-sources.ts";
import { mend } from "../service/mend.ts";
import { limits } from "../text/limits.ts";
import type { SourceFile } from "../text/source-file.ts";
import { CannotRun, type Io } from "./io.ts";
import { pathFrom, shownFolder } from "./load-program.ts";

/** What becomes of the fixes: they are written into the files, only said, or said and shown as a patch. */
export type MendingMode = "write" | "dry-run" | "diff";

/**
 * The program after its fixes. Says what was mended; only `write` writes, and `diff` prints a patch that `git apply` takes.
 * @throws CannotRun on a disk that refuses.
 */
export async function mendProgram(
  program: LoadedProgram,
  options: CompileOptions,
  { io, mode }: { readonly io: Io; readonly mode: MendingMode },
): Promise<LoadedProgram> {
  if (program.sourceProblems.length > 0) {
    io.stderr("nothing mended: a file could not be read to the letter\n");
    return program;
  }
  const { sources, changed, mended } = mend(program.sources, options);
  const pathOf = pathFrom(io.cwd, program);
  if (mode === "write") {
    const before = new Map(program.sources.files.map((file) => [file.path, file]));
    const texts = changed.flatMap(({ path, text }) => {
      const file = before.get(path);
      return file === undefined ? [] : [{ file, text }];
    });
    const failure = texts.length === 0 ? undefined : await writeSources(program.root, texts);
    if (failure !== undefined) throw new CannotRun(`${shownFolder(io.cwd, program)}: ${failure.problem}`);
  }
  if (mode === "diff") io.stdout(await patchOf(changed, { program, options, pathOf }));
  const verb = mode === "write" ? "mended" : "would mend";
  for (const { diagnostic, fix } of mended) {
    io.note(`${verb} ${pathOf(diagnostic.span.file)}: ${fix.title} (${diagnostic.code})\n`);
  }
  return { ...program, sources };
}

/** A patch from the files as they are to the changed ones. Lines that hold a secret show it masked, so that such a patch does not apply. */
async function patchOf(
  changed: readonly SourceFile[],
  {
    program: { root, sources },
    options,
    pathOf,
  }: { program: LoadedProgram; options: CompileOptions; pathOf: (file: SourceFile) => string },
): Promise<string> {
  const secrets = secretTexts(check(sources, options).diagnostics);
  const patches = await Promise.all(
    changed.map((file) => {
      const before = sources.files.find(({ path }) => path === file.path)?.text ?? "";
      return filePatch(pathOf(file), before, { after: file.text, disk: join(root, file.path) });
    }),
  );
  return maskLines(patches.join(""), secrets);
}

/** A patch of one file that `git apply` takes; empty where nothing differs. `disk`: where the file lies, for the mark that it may begin with. */
export async function filePatch(
  path: string,
  before: string,
  { after, disk }: { readonly after: string; readonly disk: string },
): Promise<string> {
  if (before === after) return "";
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const mark = hasByteOrderMark(disk, limits.sourceFile) ? "\ufeff" : "";
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, mark + before, mark + after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
