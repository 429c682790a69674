// Which lines of the outputs come from which place of the sources: the program is compiled once for all questions about it.

import type { Examined } from "../../examine.ts";
import type { Model } from "../../model/model.ts";
import type { OutputFile } from "../../output/output-file.ts";
import type { BodyItem, Range } from "../../syntax/tree.ts";
import { emit } from "../../targets/emit.ts";
import { countWords } from "../../text/and-list.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { plainText } from "./body-schema.ts";
import { memberName } from "./effective-block.ts";
import { isStandardFile, treeOf } from "./file-trees.ts";
import { placeAt } from "./place-at.ts";

/** The lenses of a file: one for each declaration. What they say is worked out by `lensTitle`. */
export function codeLenses(known: Examined, file: SourceFile): readonly CodeLens[] {
  if (isStandardFile(file)) return [];
  return treeOf(known, file).declarations.flatMap((node) =>
    node.name === undefined ? [] : [{ span: spanOf(file, node.name), whole: spanOf(file, node) }],
  );
}

/** How many outputs have lines of a declaration; nothing where the program has errors. */
export function lensTitle(known: Pick<Examined, "model" | "sources">, { whole }: CodeLens): LensTitle | undefined {
  if (known.model === undefined) return undefined;
  const outputs = [...linesFrom({ ...known, model: known.model }, whole).keys()].map(({ path }) => path);
  return { title: countWords(outputs.length, "output"), outputs };
}

/** What the setting, block or declaration at an offset compiles to; nothing where the program has errors. */
export function compiledFrom(known: Examined, file: SourceFile, offset: number): CompiledView | undefined {
  const { declaration, blocks, item } = placeAt(treeOf(known, file), offset);
  if (known.model === undefined || declaration === undefined) return undefined;
  const block = blocks.at(-1)?.node;
  const node = item ?? block ?? declaration;
  const around = `${declaration.keyword.text} ${memberName(declaration)}`;
  const own = item ?? block;
  const title = own === undefined ? around : `${nameOf(own, file)} of ${around}`;
  const source = spanOf(file, node);
  const outputs = [...linesFrom({ ...known, model: known.model }, source)].map(([output, lines]) =>
    outputOf(output, lines),
  );
  return { source, title, outputs };
}

function nameOf(item: BodyItem, file: SourceFile): string {
  if (item.kind === "package-line") return item.text;
  if (item.kind === "block") return file.text.slice(item.header.start, item.header.end);
  const [first] = item.path;
  return (first && plainText(first)) ?? file.text.slice(item.start, item.value.start).trim();
}

interface Line {
  readonly output: OutputFile;
  /** From 0. */
  readonly line: number;
  readonly origin: Span;
}

/** A program without errors. */
interface Compilable extends Pick<Examined, "sources"> {
  readonly model: Model;
}

const bySource = new WeakMap<Model, ReadonlyMap<string, readonly Line[]>>();

/** Lines by the path of the source that they come from. */
function linesOf({ model, sources }: Compilable): ReadonlyMap<string, readonly Line[]> {
  const before = bySource.get(model);
  if (before !== undefined) return before;
  const lines = new Map<string, Line[]>();
  for (const output of emit(model, sources)) {
    output.origins.forEach((origin, line) => {
      if (origin === undefined) return;
      const alike = lines.get(origin.file.path) ?? [];
      alike.push({ output, line, origin });
      lines.set(origin.file.path, alike);
    });
  }
  bySource.set(model, lines);
  return lines;
}

/** The outputs with lines from a place, and the lines, in order of path. */
function linesFrom(program: Compilable, source: Span): ReadonlyMap<OutputFile, readonly number[]> {
  const found = new Map<OutputFile, number[]>();
  for (const { output, line, origin } of linesOf(program).get(source.file.path) ?? []) {
    if (!isWithin(origin, source)) continue;
    const lines = found.get(output) ?? [];
    lines.push(line);
    found.set(output, lines);
  }
  return found;
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function outputOf({ path, text }: OutputFile, lines: readonly number[]): CompiledOutput {
  const runs: { first: number; last: number }[] = [];
  for (const line of lines) {
    const before = runs.at(-1);
    if (before?.last === line - 1) before.last = line;
    else runs.push({ first: line, last: line });
  }
  return { path, text, lines: runs };
}

/** A line that an editor shows above a declaration, how much is compiled from it: its place. What it says is worked out when it is shown, by `lensTitle`. */
export interface CodeLens {
  /** The name of the declaration. */
  readonly span: Span;
  /** The whole declaration. */
  readonly whole: Span;
}

export interface LensTitle {
  /** `5 outputs`. */
  readonly title: string;
  /** Paths of the outputs, below the output folder. */
  readonly outputs: readonly string[];
}

/** What a place compiles to: stretches of the output files. */
export interface CompiledView {
  /** What was asked about: the setting, block or declaration at the cursor. */
  readonly source: Span;
  /** `course data8`, `memory of course data8`. */
  readonly title: string;
  readonly outputs: readonly CompiledOutput[];
}

export interface CompiledOutput {
  /** Below the output folder. */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  /** Runs of lines that come from the source: the first and the last, from 0. */
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}
