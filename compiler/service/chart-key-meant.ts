// Which key of the JupyterHub chart somebody meant who wrote another: with a slip, in other capitals, below the name that an umbrella chart has
// for it, or by its end alone.

import { authenticators } from "../knowledge/authenticators.ts";
import { schemaOf } from "../knowledge/charts/chart-tables.ts";
import { newestChart } from "../knowledge/charts/charts.ts";
import { knownClasses, traitsOf } from "../knowledge/hub-traits.ts";
import type { JsonSchema } from "../knowledge/json-schema.ts";
import { closest } from "../text/edit-distance.ts";

/** The key that `word` is nearest to; undefined where it is like none. */
export function chartKeyMeant(word: string): string | undefined {
  const written = word.split(".");
  const path = written[0] === "jupyterhub" && written.length > 1 ? written.slice(1) : written;
  const [first = "", ...rest] = path;
  if (rest.length === 0) return keyEndingIn(first);
  const named = nearest(first, classes());
  if (named !== undefined && named.toLowerCase() === first.toLowerCase()) return traitMeant(first, rest);
  const found = below(schemaOf(newestChart), path);
  return found?.join(".");
}

/** Is it the same but for capitals and the name that an umbrella chart has for the chart? */
export function isSameKey(word: string, key: string): boolean {
  const plain = word.toLowerCase().replace(/^jupyterhub\./, "");
  return plain === key.toLowerCase() || `hub.config.${plain}` === key.toLowerCase();
}

function below(
  schema: JsonSchema,
  path: readonly string[],
  above: readonly string[] = [],
): readonly string[] | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return above;
  if (above.join(".") === "hub.config") return traitMeant(first, rest)?.split(".");
  const properties = { ...schema.then?.properties, ...schema.properties };
  if (Object.keys(properties).length === 0) return undefined;
  const name = nearest(first, Object.keys(properties));
  const inner = name === undefined ? undefined : properties[name];
  return name === undefined || inner === undefined ? undefined : below(inner, rest, [...above, name]);
}

function classes(): readonly string[] {
  const sections = Object.values(authenticators).map(({ section }) => section);
  return [...new Set([...knownClasses(newestChart), ...sections])];
}

/** A trait of a class is set in `hub.config`. */
function traitMeant(className: string, [trait, ...more]: readonly string[]): string | undefined {
  const name = nearest(className, classes());
  if (name === undefined || trait === undefined || more.length > 0) return undefined;
  const meant = nearest(trait, Object.keys(traitsOf(newestChart, name) ?? {}));
  return meant === undefined ? undefined : `hub.config.${name}.${meant}`;
}

/** The shortest key whose last part is that word. */
function keyEndingIn(word: string): string | undefined {
  const all = allKeys(schemaOf(newestChart)).toSorted((a, b) => a.length - b.length);
  const last = (path: readonly string[]) => path.at(-1) ?? "";
  const folded = word.toLowerCase();
  const same = all.find((path) => last(path).toLowerCase() === folded);
  // A short word is like many, of the language too.
  const name = word.length < 8 ? undefined : closest(word, all.map(last));
  return (same ?? all.find((path) => last(path) === name))?.join(".");
}

function allKeys(schema: JsonSchema, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
    [...path, key],
    ...allKeys(inner, [...path, key]),
  ]);
}

/** The one that it is but for capitals, before the only one that begins so, and that before what it is near to. */
function nearest(word: string, all: Iterable<string>): string | undefined {
  const names = [...all];
  const folded = word.toLowerCase();
  const longer = folded.length < 3 ? [] : names.filter((one) => one.toLowerCase().startsWith(folded));
  return (
    names.find((one) => one === word) ??
    names.find((one) => one.toLowerCase() === folded) ??
    (longer.length === 1 ? longer[0] : closest(word, names))
  );
}

/** What the chart has in the part of which the word names another key: the path of the part, and the names in it. */
export function chartPartOf(word: string): { readonly part: string; readonly names: readonly string[] } | undefined {
  let schema: JsonSchema = schemaOf(newestChart);
  const part: string[] = [];
  for (const key of word.replace(/^jupyterhub\./, "").split(".")) {
    const inner = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
    if (inner === undefined) break;
    schema = inner;
    part.push(key);
  }
  const names = Object.keys(schema.properties ?? {});
  return part.length === 0 || names.length === 0 ? undefined : { part: part.join("."), names };
}
