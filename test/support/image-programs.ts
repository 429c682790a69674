// Small programs about one image, and what is found in them.

import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { checkProgram, programOf } from "./programs.ts";

/** A course on a hub whose image is `own`, with this body; `course` holds further settings of the course. */
export function courseWithImage(imageBody: string, course = ""): string {
  return `course c {
  title = "C"
  hub = h
  image = own
  term = 2026-08-26 .. 2026-12-18
${course}
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github { client-id = secret("a/id") client-secret = secret("a/secret") allow = everyone }
}
provider kind k { }
storage dynamic homes { size = 1GiB }
image own ${imageBody}
`;
}

/** What is found about images: `severity code: the text that it marks`. */
export function imageFindings(text: string): string[] {
  return foundIn(text).map(({ severity, code, span }) => {
    const marked = span.file.text.slice(span.start, span.end).split("\n")[0];
    return `${severity} ${code}: ${marked}`;
  });
}

/** The program after the first fix of its only finding of this code. */
export function mended(text: string, code: string): string {
  const found = foundIn(text).filter((one) => one.code === code);
  const [fix] = found[0]?.fixes ?? [];
  if (found.length !== 1 || fix === undefined) throw new Error(`${found.length} findings of ${code}, and no fix`);
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((whole, { span, text }) => whole.slice(0, span.start) + text + whole.slice(span.end), text);
}

function foundIn(text: string): Diagnostic[] {
  const { diagnostics } = checkProgram(programOf(text));
  return diagnostics.filter(({ code, severity }) => code.startsWith("image/") || severity === "error");
}
