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
import type { Model, Release } from "../model/model.ts";
import type { Declaration, Program } from "../names/bind.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** A program with areas. */
export interface Areas {
  readonly areas: readonly Area[];
  readonly program: Program;
  readonly trees: readonly SyntaxTree[];
  /** Groups by name: what is laid over them in windows is in them. */
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

const hubFile = `hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
  }
}
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group data8-students {
  members = secret("rosters/data8")
}
group deans {
  members = ["dean"]
  may = ["list:users"]
}
image campus-base extends std.jupyterlab { }
`;

/** An example of two files: the operators', and one of a course in the area `data8`. */
export function exampleAreas(
  options: {
    readonly area?: string;
    readonly course?: string;
    readonly more?: string;
    readonly operators?: string;
  } = {},
): string {
  return `# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
${options.area ?? ""}  }
}
${hubFile}${options.operators ?? ""}# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
${options.course ?? "  staff = data8-staff\n  roster = data8-students\n"}}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
${options.more ?? ""}`;
}
