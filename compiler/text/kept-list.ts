// Lists that stay for as long as the program does. V8 gives an array that grew from nothing (by `push`, `filter`, `flatMap` or a
// spread with something after it) room for seventeen items at once, which is most of what small lists would take.

const none: readonly never[] = [];

/** The same list with room for what is in it; all that are empty are one. */
export function kept<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice();
}
