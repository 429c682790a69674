// Where the texts of a program stand, so that others can be put in their place.

import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

/** A text in quotes: a value, a key or a label. */
export interface TextSite {
  readonly start: number;
  readonly end: number;
}

/** The texts of a program in quotes on one line, with nothing filled in, in order. The paths of secrets and files are left out. */
export function textSites(program: string): readonly TextSite[] {
  const sites = new Map<number, TextSite>();
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node) || "lineStarts" in node) return;
    seen.add(node);
    if ("kind" in node && node.kind === "call") return;
    if ("kind" in node && node.kind === "text" && "start" in node && "end" in node) {
      const { start, end } = node;
      if (typeof start !== "number" || typeof end !== "number") return;
      if (/^"(?:[^"\\\n$]|\\.)*"$/.test(program.slice(start, end))) sites.set(start, { start, end });
      return;
    }
    Object.values(node).forEach(visit);
  };
  visit(parse(createSourceFile("p.hub", program), () => {}));
  return [...sites.values()].sort((a, b) => a.start - b.start);
}

/** The program with other texts at some sites, by their places in the list. */
export function withTexts(program: string, sites: readonly TextSite[], texts: ReadonlyMap<number, string>): string {
  return sites.reduceRight((text, { start, end }, i) => {
    const other = texts.get(i);
    return other === undefined ? text : `${text.slice(0, start)}"${escaped(other)}"${text.slice(end)}`;
  }, program);
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\$\{/g, "\\${");
}
