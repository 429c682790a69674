// What every check of areas is given, and the words that they share.

import {
  type Diagnostic,
  type DiagnosticDefinition,
  diagnose,
  type Fix,
  type Report,
} from "../diagnostics/diagnostic.ts";
import type { Area } from "../model/areas.ts";
import { areaOf } from "../model/areas.ts";
import type { Block } from "../model/block.ts";
import type { Entry } from "../model/entry.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import type { Declaration, Program } from "../names/bind.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** A program with areas. */
export interface Areas {
  readonly areas: readonly Area[];
  readonly program: Program;
  readonly trees: readonly SyntaxTree[];
  /** Groups by name: what is merged onto them in windows is in them. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** As far as it is sound. */
  readonly model: Model;
  /** Where a file that `file("…")` names lies when links are followed; absent where that is its own path. */
  readonly realPaths: ReadonlyMap<string, string>;
  /** Texts that `file("…")` may name. */
  readonly assets: ReadonlyMap<string, string | null>;
  /** Who may enter a release in the end, with what configuration and Python add. */
  readonly entryOf: (release: Release) => Entry;
  readonly report: Report;
}

/** A declaration in an area, as it is in every situation: usually, in each window and on the day of each exam. */
export interface InArea {
  readonly area: Area;
  readonly declaration: Declaration;
  readonly situations: readonly Block[];
}

/** A finding about an area, beside which the area's declaration is shown. */
export function refuse<P>(
  { definition, parameters, fixes }: { definition: DiagnosticDefinition<P>; parameters: P; fixes?: readonly Fix[] },
  area: Area,
  span: Span,
): Diagnostic {
  const related = [{ span: area.span, message: `The area \`${area.name}\` is declared here.` }];
  return diagnose(definition, parameters, { span, related, ...(fixes && { fixes }) });
}

/** Whose a file is, in words. */
export function ownerWords(file: SourceFile, areas: readonly Area[]): string {
  const area = areaOf(file, areas);
  return area === undefined ? "the operators'" : `the area \`${area.name}\`'s`;
}

/** Was it written by the area's people, or in another area, rather than by the operators or in the standard library? */
export function isWrittenInArea(file: SourceFile, areas: readonly Area[]): boolean {
  return areaOf(file, areas) !== undefined;
}
