// What the page and the compiler in its worker say to each other: plain data, offsets in UTF-16 code units as in both.

import type { Severity } from "../../compiler/diagnostics/diagnostic.ts";
import type { Completions } from "../../compiler/service/editor/completion.ts";
import type { SemanticToken } from "../../compiler/service/editor/semantic-tokens.ts";

/** The files of a program by their paths: `.hub` files, and texts that they name. */
export type ProgramFiles = Readonly<Record<string, string>>;

export interface Program {
  readonly files: ProgramFiles;
  /** The day that it is compiled for, as 2026-10-05. */
  readonly on: string;
}

export interface Finding {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly FindingFix[];
}

export interface FindingFix {
  readonly title: string;
  readonly edits: readonly {
    readonly path: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** What is asked about, each with its answer. */
export interface Answers {
  check: { readonly findings: readonly Finding[]; readonly tokens: Readonly<Record<string, readonly SemanticToken[]>> };
  outputs: { readonly paths: readonly string[] };
  output: { readonly text: string } | undefined;
  from: CompiledPlace | undefined;
  complete: Completions;
  hover: { readonly start: number; readonly end: number; readonly markdown: string } | undefined;
  format: { readonly text: string };
}

/** The place at the cursor, and the lines that it makes, from 0. */
export interface CompiledPlace {
  readonly title: string;
  readonly outputs: readonly {
    readonly path: string;
    readonly lines: readonly { readonly first: number; readonly last: number }[];
  }[];
}

export interface Questions {
  check: Program;
  outputs: object;
  output: { readonly path: string };
  from: Place;
  complete: Place;
  hover: Place;
  format: { readonly path: string };
}

export interface Place {
  readonly path: string;
  readonly offset: number;
}

export type QuestionKind = keyof Questions;
