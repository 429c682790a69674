// Secrets that a value of one's own holds in clear: the chart's own, those of traits, variables whose names say that they are secrets, and
// what Python gives to such a trait or name.

import { insteadOfSecretAt, insteadOfSecretTrait } from "../knowledge/chart-secrets.ts";
import { isFilledInLater, isHarmlessValue, isSecretKey, isSecretName } from "../knowledge/secret-names.ts";
import { isSecretVariable, secretSettings } from "../knowledge/secret-settings.ts";
import { type ChartData, printPath } from "../schema/values/chart-data.ts";
import { pythonAssignments } from "../syntax/python/python-assignments.ts";
import { type WrittenText, writtenTexts } from "../syntax/python/python-constant.ts";
import { pythonNamePlaces } from "../syntax/python/python-names.ts";
import { pythonSettings } from "../syntax/python/python-settings.ts";
import type { Span } from "../text/span.ts";
import { type ChartLeaf, type OwnValue, takesSecret } from "./chart-leaf.ts";
import { spanInText } from "./span-in-text.ts";

export interface WrittenSecret {
  /** Of the text itself, so that it can be hidden wherever it is shown. */
  readonly span: Span;
  readonly path: string;
  readonly instead: string;
  /** The text, where the span is not it alone. */
  readonly hidden?: readonly string[];
}

/** Every secret in clear in a value. */
export function writtenSecrets({ path, data }: ChartLeaf): WrittenSecret[] {
  if (path[0] === "custom") return inCustom(data, path);
  if (path[0] === "hub" && path[1] === "extraConfig") return inPython(data);
  return path[1] === "extraFiles" && path[3] === "stringData" ? inFile(data) : inData(data, path);
}

/** Every secret in clear in a file that is written out, or comes `from` another file of the project. */
export function secretsInFile(text: string, span: Span): WrittenSecret[] {
  const isQuoted = span.file.text[span.start] === '"';
  return inFile({ kind: "scalar", value: text, span, from: isQuoted ? "quotes" : undefined });
}

/** Every secret in clear in data under names of one's own. */
export function secretsInOwnData({ leaf }: OwnValue): WrittenSecret[] {
  return inCustom(leaf.value.data, leaf.value.path);
}

/** A file may be Python, or have a setting on each line: `password = hunter2`, `"db_password": "hunter2",`. */
function inFile(data: ChartData): WrittenSecret[] {
  if (data.kind !== "scalar" || typeof data.value !== "string") return [];
  const text = data.value;
  const found = inPython(data);
  // `password: str` says a type there, and what is set is found above.
  if (isPython.test(text)) return found;
  const ofLines = secretSettings(text).map(
    ({ name, start, end }): WrittenSecret => ({
      ...placeOf(data, text, { start, end }),
      path: name,
      instead: fileFromSecret,
    }),
  );
  const told = new Set(found.map(({ span }) => span.start));
  return [...found, ...ofLines.filter(({ span }) => !told.has(span.start))];
}

