// The blocks that go past the vocabulary: keys of any depth, taken apart into one value for each path.

import { cannotCombine, duplicateSetting, wrongForm } from "../schema/schema-diagnostics.ts";
import { type Unknown, unknown, type ValueType } from "../schema/value-type.ts";
import { type ChartData, type ChartKey, chartData, keysOf, printPath } from "../schema/values/chart-data.ts";
import { tooDeep } from "../syntax/structure-diagnostics.ts";
import type { BlockNode, BodyItem, SettingNode } from "../syntax/tree.ts";
import { limits } from "../text/limits.ts";
import { spanOf } from "../text/span.ts";
import { doneBy, type OwnSetting } from "./block.ts";
import type { BodyContext } from "./body-scope.ts";
import type { ChartLeaf } from "./chart-leaf.ts";
import { checkChartLeaf, checkSecrets } from "./check-chart-leaf.ts";
import { isNone } from "./read-setting.ts";
import { noSteps } from "./sourced.ts";

export interface ReadFree {
  /** By the path as it is written. */
  readonly settings: ReadonlyMap<string, OwnSetting>;
  /** Something in it could not be read, which has been reported. */
  readonly broken: boolean;
  /** A value in it has an error, and says what is not known for that. */
  readonly flawed: boolean;
}

/** Reads a body whose settings are values of the chart below `root`, and checks each by what the chart and JupyterHub take; of another chart, that no secret is written out. */
export function readFree(
  body: readonly BodyItem[],
  {
    root,
    doc,
    unchecked,
  }: { readonly root: readonly string[]; readonly doc: string | undefined; readonly unchecked: boolean },
  context: BodyContext,
): ReadFree {
  const check = unchecked ? checkSecrets : checkChartLeaf;
  const scope: FreeScope = {
    root,
    check,
    context,
    settings: new Map(),
    taken: new Map(),
    state: { broken: false, flawed: false, doc },
  };
  readItems(body, { keys: [], notes: [] }, scope);
  return { settings: scope.settings, broken: scope.state.broken, flawed: scope.state.flawed };
}

interface FreeScope {
  readonly root: readonly string[];
  /** Reports what is wrong with a value in itself. */
  readonly check: (leaf: ChartLeaf, context: BodyContext) => readonly string[] | undefined;
  readonly context: BodyContext;
  readonly settings: Map<string, OwnSetting>;
  /** Every path that is set, and every path above one, with the first place of it. */
  readonly taken: Map<string, { readonly key: ChartKey; readonly leaf: boolean }>;
  /** `doc` is the block's own doc comment until the first value has it. */
  readonly state: { broken: boolean; flawed: boolean; doc: string | undefined };
}

/** The keys and doc comments around an item. */
interface Around {
  readonly keys: readonly ChartKey[];
  readonly notes: ChartLeaf["notes"];
}

function readItems(items: readonly BodyItem[], around: Around, scope: FreeScope): void {
  for (const item of items) {
    if (item.kind === "setting") readValue(item, around, scope);
    else if (item.kind === "block") readInner(item, around, scope);
    else scope.state.broken = true;
  }
}

function readInner(node: BlockNode, around: Around, scope: FreeScope): void {
  const { reader } = scope.context;
  if (node.broken) scope.state.broken = true;
  if (node.labels.length > 0 || node.family !== undefined) {
    reader.say(wrongForm, { name: node.name.text, form: `${node.name.text} { … }` }, node.header);
    scope.state.broken = true;
    return;
  }
  const inner = inside(around, { path: node.path, doc: node.doc }, scope);
  if (inner !== undefined) readItems(node.body, inner, scope);
}

function readValue(node: SettingNode, around: Around, scope: FreeScope): void {
  const { reader } = scope.context;
  const at = inside(around, node, scope);
  if (at === undefined) return;
  const name = printPath(at.keys.map(({ key }) => key));
  if (node.operator === "=" && isNone(node.value)) {
    keep(
      { operator: "none", node, at, data: { kind: "map", entries: [], span: spanOf(reader.file, node.value) } },
      scope,
    );
    return;
  }
  const data = chartData.read(node.value, reader);
  if (data === unknown) scope.state.broken = true;
  else if (node.operator === "=" || data.kind === "list") keepParts({ operator: node.operator, node, at, data }, scope);
  else if (node.operator === "+=" && data.kind === "map")
    keepParts({ operator: "=", node, at, data, adds: true }, scope);
  else {
    reader.say(cannotCombine, { name, operator: node.operator }, spanOf(reader.file, node));
    scope.state.broken = true;
  }
}

