// How much constants come to that hold other constants. It is worked out before any is read, without calls in one another, so that
// a chain of thousands, or one that doubles at each step, is said to be too much and is never followed.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { tooLarge } from "../schema/schema-diagnostics.ts";
import type { LetNode, ValueNode } from "../syntax/tree.ts";
import { limits } from "../text/limits.ts";
import { append } from "../text/many.ts";
import { spanOf } from "../text/span.ts";
import { constantsTooDeep } from "./names-diagnostics.ts";

/** Names of constants that come to too much, or hold such a one: nothing is known of their values. */
export type ExcessiveConstants = ReadonlySet<string>;

/** What a constant comes to, constants in it followed. */
interface Extent {
  /** Levels of lists, maps and constants. */
  readonly depth: number;
  /** Constants that stand in it, and in them. */
  readonly constants: number;
  /** Characters of its texts. */
  readonly characters: number;
}

/** A constant that stands in a value, and how deep. */
interface Use {
  readonly name: string;
  readonly depth: number;
  /** It is filled into a text. What it comes to there is worked out once, however often it is used. */
  readonly inText: boolean;
}

interface Own {
  readonly uses: readonly Use[];
  readonly depth: number;
  readonly characters: number;
}

/** Finds constants that come to more than is read. Each chain of them is reported once, where it first goes beyond. */
export function excessiveConstants(constants: readonly LetNode[], found: Diagnostic[]): ExcessiveConstants {
  const search: Search = {
    byName: new Map(constants.map((node) => [node.name.text, node])),
    own: new Map(),
    extents: new Map(),
    excessive: new Set(),
    found,
  };
  for (const { name } of constants) measure(name.text, search);
  return search.excessive;
}

interface Search {
  readonly byName: ReadonlyMap<string, LetNode>;
  readonly own: Map<string, Own>;
  readonly extents: Map<string, Extent>;
  readonly excessive: Set<string>;
  readonly found: Diagnostic[];
}

/** Measures a constant after all that stand in it. One that leads back to itself ends there: circles are reported where they are read. */
function measure(first: string, search: Search): void {
  const waiting = [first];
  for (let name = waiting.at(-1); name !== undefined; name = waiting.at(-1)) {
    const node = search.byName.get(name);
    if (node === undefined || search.extents.has(name)) {
      waiting.pop();
      continue;
    }
    const before = search.own.get(name);
    const own = before ?? readOwn(node.value);
    search.own.set(name, own);
    const next = before === undefined ? own.uses.filter((use) => !search.own.has(use.name)) : [];
    if (next.length > 0) append(waiting, new Set(next.map((use) => use.name)));
    else {
      waiting.pop();
      search.extents.set(name, extentOf(node, own, search));
    }
  }
}

const nothing: Extent = { depth: 0, constants: 0, characters: 0 };

function extentOf(node: LetNode, own: Own, { extents, excessive, found }: Search): Extent {
  let { depth, characters } = own;
  let constants = 0;
  let holdsExcessive = false;
  for (const use of own.uses) {
    const inner = extents.get(use.name) ?? nothing;
    holdsExcessive ||= excessive.has(use.name);
    depth = Math.max(depth, use.depth + 1 + inner.depth);
    if (!use.inText) constants += 1 + inner.constants;
    characters += inner.characters;
  }
  if (!holdsExcessive) {
    const name = node.name.text;
    const span = spanOf(node.file, node.name);
    if (depth > limits.constantDepth) found.push(diagnose(constantsTooDeep, { name, limit: depthLimit }, { span }));
    else if (constants > limits.constantsInConstant)
      found.push(diagnose(tooLarge, { found: tooMany(name) }, { span: spanOf(node.file, node.value) }));
    else if (characters > limits.text && own.uses.length > 0)
      found.push(diagnose(tooLarge, { found: tooLong(name) }, { span: spanOf(node.file, node.value) }));
    else return { depth, constants, characters };
  }
  excessive.add(node.name.text);
  return nothing;
}

const depthLimit = limits.constantDepth;
const tooMany = (name: string) => `\`${name}\` holds other constants more than ${limits.constantsInConstant} times`;
const tooLong = (name: string) => `The texts that \`${name}\` holds come to more than 1 MiB`;

/** What a value says itself. The tree of one value is as deep as the grammar reads, and no deeper. */
function readOwn(value: ValueNode): Own {
  const uses: Use[] = [];
  let deepest = 0;
  let characters = 0;
  const read = (node: ValueNode, depth: number): void => {
    deepest = Math.max(deepest, depth);
    switch (node.kind) {
      case "text":
        for (const part of node.parts) {
          if (typeof part === "string") characters += part.length;
          else uses.push({ name: part.text, depth, inText: true });
        }
        return;
      case "path":
        if (node.names.length === 1 && node.names[0] !== undefined)
          uses.push({ name: node.names[0].text, depth, inText: false });
        return;
      case "range":
        read(node.from, depth + 1);
        read(node.to, depth + 1);
        return;
      case "list":
        for (const item of node.items) read(item, depth + 1);
        return;
      case "map":
        for (const entry of node.entries) if (entry.kind === "setting") read(entry.value, depth + entry.path.length);
        return;
      case "call":
        read(node.argument, depth + 1);
        return;
      default:
        return;
    }
  };
  read(value, 0);
  return { uses, depth: deepest, characters };
}
