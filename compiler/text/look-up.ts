/**
 * What a table says for a key that comes from a program. What every object of JavaScript has, such as `constructor`, is no key of a table.
 */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
