// What follows from an object alone, worked out when it is first asked for. Everything that the compiler makes is never changed
// once it is made, so that the answer holds as long as the object does.

/** `compute`, called once for each object; what it gave is kept for as long as something holds the object. */
export function computedOnce<K extends object, V>(compute: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.value;
    const value = compute(of);
    known.set(of, { value });
    return value;
  };
}
