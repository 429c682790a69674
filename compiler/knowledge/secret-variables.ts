// Variables of a Kubernetes object whose names say that they are secrets, with a value written down.

import { isRecord } from "../text/look-up.ts";
import { isSecretVariable } from "./secret-settings.ts";

export interface SecretVariable {
  /** Leads to the value from the object. */
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly value: string;
}

export function secretVariables(object: unknown): readonly SecretVariable[] {
  const isConfigMap = isRecord(object) && object["kind"] === "ConfigMap";
  return [...variablesIn(object, []), ...(isConfigMap ? membersOf(object["data"], ["data"]) : [])];
}

function variablesIn(value: unknown, path: readonly (string | number)[]): SecretVariable[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => variablesIn(one, [...path, i]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "env" && Array.isArray(inner)
      ? inner.flatMap((one, i) => variable(one, [...path, key, i]))
      : variablesIn(inner, [...path, key]),
  );
}

function variable(item: unknown, path: readonly (string | number)[]): SecretVariable[] {
  if (!isRecord(item)) return [];
  const { name, value } = item;
  const isWritten = typeof name === "string" && typeof value === "string";
  return isWritten && isSecretVariable(name, value) ? [{ path: [...path, "value"], name, value }] : [];
}

function membersOf(data: unknown, path: readonly (string | number)[]): SecretVariable[] {
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([name, value]): SecretVariable[] =>
    typeof value === "string" && isSecretVariable(name, value) ? [{ path: [...path, name], name, value }] : [],
  );
}
