// All that an examination tells, as text, to compare what is known of a program after edits with what is known when it is read anew.

import { jsonReport } from "../../compiler/diagnostics/render-json.ts";
import type { Examined, Sources } from "../../compiler/examine.ts";
import { createSourceFile, type SourceFile } from "../../compiler/text/source-file.ts";

/** All that an examination tells, as text. A place is shown with the text that its file has. */
export function examinedText({ diagnostics, model, sound, program, evaluated }: Examined): string {
  const blocks = evaluated.map(({ declaration: { kind, name, standard }, block, complete }) => [
    kind,
    name,
    standard,
    block,
    complete,
  ]);
  const constants = [...program.constants.keys()];
  return JSON.stringify({ findings: jsonReport(diagnostics), model, sound, constants, blocks }, shown, 1);
}

/** The same texts in files that nothing is known of. */
export function readAnew(sources: Sources): Sources {
  return { ...sources, files: sources.files.map(({ path, text }) => createSourceFile(path, text)) };
}

function shown(key: string, value: unknown): unknown {
  if (key === "schema" || key === "setting" || key === "node") return undefined;
  if (typeof value === "symbol") return String(value);
  if (value instanceof Map) return [...value];
  return isFile(value) ? nameOf(value) : value;
}

function isFile(value: unknown): value is SourceFile {
  return typeof value === "object" && value !== null && "lineStarts" in value;
}

const texts = new Map<string, number>();

/** A file by its path and a number for its text. */
function nameOf({ path, text }: SourceFile): string {
  const number = texts.get(text) ?? texts.size;
  texts.set(text, number);
  return `${path} with text ${number}`;
}
