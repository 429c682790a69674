// Declarations that several hubs use: each is there once, whoever asks for it first names it.

import type { Declarations } from "./piece.ts";

export interface DeclarationTable extends Declarations {
  /** Their texts, in order of need: the kind's words, then name and body. */
  readonly all: () => readonly Declared[];
}

export interface Declared {
  readonly head: string;
  readonly name: string;
  readonly body: string;
}

export function declarationTable(): DeclarationTable {
  const byContent = new Map<string, Declared>();
  const taken = new Set<string>();
  const declare = (head: string, wanted: string, body: string): string => {
    const content = JSON.stringify([head, body]);
    const there = byContent.get(content);
    if (there !== undefined) return there.name;
    const kind = head.split(" ")[0] ?? head;
    let name = wanted;
    for (let i = 2; taken.has(`${kind} ${name}`); i++) name = `${wanted}-${i}`;
    taken.add(`${kind} ${name}`);
    byContent.set(content, { head, name, body });
    return name;
  };
  return { declare, all: () => [...byContent.values()] };
}

export function declarationText({ head, name, body }: Declared): string {
  return `${head} ${name} {\n${body}\n}\n`;
}
