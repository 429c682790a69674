// What reading YAML gives. The reader itself is loaded only for programs that bring YAML of their own, so it is handed in.

/** What Kubernetes says against an object of one of its own kinds. */
export interface ObjectProblem {
  /** `schedule`: a text of the right type that says no time. */
  readonly kind: "kind" | "field" | "type" | "missing" | "schedule";
  /** Leads to it from the object; numbers are places in lists. */
  readonly path: readonly (string | number)[];
  /** A sentence without its full stop. */
  readonly message: string;
}

/** One document of a file. */
export interface YamlDocument {
  /** As a reader of YAML 1.1 sees it, as kubectl is one; undefined for an empty document. */
  readonly value: unknown;
  /** The line of its first content, from 1. */
  readonly line: number;
  /** Where in the text the key or the item is that a path leads to. */
  readonly placeOf: (
    path: readonly (string | number)[],
  ) => { readonly start: number; readonly end: number } | undefined;
  /** What Kubernetes' own definitions say against an object: the document's value, or one in it. */
  readonly problemsOf: (object: unknown) => readonly ObjectProblem[];
  /** Where in the text the members of its `metadata` begin, and whether they stand in braces. */
  readonly metadata: { readonly start: number; readonly inBraces: boolean } | undefined;
}

export type YamlRead =
  | { readonly documents: readonly YamlDocument[] }
  | { readonly problem: { readonly reason: string; readonly line: number } };

/** Reads a text of any number of documents; never throws. */
export type ReadYaml = (text: string) => YamlRead;
