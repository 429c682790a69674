// What is said of .hub files that a walk leaves out: where they are, and which of them hold policies that would govern the program.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type LeftOutBecause, leftOut, leftOutPolicy } from "../diagnostics/file-left-out.ts";
import { parse } from "../syntax/parse.ts";
import type { SourceFile } from "../text/source-file.ts";
import { spanOf } from "../text/span.ts";
import { projectsSetting } from "./scan-hub-text.ts";

/** A folder that is left out, relative to the project's root, and the .hub files in it and below it. */
export interface LeftOutFolder {
  readonly folder: string;
  readonly because: LeftOutBecause;
  readonly files: readonly SourceFile[];
}

/** One finding for each folder that holds `.hub` files, and one for each policy among them that would govern something of `program`. */
export function leftOutFindings(folders: readonly LeftOutFolder[], program: readonly SourceFile[]): Diagnostic[] {
  const apart = new Set(program.flatMap(({ text }) => projectsSetting(text)));
  const declares = (kind: string) => program.some(({ text }) => new RegExp(`^[ \\t]*${kind}[ \\t]`, "m").test(text));
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
  if (!file.text.includes("policy")) return [];
  const { declarations } = parse(file, () => {}); // what is wrong in it is for whoever checks it
  return declarations.flatMap(({ keyword, variant, name, abstract, header }) =>
    keyword.text !== "policy" || abstract
      ? []
      : [{ kind: variant?.text ?? "", name: name?.text ?? "", span: spanOf(file, header) }],
  );
}
