// What a piece of Python sets of the hub's configuration: `c.KubeSpawner.mem_limit = "2G"`, `c["Authenticator"].allowed_users.add("ada")`;
// and where it may set something that only running it can tell. It is no interpreter: what is worked out is left open.

import { append } from "../../text/many.ts";
import { type PythonEntry, pythonEntries } from "./python-entries.ts";
import { followHolder, holderAt } from "./python-holder.ts";
import { matchAt, type PythonConstants, type PythonData, readPythonLiteral, skipBlanks } from "./python-literal.ts";
import { endsStatement, type PythonHolder, parametersOf, pythonConstants } from "./python-names.ts";
import { isStringStart, skipString } from "./python-string.ts";

/** One trait that a piece sets or changes, and where it is named. */
export interface PythonSetting {
  readonly className: string;
  readonly trait: string;
  /** `adds`: to a list, a set or a dict, dicts in it merged. `changes`: in another way, such as by taking something out. */
  readonly how: "sets" | "adds" | "changes";
  /** What the code needs to be there: `append` is a list's, an item of a name a map's, `add` and `update` no list's. Only of code that runs for sure. */
  readonly needs: "list" | "map" | "no-list" | undefined;
  /** What it is set to or what is added, a list or a dict then; absent where only the hub knows, as below an `if`. */
  readonly value: PythonData | undefined;
  /** Offsets of `c.Class.trait` in the piece. */
  readonly start: number;
  readonly end: number;
  /** Where the expression begins that gives the value; nothing where none stands by itself. */
  readonly valueStart: number | undefined;
}

/** Code that may set traits, of which nobody can say which before it runs. */
export interface UnreadPython {
  /** Of one class, or of any where it is absent. */
  readonly className: string | undefined;
  readonly start: number;
  readonly end: number;
}

export interface PythonConfig {
  /** In the order of the piece. */
  readonly settings: readonly PythonSetting[];
  readonly unread: readonly UnreadPython[];
  readonly constants: PythonConstants;
}

export function pythonSettings(text: string): readonly PythonSetting[] {
  return readPythonConfig(text).settings;
}

export function readPythonConfig(text: string): PythonConfig {
  const constants = pythonConstants(text);
  const names = new Map<string, PythonHolder>([["c", { kind: "config" }]]);
  for (;;) {
    const reading: Reading = { text, constants, names: new Map(names), given: new Map(), settings: [], unread: [] };
    readPiece(reading);
    const fresh = [...reading.given].filter(([name]) => !names.has(name));
    if (fresh.length === 0) return { settings: reading.settings, unread: reading.unread, constants };
    // Functions of the piece that are handed the configuration are read with it.
    for (const [name, holder] of fresh) names.set(name, holder);
  }
}

interface Reading {
  readonly text: string;
  readonly constants: PythonConstants;
  /** Names that stand for a part of the configuration: `auth = c.Authenticator`. */
  readonly names: Map<string, PythonHolder>;
  /** Parameters that stand for one. */
  readonly given: Map<string, PythonHolder>;
  readonly settings: PythonSetting[];
  readonly unread: UnreadPython[];
}

function readPiece(reading: Reading): void {
  const { text } = reading;
  const cursor = { text, at: 0, problem: undefined };
  while (cursor.at < text.length) {
    const { at } = cursor;
    if (text[at] === "#") cursor.at = endOfLine(text, at);
    else if (isStringStart(text, at)) skipString(cursor);
    else {
      const name = matchAt(/[\p{ID_Start}_][\p{ID_Continue}]*/uy, text, at)?.[0];
      if (name !== undefined && text[at - 1] !== ".") readName(reading, name, at);
      cursor.at += name?.length ?? 1;
    }
  }
}

/** Functions that run code of elsewhere, in which the configuration is at hand. */
const runners: ReadonlySet<string> = new Set(["exec", "eval", "execfile", "load_subconfig"]);

function readName(reading: Reading, name: string, at: number): void {
  const { text, unread } = reading;
  const after = at + name.length;
  if (/\b(?:def|class|import|from)[ \t]+$/.test(text.slice(Math.max(0, at - 10), at))) return;
  if (runners.has(name) && text[after] === "(") unread.push({ className: undefined, start: at, end: after });
  else if (/(?:Authenticator)$/.test(name) && isPatched(text, at, name))
    unread.push({ className: name, start: at, end: after });
  else if (name === "setattr" || name === "set_config_if_not_none") readSetCall(reading, name, at);
  else {
    const heldPlace = holderAt(text, at, reading.names);
    if (heldPlace !== undefined) readHolder(reading, { ...followHolder(text, heldPlace), start: at, name });
  }
}

