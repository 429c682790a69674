// Random choices that are the same for the same seed.

export interface Random {
  /** A whole number from 0, below `limit`; 0 where there is none. */
  readonly below: (limit: number) => number;
  /** One of the items. @throws Error where there are none. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** True once in `many` times. */
  readonly onceIn: (many: number) => boolean;
}

/** The generator mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
  const pick = <T>(items: readonly T[]): T => {
    const at = below(items.length);
    const [picked] = items.slice(at, at + 1);
    if (items.length === 0) throw new Error("there is nothing to pick from");
    return picked as T; // `at` is a place of the list
  };
  return { below, pick, onceIn: (many) => below(many) === 0 };
}

/** Another seed for each number, so that the n-th choice can be made again without those before. */
export function seedOf(seed: number, number: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) >>> 0;
}
