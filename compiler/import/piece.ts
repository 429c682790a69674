// A part of a program that stands for some values: it is taken back as a whole where it does not come out as they are.

import { type Json, type JsonMap, listOf, mapAt, valueAt } from "../knowledge/json-schema.ts";
import type { ClusterPool } from "./cluster-pools.ts";
import type { Environment } from "./environment.ts";

export interface Piece {
  readonly name: string;
  /** In the body of the hub. */
  readonly statements: readonly Statement[];
  /** Paths of the chart's values, with all below them, that it says. */
  readonly claims: readonly (readonly string[])[];
  /** Paths below the claims that it says in the words of the chart. */
  readonly past?: readonly (readonly string[])[];
  /** What it says stands at another place of the chart then, as a file from a Secret: the places are not compared. */
  readonly isElsewhere?: boolean;
  /** Paths of encrypted values from the chart's top, for which it names a secret. */
  readonly secrets?: readonly (readonly string[])[];
}

/** What is said as a part of a piece, and of which values. */
export type Said = Pick<Piece, "statements" | "claims">;

/** Gives declarations of their own, once for all hubs, by kind and what they say; returns the name. */
export interface Declarations {
  /** `wanted`: the name, unless another has it. `head`: `image`, `storage claim`. `body`: as it is written between the braces. */
  readonly declare: (head: string, wanted: string, body: string) => string;
}

export interface Recognising {
  readonly environment: Environment;
  /** What the chart is given today. */
  readonly values: JsonMap;
  readonly declarations: Declarations;
  /** The cluster's pools, and what the program calls the cluster. */
  readonly pools: readonly ClusterPool[];
  readonly provider: string;
  /** Where people come back to from signing in, where that tells this hub from the others. */
  readonly callbackHost: string | undefined;
  /** Names of pieces that did not come out as they should. */
  readonly refused: ReadonlySet<string>;
  /** Is a value left out, since a check refuses it? */
  readonly isDropped: (path: readonly string[]) => boolean;
}

export type Recognise = (recognising: Recognising) => readonly Piece[];

/** A setting of the hub that says what stands at these paths; nothing where there is no value to write. */
export function saying(name: string, value: string | undefined, ...paths: readonly string[]): readonly Piece[] {
  if (value === undefined) return [];
  return [{ name, statements: [set(name, value, name)], claims: paths.map((path) => path.split(".")) }];
}

export function textAt(values: JsonMap, path: string): string | undefined {
  const found = valueAt(values, path);
  return typeof found === "string" && found !== "" ? found : undefined;
}

export function numberAt(values: JsonMap, path: string): number | undefined {
  const found = valueAt(values, path);
  return typeof found === "number" ? found : undefined;
}

export function booleanAt(values: JsonMap, path: string): boolean | undefined {
  const found = valueAt(values, path);
  return typeof found === "boolean" ? found : undefined;
}

/** Texts of a list; undefined where it is none, or holds something else. */
export function textsIn(value: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one): one is string => typeof one === "string" && one.trim() !== "");
  return texts.length === value.length ? texts : undefined;
}

/** The keys that a chart around this one has in a map of the chart. */
export function keysBelow({ below, key }: Environment, path: readonly string[]): readonly string[] {
  return Object.keys(mapAt(below, [...key, ...path].join(".")));
}

export { listOf, mapAt, valueAt };

// The program that is being written, as statements: each knows which part of the original it stands for, so that what goes wrong with a
// line can be taken back.

/** One setting or block. */
export type Statement = SettingStatement | BlockStatement;

interface SettingStatement {
  readonly kind: "setting";
  readonly head: string;
  readonly value: string;
  /** The piece that it belongs to. */
  readonly piece: string;
  readonly comments: readonly string[];
}

export interface BlockStatement {
  readonly kind: "block";
  /** `auth google`, `profile cpu`. */
  readonly head: string;
  readonly body: readonly Statement[];
  readonly piece: string;
  readonly comments: readonly string[];
}

export function set(head: string, value: string, piece: string, comments: readonly string[] = []): SettingStatement {
  return { kind: "setting", head, value, piece, comments };
}

export function block(
  head: string,
  body: readonly Statement[],
  piece: string,
  comments: readonly string[] = [],
): BlockStatement {
  return { kind: "block", head, body, piece, comments };
}

/** Blocks of one head as one, where the first of them stands. */
export function merged(statements: readonly Statement[]): readonly Statement[] {
  const found = new Map<string, Statement>();
  for (const statement of statements) {
    const there = found.get(statement.head);
    if (there?.kind === "block" && statement.kind === "block") {
      const comments = [...there.comments, ...statement.comments];
      found.set(statement.head, { ...there, comments, body: merged([...there.body, ...statement.body]) });
    } else
      found.set(
        statement.head,
        statement.kind === "block" ? { ...statement, body: merged(statement.body) } : statement,
      );
  }
  return [...found.values()];
}

interface PrintedStatements {
  readonly text: string;
  /** The piece of each line, from the first. */
  readonly pieces: readonly string[];
}

/** Not laid out: `hubc fmt` does that. */
export function printStatements(statements: readonly Statement[]): PrintedStatements {
  const lines: string[] = [];
  const pieces: string[] = [];
  const write = (text: string, piece: string) => {
    for (const line of text.split("\n")) {
      lines.push(line);
      pieces.push(piece);
    }
  };
  const print = (statement: Statement, depth: number) => {
    const indent = "  ".repeat(depth);
    for (const comment of statement.comments) write(`${indent}# ${comment}`.trimEnd(), statement.piece);
    if (statement.kind === "setting") write(`${indent}${statement.head} = ${statement.value}`, statement.piece);
    else {
      write(`${indent}${statement.head} {`, statement.piece);
      for (const inner of statement.body) print(inner, depth + 1);
      write(`${indent}}`, statement.piece);
    }
  };
  for (const statement of statements) print(statement, 0);
  return { text: lines.join("\n"), pieces };
}

/** What several bodies have alike, and what each has beside it. */
export function shared(bodies: readonly (readonly Statement[])[]): {
  readonly common: readonly Statement[];
  readonly own: readonly (readonly Statement[])[];
} {
  const [first = []] = bodies;
  const common: Statement[] = [];
  const own: Statement[][] = bodies.map(() => []);
  const heads = new Set(bodies.flatMap((body) => body.map(({ head }) => head)));
  for (const head of heads) {
    const each = bodies.map((body) => body.find((statement) => statement.head === head));
    const here = first.find((statement) => statement.head === head);
    if (here !== undefined && each.every((statement) => statement !== undefined && isSame(statement, here))) {
      common.push(here);
      continue;
    }
    const blocks = each.flatMap((statement) =>
      statement?.kind === "block" && isDivisible(statement) ? [statement] : [],
    );
    if (blocks.length === bodies.length && here?.kind === "block") {
      const inner = shared(blocks.map(({ body }) => body));
      if (inner.common.length > 0) common.push({ ...here, body: inner.common });
      inner.own.forEach((body, i) => {
        if (body.length > 0) own[i]?.push({ ...here, comments: [], body });
      });
      continue;
    }
    each.forEach((statement, i) => {
      if (statement !== undefined) own[i]?.push(statement);
    });
  }
  return { common, own };
}

/** Blocks whose parts stand for themselves; of others a part alone would lack what it needs. */
function isDivisible({ head }: BlockStatement): boolean {
  return /^(?:values|config|python|custom|environment|umbrella|ingress|pods|network|cull|start|vars|annotations)$/.test(
    head,
  );
}

function isSame(statement: Statement, other: Statement): boolean {
  return printStatements([statement]).text === printStatements([other]).text;
}