/** `GitHubOAuthenticator.check_allowed = …`, `setattr(GitHubOAuthenticator, …)`: the class itself is changed. */
function isPatched(text: string, at: number, name: string): boolean {
  if (matchAt(/(?:\.[A-Za-z_]\w*)+[ \t]*=(?!=)/y, text, at + name.length) !== null) return true;
  return /\bsetattr\(\s*$/.test(text.slice(Math.max(0, at - 20), at));
}

/** A part of the configuration as it is mentioned: from `start` to `end`, where what is done with it begins. */
interface Mention {
  readonly holder: PythonHolder | undefined;
  readonly start: number;
  readonly end: number;
  /** What it begins with. */
  readonly name: string;
}

function readHolder(reading: Reading, mention: Mention): void {
  const { text, names, unread } = reading;
  const { holder, start, end, name } = mention;
  if (holder === undefined) {
    // `c[name].trait = …`: which class or trait it is, is worked out.
    const before = followed(text, mention, names);
    unread.push({ className: before?.kind === "class" ? before.className : undefined, start, end });
    return;
  }
  const isBare = end === start + name.length;
  if (isBare && names.has(name) && name !== "c" && matchAt(/[ \t]*=(?!=)/y, text, end) !== null) {
    names.delete(name);
    return;
  }
  const alias = aliasOf(text, start, end);
  if (alias !== undefined) names.set(alias, holder);
  else if (holder.kind === "trait") readChange(reading, mention, holder);
  else readWhole(reading, mention, holder);
}

function followed(text: string, { start }: Mention, names: Reading["names"]): PythonHolder | undefined {
  const heldPlace = holderAt(text, start, names);
  return heldPlace && followHolder(text, heldPlace, "known part").holder;
}

/** `auth = c.Authenticator` gives the part another name. */
function aliasOf(text: string, start: number, end: number): string | undefined {
  const alias = /^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*$/.exec(text.slice(startOfLine(text, start), start))?.[1];
  return alias !== undefined && endsStatement(text, end) ? alias : undefined;
}

type Trait = Extract<PythonHolder, { kind: "trait" }>;

function readChange(reading: Reading, { start, end }: Mention, holder: Trait): void {
  const { text, settings } = reading;
  const { className, trait, keys } = holder;
  const change = /\bdel[ \t]+$/.test(text.slice(Math.max(0, start - 5), start))
    ? otherwise
    : changeAt(reading, end, keys?.length !== 0);
  if (change === undefined) return;
  const within = change.value === undefined || keys === undefined ? undefined : nested(keys, change.value);
  const isSure = startOfLine(text, start) === start;
  const needs = !isSure ? undefined : (keys?.length ?? 0) > 0 ? ("map" as const) : change.needs;
  settings.push({ className, trait, start, end, ...change, needs, value: isSure ? within : undefined });
}

function nested(keys: readonly string[], value: PythonData): PythonData {
  return keys.reduceRight<PythonData>((inner, key) => ({ [key]: inner }), value);
}

type Change = Pick<PythonSetting, "how" | "value" | "valueStart" | "needs">;

/** A change that adds nothing, or of which nobody can say what. */
const otherwise: Change = { how: "changes", value: undefined, valueStart: undefined, needs: undefined };

const listMethods: ReadonlySet<string> = new Set(["append", "extend", "insert"]);

/** What is done with a trait, or with an item of it. */
function changeAt({ text, constants }: Reading, at: number, isItem: boolean): Change | undefined {
  const operator = matchAt(/[ \t]*(?::[ \t]*[\w.[\], ]+)?(=(?!=)|[-+|&^]=)/y, text, at);
  if (operator !== null) {
    const valueStart = at + operator[0].length;
    const pythonLiteral = readPythonLiteral(text, valueStart, constants);
    const value =
      pythonLiteral !== undefined && endsStatement(text, pythonLiteral.end) ? pythonLiteral.value : undefined;
    const [, sign] = operator;
    if (sign === "=") return { how: isItem ? "adds" : "sets", value, valueStart, needs: undefined };
    if (sign === "+=") return { how: "adds", value, valueStart, needs: "list" };
    return sign === "|=" ? { how: "adds", value, valueStart, needs: "no-list" } : { ...otherwise, valueStart };
  }
  const call = matchAt(/[ \t]*\.[ \t]*([a-z_]+)\(/y, text, at);
  if (call !== null) return changeByCall({ text, constants }, call[1] ?? "", at + call[0].length);
  // One of several names that are set together.
  if (matchAt(/[ \t]*,[ \t]*[\w.,[\]"' \t]*=(?!=)/y, text, at) !== null && !isWithinBrackets(text, at))
    return { ...otherwise, how: "sets" };
  return isHandedOn(text, at) ? otherwise : undefined;
}

function changeByCall(
  { text, constants }: Pick<Reading, "text" | "constants">,
  method: string,
  at: number,
): Change | undefined {
  if (/^(?:clear|pop|popitem|remove|discard|insert|setdefault|prepend|__\w+__)$/.test(method))
    return { ...otherwise, needs: listMethods.has(method) ? "list" : method === "discard" ? "no-list" : undefined };
  if (!/^(?:append|add|extend|update)$/.test(method)) return undefined;
  const pythonLiteral = readPythonLiteral(text, at, constants);
  const isAll = pythonLiteral !== undefined && text[skipBlanks(text, pythonLiteral.end)] === ")";
  const needs = listMethods.has(method) ? ("list" as const) : ("no-list" as const);
  if (!isAll) return { how: "adds", value: undefined, valueStart: at, needs };
  const value = method === "append" || method === "add" ? [pythonLiteral.value] : pythonLiteral.value;
  return { how: "adds", value, valueStart: at, needs };
}

/** Is a part passed to a function that is not known to only look at it? Reads backwards from the part's end. */
function isHandedOn(text: string, end: number): boolean {
  if (!/^\s*[,)]/.test(text.slice(end, end + 50))) return false;
  const before = text.slice(startOfLine(text, end), end);
  const callee = /([\w.]+)\(\s*(?:[^()]*,\s*)?[\w.[\]"']+$/.exec(before)?.[1];
  return callee !== undefined && !looking.has(callee.split(".").at(-1) ?? "");
}

function isWithinBrackets(text: string, at: number): boolean {
  return /[([{][^)\]}]*$/.test(text.slice(startOfLine(text, at), at).replace(/\[[^[\]]*\]/g, ""));
}

/** Functions that only look at what they are given. */
const looking: ReadonlySet<string> = new Set(
  `print len list set sorted dict tuple frozenset isinstance str repr bool any all enumerate type id hasattr getattr copy deepcopy
  info debug warning error format join min max sum zip map filter iter next issubset issuperset union intersection difference dumps pprint
  setattr set_config_if_not_none`
    .trim()
    .split(/\s+/),
);

type Whole = Exclude<PythonHolder, { kind: "trait" }>;

/** What is done with a class of the configuration, or with all of it. */
function readWhole(reading: Reading, { start, end }: Mention, holder: Whole): void {
  const { text, unread } = reading;
  const className = holder.kind === "class" ? holder.className : undefined;
  const call = matchAt(/[ \t]*\.[ \t]*([a-z_]\w*)\(/y, text, end);
  const place = { start, end: call === null ? end : end + call[0].length - 1 };
  const inPlace = matchAt(/[ \t]*\|=/y, text, end);
  if (inPlace !== null || /^(?:update|merge|_merge)$/.test(call?.[1] ?? "")) {
    const at = inPlace === null ? place.end : end + inPlace[0].length;
    const found = setTogether(reading, { holder, ...place, at });
    if (found === undefined) unread.push({ className, ...place });
    else append(reading.settings, found);
  } else if (call !== null) readMethod(reading, call[1] ?? "", { holder, ...place });
  else if (isRebound(text, start, end) || /\bdel[ \t]+$/.test(text.slice(Math.max(0, start - 5), start)))
    unread.push({ className, ...place });
  else if (isShared(text, start, end)) handOn(reading, holder, place);
}

/** `c.Authenticator = …`, and `c = …` at the start of a statement: elsewhere it names an argument. */
function isRebound(text: string, start: number, end: number): boolean {
  const isStatement = /^[ \t]*$/.test(text.slice(startOfLine(text, start), start));
  return isStatement && matchAt(/[ \t]*=(?!=)/y, text, end) !== null;
}

interface InWhole {
  readonly holder: Whole;
  readonly start: number;
  readonly end: number;
}

/** `c.A.setdefault("b", …)` and the like name their trait; methods that only look are none. */
function readMethod({ text, settings, unread }: Reading, method: string, { holder, start, end }: InWhole): void {
  if (/^(?:get|copy|keys|items|values|collisions|to_dict|_has_section|has_key|__contains__|__getitem__)$/.test(method))
    return;
  const className = holder.kind === "class" ? holder.className : undefined;
  const trait = /^\(\s*["']([A-Za-z_]\w*)["']/.exec(text.slice(end, end + 200))?.[1];
  if (className === undefined || trait === undefined || !/^(?:setdefault|pop|__\w+__)$/.test(method))
    unread.push({ className, start, end });
  else settings.push({ className, trait, start, end, ...otherwise, how: "sets" });
}

/** Is a class, or the whole, given to somebody else: to a function, a list, another name? */
function isShared(text: string, start: number, end: number): boolean {
  const line = text.slice(startOfLine(text, start), endOfLine(text, start));
  // Where `c` is a name of a loop's own, it is none of the configuration.
  if (/\bfor\s+c\b|\blambda\b[^:\n]*\bc\b|\bas\s+c\b/.test(line) || /^\s*for\s+c\s+in\b/m.test(text)) return false;
  const before = text.slice(Math.max(0, start - 200), start);
  if (/(?:\b(?:in|is|not|if|elif|while|and|or|assert)[ \t]+|[=!]=[ \t]*)$/.test(before)) return false;
  return /(?:[(,[{=:]|\breturn|\byield)\s*$/.test(before) && /^\s*(?:[,)\]}]|#|$|\n)/.test(text.slice(end, end + 50));
}

function handOn(reading: Reading, holder: Whole, { start, end }: Omit<InWhole, "holder">): void {
  const { text, given, unread } = reading;
  const [, callee = "", first = ""] =
    /([\w.]+)\(\s*((?:[^()]*,\s*)?)$/.exec(text.slice(startOfLine(text, start), start)) ?? [];
  if (looking.has(callee.split(".").at(-1) ?? "")) return;
  const parameter = callee.includes(".") ? undefined : parametersOf(text, callee)?.[first.split(",").length - 1];
  if (parameter === undefined || parameter === "")
    unread.push({ className: holder.kind === "class" ? holder.className : undefined, start, end });
  else if (parameter !== "c") given.set(parameter, holder);
}

/** `({"trait": …})`, `(trait=…)`; of the whole configuration a dict of classes. Nothing where it can't be read. */
function setTogether(
  { text, constants }: Reading,
  { holder, start, end, at }: InWhole & { readonly at: number },
): PythonSetting[] | undefined {
  const isSure = startOfLine(text, start) === start;
  const settingsOf = (className: string, traits: readonly PythonEntry[]): PythonSetting[] =>
    traits.map(({ key, value, valueStart }) => ({
      className,
      trait: key,
      how: "sets",
      needs: undefined,
      value: isSure ? value : undefined,
      start,
      end,
      valueStart,
    }));
  const given = pythonEntries(text, at, constants);
  if (given === undefined) return undefined;
  if (holder.kind === "class") return settingsOf(holder.className, given);
  const found: PythonSetting[] = [];
  for (const { key, valueStart } of given) {
    const traits = valueStart === undefined ? undefined : pythonEntries(text, valueStart, constants);
    if (traits === undefined) return undefined;
    append(found, settingsOf(key, traits));
  }
  return found;
}

/** `setattr(c.Class, "trait", …)`, and the chart's own `set_config_if_not_none(c.Class, "trait", "path")`. */
function readSetCall(reading: Reading, name: string, at: number): void {
  const { text, names, settings, unread, constants } = reading;
  const open = matchAt(/\(\s*/y, text, at + name.length);
  const first = open && at + name.length + open[0].length;
  const heldPlace = first === null ? undefined : holderAt(text, first, names);
  const target = heldPlace && followHolder(text, heldPlace);
  if (target === undefined || target.holder?.kind === "trait") return;
  const className = target.holder?.kind === "class" ? target.holder.className : undefined;
  const named = matchAt(/\s*,\s*/y, text, target.end);
  const second = named === null ? undefined : readPythonLiteral(text, target.end + named[0].length, constants);
  const comma = second && matchAt(/\s*,/y, text, second.end);
  if (className === undefined || typeof second?.value !== "string" || !comma) {
    unread.push({ className, start: at, end: target.end });
    return;
  }
  const valueStart = second.end + comma[0].length;
  const isSure = name === "setattr" && startOfLine(text, at) === at;
  const value = isSure ? readPythonLiteral(text, valueStart, constants)?.value : undefined;
  settings.push({
    ...otherwise,
    className,
    trait: second.value,
    how: "sets",
    value,
    start: at,
    end: valueStart,
    valueStart,
  });
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
