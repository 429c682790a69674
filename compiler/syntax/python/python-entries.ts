// The entries of a dict or of a call's named arguments, each by itself, so that one that only Python can work out hides no other.

import { closingBracket } from "./python-holder.ts";
import { matchAt, type PythonConstants, type PythonData, readPythonLiteral, skipBlanks } from "./python-literal.ts";

export interface PythonEntry {
  readonly key: string;
  readonly value: PythonData | undefined;
  /** Where the expression of the value begins; nothing where it stands elsewhere. */
  readonly valueStart: number | undefined;
}

/** Of `{"a": 1}`, `dict(a=1)`, `Config({"a": 1})`, or a name for one, at an offset; nothing where not all its keys are written out. */
export function pythonEntries(
  text: string,
  at: number,
  constants: PythonConstants,
): readonly PythonEntry[] | undefined {
  const start = skipBlanks(text, at);
  const opening = matchAt(/(?:dict|Config)?\(|\{/y, text, start);
  if (opening !== null) {
    const open = start + opening[0].length - 1;
    const close = closingBracket(text, open);
    if (close === undefined) return undefined;
    const inner = skipBlanks(text, open + 1);
    const held =
      /^(?:\{|dict\(|Config\(|[A-Za-z_]\w*\s*,?\s*\))/.test(text.slice(inner, inner + 80)) && text[open] === "(";
    return held
      ? pythonEntries(text, inner, constants)
      : entriesBetween(text, { from: open + 1, to: close - 1 }, constants);
  }
  const name = matchAt(/[A-Za-z_]\w*(?=\s*\)|[ \t]*(?:#|\r?\n|$))/y, text, start)?.[0];
  const value = name === undefined ? undefined : constants.get(name);
  if (value === undefined || value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.entries(value).map(([key, one]) => ({ key, value: one, valueStart: undefined }));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function entriesBetween(text: string, { from, to }: Stretch, constants: PythonConstants): PythonEntry[] | undefined {
  const entries: PythonEntry[] = [];
  for (let at = skipBlanks(text, from); at < to; ) {
    const key = matchAt(/([A-Za-z_]\w*)\s*=(?!=)|(["'])([^"'\\\n]*)\2\s*:/y, text, at);
    if (key === null) return undefined;
    const valueStart = at + key[0].length;
    const end = endOfValue(text, valueStart, to);
    const pythonLiteral = readPythonLiteral(text, valueStart, constants);
    const value =
      pythonLiteral !== undefined && skipBlanks(text, pythonLiteral.end) === end ? pythonLiteral.value : undefined;
    entries.push({ key: key[1] ?? key[3] ?? "", value, valueStart });
    at = skipBlanks(text, end + 1);
  }
  return entries;
}

/** The comma behind a value, or where the entries end. */
function endOfValue(text: string, at: number, to: number): number {
  for (let next = at; next < to; ) {
    const c = text[next] ?? "";
    if (c === ",") return next;
    if (/[([{]/.test(c)) next = closingBracket(text, next) ?? to;
    else if (c === '"' || c === "'")
      next += matchAt(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y, text, next)?.[0].length ?? 1;
    else if (c === "#") next = text.indexOf("\n", next) < 0 ? to : text.indexOf("\n", next);
    else next++;
  }
  return to;
}
