// YAML and JSON of the simple kind that people paste, to names and values: maps, lists of plain items, and plain values.

export interface Scalar {
  readonly text: string;
  readonly quoted: boolean;
}

export type Value = Scalar | readonly Scalar[] | Tree;
/** The entries of a map, in order. */
export type Tree = readonly (readonly [key: string, value: Value])[];

/** Is this a map? An empty list counts as one. */
export function isTree(value: Value): value is Tree {
  return Array.isArray(value) && value.every((item) => Array.isArray(item));
}

/** The map that lines of JSON hold, with or without braces around all of it; `undefined` where they can't be read. */
export function readJson(lines: readonly string[]): Tree | undefined {
  const text = lines.join("\n").trim().replace(/,$/, "");
  try {
    return ofJson(JSON.parse(text.startsWith("{") ? text : `{${text}}`)) as Tree | undefined;
  } catch {
    // Not JSON: what it is instead is another's to say.
    return undefined;
  }
}

function ofJson(value: unknown): Value | undefined {
  if (typeof value === "string") return { text: value, quoted: true };
  if (typeof value === "number" || typeof value === "boolean") return { text: String(value), quoted: false };
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => ofJson(item));
    return items.every(isScalar) ? items : namedItems(items);
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, ofJson(inner)] as const);
  return entries.every(([key]) => isKey(key)) && entries.every(hasValue) ? entries : undefined;
}

/** Items that are maps with a name each: the same as a map of their names. */
function namedItems(items: readonly (Value | undefined)[]): Tree | undefined {
  const named = items.map((item) => {
    const tree = item !== undefined && isTree(item) ? item : [];
    const name = tree.find(([key]) => key === "name")?.[1];
    const rest = tree.filter(([key]) => key !== "name");
    return isScalar(name) ? ([name.text, rest] as const) : undefined;
  });
  return named.every((item) => item !== undefined) ? named : undefined;
}

function hasValue(entry: readonly [string, Value | undefined]): entry is readonly [string, Value] {
  return entry[1] !== undefined;
}

function isScalar(value: Value | undefined): value is Scalar {
  return value !== undefined && !Array.isArray(value);
}

function isKey(key: string): boolean {
  return /^[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*)?$/.test(key);
}

/** The map that lines of YAML hold; `undefined` where they hold more than names, lists of plain items and plain values. */
export function readYamlLines(lines: readonly string[]): Tree | undefined {
  const told = lines
    .filter((line) => !/^\s*(?:#.*)?$/.test(line))
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }));
  const read = mapAt(told, 0);
  return read !== undefined && read.next === told.length ? read.tree : undefined;
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

function mapAt(lines: readonly Line[], at: number): { readonly tree: Tree; readonly next: number } | undefined {
  const indent = lines[at]?.indent ?? 0;
  const tree: (readonly [string, Value])[] = [];
  let next = at;
  while (lines[next]?.indent === indent && !/^- /.test(lines[next]?.text ?? "")) {
    const [, key = "", rest = ""] =
      /^["']?([A-Za-z][\w -]*?)["']?\s*:(?:\s+(.*))?$/.exec(lines[next]?.text ?? "") ?? [];
    if (!isKey(key)) return undefined;
    next++;
    const plain = rest === "" ? undefined : plainValue(rest);
    const below = rest === "" ? valueBelow(lines, next, indent) : undefined;
    const value = plain ?? below?.value;
    if (value === undefined) return undefined;
    next = below?.next ?? next;
    tree.push([key, value]);
  }
  return { tree, next };
}

function valueBelow(
  lines: readonly Line[],
  at: number,
  outer: number,
): { readonly value: Value; readonly next: number } | undefined {
  const first = lines[at];
  if (first === undefined || first.indent < outer) return undefined;
  if (!first.text.startsWith("- ")) {
    const map = first.indent > outer ? mapAt(lines, at) : undefined;
    return map && { value: map.tree, next: map.next };
  }
  if (/^- +name\s*:/.test(first.text)) return namedBelow(lines, at);
  const items: Scalar[] = [];
  let next = at;
  for (; lines[next]?.indent === first.indent && lines[next]?.text.startsWith("- "); next++) {
    const item = plainValue(lines[next]?.text.slice(2).trim() ?? "");
    if (!isScalar(item) || /^[\w-]+:(?:\s|$)/.test(item.text)) return undefined;
    items.push(item);
  }
  return { value: items, next };
}

/** `- name: staff`, and the other entries of each item below it. */
function namedBelow(lines: readonly Line[], at: number): { readonly value: Tree; readonly next: number } | undefined {
  const indent = lines[at]?.indent ?? 0;
  const items: Tree[] = [];
  let next = at;
  while (lines[next]?.indent === indent && lines[next]?.text.startsWith("- ")) {
    const text = lines[next]?.text ?? "";
    const inner = text.replace(/^- +/, "");
    const first = { indent: indent + text.length - inner.length, text: inner };
    const read = mapAt([...lines.slice(0, next), first, ...lines.slice(next + 1)], next);
    if (read === undefined) return undefined;
    items.push(read.tree);
    next = read.next;
  }
  const value = namedItems(items);
  return value && { value, next };
}

/** `data`, `"data"`, `[a, b]`; nothing where it is another thing. */
function plainValue(written: string): Scalar | readonly Scalar[] | undefined {
  const [, inside] = /^\[([^[\]{}]*)\]$/.exec(written) ?? [];
  if (inside !== undefined) {
    const items = inside.split(",").filter((item) => item.trim() !== "");
    return items.map((item) => scalarOf(item.trim()));
  }
  const text = written.replace(/\s+#.*$/, "");
  return /^[|>{[&*!]/.test(text) || text === "" ? undefined : scalarOf(text);
}

function scalarOf(written: string): Scalar {
  const [, , text] = /^(["'])(.*)\1$/.exec(written) ?? [];
  return text === undefined ? { text: written, quoted: false } : { text, quoted: true };
}