const isPython =
  /^(?:import [a-z]|from [\w.]+ import |(?:async )?def \w+\(|class \w+[(:]|@\w|\s*c\.[A-Z]\w*\.\w+\s*=)/m;

const fileFromSecret = 'bring the file by a block `file` of the hub, with `text = secret("…")`';

function inData(data: ChartData, path: readonly string[]): WrittenSecret[] {
  switch (data.kind) {
    case "list":
      return data.items.flatMap((item) => [...namedItem(item, path), ...inData(item, path)]);
    case "map":
      return data.entries.flatMap(({ key, value }) => inData(value, [...path, key]));
    case "secret":
      return [];
    case "scalar": {
      const isWritten = typeof data.value === "string" ? !isFilledInLater(data.value) : typeof data.value === "number";
      const instead = isWritten ? (insteadOfSecretAt(path) ?? insteadOfVariable(path, data.value)) : undefined;
      return instead === undefined ? [] : [{ span: data.span, path: printPath(path), instead }];
    }
  }
}

const fromSecret = "take it from a Secret of the cluster, by `valueFrom` with a `secretKeyRef`";

/** Maps of variables, under the names of the chart and of KubeSpawner. */
const variables: ReadonlySet<string> = new Set(["env", "environment", "extraEnv"]);

/** A variable whose name says that its value is a secret, `extraEnv.DB_PASSWORD`, or the `value` of one; or whose value does: `password=…`. */
function insteadOfVariable(path: readonly string[], value: string | number | boolean | null): string | undefined {
  const at = path.at(-1) === "value" ? path.slice(0, -1) : path;
  const name = at.at(-1) ?? "";
  if (!variables.has(at.at(-2) ?? "") || !isSecretVariable(name, String(value))) return undefined;
  return takesSecret(at) ? 'write `secret("…")` in its place' : fromSecret;
}

/** `{ name = "DB_PASSWORD"  value = "…" }` in a list of variables. */
function namedItem(item: ChartData, path: readonly string[]): WrittenSecret[] {
  if (item.kind !== "map" || !variables.has(path.at(-1) ?? "")) return [];
  const [name, value] = ["name", "value"].map((key) => item.entries.find((entry) => entry.key === key)?.value);
  if (name?.kind !== "scalar" || value?.kind !== "scalar" || value.value === null) return [];
  if (!isSecretVariable(String(name.value), String(value.value))) return [];
  return [{ span: value.span, path: `${printPath(path)}.${String(name.value)}`, instead: fromSecret }];
}

const inVariable = 'give a `secret("…")` to a variable in `hub.extraEnv`, and read it with `os.environ`';

/** Data for Python of the hub's own, under names of its own: those that say that they hold a secret, and do not name an object that does. */
function inCustom(data: ChartData, path: readonly string[]): WrittenSecret[] {
  switch (data.kind) {
    case "list":
      return data.items.flatMap((item) => inCustom(item, path));
    case "map":
      return data.entries.flatMap(({ key, value }) => inCustom(value, [...path, key]));
    case "secret":
      return [];
    case "scalar": {
      const isText = typeof data.value === "string" && !isHarmlessValue(data.value);
      if (!isText || !isSecretKey(path.at(-1) ?? "")) return [];
      return [{ span: data.span, path: printPath(path), instead: inVariable }];
    }
  }
}

function inPython(data: ChartData): WrittenSecret[] {
  if (data.kind !== "scalar" || typeof data.value !== "string") return [];
  const text = data.value;
  const names = pythonNamePlaces(text);
  const told = new Set<number>();
  const secretsAt = (valueStart: number, path: string, instead: string): WrittenSecret[] => {
    const texts = writtenTexts(text, valueStart, names);
    const value = texts.map(({ start, end }) => text.slice(start, end)).join("");
    if (isHarmlessValue(value)) return [];
    return texts.flatMap((writtenText): WrittenSecret[] => {
      if (told.has(writtenText.start)) return [];
      told.add(writtenText.start);
      return [{ ...placeOf(data, text, writtenText), path, instead }];
    });
  };
  const ofTraits = pythonSettings(text).flatMap(({ className, trait, valueStart }): WrittenSecret[] => {
    const instead = insteadOfSecretTrait(trait, className);
    return instead === undefined || valueStart === undefined
      ? []
      : secretsAt(valueStart, `c.${className}.${trait}`, instead);
  });
  const ofNames = pythonAssignments(text).flatMap(({ name, valueStart }) =>
    isSecretName(name) ? secretsAt(valueStart, name, inVariable) : [],
  );
  return [...ofTraits, ...ofNames];
}

/** The place within a text that is written out; the whole of one from another file. */
function placeOf(
  data: ChartData & { readonly kind: "scalar" },
  text: string,
  { start, end }: WrittenText,
): Pick<WrittenSecret, "span" | "hidden"> {
  const span = data.from === "quotes" ? spanInText(data.span, { start, end }) : undefined;
  return span === undefined ? { span: data.span, hidden: [text.slice(start, end)] } : { span };
}
