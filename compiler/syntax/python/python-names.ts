// What names in a piece of Python stand for: plain values that never change, and parts of the hub's configuration.

import { type PythonConstants, type PythonData, readPythonLiteral } from "./python-literal.ts";

/** A part of the configuration, from the whole down to what a trait holds. */
export type PythonHolder =
  | { readonly kind: "config" }
  | { readonly kind: "class"; readonly className: string }
  | {
      readonly kind: "trait";
      readonly className: string;
      readonly trait: string;
      /** Keys below the trait: of `c.A.b["k"]` it is `k`; nothing where one of them is worked out. */
      readonly keys: readonly string[] | undefined;
    };

/** Names set once, on a line of their own, to a plain value, and never changed. */
export function pythonConstants(text: string): PythonConstants {
  const found = new Map<string, PythonData>();
  for (const { 0: whole, 1: name = "", index } of text.matchAll(/^([A-Za-z_]\w*)[ \t]*=(?!=)/gm)) {
    if (found.has(name) || isChanged(text, name)) continue;
    const literal = readPythonLiteral(text, index + whole.length, found);
    if (literal !== undefined && endsStatement(text, literal.end)) found.set(name, literal.value);
  }
  return found;
}

/** Where the expressions of such names begin, plain or not. */
export function pythonNamePlaces(text: string): ReadonlyMap<string, number> {
  const matches = [...text.matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*=(?!=)/gm)];
  return new Map(
    matches.flatMap(({ 0: whole, 1: name = "", index }): [string, number][] =>
      isChanged(text, name) ? [] : [[name, index + whole.length]],
    ),
  );
}

/** Is it bound a second time, or may what it holds be changed in place? */
function isChanged(text: string, name: string): boolean {
  const uses = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\b(?=([ \\t]*)(.?.?.?))`, "gs"))];
  const bound = uses.filter(({ 2: next = "" }) => /^(?:=(?!=)|:=|[-+*/%|&^]=|<<=|>>=|\/\/=|\*\*=|[.[])/.test(next));
  const binders = new RegExp(`\\b(?:for|as|def|class|global|nonlocal|import|del|lambda)\\b[^\\n:]*\\b${name}\\b`);
  return bound.length > 1 || binders.test(text);
}

/** Is the statement over, but for a comment? */
export function endsStatement(text: string, at: number): boolean {
  return /^[ \t]*(?:[#;]|\r?\n|$)/.test(text.slice(at, at + 200));
}

/** The parameters of a function that the piece defines, in order; nothing for one that it does not. */
export function parametersOf(text: string, name: string): readonly string[] | undefined {
  const found = new RegExp(`\\bdef\\s+${name}\\s*\\(([^()]*)\\)`).exec(text)?.[1];
  return found?.split(",").map((one) => /[A-Za-z_]\w*/.exec(one)?.[0] ?? "");
}
