// The smallest program with a hub and a course, to put one thing into.

import type { Model } from "../../compiler/model/model.ts";
import { type CheckWith, checkProgram, programOf } from "./programs.ts";

export interface SmallProgram {
  readonly course?: string;
  readonly hub?: string;
  readonly image?: string;
  /** Further declarations. */
  readonly more?: string;
}

/** Its text. What is given is put into the declaration of that name; each belongs on lines of its own. */
export function smallProgram({ course = "", hub = "", image = "", more = "" }: SmallProgram = {}): string {
  return `course c {
  title = "C"
  hub   = h
  image = img
  ${/\bterm\s*=/.test(course) ? "" : "term = 2026-08-26 .. 2026-12-18"}
${course}
}
image img extends std.jupyterlab {
${image}
}
provider kind k { }
storage dynamic homes { size = 5GiB }
hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
${hub}
}
${more}
`;
}

/** The model of a program without errors. */
export function modelOf(text: string, options: CheckWith = {}): Model {
  const { model, diagnostics } = checkProgram(programOf(text), options);
  if (model === undefined) {
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  }
  return model;
}

/** The codes of errors and warnings, in order of place. */
export function findings(text: string, options: CheckWith = {}): string[] {
  const { diagnostics } = checkProgram(programOf(text), options);
  return diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
}
