// A document that begins with data: how Jekyll, Jupyter Book and MyST are told about a page.

import type { Span } from "../text/span.ts";
import { lineBuffer, type OutputFile, type OutputLine, printedText, pushLine } from "./output-file.ts";
import { printYaml } from "./print-yaml.ts";
import { type YamlData, yaml } from "./yaml-tree.ts";

/** A file with `data` between two `---`, and then the lines of `body`. The first comment line says where it is from. */
export function frontMatterFile(
  path: string,
  document: { readonly data: YamlData; readonly body?: readonly OutputLine[]; readonly header: string },
  origin: Span | undefined,
): OutputFile {
  const out = lineBuffer();
  const { text, origins } = printYaml([yaml(document.data)], { header: [document.header], origin });
  pushLine(out, "---", origin);
  for (const [i, line] of text.split("\n").slice(0, -1).entries()) pushLine(out, line, origins[i]);
  pushLine(out, "---", origin);
  for (const line of document.body ?? []) pushLine(out, line.text, line.origin ?? origin);
  return { path, ...printedText(out) };
}
