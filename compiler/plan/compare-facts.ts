// What differs between the facts of two programs.

import { isWritten } from "./fact-vocabulary.ts";
import { type FactValue, type ProgramFacts, type Subject, subjectKey } from "./facts.ts";

/** One fact that differs. */
export interface FactChange {
  readonly key: string;
  readonly before: FactValue | undefined;
  readonly after: FactValue | undefined;
}

export type SubjectChange =
  | { readonly kind: "added"; readonly after: Subject }
  | { readonly kind: "removed"; readonly before: Subject }
  | {
      readonly kind: "changed";
      readonly before: Subject;
      readonly after: Subject;
      readonly changes: readonly FactChange[];
    };

/** In the order of the program after, what is gone last. Facts that the earlier vocabulary does not have are passed over. */
export function compareFacts(before: ProgramFacts, after: ProgramFacts): readonly SubjectChange[] {
  const earlier = new Map(before.subjects.map((subject) => [subjectKey(subject), subject]));
  const found = after.subjects.flatMap((subject): SubjectChange[] => {
    const key = subjectKey(subject);
    const was = earlier.get(key);
    earlier.delete(key);
    if (was === undefined) return [{ kind: "added", after: subject }];
    const changes = factChanges(was, subject).filter(({ key }) => isWritten(subject.kind, key, before.vocabulary));
    return changes.length === 0 ? [] : [{ kind: "changed", before: was, after: subject, changes }];
  });
  return [...found, ...[...earlier.values()].map((subject): SubjectChange => ({ kind: "removed", before: subject }))];
}

function factChanges({ facts: before }: Subject, { facts: after }: Subject): readonly FactChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    isSame(before[key], after[key]) ? [] : [{ key, before: before[key], after: after[key] }],
  );
}

function isSame(factValue: FactValue | undefined, other: FactValue | undefined): boolean {
  const sorted = (value: FactValue | undefined) => (typeof value === "object" ? [...value].sort() : value);
  return JSON.stringify(sorted(factValue)) === JSON.stringify(sorted(other));
}

/** What a set gained and lost; a text is a set of one. */
export function gainsAndLosses({ before, after }: Pick<FactChange, "before" | "after">): {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
} {
  const [was, is] = [listOf(before), listOf(after)];
  const [hadAll, hasAll] = [new Set(was), new Set(is)];
  return { gained: is.filter((one) => !hadAll.has(one)), lost: was.filter((one) => !hasAll.has(one)) };
}

export function listOf(value: FactValue | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
