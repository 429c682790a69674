// Where the texts of a program stand, so that others can be put in their place.

import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

/** A text in quotes: a value, a key or a label. */
export interface TextSite {
  readonly start: number;
  readonly end: number;
}

/** What a site gets: another text, or a file that is named as `file("…")`. */
export type SiteText = string | { readonly file: string };

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

/** The program with others at some sites, by their places in the list. */
export function withTexts(program: string, sites: readonly TextSite[], texts: ReadonlyMap<number, SiteText>): string {
  return placed(program, sites, texts).text;
}

/** The same, and where each of them stands in it. */
export function placed(
  program: string,
  sites: readonly TextSite[],
  texts: ReadonlyMap<number, SiteText>,
): { readonly text: string; readonly places: ReadonlyMap<number, TextSite> } {
  const places = new Map<number, TextSite>();
  let text = "";
  let at = 0;
  for (const [i, { start, end }] of sites.entries()) {
    const other = texts.get(i);
    if (other === undefined) continue;
    text += program.slice(at, start);
    const from = text.length;
    text += typeof other === "string" ? `"${escaped(other)}"` : `file("${other.file}")`;
    places.set(i, { start: from, end: text.length });
    at = end;
  }
  return { text: text + program.slice(at), places };
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\$\{/g, "\\${");
}
