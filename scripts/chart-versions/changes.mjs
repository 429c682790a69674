// What is other in one table than in another, as data: values by path, and paths that are gone. Lists are values, as they are for helm.

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What makes `after` of `before`. */
export function changesBetween(before, after, path = []) {
  const changes = { set: [], gone: [] };
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) changes.gone.push([...path, key]);
  for (const [key, value] of Object.entries(after)) {
    const there = Object.hasOwn(before, key) ? before[key] : undefined;
    if (isMap(there) && isMap(value)) {
      const inner = changesBetween(there, value, [...path, key]);
      changes.set.push(...inner.set);
      changes.gone.push(...inner.gone);
    } else if (JSON.stringify(there) !== JSON.stringify(value)) changes.set.push([[...path, key], value]);
  }
  return changes;
}

/** `before` with the changes. */
export function applyChanges(before, { set, gone }) {
  const after = structuredClone(before);
  const mapOf = (path) => path.slice(0, -1).reduce((map, key) => map[key], after);
  for (const path of gone) delete mapOf(path)[path.at(-1)];
  for (const [path, value] of set) mapOf(path)[path.at(-1)] = value;
  return after;
}
