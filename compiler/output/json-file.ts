import { printJson } from "../text/print-json.ts";
import type { Span } from "../text/span.ts";
import { type OutputFile, textFile } from "./output-file.ts";

/** A file of JSON, all lines of which come from one source. */
export function jsonFile(path: string, data: object, origin: Span): OutputFile {
  const lines = printJson(data).trimEnd().split("\n");
  return textFile(
    path,
    lines.map((text) => ({ text })),
    origin,
  );
}
