// What a piece of Python sets of the hub's configuration: `c.KubeSpawner.mem_limit = "2G"`, `c["Authenticator"].allowed_users.add("ada")`.

import type { Cursor } from "./python-cursor.ts";
import { type PythonData, readPythonLiteral, skipBlanks } from "./python-literal.ts";
import { isStringStart, skipString } from "./python-string.ts";

/** One trait that a piece sets or changes, and where it is named. */
export interface PythonSetting {
  readonly className: string;
  readonly trait: string;
  /** `adds`: to a list, a set or a dict. `changes`: in another way, such as by taking something out. */
  readonly how: "sets" | "adds" | "changes";
  /** What it is set to or what is added, a list or a dict then; absent where only the hub knows, as below an `if`. */
  readonly value: PythonData | undefined;
  /** Offsets of `c.Class.trait` in the piece. */
  readonly start: number;
  readonly end: number;
}

/** In the order of the piece. */
export function pythonSettings(text: string): PythonSetting[] {
  const found: PythonSetting[] = [];
  /** Names that stand for a class: `auth = c.Authenticator`. */
  const classes = new Map<string, string>();
  const cursor: Cursor = { text, at: 0, problem: undefined };
  while (cursor.at < text.length) {
    const { at } = cursor;
    if (text[at] === "#") cursor.at = endOfLine(text, at);
    else if (isStringStart(text, at)) skipString(cursor);
    else {
      const name = matchAt(/[\p{ID_Start}_][\p{ID_Continue}]*/uy, text, at)?.[0];
      if (name !== undefined && text[at - 1] !== ".") found.push(...settingsAt(text, at, { name, classes }));
      cursor.at += name?.length ?? 1;
    }
  }
  return found;
}

interface Named {
  readonly name: string;
  readonly classes: Map<string, string>;
}

function settingsAt(text: string, at: number, { name, classes }: Named): PythonSetting[] {
  if (name === "setattr") return setByCall(text, at);
  const known = classes.get(name);
  if (name !== "c" && known === undefined) return [];
  const inClass = known === undefined ? member(text, at + name.length) : { name: known, end: at + name.length };
  if (inClass === undefined) return [];
  const trait = member(text, inClass.end);
  if (trait === undefined) {
    const alias = /([A-Za-z_]\w*)[ \t]*=[ \t]*$/.exec(text.slice(startOfLine(text, at), at))?.[1];
    if (alias !== undefined && /^[ \t]*(?:#|\r?\n|$)/.test(text.slice(inClass.end))) classes.set(alias, inClass.name);
    return [];
  }
  const place = { className: inClass.name, start: at };
  if (trait.name === "update" && text[trait.end] === "(") return setTogether(text, { ...place, end: trait.end });
  const change = changeAt(text, trait.end);
  if (change === undefined) return [];
  const isSure = startOfLine(text, at) === at;
  return [{ ...place, trait: trait.name, end: trait.end, ...change, value: isSure ? change.value : undefined }];
}

interface Member {
  readonly name: string;
  readonly end: number;
}

/** `.name` or `["name"]`. */
function member(text: string, at: number): Member | undefined {
  const found = matchAt(/[ \t]*(?:\.[ \t]*([A-Za-z_]\w*)|\[[ \t]*(["'])([A-Za-z_]\w*)\2[ \t]*\])/y, text, at);
  const name = found?.[1] ?? found?.[3];
  return found && name !== undefined ? { name, end: at + found[0].length } : undefined;
}

type Change = Pick<PythonSetting, "how" | "value">;

function changeAt(text: string, at: number): Change | undefined {
  const item = matchAt(/[ \t]*\[[ \t]*(["'])([^"'\\\n]*)\1[ \t]*\][ \t]*=(?!=)/y, text, at);
  if (item !== null) {
    const value = wholeLine(text, at + item[0].length);
    return { how: "adds", value: value === undefined ? undefined : { [item[2] ?? ""]: value } };
  }
  if (matchAt(/[ \t]*\[[^\n]*\][ \t]*=(?!=)/y, text, at) !== null) return { how: "adds", value: undefined };
  const operator = matchAt(/[ \t]*(=(?!=)|[-+|&^]=)/y, text, at);
  if (operator !== null) {
    const value = wholeLine(text, at + operator[0].length);
    const [, sign] = operator;
    if (sign === "=") return { how: "sets", value };
    return sign === "+=" || sign === "|=" ? { how: "adds", value } : { how: "changes", value: undefined };
  }
  const call = matchAt(/[ \t]*\.[ \t]*([a-z_]+)\(/y, text, at);
  return call === null ? undefined : changeByCall(call[1] ?? "", text, at + call[0].length);
}

/** A value that ends its statement. */
function wholeLine(text: string, at: number): PythonData | undefined {
  const found = readPythonLiteral(text, at);
  return found !== undefined && /^[ \t]*(?:[#;]|\r?\n|$)/.test(text.slice(found.end)) ? found.value : undefined;
}

function changeByCall(method: string, text: string, at: number): Change | undefined {
  if (/^(?:clear|pop|popitem|remove|discard|insert|setdefault|prepend)$/.test(method))
    return { how: "changes", value: undefined };
  if (!/^(?:append|add|extend|update)$/.test(method)) return undefined;
  const found = readPythonLiteral(text, at);
  const isAll = found !== undefined && text[skipBlanks(text, found.end)] === ")";
  if (!isAll) return { how: "adds", value: undefined };
  return { how: "adds", value: method === "append" || method === "add" ? [found.value] : found.value };
}

/** `c.Class.update({"trait": …})` and `c.Class.update(trait=…)`. */
function setTogether(text: string, place: { className: string; start: number; end: number }): PythonSetting[] {
  const isSure = startOfLine(text, place.start) === place.start;
  const given = readPythonLiteral(text, place.end + 1)?.value;
  if (given !== undefined && given !== null && typeof given === "object" && !Array.isArray(given))
    return Object.entries(given).map(([trait, value]) => ({
      ...place,
      trait,
      how: "sets",
      value: isSure ? value : undefined,
    }));
  const [, named = ""] = matchAt(/\(([^()]*)\)/y, text, place.end) ?? [];
  return [...named.matchAll(/(?:^|,)\s*([A-Za-z_]\w*)\s*=(?!=)/g)].map(([whole, trait = ""], i, all) => {
    const from = (all[i]?.index ?? 0) + whole.length;
    const value = readPythonLiteral(named, from)?.value;
    return { ...place, trait, how: "sets", value: isSure ? value : undefined };
  });
}

/** `setattr(c.Class, "trait", …)`. */
function setByCall(text: string, at: number): PythonSetting[] {
  const found = matchAt(
    /setattr\(\s*c(?:\.([A-Za-z_]\w*)|\[["']([A-Za-z_]\w*)["']\])\s*,\s*["']([A-Za-z_]\w*)["']\s*,/y,
    text,
    at,
  );
  if (found === null) return [];
  const [whole, dotted, quoted, trait = ""] = found;
  const end = at + whole.length;
  const value = startOfLine(text, at) === at ? readPythonLiteral(text, end)?.value : undefined;
  return [{ className: dotted ?? quoted ?? "", trait, how: "sets", value, start: at, end }];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
