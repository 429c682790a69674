// A course with what stands beside its servers, compiled: one file, whose parts a test replaces.

import { compile } from "../../compiler/compile.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

export interface CourseParts {
  /** Inside the course. */
  readonly course?: string;
  /** Inside the hub. */
  readonly hub?: string;
  readonly auth?: string;
  /** Lines of the image's `pip`. */
  readonly pip?: string;
  readonly more?: string;
}

/** Its text. */
export function courseProgram({ course = "", hub = "", auth, pip = "", more = "" }: CourseParts): string {
  return `course data8 {
  title = "Foundations of Data Science"
  hub   = datahub
  image = data8
  term  = 2026-08-26 .. 2026-12-18
${course}
}
image data8 extends std.jupyterlab {
  python = "3.11"
  pip {
    nbgitpuller==1.3.0
    ${pip}
  }
}
provider kubernetes k {
  context = "c"
  pool users { nodes = 0..9  memory = 64GiB  cpu = 8 }
}
storage dynamic homes { size = 5GiB }
hub datahub {
  provider = k
  homes    = homes
  domain   = "data8.datahub.berkeley.edu"
  ${
    auth ??
    `auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }`
  }
${hub}
}
${more}
`;
}

/** What it compiles to, by path. @throws Error with the messages where it has errors. */
export function compiledCourse(parts: CourseParts): ReadonlyMap<string, OutputFile> {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  const files = [createSourceFile("p.hub", courseProgram(parts))];
  const compiled = compile({ files, assets: new Map() }, { on });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return new Map(compiled.files.map((file) => [file.path, file]));
}

/** The text of one of its files below `courses/data8/`. @throws Error where there is none. */
export function courseText(parts: CourseParts, path: string): string {
  const file = compiledCourse(parts).get(`courses/data8/${path}`);
  if (file === undefined) throw new Error(`there is no ${path}`);
  return file.text;
}
