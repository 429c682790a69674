// A type of value: how it is written, how it is read from the syntax tree, and how it is printed back.

import type { Diagnostic, DiagnosticDefinition, Fix } from "../diagnostics/diagnostic.ts";
import type { Range, ValueNode } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { TextUse } from "../text/unseen-characters.ts";

/** The value of something that has an error, which has been reported: it satisfies every later check. */
export const unknown: unique symbol = Symbol("unknown");
export type Unknown = typeof unknown;

export interface ValueType<T> {
  /** What it is, for tables and messages: `bytes`, `list of text`. */
  readonly name: string;
  /** How it is written, for messages: "a size with its unit, such as `2GiB`". */
  readonly expected: string;
  readonly shape: Shape;
  /** Reads a value; what is wrong is reported once and gives `unknown`. */
  read(node: ValueNode, reader: ValueReader): T | Unknown;
  /** The value as it is written in a .hub file. */
  print(value: T): string;
  /** The value's place in an order, for types whose values have one. */
  order?(value: T): number;
  /** For a text: what it is for, which decides the characters that it may hold. */
  readonly use?: TextUse;
  /** The type of a range's ends, of a list's items, or of the amount that another type widens. */
  readonly of?: ValueType<unknown>;
}

/** What tools need to know of a type: its words, what it refers to, what it is made of. */
export type Shape =
  | { readonly kind: "scalar" }
  | { readonly kind: "choice"; readonly words: readonly string[] }
  | { readonly kind: "reference"; readonly to: string }
  | { readonly kind: "range" | "list" | "map"; readonly of: Shape }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, ValueType<unknown>>> }
  | { readonly kind: "either"; readonly of: readonly Shape[] };

/** An item of a list, with its place. */
export interface Item<T> {
  readonly value: T;
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A declaration that a path leads to. `name` is without `std.`. */
export interface Target {
  readonly kind: string;
  readonly name: string;
  readonly standard: boolean;
  /** The block inside the declaration that the path names, such as a pool. */
  readonly part?: string;
}

/** What reading needs to know of the program around a value. */
export interface ValueReader {
  readonly file: SourceFile;
  /** How a value of the setting that is read may look: `4w`. */
  readonly example: string | undefined;
  /** The same reader for a value of a setting with this example. */
  beside(example: string | undefined): ValueReader;
  /** The same reader, which reports nothing: for what may as well be something else. */
  quiet(): ValueReader;
  say<P>(
    definition: DiagnosticDefinition<P>,
    parameters: P,
    at: Range,
    more?: Partial<Pick<Diagnostic, "fixes" | "related" | "hidden">>,
  ): Unknown;
  /** A fix that replaces `at` by `text`, which is certain. */
  fix(title: string, at: Range, text: string): Fix;
  /** A fix that replaces `at` by `text`, which a person has to choose. */
  offer(title: string, at: Range, text: string): Fix;
  /** Reads a bare word as a constant by `type`: a `let`, or the number of a family's member. Absent if there is none. */
  constant<T>(node: ValueNode, type: ValueType<T>): T | Unknown | undefined;
  /** The text of a constant inside a text. */
  interpolated(name: string, at: Range): string | Unknown;
  /** Declarations of `kind` that a path names: several for a family, none (reported) where there is no such name. */
  targets(node: ValueNode, kind: string, options?: { readonly single: boolean }): readonly Target[] | Unknown;
  /** The text of a file of the project. */
  asset(path: string, at: Range): string | Unknown;
}