function inside(
  around: Around,
  { path, doc }: Pick<SettingNode, "path" | "doc">,
  { context, state }: FreeScope,
): Around | undefined {
  const keys = keysOf(path, context.reader);
  if (keys.length === 0) {
    state.broken = true;
    return undefined;
  }
  const all = [...around.keys, ...keys];
  if (all.length > limits.keyPath) {
    const last = keys.at(-1)?.span;
    if (last !== undefined) context.reader.say(tooDeep, { limit: limits.keyPath }, last);
    state.broken = true;
    return undefined;
  }
  return { keys: all, notes: doc === undefined ? around.notes : [...around.notes, { depth: all.length, text: doc }] };
}

interface Found {
  readonly operator: OwnSetting["operator"];
  readonly node: SettingNode;
  readonly at: Around;
  readonly data: ChartData;
  /** The keys that the setting itself names; those below are from its map. */
  readonly top?: readonly ChartKey[];
  readonly adds?: boolean;
}

/** A map is its members; an empty one stands for itself. */
function keepParts(found: Found, scope: FreeScope): void {
  const { data, at } = found;
  if (data.kind !== "map" || data.entries.length === 0) {
    keep(found, scope);
    return;
  }
  for (const { key, keySpan, value, doc } of data.entries) {
    const keys = [...at.keys, { key, span: keySpan }];
    const notes = doc === undefined ? at.notes : [...at.notes, { depth: keys.length, text: doc }];
    keepParts({ ...found, at: { keys, notes }, data: value, top: found.top ?? at.keys }, scope);
  }
}

function keep({ operator, node, at, data, top, adds }: Found, scope: FreeScope): void {
  const { root, check, context, settings, state } = scope;
  if (isTaken(at.keys, scope)) return;
  const path = [...root, ...at.keys.map(({ key }) => key)];
  const replaces = adds ? undefined : [...root, ...(top ?? at.keys).map(({ key }) => key)];
  const depth = root.length;
  const own = state.doc === undefined ? [] : [{ depth: depth + 1, text: state.doc }];
  state.doc = undefined;
  const notes = [...own, ...at.notes.map((note) => ({ ...note, depth: note.depth + depth }))];
  const leaf: ChartLeaf = {
    path,
    keys: at.keys,
    data,
    replaces: operator === "=" || operator === "none" ? replaces : undefined,
    notes,
  };
  const isRead = operator !== "none" && operator !== "-=";
  const leavesOpen = isRead ? check(leaf, context) : undefined;
  if (leavesOpen !== undefined) state.flawed = true;
  const key = printPath(at.keys.map((key) => key.key));
  const setting = { key, type: leafType(leaf), doc: "A value of the chart.", example: "true" };
  const way = { how: doneBy[operator], by: context.by, earlier: noSteps };
  const value: ChartLeaf = leavesOpen === undefined ? leaf : { ...leaf, leavesOpen };
  settings.set(key, { value, span: data.span, ...way, setting, operator, start: node.start, end: node.end });
}

/** Is a path set before, or one above or below it? Reported, and the second is not read. */
function isTaken(keys: readonly ChartKey[], { context, taken, state }: FreeScope): boolean {
  const ids = keys.map((_, i) => JSON.stringify(keys.slice(0, i + 1).map(({ key }) => key)));
  const last = keys.at(-1);
  const before = ids.map((id, i) => ({ found: taken.get(id), isWhole: i === ids.length - 1 }));
  const other = before.find(({ found, isWhole }) => found !== undefined && (found.leaf || isWhole))?.found;
  if (other !== undefined && last !== undefined) {
    const related = [{ span: other.key.span, message: "It is also set here." }];
    context.reader.say(duplicateSetting, { name: printPath(keys.map(({ key }) => key)) }, last.span, { related });
    state.broken = true;
    return true;
  }
  for (const [i, id] of ids.entries()) {
    const key = keys[i];
    if (key !== undefined && !taken.has(id)) taken.set(id, { key, leaf: i === ids.length - 1 });
  }
  return false;
}

/** A leaf as a type, so that tools can read and print it as they do any setting. */
function leafType(leaf: ChartLeaf): ValueType<unknown> {
  const type: ValueType<ChartLeaf> = {
    name: chartData.name,
    expected: chartData.expected,
    shape: chartData.shape,
    read: (node, reader): ChartLeaf | Unknown => {
      const data = chartData.read(node, reader);
      return data === unknown ? unknown : { ...leaf, data };
    },
    print: ({ data }) => chartData.print(data),
  };
  return type as ValueType<unknown>; // printed and read by itself alone
}
