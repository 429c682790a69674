// Hubs of a program as they are written, and what many of them have alike, which is said once: in an abstract hub that they extend.

import type { ImportedHub } from "./import-hub.ts";
import { type BlockStatement, block, type Statement, shared } from "./piece.ts";

/** A file of hubs, and what each environment in it is called in which stage. */
export interface WrittenHub {
  readonly file: string;
  readonly statements: readonly Statement[];
  readonly releases: readonly { readonly imported: ImportedHub; readonly hub: string; readonly stage: string }[];
}

/** Fewer hubs than these, and fewer lines alike, are easier to read side by side. */
const fewest = { hubs: 3, statements: 4 };

/** The same hubs, with a parent for those whose sign-in is of one kind; no parent where there is little that all of them say. */
export function withSharedParents(hubs: readonly WrittenHub[]): readonly WrittenHub[] {
  const taken = new Set(hubs.flatMap(({ file, statements }) => [file, ...statements.flatMap(namesOf)]));
  const groups = groupedBy(hubs, signInOf);
  const parents = [...groups].flatMap(([signIn, group]) => parentOf(signIn, group, taken));
  const inherited = new Map(parents.flatMap(({ children }) => [...children]));
  return [...parents.map(({ parent }) => parent), ...hubs.map((hub) => inherited.get(hub) ?? hub)];
}

interface Shared {
  readonly parent: WrittenHub;
  readonly children: ReadonlyMap<WrittenHub, WrittenHub>;
}

function parentOf(signIn: string, group: readonly WrittenHub[], taken: Set<string>): readonly Shared[] {
  const firsts = group.map(firstBlock);
  if (group.length < fewest.hubs) return [];
  const { common, own } = shared(firsts.map(({ body }) => body.filter(isOfMany)));
  if (common.length < fewest.statements) return [];
  let name = `${signIn}-hubs`;
  for (let i = 2; taken.has(name); i++) name = `${signIn}-hubs-${i}`;
  taken.add(name);
  const children = group.map((hub, i): readonly [WrittenHub, WrittenHub] => {
    const first = firsts[i] ?? firstBlock(hub);
    const body = [...(own[i] ?? []), ...first.body.filter((statement) => !isOfMany(statement))];
    return [
      hub,
      { ...hub, statements: [{ ...first, head: `${first.head} extends ${name}`, body }, ...hub.statements.slice(1)] },
    ];
  });
  return [
    {
      parent: { file: name, statements: [block(`abstract hub ${name}`, common, "hub")], releases: [] },
      children: new Map(children),
    },
  ];
}

/** A hub's own address and stages are nobody else's. */
function isOfMany({ head }: Statement): boolean {
  return head !== "domain" && !head.startsWith("stage ");
}

/** The hub, or the abstract one that its stages extend. */
function firstBlock({ statements }: WrittenHub): BlockStatement {
  const [first] = statements;
  if (first?.kind !== "block") throw new Error("invariant: a file of hubs begins with one");
  return first;
}

/** `canvas` for `auth canvas`. */
function signInOf(hub: WrittenHub): string {
  const heads = firstBlock(hub).body.map(({ head }) => head);
  return heads.flatMap((head) => /^auth ([a-z][a-z-]*)/.exec(head)?.[1] ?? [])[0] ?? "common";
}

function namesOf({ head }: Statement): readonly string[] {
  return [/^(?:abstract )?hub (\S+)/.exec(head)?.[1] ?? head];
}

/** Things that have something alike, in the order in which the first of each comes. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
