// What is said of .hub files that a walk leaves out: where they are, and which of them hold policies that would govern the program.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type LeftOutBecause, leftOut, leftOutPolicy } from "../diagnostics/file-left-out.ts";
import { parse } from "../syntax/parse.ts";
import type { SourceFile } from "../text/source-file.ts";
import { spanOf } from "../text/span.ts";
import { projectsSetting } from "./scan-hub-text.ts";

/** A folder or a hidden file that is left out, relative to the project's root, and the .hub files in it and below it. */
export interface LeftOutFolder {
  readonly folder: string;
  readonly because: LeftOutBecause;
  readonly files: readonly SourceFile[];
}

/** One finding for each folder that holds `.hub` files, and one for each policy among them that would govern something of `program`. */
export function leftOutFindings(folders: readonly LeftOutFolder[], program: readonly SourceFile[]): Diagnostic[] {
  const apart = new Set(program.flatMap(({ text }) => projectsSetting(text)));
  const declares = (kind: string) => program.some((file) => declarationsIn(file, kind).length > 0);
  return folders.flatMap(({ folder, because, files }) => {
    const [first] = files;
    if (first === undefined || (because === "project" && apart.has(folder))) return [];
    const policies = files.flatMap((file) => policiesIn(file).filter(({ kind }) => declares(kind)));
    const span = { file: first, start: 0, end: 0 };
    if (policies.length === 0) return [diagnose(leftOut, { folder, count: files.length, because }, { span })];
    return policies.map(({ name, kind, span: at }) =>
      diagnose(leftOutPolicy, { name, kind, folder, because }, { span: at }),
    );
  });
}

function policiesIn(file: SourceFile) {
  return declarationsIn(file, "policy").map(({ variant, name, header }) => ({
    kind: variant?.text ?? "",
    name: name?.text ?? "",
    span: spanOf(file, header),
  }));
}

/** Those of a kind that are not abstract. What is wrong in the file is for whoever checks it. */
function declarationsIn(file: SourceFile, kind: string) {
  if (!file.text.includes(kind)) return [];
  const { declarations } = parse(file, () => {});
  return declarations.filter(({ keyword, abstract }) => keyword.text === kind && !abstract);
}
