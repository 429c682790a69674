// Looking at something that may not be known because of an error: whoever looks at it is stopped there.

/** What looking at something unknown throws. It is one object, and known by its identity. */
const unsure: Error = new Error("invariant: whoever looks at a model with errors is stopped where it ends");

/** Stops whoever looks. */
export function stop(): never {
  throw unsure;
}

/** Looks at something, as far as what it looks at is known; says whether all of it was. */
export function asFarAsKnown(look: () => void): boolean {
  try {
    look();
    return true;
  } catch (error) {
    if (error !== unsure) throw error;
    return false;
  }
}

/** What is worked out from what is known; undefined where that is not all that it takes. */
export function asKnown<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error !== unsure) throw error;
    return undefined;
  }
}
